"""What a critic would cost: how many models training keeps in memory, and how many bytes they take.

Counted: the weights, and for the models that are trained their gradients and Adam's state. Not counted: activations, the
key-value cache of generation, fragmentation, and anything that is spread over or kept away from the accelerators.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from deepseek_tui.i18n.grpo import GrpoWords
from deepseek_tui.i18n.numbers import number
from deepseek_tui.labs.lab import Quantity
from deepseek_tui.labs.number_format import percent
from deepseek_tui.panes.blocks import Bar, Bars, Block, Heading, Para, Support
from deepseek_tui.panes.common_blocks import plain

WEIGHT = 2
"""Bytes a parameter takes in bf16."""
TRAINED = 16
"""Bytes a trained parameter takes in mixed precision with Adam: weight 2, gradient 2, and in 32 bits a copy of the
weight and two moments, 12 (ZeRO, arXiv 1910.02054, §3.1)."""


class TrainingScheme(StrEnum):
    """Ways to train, by the models they keep (arXiv 2402.03300, figure 4)."""

    PPO = "ppo"
    """Policy, value model (the critic), reference, reward model."""
    GRPO = "grpo"
    """Policy, reference, reward model."""
    RULES = "rules"
    """Policy and reference; rewards by rule, as in DeepSeek-R1."""
    BARE = "bare"
    """The policy alone: rewards by rule and β = 0."""


@dataclass(frozen=True)
class Models:
    """How many models a scheme trains, and how many it only asks."""

    trained: int
    frozen: int

    @property
    def count(self) -> int:
        """All of them."""
        return self.trained + self.frozen


MODELS = {
    TrainingScheme.PPO: Models(2, 2),
    TrainingScheme.GRPO: Models(1, 2),
    TrainingScheme.RULES: Models(1, 1),
    TrainingScheme.BARE: Models(1, 0),
}


def memory(scheme: TrainingScheme, parameters: float) -> float:
    """Bytes in memory, if every model has as many parameters as the policy."""
    models = MODELS[scheme]
    return parameters * (models.trained * TRAINED + models.frozen * WEIGHT)


def critic(parameters: float) -> float:
    """Bytes that a critic as large as the policy takes: PPO's memory less GRPO's."""
    return memory(TrainingScheme.PPO, parameters) - memory(TrainingScheme.GRPO, parameters)


BILLION = 1e9
GIGABYTE = 1e9


def critic_blocks(words: GrpoWords, language: str, billions: float, sources: Support) -> tuple[Block, ...]:
    """Four schemes to one scale, and the critic alone."""

    def told(size: float) -> str:
        gigabytes = size / GIGABYTE
        return number(round(gigabytes, 0 if gigabytes >= 100 else 3), language)

    parameters = billions * BILLION
    most = memory(TrainingScheme.PPO, parameters)
    bars = tuple(
        Bar(
            words.schemes[scheme.value],
            words.gigabytes.format(value=told(memory(scheme, parameters))),
            memory(scheme, parameters) / most,
            proof=Support(),
        )
        for scheme in TrainingScheme
    )
    alone = critic(parameters)
    sentence = words.critic.format(value=told(alone), share=percent(alone / most, language))
    return (
        Heading(words.parts["critic"]),
        Bars(bars, words.memory_caption, words.memory_caveats),
        Para(plain(sentence), sources),
    )


def critic_numbers(billions: float) -> Mapping[str, Quantity]:
    """Bytes and models of each scheme."""
    parameters = billions * BILLION
    found: dict[str, Quantity] = {}
    for scheme in TrainingScheme:
        found[f"models_{scheme.value}"] = Quantity(MODELS[scheme].count, "models in memory")
        found[f"memory_{scheme.value}"] = Quantity(memory(scheme, parameters), "bytes")
    found["memory_of_the_critic"] = Quantity(critic(parameters), "bytes")
    found["critic_share_of_ppo"] = Quantity(critic(parameters) / memory(TrainingScheme.PPO, parameters), "share, 0 to 1")
    return found
