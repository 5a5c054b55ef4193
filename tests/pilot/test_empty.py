"""Tests of a story with empty panes."""

import pytest

from deepseek_tui.i18n.catalogue import words_in
from deepseek_tui.story.format.model import Story
from pilot.opened import NARROW, WIDE, Size, open_app, page
from stories import minimal_story

LISTS = ("players", "events", "innovations", "questions", "claims", "figures", "terms", "notes", "links", "topics")


@pytest.fixture(scope="module")
def empty() -> Story:
    """Return a story with only a title and a summary."""
    document = minimal_story() | {name: [] for name in LISTS}
    document["sources"] = [source for source in document["sources"] if "player" not in source]
    return Story.model_validate(document)


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
@pytest.mark.parametrize("language", ["fr", "en"])
async def test_empty_pane_explains_why_there_are_no_items(empty: Story, language: str, size: Size) -> None:
    async with open_app(empty, language, size) as opened:
        assert opened.key == "overview:glance"
        for number in "23456":
            await opened.press(number)
            assert opened.key == ""
            assert words_in(language).screen.empty_pane in opened.seen
            await opened.press("enter")
            assert opened.dashboard.navigator.pane.title in page(opened.dashboard.panels.detail)
            assert words_in(language).screen.empty_pane in page(opened.dashboard.panels.detail)


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
async def test_keys_for_panes_and_dialogs_work_in_an_empty_pane(empty: Story, size: Size) -> None:
    async with open_app(empty, size=size) as opened:
        await opened.press("2")
        for key in ("j", "k", "pagedown", "G", "enter", "j", "tab", "z", "escape", "escape", "c", "L", "L", "tab", "escape"):
            await opened.press(key)
            assert words_in(opened.dashboard.reading.language).screen.empty_pane in opened.seen, key
        await opened.press("e")
        assert opened.dialog == "ExportDialog"
        await opened.press("escape", "p", "escape", "question_mark", "escape")
        items = opened.dashboard.panels.items
        await opened.click(items, 4, 3)
        assert opened.dialog == ""
        await opened.resize((250, 70))
        await opened.resize((40, 12))
        await opened.press("1")
        assert opened.key == "overview:glance"


async def test_opening_an_empty_pane_clears_the_detail_of_the_previous_pane(empty: Story) -> None:
    async with open_app(empty, size=WIDE) as opened:
        first = page(opened.dashboard.panels.detail)
        await opened.press("6")
        await opened.resize((120, 40))
        assert first not in page(opened.dashboard.panels.detail)
        assert words_in("en").screen.empty_pane in page(opened.dashboard.panels.detail)
        assert page(opened.dashboard.panels.side) == ""
        assert opened.dashboard.panels.detail.border_subtitle in ("", None)
