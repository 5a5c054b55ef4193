"""A run that goes on by itself, in a thread of its own, and hands over its steps as it makes them."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from math import ceil
from threading import Event, Lock
from time import monotonic

from deepseek_tui.labs.grpo.settings import TrainingSettings
from deepseek_tui.labs.grpo.training import TrainingRun, TrainingStep

PACE = 0.05
"""So many seconds lie between two handings-over at least: a curve that grows can be followed by eye."""
PIECES = 50
"""A run is handed over in so many pieces, unless its steps take longer than that."""


@dataclass(frozen=True, slots=True)
class TrainingProgress:
    """Steps that were made since the last handing-over."""

    steps: tuple[TrainingStep, ...]
    over: bool
    """The run has come to its end."""
    escaped: bool
    """It ended early, because its numbers left all bounds."""


class LiveTraining:
    """Starts, pauses and steps a run; none of its threads outlives a pause by more than one step of training.

    A run is only ever touched under its lock, and handed over under it, so that pieces arrive in order.
    """

    def __init__(self, settings: TrainingSettings, hand_over: Callable[["LiveTraining", TrainingProgress], None]) -> None:
        self._run = TrainingRun(settings)
        next(self._run)  # the start is no step, and known to everybody
        self._hand_over = hand_over
        self._lock = Lock()
        self._stop = Event()

    def start(self) -> Callable[[], None]:
        """The work to be done in a thread: steps to the end of the run, or to the next pause."""
        self._stop.set()
        stop = self._stop = Event()

        def work() -> None:
            while not stop.is_set() and self._piece(stop):
                stop.wait(PACE)

        return work

    def pause(self) -> None:
        """Make no more steps than the one that is being made."""
        self._stop.set()

    def one(self) -> None:
        """Make one step, here and now."""
        self.pause()
        with self._lock:
            self._give(tuple(islice(self._run, 1)))

    def _piece(self, stop: Event) -> bool:
        """Make some steps and hand them over; whether there are more to come."""
        at_once, late = ceil(self._run.settings.steps / PIECES), monotonic() + PACE
        with self._lock:
            steps: list[TrainingStep] = []
            for step in islice(self._run, at_once):
                steps.append(step)
                if stop.is_set() or monotonic() > late:
                    break
            return self._give(tuple(steps))

    def _give(self, steps: tuple[TrainingStep, ...]) -> bool:
        self._hand_over(self, TrainingProgress(steps, self._run.over, self._run.escaped))
        return not self._run.over
