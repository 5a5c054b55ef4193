"""Tests of settings in the dashboard."""

import pytest
from textual.widgets import Input

from deepseek_tui.panes.pane import Section
from deepseek_tui.story.format.model import Story
from deepseek_tui.ui.dialogs.palette import Palette
from deepseek_tui.ui.widgets.page_view import PageView
from deepseek_tui.user_data.settings import LayoutSettings, Settings
from pilot.opened import open_app, page


async def test_configured_key_replaces_the_default_key_of_a_command(story: Story) -> None:
    async with open_app(story, settings=Settings(keys={"evidence": ("E", "slash")})) as opened:
        await opened.press("2", "v")
        assert opened.dialog == ""
        for key in ("E", "slash"):
            await opened.press(key)
            assert opened.dialog == "EvidenceScreen"
            await opened.press(key)  # The key that opened the dialog also closes the dialog.
            assert opened.dialog == ""


async def test_cursor_movement_keys_can_be_configured(story: Story) -> None:
    settings = Settings(keys={"down": ("n",), "page-down": ("f5",)})
    async with open_app(story, size=(100, 16), settings=settings) as opened:
        await opened.press("4")
        first = opened.key
        await opened.press("j", "down", "space", "pagedown")
        assert opened.key == first
        await opened.press("n")
        assert opened.key != first
        await opened.press("enter", "f5")
        assert opened.dashboard.panels.detail.scroll_y > 0


async def test_keys_of_two_commands_can_be_swapped(story: Story) -> None:
    async with open_app(story, settings=Settings(keys={"export": ("v",), "evidence": ("e",)})) as opened:
        await opened.press("2", "v")
        assert opened.dialog == "ExportDialog"
        await opened.press("escape", "e")
        assert opened.dialog == "EvidenceScreen"


async def test_key_of_a_command_with_priority_can_be_configured(story: Story) -> None:
    async with open_app(story, settings=Settings(keys={"other-part": ("t",)})) as opened:
        await opened.press("2", "tab")
        assert opened.focused == "list"
        await opened.press("t")
        assert opened.focused == "detail"


async def test_command_without_a_key_in_the_settings_has_no_footer_hint(story: Story) -> None:
    settings = Settings(keys={"language": (), "export": (), "zoom": ()})
    async with open_app(story, size=(200, 50), settings=settings) as opened:
        assert "export" not in opened.lines[-1]
        await opened.press("2", "L", "e", "z")
        assert (opened.dialog, opened.dashboard.reading.language) == ("", "en")
        assert len(opened.shown) == 3
        await opened.press("question_mark")
        said = page(opened.app.screen.query_one(PageView))
        assert "Switch to the next language" not in said
        assert "Export this item" not in said


@pytest.mark.parametrize(("language", "name"), [("en", "Shift+Home"), ("fr", "Maj+Début")])
async def test_footer_and_help_show_the_keys_configured_in_the_settings(story: Story, language: str, name: str) -> None:
    settings = Settings(keys={"export": ("X", "ctrl+e"), "help": ("shift+home",)})
    async with open_app(story, language, (120, 40), settings=settings) as opened:
        assert "X export" in opened.lines[-1]
        assert name in opened.lines[-1]
        await opened.press("question_mark", "f1")
        assert opened.dialog == ""
        await opened.press("shift+home")
        assert "X Ctrl+E" in page(opened.app.screen.query_one(PageView))
        await opened.press("shift+home")
        assert opened.dialog == ""


async def test_click_on_footer_runs_command_with_configured_key(story: Story) -> None:
    async with open_app(story, settings=Settings(keys={"export": ("X",)})) as opened:
        await opened.click_words("X export", -1)
        assert opened.dialog == "ExportDialog"


async def test_notification_for_ctrl_c_names_the_configured_quit_key(story: Story) -> None:
    async with open_app(story, settings=Settings(keys={"quit": ("Q",)})) as opened:
        await opened.press("ctrl+c")
        assert opened.notifications == ["Press Q to quit."]
        await opened.press("q")
        assert not opened.app._exit
        await opened.press("Q")
        assert opened.app._exit


async def test_typing_in_a_text_field_ignores_configured_keys(story: Story) -> None:
    async with open_app(
        story, settings=Settings(keys={"export": ("x",), "help": ("h", "f1"), "previous-pane": ("left",)})
    ) as opened:
        await opened.press("p")
        await opened.type("xh")
        assert isinstance(opened.app.screen, Palette)
        assert opened.app.screen.query_one(Input).value == "xh"


async def test_letters_in_the_link_dialog_ignore_configured_keys(story: Story) -> None:
    async with open_app(story, settings=Settings(keys={"help": ("b", "f1"), "down": ("a",)})) as opened:
        await opened.press("6", "f")
        assert opened.dialog == "LinkPicker"
        await opened.press("b")
        assert opened.dialog == ""  # The key b followed the link and did not open the help.
        await opened.press("escape", "f", "f1")
        assert opened.dialog == "Help"


@pytest.mark.parametrize(
    ("width", "layout", "parts"),
    [(100, {}, 2), (100, {"medium": 120}, 1), (100, {"wide": 100}, 3), (99, {"wide": 100}, 2), (160, {"wide": 200}, 2)],
)
async def test_configured_layout_widths_are_used(story: Story, width: int, layout: dict[str, int], parts: int) -> None:
    settings = Settings(layout=LayoutSettings(**layout))
    async with open_app(story, size=(width, 30), settings=settings) as opened:
        await opened.press("4")
        assert len(opened.shown) == parts
        await opened.press("p")
        await opened.type("quiet-ferry")
        await opened.press("enter", "4")
        assert opened.dashboard.reading.story.id == "quiet-ferry"
        assert len(opened.shown) == parts  # The configured widths apply to the second story too: as many panels are visible.
        assert opened.section is Section.INNOVATIONS
