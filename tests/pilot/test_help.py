"""The help lists every key in words, in the reader's language, and closes with the keys that opened it."""

import re

import pytest

from deepseek_tui.commands import COMMANDS, help_lines
from deepseek_tui.i18n.catalogue import words_in
from deepseek_tui.story.model import Story
from deepseek_tui.widgets.bars import key_name
from deepseek_tui.widgets.page_view import PageView
from pilot.opened import Opened, open_app, page


@pytest.mark.parametrize("size", [(120, 40), (40, 12)], ids=["120x40", "40x12"])
@pytest.mark.parametrize("language", ["fr", "en"])
async def test_the_help_lists_every_command_with_its_keys(story: Story, language: str, size: tuple[int, int]) -> None:
    words = words_in(language)
    async with open_app(story, language, size) as opened:
        await opened.press("question_mark")
        said = page(opened.app.screen.query_one(PageView))
        assert words.screen.help_title in opened.lines[opened.app.screen.query_one("#help").region.y]
        for line in help_lines():
            assert words.keys.long[line.ids[0]] in said
            assert " ".join(key_name(key, words.keys) for key in line.keys) in said
        for sign in words.screen.help_signs:
            assert re.sub(" +", " ", sign) in said


def test_no_command_is_missing_from_the_help() -> None:
    listed = {id for line in help_lines() for id in line.ids}
    assert {command.id for command in COMMANDS if not command.id.startswith("pane-")} <= listed
    assert "pane-1" in listed


@pytest.mark.parametrize("key", ["escape", "question_mark", "f1", "q", "enter"])
async def test_the_help_closes_and_nothing_else_does(opened: Opened, key: str) -> None:
    await opened.press("question_mark", key)
    assert (opened.dialog, opened.app._exit) == ("", False)


async def test_a_help_longer_than_the_screen_scrolls(story: Story) -> None:
    async with open_app(story, size=(60, 16)) as opened:
        await opened.press("f1")
        view = opened.app.screen.query_one(PageView)
        await opened.press("pagedown")
        assert view.scroll_y > 0
        await opened.press("G")
        assert view.scroll_y == view.max_scroll_y
        assert "--no-mouse" in opened.seen
