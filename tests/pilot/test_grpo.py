"""The GRPO lab on the screen: rewards that are edited, a training that is watched, paused, stepped and compared."""

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
from deepseek_tui.ui.widgets.training_curve import LIMIT
from pilot.opened import Opened, Size, open_app

LONG = 3600.0
"""Seconds between two pieces of a training that is not to end by itself."""
BLOCKS = set("▖▗▘▝▀▄▌▐▙▛▜▟▚▞█")
"""What the run is drawn with."""


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Trainings take no more time than their sums do."""
    monkeypatch.setattr(live_training, "PACE", 0.0)


async def lab(opened: Opened) -> GrpoScreen:
    """The lab, opened with the keys that a reader presses."""
    await opened.press("4", "down", "d")
    return screen(opened)


def screen(opened: Opened) -> GrpoScreen:
    """The lab's screen."""
    found = opened.app.screen
    assert isinstance(found, GrpoScreen)
    return found


def current(opened: Opened) -> str:
    """The value that a step would change."""
    row = screen(opened).controls.current
    assert row is not None
    return row.id


async def done(opened: Opened) -> TrainingRecord:
    """Wait for the end of the training."""
    await opened.until(lambda: screen(opened).history.state is TrainingState.DONE)
    return screen(opened).history


@pytest.fixture
async def grpo(story: Story) -> AsyncIterator[Opened]:
    """The lab, open."""
    async with open_app(story, size=(100, 30)) as opened:
        await lab(opened)
        yield opened


async def test_it_opens_on_the_group_and_nothing_runs(grpo: Opened) -> None:
    assert screen(grpo).part == GROUP
    assert not screen(grpo).curve.display
    assert "+1.732" in grpo.seen
    assert screen(grpo).history.state is TrainingState.READY
    assert not list(screen(grpo).workers)


async def test_a_reward_is_edited_and_the_advantages_follow(grpo: Opened) -> None:
    await grpo.press("down", "right")
    assert "+1.508" in grpo.seen
    await grpo.press("enter")
    await grpo.type("1")
    await grpo.press("enter")
    assert grpo.seen.count("+1.000") >= 2
    assert "−1.000" in grpo.seen


async def test_equal_rewards_are_silence(grpo: Opened) -> None:
    await grpo.press("left", "left")
    assert "silent" in grpo.seen
    assert "+1.732" not in grpo.seen


async def test_the_other_deviation_gives_other_advantages(grpo: Opened) -> None:
    await grpo.press(*["down"] * 5, "right")
    assert screen(grpo).values["deviation"] == "bessel"
    assert "+1.500" in grpo.seen
    assert screen(grpo).part == GROUP


async def test_the_part_follows_the_value_and_a_key(grpo: Opened) -> None:
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


async def test_a_training_begun_elsewhere_brings_its_values_in_sight_and_else_leaves_the_current_one(
    story: Story,
) -> None:
    async with open_app(story, size=(60, 20)) as opened:
        await lab(opened)
        await opened.press("n")
        assert current(opened) == "arms"
        assert "Answers K" in opened.seen
        await opened.press("down", "down", "n")
        assert current(opened) == "lr"


async def test_a_training_runs_to_its_end_beside_its_limit(grpo: Opened) -> None:
    await grpo.press("x")
    assert screen(grpo).part == TRAINING
    history = await done(grpo)
    assert list(history.steps) == list(TrainingRun(history.settings))
    assert "step 60 of 60, done" in grpo.seen
    assert f"{history.steps[-1].p:.3f}, in the limit {history.limit[-1]:.3f}" in grpo.seen
    assert grpo.seen.count("o") > 10


async def test_l_goes_on_in_the_other_language_and_keeps_what_was_learnt(grpo: Opened) -> None:
    await grpo.press("x")
    history = await done(grpo)
    await grpo.press("L")
    assert screen(grpo).history == history
    assert "étape 60 sur 60, fini" in grpo.seen
    assert "p(bonne) par étape" in grpo.seen
    assert "une étape" in grpo.lines[-1]
    await grpo.press("escape")
    assert grpo.dashboard.reading.language == "fr"


async def test_one_step_at_a_time(grpo: Opened) -> None:
    await grpo.press("n", "n", "n")
    await grpo.until(lambda: screen(grpo).history.step == 3)
    assert screen(grpo).history.state is TrainingState.PAUSED
    assert "step 3 of 60, paused" in grpo.seen


async def test_a_pause_holds_until_it_is_taken_back(grpo: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_training, "PACE", LONG)
    await grpo.press("x")
    await grpo.until(lambda: screen(grpo).history.step > 1)
    await grpo.press("x")
    await grpo.until(lambda: all(worker.is_finished for worker in screen(grpo).workers))
    made = screen(grpo).history.step
    assert 0 < made < 60
    assert f"step {made} of 60, paused" in grpo.seen
    monkeypatch.setattr(live_training, "PACE", 0.0)
    await grpo.press("x")
    history = await done(grpo)
    assert list(history.steps) == list(TrainingRun(history.settings))


async def test_a_restart_makes_the_same_run_again(grpo: Opened) -> None:
    await grpo.press("x")
    first = await done(grpo)
    await grpo.press("a")
    again = await done(grpo)
    assert again.steps == first.steps
    assert again.before is None


async def test_another_value_begins_another_run_and_the_one_before_stays_in_sight(grpo: Opened) -> None:
    await grpo.press("x")
    first = await done(grpo)
    await grpo.press("down", "left")
    await grpo.until(lambda: screen(grpo).history.settings.group == 32)
    second = await done(grpo)
    assert second.before is not None
    assert second.before.steps == first.steps
    assert "before" in grpo.seen
    assert "···" in grpo.seen


async def test_a_value_of_the_group_alone_leaves_the_training(grpo: Opened) -> None:
    await grpo.press("x")
    first = await done(grpo)
    await grpo.press("home", "down", "right", "down", "left")
    assert screen(grpo).part == GROUP
    assert screen(grpo).history == first


async def test_the_guided_steps_set_their_values_and_run(grpo: Opened) -> None:
    await grpo.press("1")
    assert "silent" in grpo.seen
    assert screen(grpo).part == GROUP
    await grpo.press("2")
    small = await done(grpo)
    assert small.settings.group == 2
    assert small.before is not None
    assert small.before.settings == replace(small.settings, group=64)
    await grpo.press("3")
    await grpo.until(lambda: screen(grpo).history.settings.beta == 1)
    rest = await done(grpo)
    assert rest.steps[-1].p == pytest.approx(0.61, abs=0.03)
    assert "Rest" in grpo.seen
    await grpo.press("r")
    assert screen(grpo).values == screen(grpo).lab.start


async def test_what_makes_no_sense_is_refused_in_a_sentence_and_changes_nothing(grpo: Opened) -> None:
    await grpo.press(*["down"] * 7, "enter")
    await grpo.type("1")
    await grpo.press("enter")
    assert "nobody to be compared" in str(screen(grpo).about.content)
    assert screen(grpo).values["group"] == 64


async def test_escape_pauses_and_then_closes(grpo: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_training, "PACE", LONG)
    await grpo.press("x")
    await grpo.until(lambda: screen(grpo).history.step > 1)
    await grpo.press("escape")
    assert grpo.dialog == "GrpoScreen"
    assert screen(grpo).history.state is TrainingState.PAUSED
    await grpo.press("escape")
    assert grpo.dialog == ""


async def test_a_lab_that_is_closed_costs_nothing(grpo: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_training, "PACE", LONG)
    one = screen(grpo)
    await grpo.press("x")
    await grpo.until(lambda: one.history.step > 1)
    workers = list(one.workers)
    one.dismiss()
    await grpo.until(lambda: all(worker.is_finished for worker in workers))
    made = len(one.history.steps)
    await grpo.press("up", "down")
    assert len(one.history.steps) == made < 61
    assert grpo.dialog == ""
    assert grpo.key == "grpo"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 50)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_keys_work_in_both_languages_at_every_size(story: Story, language: str, size: Size) -> None:
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


async def test_the_help_says_what_its_keys_do(grpo: Opened) -> None:
    await grpo.press("question_mark")
    assert "Make one step of training" in grpo.seen
    await grpo.press("escape")
    assert grpo.dialog == "GrpoScreen"


async def test_a_click_does_what_the_key_does(grpo: Opened) -> None:
    await grpo.click_words("start, pause", -1)
    history = await done(grpo)
    assert history.step == 60


async def test_another_theme_recolours_the_curve(grpo: Opened) -> None:
    await grpo.press("x")
    await done(grpo)
    before = screen(grpo).curve._style("curve--run")
    grpo.app.theme = "light"
    await grpo.press()
    assert screen(grpo).curve._style("curve--run") != before
    assert "step 60 of 60, done" in grpo.seen


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_curve_shows_that_groups_of_two_end_below_the_limit(story: Story, size: Size) -> None:
    async with open_app(story, size=size) as opened:
        curve = (await lab(opened)).curve
        await opened.press("2")
        history = await done(opened)
        assert (round(history.steps[-1].p, 3), round(history.limit[-1], 3)) == (0.930, 0.996)
        area = curve.content_region
        rows = [line[area.x : area.right] for line in opened.lines[area.y : area.bottom]]
        assert rows[1].startswith("   1 ┫")
        assert LIMIT in rows[1][-8:]
        assert not set(rows[1]) & BLOCKS
        assert set(rows[2][-8:]) & BLOCKS
        assert LIMIT not in rows[2][-8:]


async def test_a_run_that_gets_nothing_right_is_seen_above_the_axis(story: Story) -> None:
    async with open_app(story, size=(120, 40)) as opened:
        one = await lab(opened)
        await opened.press("2")
        history = await done(opened)
        one.history = replace(history, steps=tuple(replace(step, p=0.0) for step in history.steps))
        one.draw()
        await opened.press()
        area = one.curve.content_region
        lowest = opened.lines[area.bottom - 3][area.x : area.right]
        assert set(lowest[-8:]) & BLOCKS
