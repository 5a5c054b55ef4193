"""What has come of training so far: its steps beside the limit, and the run before for comparison."""

from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property

from deepseek_tui.labs.grpo.learning_curve import limit
from deepseek_tui.labs.grpo.settings import TrainingSettings
from deepseek_tui.labs.grpo.training import TrainingRun, TrainingStep


class TrainingState(Enum):
    """How far a run is."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"


@dataclass(frozen=True)
class TrainingRecord:
    """A run's steps, from the start on, as they have been made; a new one comes with each addition."""

    settings: TrainingSettings
    steps: tuple[TrainingStep, ...] = ()
    escaped: bool = False
    """The run ended early, because its numbers left all bounds."""
    running: bool = False
    before: "TrainingRecord | None" = None
    """The run before, to compare this one with."""

    @classmethod
    def at_start(cls, settings: TrainingSettings, before: "TrainingRecord | None" = None) -> "TrainingRecord":
        """A run of which nothing but the start is known."""
        return cls(settings, (next(TrainingRun(settings)),), before=before)

    @classmethod
    def whole(cls, settings: TrainingSettings) -> "TrainingRecord":
        """A run made at once, from the start to the end."""
        run = TrainingRun(settings)
        steps = tuple(run)
        return cls(settings, steps, run.escaped)

    def and_then(self, steps: tuple[TrainingStep, ...], *, escaped: bool = False) -> "TrainingRecord":
        """This, and the steps that followed."""
        return replace(self, steps=self.steps + steps, escaped=escaped)

    @cached_property
    def limit(self) -> tuple[float, ...]:
        """The closed limit at each of the run's steps, made or yet to come."""
        return tuple(limit(self.settings))

    @property
    def step(self) -> int:
        """How many groups have been drawn."""
        return max(0, len(self.steps) - 1)

    @property
    def over(self) -> bool:
        """Whether it has come to its end."""
        return self.escaped or self.step >= self.settings.steps

    @property
    def state(self) -> TrainingState:
        """How far it is."""
        if self.running:
            return TrainingState.RUNNING
        if self.over:
            return TrainingState.DONE
        return TrainingState.PAUSED if self.step else TrainingState.READY

    @property
    def silent(self) -> int:
        """How many groups taught nothing."""
        return sum(step.silent for step in self.steps[1:])


def stops(steps: int) -> tuple[int, ...]:
    """The steps at which a table tells p: 0, 10, 20, 50, 100 … and the last."""
    round_ones = (digit * 10**power for power in range(5) for digit in (1, 2, 5))
    found = [0, *(stop for stop in round_ones if 10 <= stop < steps), steps]
    if len(found) < 4:
        found = [0, *(stop for stop in (1, 2, 5, 10) if stop < steps), steps]
    return tuple(found)
