"""Memory of the models for training, with and without a critic.

Counted are the weights and, for trained models, gradients and Adam's state. Not counted are activations, the
key-value cache of generation, fragmentation, sharding and offloading.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from deepseek_tui.i18n.grpo import GrpoWords
from deepseek_tui.i18n.numbers import number
from deepseek_tui.labs.lab import Quantity
from deepseek_tui.labs.number_format import format_percent
from deepseek_tui.panes.blocks import Bar, Bars, Block, Heading, Para, Support
from deepseek_tui.panes.common_blocks import plain

BYTES_PER_WEIGHT = 2
"""Bytes per parameter in bf16."""
BYTES_PER_TRAINED_PARAMETER = 16
"""Bytes per trained parameter in mixed precision with Adam.

Weight 2, gradient 2, and in 32 bits a copy of the weight and two moments, 12 (ZeRO, arXiv 1910.02054, §3.1).
"""


class TrainingScheme(StrEnum):
    """Training scheme, named by the models that it keeps in memory.

    The schemes are those of arXiv 2402.03300, figure 4.
    """

    PPO = "ppo"
    """Policy, value model (the critic), reference, reward model."""
    GRPO = "grpo"
    """Policy, reference, reward model."""
    RULES = "rules"
    """Policy and reference; rewards by rule, as in DeepSeek-R1."""
    BARE = "bare"
    """The policy alone; rewards by rule and β = 0."""


@dataclass(frozen=True)
class ModelCounts:
    """Numbers of trained and frozen models that a training scheme needs."""

    trained: int
    frozen: int

    @property
    def count(self) -> int:
        """The number of all models, trained and frozen."""
        return self.trained + self.frozen


MODELS = {
    TrainingScheme.PPO: ModelCounts(2, 2),
    TrainingScheme.GRPO: ModelCounts(1, 2),
    TrainingScheme.RULES: ModelCounts(1, 1),
    TrainingScheme.BARE: ModelCounts(1, 0),
}


def memory_bytes(scheme: TrainingScheme, parameters: float) -> float:
    """Return the memory in bytes of all models of a training scheme.

    Every model is assumed to have `parameters` parameters, like the policy.
    """
    models = MODELS[scheme]
    return parameters * (models.trained * BYTES_PER_TRAINED_PARAMETER + models.frozen * BYTES_PER_WEIGHT)


def critic_bytes(parameters: float) -> float:
    """Return the memory in bytes that a critic model takes.

    It is PPO's memory minus GRPO's.
    """
    return memory_bytes(TrainingScheme.PPO, parameters) - memory_bytes(TrainingScheme.GRPO, parameters)


BILLION = 1e9
GIGABYTE = 1e9


def critic_blocks(words: GrpoWords, language: str, billions: float, sources: Support) -> tuple[Block, ...]:
    """Return a chart of the memory of each training scheme.

    It includes the share of the critic.
    """

    def formatted(size: float) -> str:
        gigabytes = size / GIGABYTE
        return number(round(gigabytes, 0 if gigabytes >= 100 else 3), language)

    parameters = billions * BILLION
    largest = memory_bytes(TrainingScheme.PPO, parameters)
    bars = tuple(
        Bar(
            words.schemes[scheme.value],
            words.gigabytes.format(value=formatted(memory_bytes(scheme, parameters))),
            memory_bytes(scheme, parameters) / largest,
            proof=Support(),
        )
        for scheme in TrainingScheme
    )
    critic_size = critic_bytes(parameters)
    sentence = words.critic.format(value=formatted(critic_size), share=format_percent(critic_size / largest, language))
    return (
        Heading(words.parts["critic"]),
        Bars(bars, words.memory_caption, words.memory_caveats),
        Para(plain(sentence), sources),
    )


def critic_numbers(billions: float) -> Mapping[str, Quantity]:
    """Return memory in bytes and number of models, by training scheme."""
    parameters = billions * BILLION
    quantities: dict[str, Quantity] = {}
    for scheme in TrainingScheme:
        quantities[f"models_{scheme.value}"] = Quantity(MODELS[scheme].count, "models in memory")
        quantities[f"memory_{scheme.value}"] = Quantity(memory_bytes(scheme, parameters), "bytes")
    quantities["memory_of_the_critic"] = Quantity(critic_bytes(parameters), "bytes")
    quantities["critic_share_of_ppo"] = Quantity(
        critic_bytes(parameters) / memory_bytes(TrainingScheme.PPO, parameters), "share, 0 to 1"
    )
    return quantities
