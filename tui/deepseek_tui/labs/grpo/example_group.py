"""Example of the GRPO lab: a question with four invented answers.

The answers have rewards and advantages.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from deepseek_tui.labs.control import Values
from deepseek_tui.labs.grpo.advantage import TRL_EPSILON, Divisor, advantages, reward_deviation, token_weights
from deepseek_tui.labs.grpo.settings import Deviation
from deepseek_tui.labs.lab import Quantity

ANSWERS = ("51", "54", "41", "47")
"""Answers to 17 × 3; the first is right."""
LENGTHS = (10, 10, 20, 40)
"""Number of tokens of each answer, including the reasoning."""
REWARDS = (1, 0, 0, 0)


@dataclass(frozen=True)
class ExampleGroup:
    """Group of example answers with the user's rewards and their advantages."""

    rewards: tuple[float, ...]
    mean: float
    std: float
    advantages: tuple[float, ...]
    token_advantages: tuple[float, ...]
    """Advantage per token of each answer: A_i times its token weight."""
    silent: bool
    """Whether all rewards are equal, so that all advantages are zero."""

    @classmethod
    def from_values(cls, values: Values) -> "ExampleGroup":
        """Return the example group for the values of the lab's controls."""
        rewards = reward_values(values)
        deviation, divisor = Deviation(str(values["deviation"])), Divisor(str(values["divisor"]))
        group_advantages = advantages(rewards, deviation)
        weighted = group_advantages * token_weights(LENGTHS, divisor)
        mean = sum(rewards) / len(rewards)
        silent = min(rewards) == max(rewards)
        std = 0.0 if silent and deviation is not Deviation.NONE else reward_deviation(rewards, deviation)
        return cls(rewards, mean, std, tuple(map(float, group_advantages)), tuple(map(float, weighted)), silent)


def reward_values(values: Values) -> tuple[float, ...]:
    """Return the rewards from the values of the lab's controls."""
    return tuple(float(values[f"r{number}"]) for number in range(1, len(ANSWERS) + 1))


def advantages_by_convention(rewards: tuple[float, ...], answer: int) -> tuple[float, float, float, float]:
    """Return the advantage of one answer, computed by four published conventions.

    Population deviation, Bessel's deviation, Bessel's deviation plus 10⁻⁴ (TRL), no deviation.
    """
    return (
        float(advantages(rewards, Deviation.POPULATION)[answer]),
        float(advantages(rewards, Deviation.BESSEL)[answer]),
        float(advantages(rewards, Deviation.BESSEL, TRL_EPSILON)[answer]),
        float(advantages(rewards, Deviation.NONE)[answer]),
    )


def group_numbers(values: Values) -> Mapping[str, Quantity]:
    """Return the numbers of the example group by name."""
    group = ExampleGroup.from_values(values)
    quantities = {"mean_reward": Quantity(group.mean, "reward"), "group_is_silent": Quantity(group.silent, "true or false")}
    if Deviation(str(values["deviation"])) is not Deviation.NONE:
        quantities["standard_deviation"] = Quantity(group.std, "reward")
    for number, length in enumerate(LENGTHS, 1):
        index = number - 1
        conventions = advantages_by_convention(group.rewards, index)
        quantities |= {
            f"advantage_{number}": Quantity(group.advantages[index], "no unit"),
            f"advantage_{number}_population": Quantity(conventions[0], "no unit"),
            f"advantage_{number}_bessel": Quantity(conventions[1], "no unit"),
            f"advantage_{number}_trl": Quantity(conventions[2], "no unit"),
            f"advantage_{number}_no_std": Quantity(conventions[3], "reward"),
            f"tokens_{number}": Quantity(length, "tokens"),
            f"push_a_token_{number}": Quantity(group.token_advantages[index], "advantage per token"),
            f"push_whole_answer_{number}": Quantity(group.token_advantages[index] * length, "advantage"),
        }
    return quantities
