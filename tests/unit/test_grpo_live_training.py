"""Tests of a live training: order of reports, pauses and single steps."""

import threading
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deepseek_tui.labs.grpo import live_training
from deepseek_tui.labs.grpo.live_training import LiveTraining, TrainingProgress
from deepseek_tui.labs.grpo.settings import TrainingSettings
from deepseek_tui.labs.grpo.training import TrainingRun, TrainingStep
from deepseek_tui.labs.grpo.training_record import TrainingRecord, TrainingState, table_steps


class ProgressRecorder:
    """Records progress, and lets a test wait for it."""

    def __init__(self, settings: TrainingSettings) -> None:
        self.reports: list[TrainingProgress] = []
        self.arrived = threading.Event()
        self.live = LiveTraining(settings, self.record)

    def record(self, live: LiveTraining, progress: TrainingProgress) -> None:
        self.reports.append(progress)
        self.arrived.set()

    @property
    def steps(self) -> list[TrainingStep]:
        return [step for report in self.reports for step in report.steps]


@pytest.fixture(autouse=True)
def no_delay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_training, "MIN_INTERVAL", 0.0)


def test_progress_reports_contain_all_training_steps_in_order() -> None:
    settings = TrainingSettings(steps=120)
    recorder = ProgressRecorder(settings)
    recorder.live.start()()
    assert recorder.steps == list(TrainingRun(settings))[1:]
    assert [report.finished for report in recorder.reports] == [*[False] * (len(recorder.reports) - 1), True]
    assert len(recorder.reports) > 10


def test_progress_report_is_sent_when_the_interval_is_over() -> None:
    recorder = ProgressRecorder(TrainingSettings(steps=10_000))
    recorder.live.start()()
    assert max(len(report.steps) for report in recorder.reports) < 10_000 / live_training.REPORTS_PER_RUN


def test_paused_training_resumes_at_the_same_step(monkeypatch: pytest.MonkeyPatch) -> None:
    # With this interval, a second progress report would come only after an hour.
    monkeypatch.setattr(live_training, "MIN_INTERVAL", 3600.0)
    settings = TrainingSettings(steps=5000)
    recorder = ProgressRecorder(settings)
    thread = threading.Thread(target=recorder.live.start())
    thread.start()
    assert recorder.arrived.wait(60)
    recorder.live.pause()
    thread.join(60)
    assert not thread.is_alive()
    made = len(recorder.steps)
    assert 0 < made < 5000
    monkeypatch.setattr(live_training, "MIN_INTERVAL", 0.0)
    recorder.live.step()
    assert [step.number for step in recorder.steps] == list(range(1, made + 2))
    recorder.live.start()()
    assert recorder.steps == list(TrainingRun(settings))[1:]


def test_starting_a_second_training_stops_the_first_thread() -> None:
    recorder = ProgressRecorder(TrainingSettings(steps=5000))
    first = threading.Thread(target=recorder.live.start())
    first.start()
    second = recorder.live.start()
    first.join(60)
    assert not first.is_alive()
    second()
    assert [step.number for step in recorder.steps] == list(range(1, 5001))


def test_single_step_adds_one_training_step_and_none_after_the_end() -> None:
    recorder = ProgressRecorder(TrainingSettings(steps=1))
    recorder.live.step()
    recorder.live.step()
    assert [step.number for step in recorder.steps] == [1]
    assert recorder.reports[-1] == TrainingProgress((), finished=True, diverged=False)


def test_state_of_a_training_record_follows_from_the_recorded_steps() -> None:
    whole = TrainingRecord.complete(TrainingSettings(steps=3))
    start = TrainingRecord.at_start(whole.settings)
    assert start.state is TrainingState.READY
    assert replace(start, running=True).state is TrainingState.RUNNING
    assert start.with_steps(whole.steps[1:2]).state is TrainingState.PAUSED
    assert start.with_steps(whole.steps[1:]) == whole
    assert whole.state is TrainingState.DONE
    assert start.with_steps((), diverged=True).state is TrainingState.DONE


@pytest.mark.parametrize(
    ("steps", "shown"),
    [
        (1, (0, 1)),
        (5, (0, 1, 2, 5)),
        (8, (0, 1, 2, 5, 8)),
        (20, (0, 1, 2, 5, 10, 20)),
        (50, (0, 10, 20, 50)),
        (60, (0, 10, 20, 50, 60)),
    ],
)
def test_training_table_shows_each_round_step_number_once(steps: int, shown: tuple[int, ...]) -> None:
    assert table_steps(steps) == shown


@given(st.integers(1, 10_000))
def test_training_table_has_the_first_and_last_and_at_most_twelve_steps(steps: int) -> None:
    found = table_steps(steps)
    assert found[0] == 0
    assert found[-1] == steps
    assert list(found) == sorted(set(found))
    assert len(found) <= 12
