"""The advantages of a group: how much better each answer was rewarded than its peers."""

from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray

from deepseek_tui.labs.grpo.settings import Deviation

Array = NDArray[np.float64]

TRL_ADDED = 1e-4
"""What TRL's GRPO trainer adds to the deviation, so that it never divides by zero."""


class Divisor(StrEnum):
    """What the sum over an answer's tokens is divided by."""

    ANSWER = "answer"
    """The answer's own length, then the mean over answers: GRPO as published (arXiv 2402.03300, equation 3)."""
    TOKENS = "tokens"
    """All tokens of the group: DAPO (arXiv 2503.14476)."""
    CONSTANT = "constant"
    """One constant for every answer, then the mean over answers: Dr. GRPO (arXiv 2503.20783)."""


def advantages(rewards: ArrayLike, deviation: Deviation = Deviation.POPULATION, added: float = 0.0) -> Array:
    """A_i = (r_i − mean r) / (std r + added); all zero where all rewards are equal.

    `rewards` has shape (G,), G ≥ 2, without a unit; so has the answer. arXiv 2402.03300, §4.1.2, outcome supervision.
    Equal rewards are recognised by comparing them, not by a deviation of zero: in floating point the mean of three
    times 0.1 is not 0.1. The rewards are scaled to 0…1 before anything is squared, so that no
    difference is too small to count.
    """
    r = np.asarray(rewards, dtype=np.float64)
    least, most = float(r.min()), float(r.max())
    if least == most:
        return np.zeros_like(r)
    scaled = (r - least) / (most - least)
    scaled -= scaled.mean()
    if deviation is Deviation.NONE:
        return scaled * (most - least)
    std = float(scaled.std(ddof=1 if deviation is Deviation.BESSEL else 0))
    result: Array = scaled / (std + added / (most - least))
    return result


def spread(rewards: ArrayLike, deviation: Deviation) -> float:
    """The deviation that the advantages are divided by; 1 where they are divided by nothing."""
    if deviation is Deviation.NONE:
        return 1.0
    return float(np.asarray(rewards, dtype=np.float64).std(ddof=1 if deviation is Deviation.BESSEL else 0))


def token_weights(lengths: ArrayLike, divisor: Divisor, constant: float = 0.0) -> Array:
    """What the advantage of answer i is multiplied by on each of its tokens, shape (G,).

    With G answers of `lengths` L_i tokens: 1/(G·L_i) for `ANSWER`, 1/ΣL for `TOKENS`, 1/(G·constant) for `CONSTANT`, where
    `constant` is a number of tokens, and the longest answer's length where it is left out.
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
