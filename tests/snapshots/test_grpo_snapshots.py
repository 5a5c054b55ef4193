"""What the GRPO lab looks like: each part of it, the training when it is over and nothing moves any more."""

from collections.abc import Awaitable, Callable

import pytest
from textual.pilot import Pilot

from bundled import bundled
from deepseek_tui.app import DeepSeekApp
from deepseek_tui.labs.grpo import live
from deepseek_tui.panes.reading import Reading
from deepseek_tui.screens.grpo import GrpoScreen

pytestmark = pytest.mark.snapshot

Compare = Callable[..., bool]
Before = Callable[[Pilot[None]], Awaitable[None]]
SIZES = [
    ("en", (60, 20)),
    ("en", (80, 24)),
    ("en", (120, 40)),
    ("en", (200, 50)),
    ("fr", (80, 24)),
    ("fr", (120, 40)),
]
ROUNDS = 2000


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Trainings take no more time than their sums do."""
    monkeypatch.setattr(live, "PACE", 0.0)


def lab(*pressed: str) -> Before:
    """Opens the lab, presses keys, and waits until the training has ended, if one was begun."""

    async def press(pilot: Pilot[None]) -> None:
        await pilot.pause()
        for key in ("4", "down", "d", *pressed):
            await pilot.press(key)
            await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, GrpoScreen)
        for _ in range(ROUNDS):
            if not screen.history.running:
                break
            await pilot.pause(0.005)
        assert not screen.history.running
        await pilot.pause()

    return press


def app(language: str = "en", theme: str = "") -> DeepSeekApp:
    """The program on the bundled story."""
    return DeepSeekApp(Reading.of(bundled(), language), theme=theme)


@pytest.mark.parametrize("keys", [(), ("2",), ("t", "t")], ids=["group", "training", "critic"])
@pytest.mark.parametrize(("language", "size"), SIZES, ids=[f"{size[0]}x{size[1]}-{language}" for language, size in SIZES])
def test_the_lab_looks_as_it_did(snap_compare: Compare, language: str, size: tuple[int, int], keys: tuple[str, ...]) -> None:
    assert snap_compare(app(language), terminal_size=size, run_before=lab(*keys))


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
