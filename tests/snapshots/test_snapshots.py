"""Snapshots of panes, dialogs and themes at several sizes in both languages."""

import re
from collections.abc import Awaitable, Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from bundled import LANGUAGES, reading
from deepseek_tui.panes.pane import PANES, Section
from deepseek_tui.ui.app import DeepSeekApp
from deepseek_tui.ui.controllers import item_actions
from rest import at_rest, send

pytestmark = pytest.mark.snapshot

Compare = Callable[..., bool]
Before = Callable[[Pilot[None]], Awaitable[None]]
SIZES = [(60, 20), (80, 24), (120, 40), (200, 50)]
DIALOGS = {"help": "question_mark", "palette": "p", "export": "e", "evidence": "v", "follow": "f"}
REMOTE = re.compile(r"@font-face|url\(\s*[\"']?\w+:|\b(?:href|src)\s*=\s*[\"']\w+:")
"""Pattern of SVG markup that would make a viewer load something from the network."""


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the export dialog propose the same folder on every machine."""
    monkeypatch.setattr(item_actions, "Path", SimpleNamespace(cwd=lambda: Path("~/stories")))


def keys(*pressed: str) -> Before:
    """Return a function that presses keys and stops the blinking of cursors."""

    async def press(pilot: Pilot[None]) -> None:
        app = pilot.app
        await at_rest(app, draw=False)
        for key in pressed:
            send(app, key)
            await at_rest(app, draw=False)
        for field in (*app.screen.query(Input), *app.screen.query(TextArea)):
            field.cursor_blink = False
        await at_rest(app)

    return press


def app(language: str = "en", theme: str = "", *, context: bool = True) -> DeepSeekApp:
    """Return the program on the bundled story."""
    return DeepSeekApp(reading(language, context=context), theme=theme)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("section", PANES, ids=lambda section: section.value)
def test_pane(snap_compare: Compare, section: Section, size: tuple[int, int], language: str) -> None:
    assert snap_compare(app(language), terminal_size=size, run_before=keys(str(PANES.index(section) + 1)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "key", ["question_mark", "p", "e", "v", "f"], ids=["help", "palette", "export", "evidence", "follow"]
)
def test_dialog(snap_compare: Compare, key: str, language: str) -> None:
    assert snap_compare(app(language), terminal_size=(100, 40), run_before=keys("6", "j", key))


@pytest.mark.parametrize("key", ["question_mark", "p", "e"], ids=["help", "palette", "export"])
def test_dialog_on_small_terminal(snap_compare: Compare, key: str) -> None:
    assert snap_compare(app(), terminal_size=(60, 20), run_before=keys("2", key))


@pytest.mark.parametrize("theme", ["light", "terminal"])
@pytest.mark.parametrize("section", [Section.OVERVIEW, Section.TIMELINE], ids=lambda section: section.value)
def test_theme(snap_compare: Compare, theme: str, section: Section) -> None:
    assert snap_compare(app(theme=theme), terminal_size=(100, 30), run_before=keys(str(PANES.index(section) + 1), "j"))


@pytest.mark.parametrize("section", [Section.OVERVIEW, Section.TIMELINE], ids=lambda section: section.value)
def test_pane_without_colour(snap_compare: Compare, monkeypatch: pytest.MonkeyPatch, section: Section) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(app(), terminal_size=(100, 30), run_before=keys(str(PANES.index(section) + 1), "j"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_open_item_fills_narrow_terminal(snap_compare: Compare, language: str) -> None:
    assert snap_compare(app(language), terminal_size=(60, 20), run_before=keys("4", "enter"))


def test_innovation_with_links_and_notes_in_side_panel(snap_compare: Compare) -> None:
    assert snap_compare(app(), terminal_size=(160, 45), run_before=keys("4", "tab", "tab"))


def test_zoomed_panel_fills_screen(snap_compare: Compare) -> None:
    assert snap_compare(app(), terminal_size=(100, 30), run_before=keys("5", "tab", "z"))


def test_pane_with_hidden_context(snap_compare: Compare) -> None:
    assert snap_compare(app(context=False), terminal_size=(100, 30), run_before=keys("6", "j", "j"))


def test_smallest_terminal_shows_title(snap_compare: Compare) -> None:
    assert snap_compare(app(), terminal_size=(40, 12), run_before=keys())


async def test_screenshot_contains_no_network_address() -> None:
    opened = app()
    async with opened.run_test(size=(80, 24)):
        await at_rest(opened)
        picture = opened.export_screenshot()
    assert "</svg>" in picture
    assert not REMOTE.search(picture)
