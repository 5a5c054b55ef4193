"""The group that the lab works through: one question, four answers, made up; and its advantages as numbers."""

from collections.abc import Mapping
from dataclasses import dataclass

from deepseek_tui.labs.control import Values
from deepseek_tui.labs.grpo.advantage import TRL_ADDED, Divisor, advantages, spread, token_weights
from deepseek_tui.labs.grpo.settings import Deviation
from deepseek_tui.labs.lab import Quantity

ANSWERS = ("51", "54", "41", "47")
"""Answers to 17 × 3; the first is right."""
LENGTHS = (10, 10, 20, 40)
"""How many tokens each answer takes, the way to it included."""
REWARDS = (1, 0, 0, 0)


@dataclass(frozen=True)
class Group:
    """The group under the reader's rewards: everything between a reward and a token's push."""

    rewards: tuple[float, ...]
    mean: float
    std: float
    advantages: tuple[float, ...]
    a_token: tuple[float, ...]
    """What one token of each answer is pushed by: A_i times its weight."""
    silent: bool

    @classmethod
    def of(cls, values: Values) -> "Group":
        """The group as the values have it."""
        rewards = rewards_of(values)
        deviation, divisor = Deviation(str(values["deviation"])), Divisor(str(values["divisor"]))
        found = advantages(rewards, deviation)
        weighed = found * token_weights(LENGTHS, divisor)
        mean = sum(rewards) / len(rewards)
        silent = min(rewards) == max(rewards)
        std = 0.0 if silent and deviation is not Deviation.NONE else spread(rewards, deviation)
        return cls(rewards, mean, std, tuple(map(float, found)), tuple(map(float, weighed)), silent)


def rewards_of(values: Values) -> tuple[float, ...]:
    """The rewards among the values."""
    return tuple(float(values[f"r{number}"]) for number in range(1, len(ANSWERS) + 1))


def by_convention(rewards: tuple[float, ...], answer: int) -> tuple[float, float, float, float]:
    """One answer's advantage by population's deviation, by Bessel's, by Bessel's and 10⁻⁴ as TRL has it, and by none."""
    return (
        float(advantages(rewards, Deviation.POPULATION)[answer]),
        float(advantages(rewards, Deviation.BESSEL)[answer]),
        float(advantages(rewards, Deviation.BESSEL, TRL_ADDED)[answer]),
        float(advantages(rewards, Deviation.NONE)[answer]),
    )


def group_numbers(values: Values) -> Mapping[str, Quantity]:
    """The group's numbers by name."""
    group = Group.of(values)
    found = {"mean_reward": Quantity(group.mean, "reward"), "group_is_silent": Quantity(group.silent, "true or false")}
    if Deviation(str(values["deviation"])) is not Deviation.NONE:
        found["standard_deviation"] = Quantity(group.std, "reward")
    for number, length in enumerate(LENGTHS, 1):
        at = number - 1
        conventions = by_convention(group.rewards, at)
        found |= {
            f"advantage_{number}": Quantity(group.advantages[at], "no unit"),
            f"advantage_{number}_population": Quantity(conventions[0], "no unit"),
            f"advantage_{number}_bessel": Quantity(conventions[1], "no unit"),
            f"advantage_{number}_trl": Quantity(conventions[2], "no unit"),
            f"advantage_{number}_no_std": Quantity(conventions[3], "reward"),
            f"tokens_{number}": Quantity(length, "tokens"),
            f"push_a_token_{number}": Quantity(group.a_token[at], "advantage per token"),
            f"push_whole_answer_{number}": Quantity(group.a_token[at] * length, "advantage"),
        }
    return found
