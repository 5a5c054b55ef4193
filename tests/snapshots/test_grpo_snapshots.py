"""What the GRPO lab looks like: each part of it, the training when it is over and nothing moves any more."""

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
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Trainings take no more time than their sums do."""
    monkeypatch.setattr(live_training, "PACE", 0.0)


def lab(*pressed: str) -> Before:
    """Opens the lab, presses keys, and waits until the training has ended, if one was begun."""

    async def press(pilot: Pilot[None]) -> None:
        await keys("4", "down", "d", *pressed)(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, GrpoScreen)
        await until(pilot.app, lambda: not screen.history.running)

    return press


def app(language: str = "en", theme: str = "") -> DeepSeekApp:
    """The program on the bundled story."""
    return DeepSeekApp(RenderContext.of(bundled(), language), theme=theme)


@pytest.mark.parametrize("more", [(), ("2",), ("t", "t")], ids=["group", "training", "critic"])
@pytest.mark.parametrize(("language", "size"), SIZES, ids=[f"{size[0]}x{size[1]}-{language}" for language, size in SIZES])
def test_the_lab_looks_as_it_did(snap_compare: Compare, language: str, size: tuple[int, int], more: tuple[str, ...]) -> None:
    assert snap_compare(app(language), terminal_size=size, run_before=lab(*more))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_reference_that_holds_the_policy_back(snap_compare: Compare, language: str) -> None:
    assert snap_compare(app(language), terminal_size=(100, 40), run_before=lab("3"))


def test_a_silent_group(snap_compare: Compare) -> None:
    assert snap_compare(app(), terminal_size=(80, 24), run_before=lab("1"))


@pytest.mark.parametrize("theme", ["light", "terminal"])
def test_a_theme_looks_as_it_did(snap_compare: Compare, theme: str) -> None:
    assert snap_compare(app(theme=theme), terminal_size=(100, 30), run_before=lab("2"))


def test_without_colour_it_reads_as_well(snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(app(), terminal_size=(100, 30), run_before=lab("2"))
