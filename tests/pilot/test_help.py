"""Tests of the help."""

import importlib
import pkgutil
import re
from inspect import getmembers, isclass

import pytest
from textual.screen import ModalScreen
from textual.widgets import Input

from deepseek_tui.commands import COMMANDS, help_entries
from deepseek_tui.i18n.catalogue import words_in
from deepseek_tui.i18n.languages import LANGUAGES
from deepseek_tui.panes.key_labels import key_name
from deepseek_tui.story.format.model import Story
from deepseek_tui.ui import dialogs as dialog_package
from deepseek_tui.ui import labs as lab_package
from deepseek_tui.ui.dialogs.chooser import Chooser
from deepseek_tui.ui.dialogs.dialog import Dialog
from deepseek_tui.ui.dialogs.help import Help
from deepseek_tui.ui.dialogs.picker import Picker
from deepseek_tui.ui.widgets.page_view import PageView
from pilot.opened import Opened, open_app, page


@pytest.mark.parametrize("size", [(120, 40), (40, 12)], ids=["120x40", "40x12"])
@pytest.mark.parametrize("language", ["fr", "en"])
async def test_help_lists_every_command_with_the_keys(story: Story, language: str, size: tuple[int, int]) -> None:
    words = words_in(language)
    async with open_app(story, language, size) as opened:
        await opened.press("question_mark")
        said = page(opened.app.screen.query_one(PageView))
        assert words.screen.help_title in opened.lines[opened.app.screen.query_one("#help").region.y]
        for line in help_entries():
            assert words.keys.long[line.ids[0]] in said
            assert " ".join(key_name(key, words.keys) for key in line.keys) in said
        for sign in words.screen.help_signs:
            assert re.sub(" +", " ", sign) in said


def test_help_entries_include_every_command() -> None:
    listed = {id for line in help_entries() for id in line.ids}
    assert {command.id for command in COMMANDS if not command.id.startswith("pane-")} <= listed
    assert "pane-1" in listed


@pytest.mark.parametrize("key", ["escape", "question_mark", "f1", "q", "enter"])
async def test_keys_that_close_the_help_close_nothing_else(opened: Opened, key: str) -> None:
    await opened.press("question_mark", key)
    assert (opened.dialog, opened.app._exit) == ("", False)


async def test_long_help_text_can_be_scrolled(story: Story) -> None:
    async with open_app(story, size=(60, 16)) as opened:
        await opened.press("f1")
        view = opened.app.screen.query_one(PageView)
        await opened.press("pagedown")
        assert view.scroll_y > 0
        await opened.press("G")
        assert view.scroll_y == view.max_scroll_y
        assert "--no-mouse" in opened.seen


def dialogs() -> set[type[ModalScreen[object]]]:
    """Return all dialog classes except the help."""
    modules = [
        importlib.import_module(f"{package.__name__}.{found.name}")
        for package in (dialog_package, lab_package)
        for found in pkgutil.iter_modules(package.__path__)
    ]
    found = {one for module in modules for _, one in getmembers(module, isclass) if issubclass(one, ModalScreen)}
    return found - {ModalScreen, Dialog, Chooser, Picker, Help}


def test_every_dialog_has_a_help_topic_that_lists_the_dialog_keys_in_every_language() -> None:
    assert dialogs()
    for dialog in dialogs():
        assert issubclass(dialog, Dialog), dialog
        for language in LANGUAGES:
            topic = words_in(language).help.topics[dialog.TOPIC]
            assert topic.words.count(". ") in (1, 2, 3), dialog
            assert topic.uses, dialog


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_help_topic_belongs_to_a_panel_or_dialog(language: str) -> None:
    parts = {"list", "detail", "side", "filter"}
    assert set(words_in(language).help.topics) == parts | {dialog.TOPIC for dialog in dialogs()}
    ids = {command.id for command in COMMANDS}
    uses = [use for topic in words_in(language).help.topics.values() for use in topic.uses]
    assert all(set(use.commands) <= ids for use in uses)
    assert all(use.keys or use.commands for use in uses)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", ["list", "detail", "side"])
async def test_help_starts_with_the_topic_of_the_focused_panel(story: Story, part: str, language: str) -> None:
    words = words_in(language)
    async with open_app(story, language, (160, 40)) as opened:
        await opened.press("4", *["tab"] * ["list", "detail", "side"].index(part))
        assert opened.focused == part
        await opened.press("question_mark")
        said = page(opened.app.screen.query_one(PageView))
        topic = words.help.topics[part]
        assert said.strip().startswith(topic.title)
        assert said.index(topic.words) < said.index(words.keys.long["next-pane"])
        assert not [other.words for name, other in words.help.topics.items() if name != part and other.words in said]
        await opened.press("escape")
        assert (opened.dialog, opened.focused) == ("", part)


@pytest.mark.parametrize(
    ("dialog", "opens", "key"),
    [("evidence", "v", "question_mark"), ("evidence", "v", "f1"), ("ways", "f", "question_mark"), ("ways", "f", "f1"),
     ("palette", "p", "f1"), ("export", "e", "question_mark"), ("export", "e", "f1")],
)  # fmt: skip
async def test_help_lists_the_keys_of_the_open_dialog_and_escape_returns_to_the_dialog(
    opened: Opened, dialog: str, opens: str, key: str
) -> None:
    await opened.press("6", opens)
    name = opened.dialog
    await opened.press(key)
    assert opened.dialog == "Help"
    said = page(opened.app.screen.query_one(PageView))
    topic = words_in("en").help.topics[dialog]
    assert topic.words in said
    assert all(use.words in said for use in topic.uses)
    assert words_in("en").keys.long["next-pane"] not in said
    await opened.press("escape")
    assert opened.dialog == name
    await opened.press("escape")
    assert opened.dialog == ""


async def test_question_mark_typed_in_a_field_does_not_open_the_help(opened: Opened) -> None:
    await opened.press("p")
    await opened.press("question_mark")
    assert opened.dialog == "Palette"
    assert opened.app.screen.query_one(Input).value == "?"
    await opened.press("f1")
    assert opened.dialog == "Help"


@pytest.mark.parametrize("key", ["question_mark", "f1"])
async def test_keys_pressed_after_the_help_key_reach_the_help_in_order(opened: Opened, key: str) -> None:
    for pressed, dialog in (((key, key), ""), (("v", key, key), "EvidenceScreen"), ((key, "escape", "escape"), "")):
        await opened.rush(*pressed)
        assert opened.dialog == dialog
    await opened.rush("v", key)
    assert opened.dialog == "Help"
