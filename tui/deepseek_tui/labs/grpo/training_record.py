"""Record of a training run, with the learning curve of infinitely large groups."""

from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property

from deepseek_tui.labs.grpo.learning_curve import limit_curve
from deepseek_tui.labs.grpo.settings import TrainingSettings
from deepseek_tui.labs.grpo.training import TrainingRun, TrainingStep


class TrainingState(Enum):
    """The state of a training run: ready, running, paused or done."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"


@dataclass(frozen=True)
class TrainingRecord:
    """Steps that a training has made so far, in an immutable record."""

    settings: TrainingSettings
    steps: tuple[TrainingStep, ...]
    """The initial policy, then one step for each group."""
    diverged: bool = False
    """Whether the run ended early because its numbers overflowed."""
    running: bool = False
    previous: "TrainingRecord | None" = None
    """The run before this one, for comparison."""

    @classmethod
    def at_start(cls, settings: TrainingSettings, previous: "TrainingRecord | None" = None) -> "TrainingRecord":
        """Return the record of a training before its first step."""
        return cls(settings, (next(TrainingRun(settings)),), previous=previous)

    @classmethod
    def complete(cls, settings: TrainingSettings) -> "TrainingRecord":
        """Run a whole training and return its record."""
        run = TrainingRun(settings)
        steps = tuple(run)
        return cls(settings, steps, run.diverged)

    def with_steps(self, steps: tuple[TrainingStep, ...], *, diverged: bool = False) -> "TrainingRecord":
        """Return a copy of the training record with more steps."""
        return replace(self, steps=self.steps + steps, diverged=diverged)

    @cached_property
    def limit_curve(self) -> tuple[float, ...]:
        """Probability of the right answer at every step, for infinitely large groups."""
        return tuple(limit_curve(self.settings))

    @property
    def step(self) -> int:
        """Number of groups of answers sampled so far."""
        return len(self.steps) - 1

    @property
    def finished(self) -> bool:
        """Whether the training has ended."""
        return self.diverged or self.step >= self.settings.steps

    @property
    def state(self) -> TrainingState:
        """The state of the training: ready, running, paused or done."""
        if self.running:
            return TrainingState.RUNNING
        if self.finished:
            return TrainingState.DONE
        return TrainingState.PAUSED if self.step else TrainingState.READY

    @property
    def silent_groups(self) -> int:
        """Number of groups whose answers all got the same reward."""
        return sum(step.silent for step in self.steps[1:])


def table_steps(steps: int) -> tuple[int, ...]:
    """Return the training steps to show in the table.

    0, 10, 20, 50, 100 … and the last.
    """
    round_steps = (digit * 10**power for power in range(5) for digit in (1, 2, 5))
    table = [0, *(step for step in round_steps if 10 <= step < steps), steps]
    if len(table) < 4:
        table = [0, *(step for step in (1, 2, 5, 10) if step < steps), steps]
    return tuple(table)
