"""What the lab rests on outside the article: the papers, as far as each was read."""

from deepseek_tui.story.model import Citation
from deepseek_tui.story.vocabulary import Seen


def _cited(title: str, publisher: str, url: str, seen: Seen) -> Citation:
    return Citation(title=title, publisher=publisher, url=url, date="unknown", seen=seen)


MATH = _cited("DeepSeekMath", "DeepSeek, arXiv 2402.03300", "https://arxiv.org/abs/2402.03300", Seen.IN_FULL)
R1 = _cited("DeepSeek-R1", "DeepSeek, arXiv 2501.12948 v2", "https://arxiv.org/abs/2501.12948v2", Seen.EXCERPT)
DR_GRPO = _cited(
    "Understanding R1-Zero-Like Training", "Dr. GRPO, arXiv 2503.20783", "https://arxiv.org/abs/2503.20783", Seen.EXCERPT
)
DAPO = _cited("DAPO", "ByteDance Seed, arXiv 2503.14476", "https://arxiv.org/abs/2503.14476", Seen.EXCERPT)
TRL = _cited("GRPO Trainer", "TRL, Hugging Face", "https://huggingface.co/docs/trl/main/grpo_trainer", Seen.EXCERPT)
