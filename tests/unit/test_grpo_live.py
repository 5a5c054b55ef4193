"""A run that goes on by itself: pieces in order, pauses that hold, and nothing after them."""

import threading
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deepseek_tui.labs.grpo import live_training
from deepseek_tui.labs.grpo.live_training import LiveTraining, TrainingProgress
from deepseek_tui.labs.grpo.settings import TrainingSettings
from deepseek_tui.labs.grpo.training import TrainingRun, TrainingStep
from deepseek_tui.labs.grpo.training_record import TrainingRecord, TrainingState, stops


class Taker:
    """Takes what is handed over, and lets a test wait for it."""

    def __init__(self, settings: TrainingSettings) -> None:
        self.pieces: list[TrainingProgress] = []
        self.arrived = threading.Event()
        self.live = LiveTraining(settings, self.take)

    def take(self, live_training: LiveTraining, piece: TrainingProgress) -> None:
        self.pieces.append(piece)
        self.arrived.set()

    @property
    def steps(self) -> list[TrainingStep]:
        return [step for piece in self.pieces for step in piece.steps]


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_training, "PACE", 0.0)


def test_its_pieces_are_the_run() -> None:
    settings = TrainingSettings(steps=120)
    taker = Taker(settings)
    taker.live.start()()
    assert taker.steps == list(TrainingRun(settings))[1:]
    assert [piece.over for piece in taker.pieces] == [*[False] * (len(taker.pieces) - 1), True]
    assert len(taker.pieces) > 10


def test_a_piece_takes_no_longer_than_the_pace_however_many_steps_it_could_hold() -> None:
    taker = Taker(TrainingSettings(steps=10_000))
    taker.live.start()()
    assert max(len(piece.steps) for piece in taker.pieces) < 10_000 / live_training.PIECES


def test_a_pause_holds_and_the_run_goes_on_where_it_stood(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_training, "PACE", 3600.0)  # the second piece would come in an hour
    settings = TrainingSettings(steps=5000)
    taker = Taker(settings)
    thread = threading.Thread(target=taker.live.start())
    thread.start()
    assert taker.arrived.wait(60)
    taker.live.pause()
    thread.join(60)
    assert not thread.is_alive()
    made = len(taker.steps)
    assert 0 < made < 5000
    monkeypatch.setattr(live_training, "PACE", 0.0)
    taker.live.one()
    assert [step.number for step in taker.steps] == list(range(1, made + 2))
    taker.live.start()()
    assert taker.steps == list(TrainingRun(settings))[1:]


def test_a_second_start_ends_the_first() -> None:
    taker = Taker(TrainingSettings(steps=5000))
    first = threading.Thread(target=taker.live.start())
    first.start()
    second = taker.live.start()
    first.join(60)
    assert not first.is_alive()
    second()
    assert [step.number for step in taker.steps] == list(range(1, 5001))


def test_one_step_is_one_and_after_the_end_there_is_none() -> None:
    taker = Taker(TrainingSettings(steps=1))
    taker.live.one()
    taker.live.one()
    assert [step.number for step in taker.steps] == [1]
    assert taker.pieces[-1] == TrainingProgress((), over=True, escaped=False)


def test_a_history_knows_how_far_it_is() -> None:
    whole = TrainingRecord.whole(TrainingSettings(steps=3))
    start = TrainingRecord.at_start(whole.settings)
    assert start.state is TrainingState.READY
    assert replace(start, running=True).state is TrainingState.RUNNING
    assert start.and_then(whole.steps[1:2]).state is TrainingState.PAUSED
    assert start.and_then(whole.steps[1:]) == whole
    assert whole.state is TrainingState.DONE
    assert start.and_then((), escaped=True).state is TrainingState.DONE


@given(st.integers(1, 10_000))
def test_a_table_tells_the_start_the_end_and_a_few_steps_between(steps: int) -> None:
    found = stops(steps)
    assert found[0] == 0
    assert found[-1] == steps
    assert list(found) == sorted(set(found))
    assert len(found) <= 12
