"""What the lab rests on outside the article: the papers, as far as each was read."""

from deepseek_tui.labs.lab import Quantity
from deepseek_tui.story.format.model import Citation
from deepseek_tui.story.format.vocabulary import ReadExtent


def _cited(title: str, publisher: str, url: str) -> Citation:
    return Citation(title=title, publisher=publisher, url=url, date="unknown", seen=ReadExtent.EXCERPT)


MATH = _cited("DeepSeekMath", "DeepSeek, arXiv 2402.03300", "https://arxiv.org/abs/2402.03300")
R1 = _cited("DeepSeek-R1", "DeepSeek, arXiv 2501.12948 v2", "https://arxiv.org/abs/2501.12948v2")
DR_GRPO = _cited("Understanding R1-Zero-Like Training", "Dr. GRPO, arXiv 2503.20783", "https://arxiv.org/abs/2503.20783")
DAPO = _cited("DAPO", "ByteDance Seed, arXiv 2503.14476", "https://arxiv.org/abs/2503.14476")
TRL = _cited("GRPO Trainer", "TRL, Hugging Face", "https://huggingface.co/docs/trl/main/grpo_trainer")

PUBLISHED = {
    "deepseekmath_rate": Quantity(1e-6, "learning rate, of the policy's parameters"),
    "deepseekmath_beta": Quantity(0.04, "weight of the divergence"),
    "deepseekmath_group": Quantity(64, "answers to a question"),
    "deepseekmath_length": Quantity(1024, "tokens at most"),
    "deepseekmath_batch": Quantity(1024, "batch"),
    "r1_rate": Quantity(3e-6, "learning rate, of the policy's parameters"),
    "r1_beta": Quantity(0.001, "weight of the divergence"),
    "r1_group": Quantity(16, "answers to a question"),
    "r1_epsilon": Quantity(10, "ratio"),
    "r1_length": Quantity(32_768, "tokens at most"),
    "dapo_epsilon_below": Quantity(0.2, "ratio"),
    "dapo_epsilon_above": Quantity(0.28, "ratio"),
}
"""What was published of each training: DeepSeekMath; DeepSeek-R1's first stage; DAPO's clip."""
