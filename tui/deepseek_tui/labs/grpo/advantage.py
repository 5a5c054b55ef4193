"""Advantages in GRPO: each answer's reward relative to those of its group."""

from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray

from deepseek_tui.labs.grpo.settings import Deviation

Array = NDArray[np.float64]

TRL_EPSILON = 1e-4
"""Constant that TRL's GRPO trainer adds to the standard deviation.

It avoids a division by zero.
"""


class Divisor(StrEnum):
    """The number that divides the sum over an answer's tokens."""

    ANSWER = "answer"
    """The answer's length, as in GRPO (arXiv 2402.03300, equation 3).

    The mean over answers follows.
    """
    TOKENS = "tokens"
    """The number of tokens of the group, as in DAPO (arXiv 2503.14476)."""
    CONSTANT = "constant"
    """One constant for all answers, as in Dr. GRPO (arXiv 2503.20783).

    The mean over answers follows.
    """


def advantages(rewards: ArrayLike, deviation: Deviation = Deviation.POPULATION, epsilon: float = 0.0) -> Array:
    """Return the advantages A_i = (r_i − mean r) / (std r + epsilon) of answers.

    `rewards` has shape (G,), G ≥ 2, without a unit, and so has the result. arXiv 2402.03300, §4.1.2, outcome
    supervision. Equal rewards, whose advantages are zero, are detected by comparing them, not by a deviation of zero:
    in floating point the mean of three times 0.1 is not 0.1. The rewards are scaled to 0…1 before anything is squared,
    so that very small differences do not underflow.
    """
    r = np.asarray(rewards, dtype=np.float64)
    lowest, highest = float(r.min()), float(r.max())
    if lowest == highest:
        return np.zeros_like(r)
    scaled = (r - lowest) / (highest - lowest)
    scaled -= scaled.mean()
    if deviation is Deviation.NONE:
        return scaled * (highest - lowest)
    std = float(scaled.std(ddof=1 if deviation is Deviation.BESSEL else 0))
    result: Array = scaled / (std + epsilon / (highest - lowest))
    return result


def reward_deviation(rewards: ArrayLike, deviation: Deviation) -> float:
    """Return the standard deviation of the rewards, or 1 without division."""
    if deviation is Deviation.NONE:
        return 1.0
    return float(np.asarray(rewards, dtype=np.float64).std(ddof=1 if deviation is Deviation.BESSEL else 0))


def token_weights(lengths: ArrayLike, divisor: Divisor, constant: float = 0.0) -> Array:
    """Return the weight of each token of every answer, shape (G,).

    The advantage is multiplied by it. With G answers of `lengths` L_i tokens: 1/(G·L_i) for `ANSWER`, 1/ΣL for
    `TOKENS`, 1/(G·constant) for `CONSTANT`. `constant` is a number of tokens; 0 stands for the length of the longest
    answer.
    """
    tokens = np.asarray(lengths, dtype=np.float64)
    group = tokens.size
    match divisor:
        case Divisor.ANSWER:
            return 1 / (group * tokens)
        case Divisor.TOKENS:
            return np.full(group, 1 / tokens.sum())
        case Divisor.CONSTANT:
            return np.full(group, 1 / (group * (constant or float(tokens.max()))))
