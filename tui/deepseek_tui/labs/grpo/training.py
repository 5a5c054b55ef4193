"""A training run: a softmax policy over K answers, trained by GRPO."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from deepseek_tui.labs.grpo.advantage import advantages
from deepseek_tui.labs.grpo.policy import Array, Batch, log_softmax, surrogate
from deepseek_tui.labs.grpo.settings import TrainingSettings

RIGHT_ANSWER = 0
"""Index of the right answer.

The choice does not matter, because the policy starts uniform.
"""


@dataclass(frozen=True, slots=True)
class TrainingStep:
    """Policy after a training step, with statistics of the last group."""

    number: int
    """Number of groups sampled so far; 0 is the initial policy."""
    p: float
    """Probability of the right answer."""
    divergence: float
    """Exact KL(π‖π_ref), in nats."""
    objective: float = 0.0
    """J before the last update with the group; the loss is −J."""
    estimate: float = 0.0
    """The group's estimate of the divergence before the last update.

    It is the mean of x − ln x − 1, in nats.
    """
    right: int = 0
    """Number of right answers in the group."""
    clipped: float = 0.0
    """Share of answers and updates stopped by the clip, 0 to 1."""
    silent: bool = False
    """True when all rewards were equal, so that they had no gradient."""


class TrainingRun:
    """Iterator over the steps of a training, each computed on request.

    Equal settings give equal steps. A run ends after `settings.steps`, or earlier when the logits or the objective
    overflow; then `diverged` is true.
    """

    def __init__(self, settings: TrainingSettings) -> None:
        self.settings = settings
        self.diverged = False
        self._random = np.random.default_rng(settings.seed)
        self._logits = np.zeros((1, settings.arms))
        self._number = -1
        q, others = settings.reference_probability, settings.arms - 1
        self._reference = np.full(settings.arms, np.log((1 - q) / others))
        self._reference[RIGHT_ANSWER] = np.log(q)
        self._weights = np.full((settings.group, 1), 1 / settings.group)

    def __iter__(self) -> Iterator[TrainingStep]:
        return self

    def __next__(self) -> TrainingStep:
        if self.finished:
            raise StopIteration
        self._number += 1
        return self._train_on_group() if self._number else self._current_step()

    @property
    def finished(self) -> bool:
        """Whether the training has no more steps."""
        return self.diverged or self._number >= self.settings.steps

    @property
    def probabilities(self) -> Array:
        """Current probability of each answer, shape (K,).

        The right answer is the first.
        """
        result: Array = np.exp(log_softmax(self._logits))[0]
        return result

    def _current_step(self) -> TrainingStep:
        logs = log_softmax(self._logits)[0]
        probabilities = np.exp(logs)
        divergence = float((probabilities * (logs - self._reference)).sum())
        return TrainingStep(self._number, float(probabilities[RIGHT_ANSWER]), max(0.0, divergence))

    def _train_on_group(self) -> TrainingStep:
        settings = self.settings
        logs = log_softmax(self._logits)[0]
        sampled = self._sample_answers(np.exp(logs))
        rewards = (sampled == RIGHT_ANSWER).astype(np.float64)
        batch = Batch(
            tokens=sampled[:, None],
            advantages=advantages(rewards, settings.deviation),
            weights=self._weights,
            old=logs[sampled][:, None],
            reference=self._reference[sampled][:, None],
        )
        clipped, objective, estimate = 0.0, 0.0, 0.0
        # The code below checks the result for overflow, so numpy's warnings are not needed.
        with np.errstate(over="ignore", invalid="ignore"):
            for _ in range(settings.updates):
                result = surrogate(self._logits, batch, low=settings.low, high=settings.high, beta=settings.beta)
                after = self._logits + settings.rate * result.gradient
                if not np.isfinite(after).all() or not np.isfinite(result.value):
                    self.diverged = True
                    raise StopIteration
                self._logits = after
                clipped, objective, estimate = clipped + result.clipped, result.value, result.divergence
        current = self._current_step()
        right = int(rewards.sum())
        return TrainingStep(
            current.number,
            current.p,
            current.divergence,
            objective,
            estimate,
            right,
            clipped / settings.updates,
            right in (0, settings.group),
        )

    def _sample_answers(self, probabilities: Array) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
        """Sample a group of answers from the policy (inverse transform sampling).

        The last edge is set to 1, so that rounding cannot exclude the last answer.
        """
        edges = np.cumsum(probabilities)
        edges[-1] = 1.0
        return np.searchsorted(edges, self._random.random(self.settings.group), side="right").astype(np.int64)
