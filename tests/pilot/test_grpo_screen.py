"""Tests of the GRPO screen: rewards, training, comparison and plot."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bundled import LANGUAGES
from deepseek_tui.labs.grpo import live_training
from deepseek_tui.labs.grpo.lab import CRITIC, GROUP, TRAINING
from deepseek_tui.labs.grpo.training import TrainingRun
from deepseek_tui.labs.grpo.training_record import TrainingRecord, TrainingState
from deepseek_tui.story.format.model import Story
from deepseek_tui.ui.labs.grpo_screen import GrpoScreen
from deepseek_tui.ui.widgets.training_curve import LIMIT_MARK
from pilot.opened import Opened, Size, open_app

LONG = 3600.0
"""Seconds between two reports of a training, longer than any test runs."""
BLOCKS = set("▖▗▘▝▀▄▌▐▙▛▜▟▚▞█")
"""Characters with which the plot draws the training curve."""


@pytest.fixture(autouse=True)
def no_delay(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let trainings run without a delay between reports."""
    monkeypatch.setattr(live_training, "MIN_INTERVAL", 0.0)


async def lab(opened: Opened) -> GrpoScreen:
    """Open the GRPO lab with the keyboard and return its screen."""
    await opened.press("4", "down", "d")
    return screen(opened)


def screen(opened: Opened) -> GrpoScreen:
    """Return the open screen of the GRPO lab."""
    found = opened.app.screen
    assert isinstance(found, GrpoScreen)
    return found


def current(opened: Opened) -> str:
    """Return the id of the lab's current control."""
    row = screen(opened).controls.current
    assert row is not None
    return row.id


async def done(opened: Opened) -> TrainingRecord:
    """Wait until the training has ended, and return its record."""
    await opened.until(lambda: screen(opened).record.state is TrainingState.DONE)
    return screen(opened).record


@pytest.fixture
async def grpo(story: Story) -> AsyncIterator[Opened]:
    """Yield the application with the GRPO lab open."""
    async with open_app(story, size=(100, 30)) as opened:
        await lab(opened)
        yield opened


async def test_lab_opens_with_the_group_page_and_starts_no_training(grpo: Opened) -> None:
    assert screen(grpo).part == GROUP
    assert not screen(grpo).curve.display
    assert "+1.732" in grpo.seen
    assert screen(grpo).record.state is TrainingState.READY
    assert not list(screen(grpo).workers)


async def test_changing_a_reward_changes_the_advantages(grpo: Opened) -> None:
    await grpo.press("down", "right")
    assert "+1.508" in grpo.seen
    await grpo.press("enter")
    await grpo.type("1")
    await grpo.press("enter")
    assert grpo.seen.count("+1.000") >= 2
    assert "−1.000" in grpo.seen


async def test_page_explains_that_equal_rewards_give_zero_advantages(grpo: Opened) -> None:
    await grpo.press("left", "left")
    assert "learns nothing" in " ".join(grpo.seen.split())
    assert "+1.732" not in grpo.seen


async def test_changing_the_standard_deviation_convention_changes_the_advantages(grpo: Opened) -> None:
    await grpo.press(*["down"] * 5, "right")
    assert screen(grpo).values["deviation"] == "bessel"
    assert "+1.500" in grpo.seen
    assert screen(grpo).part == GROUP


async def test_shown_part_of_the_page_follows_the_current_control_and_the_key_t(grpo: Opened) -> None:
    await grpo.press(*["down"] * 6)
    assert screen(grpo).part == TRAINING
    assert screen(grpo).curve.display
    await grpo.press("end")
    assert screen(grpo).part == CRITIC
    assert "252 GB" in grpo.seen
    await grpo.press("t")
    assert screen(grpo).part == GROUP
    assert current(grpo) == "r1"
    await grpo.press("t")
    assert screen(grpo).part == TRAINING
    assert current(grpo) == "arms"


async def test_starting_a_training_moves_the_cursor_only_if_it_is_outside_the_training_part(
    story: Story,
) -> None:
    async with open_app(story, size=(60, 20)) as opened:
        await lab(opened)
        await opened.press("n")
        assert current(opened) == "arms"
        assert "Answers K" in opened.seen
        await opened.press("down", "down", "n")
        assert current(opened) == "lr"


async def test_training_runs_to_the_last_step_beside_the_curve_for_an_infinite_group(grpo: Opened) -> None:
    await grpo.press("x")
    assert screen(grpo).part == TRAINING
    record = await done(grpo)
    assert list(record.steps) == list(TrainingRun(record.settings))
    assert "step 60 of 60, done" in grpo.seen
    assert f"{record.steps[-1].p:.3f}; limit {record.limit_curve[-1]:.3f}" in grpo.seen
    assert grpo.seen.count("o") > 10


async def test_key_l_switches_the_language_and_keeps_the_training(grpo: Opened) -> None:
    await grpo.press("x")
    record = await done(grpo)
    await grpo.press("L")
    assert screen(grpo).record == record
    assert "étape 60 sur 60, fini" in grpo.seen
    assert "p(bonne) par étape" in grpo.seen
    assert "une étape" in grpo.lines[-1]
    await grpo.press("escape")
    assert grpo.dashboard.reading.language == "fr"


async def test_key_n_makes_one_training_step_and_pauses(grpo: Opened) -> None:
    await grpo.press("n", "n", "n")
    await grpo.until(lambda: screen(grpo).record.step == 3)
    assert screen(grpo).record.state is TrainingState.PAUSED
    assert "step 3 of 60, paused" in grpo.seen


async def test_key_x_resumes_a_paused_training(grpo: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_training, "MIN_INTERVAL", LONG)
    await grpo.press("x")
    await grpo.until(lambda: screen(grpo).record.step > 1)
    await grpo.press("x")
    await grpo.until(lambda: all(worker.is_finished for worker in screen(grpo).workers))
    made = screen(grpo).record.step
    assert 0 < made < 60
    assert f"step {made} of 60, paused" in grpo.seen
    monkeypatch.setattr(live_training, "MIN_INTERVAL", 0.0)
    await grpo.press("x")
    record = await done(grpo)
    assert list(record.steps) == list(TrainingRun(record.settings))


async def test_restarted_training_has_the_same_results(grpo: Opened) -> None:
    await grpo.press("x")
    first = await done(grpo)
    await grpo.press("a")
    again = await done(grpo)
    assert again.steps == first.steps
    assert again.previous is None


async def test_changing_a_setting_starts_a_new_training_that_is_compared_with_the_previous_one(grpo: Opened) -> None:
    await grpo.press("x")
    first = await done(grpo)
    await grpo.press("down", "left")
    await grpo.until(lambda: screen(grpo).record.settings.group == 32)
    second = await done(grpo)
    assert second.previous is not None
    assert second.previous.steps == first.steps
    assert "before" in grpo.seen
    assert "···" in grpo.seen


async def test_changing_a_reward_does_not_restart_the_training(grpo: Opened) -> None:
    await grpo.press("x")
    first = await done(grpo)
    await grpo.press("home", "down", "right", "down", "left")
    assert screen(grpo).part == GROUP
    assert screen(grpo).record == first


async def test_guided_steps_set_the_described_values_and_run_the_training(grpo: Opened) -> None:
    await grpo.press("1")
    assert "learns nothing" in " ".join(grpo.seen.split())
    assert screen(grpo).part == GROUP
    await grpo.press("2")
    small = await done(grpo)
    assert small.settings.group == 2
    assert small.previous is not None
    assert small.previous.settings == replace(small.settings, group=64)
    await grpo.press("3")
    await grpo.until(lambda: screen(grpo).record.settings.beta == 1)
    rest = await done(grpo)
    assert rest.steps[-1].p == pytest.approx(0.61, abs=0.03)
    assert "Balance" in grpo.seen
    await grpo.press("r")
    assert screen(grpo).values == screen(grpo).lab.defaults


async def test_invalid_group_size_is_refused_and_changes_nothing(grpo: Opened) -> None:
    await grpo.press(*["down"] * 7, "enter")
    await grpo.type("1")
    await grpo.press("enter")
    assert "nothing to compare" in str(screen(grpo).about.content)
    assert screen(grpo).values["group"] == 64


async def test_first_escape_pauses_the_training_and_second_escape_closes_the_lab(
    grpo: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live_training, "MIN_INTERVAL", LONG)
    await grpo.press("x")
    await grpo.until(lambda: screen(grpo).record.step > 1)
    await grpo.press("escape")
    assert grpo.dialog == "GrpoScreen"
    assert screen(grpo).record.state is TrainingState.PAUSED
    await grpo.press("escape")
    assert grpo.dialog == ""


async def test_closing_the_lab_stops_the_training(grpo: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_training, "MIN_INTERVAL", LONG)
    one = screen(grpo)
    await grpo.press("x")
    await grpo.until(lambda: one.record.step > 1)
    workers = list(one.workers)
    one.dismiss()
    await grpo.until(lambda: all(worker.is_finished for worker in workers))
    made = len(one.record.steps)
    await grpo.press("up", "down")
    assert len(one.record.steps) == made < 61
    assert grpo.dialog == ""
    assert grpo.key == "grpo"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 50)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_training_keys_work_in_both_languages_at_every_terminal_size(story: Story, language: str, size: Size) -> None:
    async with open_app(story, language, size) as opened:
        one = await lab(opened)
        await opened.press("x")
        await done(opened)
        assert one.grpo.words.state["done"].format(step=60, steps=60) in opened.seen
        assert str(one.curve.border_title) in opened.seen
        await opened.press("n", "a")
        await done(opened)
        await opened.press("t")
        assert one.part == CRITIC


async def test_help_lists_the_training_keys(grpo: Opened) -> None:
    await grpo.press("question_mark")
    assert "Make one step of training" in grpo.seen
    await grpo.press("escape")
    assert grpo.dialog == "GrpoScreen"


async def test_click_on_the_key_hint_starts_the_training(grpo: Opened) -> None:
    await grpo.click_words("start, pause", -1)
    record = await done(grpo)
    assert record.step == 60


async def test_changing_the_theme_recolours_the_training_curve(grpo: Opened) -> None:
    await grpo.press("x")
    await done(grpo)
    before = screen(grpo).curve._style("curve--run")
    grpo.app.theme = "light"
    await grpo.press()
    assert screen(grpo).curve._style("curve--run") != before
    assert "step 60 of 60, done" in grpo.seen


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_training_curve_with_groups_of_two_ends_below_the_limit_curve(story: Story, size: Size) -> None:
    async with open_app(story, size=size) as opened:
        curve = (await lab(opened)).curve
        await opened.press("2")
        record = await done(opened)
        await opened.draw()  # The plot widget fills its canvas only when the screen is drawn.
        assert (round(record.steps[-1].p, 3), round(record.limit_curve[-1], 3)) == (0.930, 0.996)
        area = curve.content_region
        rows = [line[area.x : area.right] for line in opened.lines[area.y : area.bottom]]
        assert rows[1].startswith("   1 ┫")
        assert LIMIT_MARK in rows[1][-8:]
        assert not set(rows[1]) & BLOCKS
        assert set(rows[2][-8:]) & BLOCKS
        assert LIMIT_MARK not in rows[2][-8:]


async def test_training_curve_at_probability_zero_is_visible_above_the_axis(story: Story) -> None:
    async with open_app(story, size=(120, 40)) as opened:
        one = await lab(opened)
        await opened.press("2")
        record = await done(opened)
        one.record = replace(record, steps=tuple(replace(step, p=0.0) for step in record.steps))
        one.draw()
        await opened.draw()
        area = one.curve.content_region
        lowest = opened.lines[area.bottom - 3][area.x : area.right]
        assert set(lowest[-8:]) & BLOCKS
