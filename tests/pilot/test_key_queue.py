"""Tests of keys that arrive in one burst."""

import asyncio
from pathlib import Path

import pytest
from textual.events import Paste
from textual.widgets import Input

from deepseek_tui.panes.pane import Section
from deepseek_tui.story.format.model import Story
from deepseek_tui.ui.widgets.multi_line_input import MultiLineInput
from pilot.opened import NARROW, Opened, open_app
from pilot.test_history import here
from pilot.workspaces import workspace_of_bundled
from rest import PATIENCE, send

WORDS = "quit 26 samples"
"""A text whose letters are all keys of commands, in the dashboard or in a dialog."""


@pytest.mark.parametrize(
    ("key", "dialog"), [("s", "SearchScreen"), ("slash", "SearchScreen"), ("p", "Palette"), ("ctrl+p", "Palette")]
)
async def test_letters_typed_directly_after_the_dialog_key_reach_the_dialog_field(
    opened: Opened, key: str, dialog: str
) -> None:
    before = here(opened)
    await opened.rush(key, *WORDS)
    assert opened.dialog == dialog
    assert opened.app.screen.query_one(Input).value == WORDS
    await opened.rush("escape", key, *"again")
    assert opened.app.screen.query_one(Input).value == "again"
    await opened.press("escape")
    assert here(opened) == before


async def test_letters_typed_directly_after_the_filter_key_filter_the_list(opened: Opened) -> None:
    await opened.rush("6", "F", *WORDS)
    assert (opened.section, opened.dialog, opened.focused) == (Section.CLAIMS, "", "filter")
    assert opened.dashboard.navigator.locations.here.filter == WORDS
    await opened.rush("escape", "F", *"meta", "enter", "w", "j")
    assert opened.dashboard.navigator.locations.here.filter == "meta"
    assert opened.focused == "list"


async def test_letters_typed_directly_after_the_note_key_reach_the_note_editor(story: Story, tmp_path: Path) -> None:
    async with open_app(story, workspace=workspace_of_bundled(tmp_path)) as opened:
        await opened.rush("6", "j", "a", *WORDS, "enter", *"more")
        assert opened.app.screen.query_one(MultiLineInput).text == f"{WORDS}\nmore"
        await opened.rush("escape", "m", "2", "j")
        assert (opened.dialog, opened.section) == ("", Section.TIMELINE)


async def test_pasted_text_and_typed_keys_reach_the_field_in_order(opened: Opened) -> None:
    send(opened.app, "s", "a")
    opened.app.post_message(Paste("bcd"))
    await opened.rush("e")
    assert opened.app.screen.query_one(Input).value == "abcde"


async def test_search_query_and_enter_sent_at_once_open_the_result(opened: Opened) -> None:
    await opened.press("s")
    await opened.type("nvidia")
    await opened.press("enter", "n", "j")
    slowly = here(opened)
    async with open_app(opened.dashboard.reading.story) as other:
        await other.rush("s", *"nvidia", "enter", "n", "j")
        assert here(other) == slowly


@pytest.mark.parametrize(
    "keys", [("6", "j", "enter", "j", "j", "j"), ("3", "tab", "G", "k", "k"), ("6", "F", *"meta", "enter", *"jjj")]
)
async def test_keys_sent_at_once_have_the_same_result_as_single_keys_on_a_narrow_screen(
    story: Story, keys: tuple[str, ...]
) -> None:
    places = []
    for hurried in (False, True):
        async with open_app(story, size=NARROW) as opened:
            await (opened.rush if hurried else opened.press)(*keys)
            places.append(here(opened))
    assert places[0] == places[1]


async def test_key_after_quit_is_ignored(opened: Opened) -> None:
    send(opened.app, "s", "escape", "q", *WORDS)
    assert opened.app._task is not None
    await asyncio.wait_for(opened.app._task, PATIENCE)
    assert opened.app._exit
