"""A run of training, step by step: a softmax policy over K answers, one of them right, learning by GRPO."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from deepseek_tui.labs.grpo.advantage import advantages
from deepseek_tui.labs.grpo.policy import Array, Batch, log_softmax, surrogate
from deepseek_tui.labs.grpo.settings import TrainingSettings

RIGHT = 0
"""The number of the right answer; which one it is makes no difference to a policy that starts out even."""


@dataclass(frozen=True, slots=True)
class TrainingStep:
    """The policy after so many groups, and what the last of them did."""

    number: int
    """From 0, the start, at which no group has been drawn yet."""
    p: float
    """The probability of the right answer."""
    divergence: float
    """KL(π‖π_ref), exactly, in nats."""
    objective: float = 0.0
    """J before the last update made with the group; its negative is the loss."""
    estimate: float = 0.0
    """The group's estimate of the divergence then, the mean of x − ln x − 1, in nats."""
    right: int = 0
    """How many answers of the group were right."""
    clipped: float = 0.0
    """The share of answers and updates where the clip stopped the gradient, 0 to 1."""
    silent: bool = False
    """All rewards were equal, so that the rewards taught nothing."""


class TrainingRun:
    """Training as an iterator: each step is made when it is asked for, and a run that nobody asks costs nothing.

    The same settings give the same steps. A run ends after `settings.steps`, or earlier where the logits leave what a
    floating-point number can hold; then `escaped` is true.
    """

    def __init__(self, settings: TrainingSettings) -> None:
        self.settings = settings
        self.escaped = False
        self._random = np.random.default_rng(settings.seed)
        self._logits = np.zeros((1, settings.arms))
        self._number = -1
        q, others = settings.anchor, settings.arms - 1
        self._reference = np.full(settings.arms, np.log((1 - q) / others))
        self._reference[RIGHT] = np.log(q)
        self._weights = np.full((settings.group, 1), 1 / settings.group)

    def __iter__(self) -> Iterator[TrainingStep]:
        return self

    def __next__(self) -> TrainingStep:
        if self.over:
            raise StopIteration
        self._number += 1
        return self._learn() if self._number else self._step()

    @property
    def over(self) -> bool:
        """Whether there are no more steps to come."""
        return self.escaped or self._number >= self.settings.steps

    @property
    def probabilities(self) -> Array:
        """What the policy gives to each answer now, (K,); the right one is the first."""
        result: Array = np.exp(log_softmax(self._logits))[0]
        return result

    def _step(self) -> TrainingStep:
        logs = log_softmax(self._logits)[0]
        chances = np.exp(logs)
        divergence = float((chances * (logs - self._reference)).sum())
        return TrainingStep(self._number, float(chances[RIGHT]), max(0.0, divergence))

    def _learn(self) -> TrainingStep:
        settings = self.settings
        logs = log_softmax(self._logits)[0]
        drawn = self._draw(np.exp(logs))
        rewards = (drawn == RIGHT).astype(np.float64)
        batch = Batch(
            tokens=drawn[:, None],
            advantages=advantages(rewards, settings.deviation),
            weights=self._weights,
            old=logs[drawn][:, None],
            reference=self._reference[drawn][:, None],
        )
        clipped, objective, estimate = 0.0, 0.0, 0.0
        with np.errstate(over="ignore", invalid="ignore"):  # looked at right after
            for _ in range(settings.updates):
                found = surrogate(self._logits, batch, low=settings.low, high=settings.high, beta=settings.beta)
                after = self._logits + settings.rate * found.gradient
                if not np.isfinite(after).all() or not np.isfinite(found.value):
                    self.escaped = True
                    raise StopIteration
                self._logits = after
                clipped, objective, estimate = clipped + found.clipped, found.value, found.divergence
        now = self._step()
        right = int(rewards.sum())
        return TrainingStep(
            now.number,
            now.p,
            now.divergence,
            objective,
            estimate,
            right,
            clipped / settings.updates,
            right in (0, settings.group),
        )

    def _draw(self, chances: Array) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
        """G answers, from as many even random numbers; the last edge is 1 whatever the rounding."""
        edges = np.cumsum(chances)
        edges[-1] = 1.0
        return np.searchsorted(edges, self._random.random(self.settings.group), side="right").astype(np.int64)
