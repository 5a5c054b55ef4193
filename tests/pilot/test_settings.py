"""What the reader has set is what they get: keys, layouts, colours, language, context; the screen says so as well."""

import pytest
from textual.widgets import Input

from deepseek_tui.panes.pane import Section
from deepseek_tui.story.format.model import Story
from deepseek_tui.ui.dialogs.palette import Palette
from deepseek_tui.ui.widgets.page_view import PageView
from deepseek_tui.user_data.settings import LayoutSettings, Settings
from pilot.opened import open_app, page


async def test_a_key_that_was_set_works_and_the_old_one_no_longer_does(story: Story) -> None:
    async with open_app(story, settings=Settings(keys={"evidence": ("E", "slash")})) as opened:
        await opened.press("2", "v")
        assert opened.dialog == ""
        for key in ("E", "slash"):
            await opened.press(key)
            assert opened.dialog == "EvidenceScreen"
            await opened.press(key)  # what opened it closes it
            assert opened.dialog == ""


async def test_the_keys_that_move_in_a_list_and_a_page_can_be_set_too(story: Story) -> None:
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


async def test_two_commands_change_places(story: Story) -> None:
    async with open_app(story, settings=Settings(keys={"export": ("v",), "evidence": ("e",)})) as opened:
        await opened.press("2", "v")
        assert opened.dialog == "ExportDialog"
        await opened.press("escape", "e")
        assert opened.dialog == "EvidenceScreen"


async def test_a_key_that_comes_before_all_others_can_be_set_and_leaves_nothing_behind(story: Story) -> None:
    async with open_app(story, settings=Settings(keys={"other-part": ("t",)})) as opened:
        await opened.press("2", "tab")
        assert opened.focused == "list"
        await opened.press("t")
        assert opened.focused == "detail"


async def test_what_was_switched_off_does_nothing_and_is_not_offered(story: Story) -> None:
    settings = Settings(keys={"language": (), "export": (), "zoom": ()})
    async with open_app(story, size=(200, 50), settings=settings) as opened:
        assert "export" not in opened.lines[-1]
        await opened.press("2", "L", "e", "z")
        assert (opened.dialog, opened.dashboard.reading.language) == ("", "en")
        assert len(opened.shown) == 3
        await opened.press("question_mark")
        said = page(opened.app.screen.query_one(PageView))
        assert "Change the language" not in said
        assert "Export this item" not in said


@pytest.mark.parametrize(("language", "name"), [("en", "Shift+Home"), ("fr", "Maj+Début")])
async def test_the_footer_and_the_help_show_the_keys_that_were_set(story: Story, language: str, name: str) -> None:
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


async def test_a_click_on_the_footer_does_what_the_new_key_does(story: Story) -> None:
    async with open_app(story, settings=Settings(keys={"export": ("X",)})) as opened:
        await opened.click_words("X export", -1)
        assert opened.dialog == "ExportDialog"


async def test_ctrl_c_names_the_key_that_quits(story: Story) -> None:
    async with open_app(story, settings=Settings(keys={"quit": ("Q",)})) as opened:
        await opened.press("ctrl+c")
        assert opened.notifications == ["Press Q to quit."]
        await opened.press("q")
        assert not opened.app._exit
        await opened.press("Q")
        assert opened.app._exit


async def test_typing_stays_typing_whatever_was_set(story: Story) -> None:
    async with open_app(
        story, settings=Settings(keys={"export": ("x",), "help": ("h", "f1"), "previous-pane": ("left",)})
    ) as opened:
        await opened.press("p")
        await opened.type("xh")
        assert isinstance(opened.app.screen, Palette)
        assert opened.app.screen.query_one(Input).value == "xh"


async def test_where_letters_choose_they_choose_whatever_was_set(story: Story) -> None:
    async with open_app(story, settings=Settings(keys={"help": ("b", "f1"), "down": ("a",)})) as opened:
        await opened.press("6", "f")
        assert opened.dialog == "WaysScreen"
        await opened.press("b")
        assert opened.dialog == ""  # gone where b leads, and no help in the way
        await opened.press("escape", "f", "f1")
        assert opened.dialog == "Help"


@pytest.mark.parametrize(
    ("width", "layout", "parts"),
    [(100, {}, 2), (100, {"medium": 120}, 1), (100, {"wide": 100}, 3), (99, {"wide": 100}, 2), (160, {"wide": 200}, 2)],
)
async def test_the_layouts_begin_where_the_reader_wants_them(
    story: Story, width: int, layout: dict[str, int], parts: int
) -> None:
    settings = Settings(layout=LayoutSettings(**layout))
    async with open_app(story, size=(width, 30), settings=settings) as opened:
        await opened.press("4")
        assert len(opened.shown) == parts
        await opened.press("p")
        await opened.type("quiet-ferry")
        await opened.press("enter", "4")
        assert opened.dashboard.reading.story.id == "quiet-ferry"
        assert len(opened.shown) == parts  # another story is laid out alike
        assert opened.section is Section.INNOVATIONS
