"""Snapshots of the GRPO lab: each part, with the training finished."""

import pytest
from textual.pilot import Pilot

from bundled import bundled
from deepseek_tui.labs.grpo import live_training
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.ui.app import DeepSeekApp
from deepseek_tui.ui.labs.grpo_screen import GrpoScreen
from rest import until
from snapshots.test_snapshots import Before, Compare, keys

pytestmark = pytest.mark.snapshot

SIZES = [
    ("en", (60, 20)),
    ("en", (80, 24)),
    ("en", (120, 40)),
    ("en", (200, 50)),
    ("fr", (80, 24)),
    ("fr", (120, 40)),
]


@pytest.fixture(autouse=True)
def no_delay(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let trainings run without a delay between reports."""
    monkeypatch.setattr(live_training, "MIN_INTERVAL", 0.0)


def lab(*pressed: str) -> Before:
    """Return a function that opens the lab and presses keys.

    It waits for the end of the training.
    """

    async def press(pilot: Pilot[None]) -> None:
        await keys("4", "down", "d", *pressed)(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, GrpoScreen)
        await until(pilot.app, lambda: not screen.record.running)

    return press


def app(language: str = "en", theme: str = "") -> DeepSeekApp:
    """Return the app with the bundled story."""
    return DeepSeekApp(RenderContext.of(bundled(), language), theme=theme)


@pytest.mark.parametrize("more", [(), ("2",), ("t", "t")], ids=["group", "training", "critic"])
@pytest.mark.parametrize(("language", "size"), SIZES, ids=[f"{size[0]}x{size[1]}-{language}" for language, size in SIZES])
def test_each_part_of_the_lab(snap_compare: Compare, language: str, size: tuple[int, int], more: tuple[str, ...]) -> None:
    assert snap_compare(app(language), terminal_size=size, run_before=lab(*more))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_training_with_a_reference(snap_compare: Compare, language: str) -> None:
    assert snap_compare(app(language), terminal_size=(100, 40), run_before=lab("3"))


def test_silent_group(snap_compare: Compare) -> None:
    assert snap_compare(app(), terminal_size=(80, 24), run_before=lab("1"))


@pytest.mark.parametrize("theme", ["light", "terminal"])
def test_training_in_a_theme(snap_compare: Compare, theme: str) -> None:
    assert snap_compare(app(theme=theme), terminal_size=(100, 30), run_before=lab("2"))


def test_training_without_colour(snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(app(), terminal_size=(100, 30), run_before=lab("2"))
