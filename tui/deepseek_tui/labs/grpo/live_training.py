"""A training that runs in a background thread and reports its steps."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from math import ceil
from threading import Event, Lock
from time import monotonic

from deepseek_tui.labs.grpo.settings import TrainingSettings
from deepseek_tui.labs.grpo.training import TrainingRun, TrainingStep

MIN_INTERVAL = 0.05
"""Minimum time between two reports, in seconds.

The reader can follow the growing curve at this rate.
"""
REPORTS_PER_RUN = 50
"""Number of reports per run, unless the steps take longer than MIN_INTERVAL."""


@dataclass(frozen=True, slots=True)
class TrainingProgress:
    """The training steps made since the last report."""

    steps: tuple[TrainingStep, ...]
    finished: bool
    """Whether the training run has ended."""
    diverged: bool
    """Whether the run ended early because its numbers overflowed."""


class LiveTraining:
    """Starts, pauses and single-steps a training run.

    A thread makes at most one more step of training after a pause. The run is advanced and reported under a lock, so
    that reports arrive in order.
    """

    def __init__(self, settings: TrainingSettings, on_progress: Callable[["LiveTraining", TrainingProgress], None]) -> None:
        self._run = TrainingRun(settings)
        next(self._run)  # The initial policy is not reported, because every record begins with it.
        self._on_progress = on_progress
        self._lock = Lock()
        self._stop = Event()

    def start(self) -> Callable[[], None]:
        """Return a function that trains until the run ends or is paused.

        It is to be called in a thread.
        """
        self._stop.set()
        stop = self._stop = Event()

        def work() -> None:
            while not stop.is_set() and self._make_steps(stop):
                stop.wait(MIN_INTERVAL)

        return work

    def pause(self) -> None:
        """Pause the training after the current step."""
        self._stop.set()

    def step(self) -> None:
        """Pause the training, and make one step in the calling thread."""
        self.pause()
        with self._lock:
            self._report(tuple(islice(self._run, 1)))

    def _make_steps(self, stop: Event) -> bool:
        """Make some training steps and report them.

        Return whether more steps remain.
        """
        max_steps, deadline = ceil(self._run.settings.steps / REPORTS_PER_RUN), monotonic() + MIN_INTERVAL
        with self._lock:
            steps: list[TrainingStep] = []
            for step in islice(self._run, max_steps):
                steps.append(step)
                if stop.is_set() or monotonic() > deadline:
                    break
            return self._report(tuple(steps))

    def _report(self, steps: tuple[TrainingStep, ...]) -> bool:
        self._on_progress(self, TrainingProgress(steps, self._run.finished, self._run.diverged))
        return not self._run.finished
