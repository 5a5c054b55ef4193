"""Tests that the location is kept when pane, language, size or dialog changes."""

import pytest

from deepseek_tui.panes.pane import PANES, Section
from deepseek_tui.story.format.model import Story
from pilot.opened import MEDIUM, NARROW, WIDE, Opened, Size, open_app


def place(opened: Opened) -> tuple[str, float, float]:
    """Return the current item and the scroll positions of list and detail."""
    return opened.key, opened.dashboard.panels.items.scroll_y, opened.dashboard.panels.detail.scroll_y


async def deep(opened: Opened) -> tuple[str, float, float]:
    """Move down the claims and into the detail, and return the location."""
    await opened.press("6")
    await opened.rush(*"jjjjjjjjjjjjjjjj")
    await opened.press("enter")
    await opened.rush(*"jj")
    return place(opened)


@pytest.mark.parametrize("size", [NARROW, MEDIUM, WIDE], ids=["narrow", "medium", "wide"])
async def test_location_in_each_pane_is_kept_when_another_pane_is_opened(story: Story, size: Size) -> None:
    async with open_app(story, size=size) as opened:
        left = {}
        for number, pane in enumerate(PANES, 1):
            await opened.press(str(number))
            await opened.press(*"j" * number, "enter", *"jjj")
            left[pane] = place(opened)
        for number, pane in enumerate(PANES, 1):
            await opened.press(str(number))
            assert place(opened) == left[pane], pane


async def test_list_scrolled_with_the_wheel_stays_scrolled_when_another_pane_is_opened(opened: Opened) -> None:
    await opened.press("6")
    items = opened.dashboard.panels.items
    before = (opened.key, items.scroll_y)
    await opened.wheel(items)
    scrolled = (opened.key, items.scroll_y)
    assert scrolled[0] == before[0]
    assert scrolled[1] > before[1]
    await opened.press("1", "6")
    assert opened.key == before[0]


async def test_item_and_scroll_are_kept_when_the_language_changes(opened: Opened) -> None:
    here = await deep(opened)
    await opened.press("L")
    assert (opened.key, opened.focused) == (here[0], "detail")
    await opened.press("L")
    assert place(opened)[:2] == here[:2]
    assert opened.focused == "detail"


async def test_item_and_scroll_are_kept_when_context_notes_are_hidden(opened: Opened) -> None:
    here = await deep(opened)
    await opened.press("c", "c")
    assert place(opened)[:2] == here[:2]
    assert opened.focused == "detail"


@pytest.mark.parametrize("key", ["question_mark", "p", "e"])
async def test_item_and_scroll_are_kept_while_a_dialog_is_open(opened: Opened, key: str) -> None:
    here = await deep(opened)
    await opened.press(key, "j", "down", "escape")
    assert place(opened) == here
    assert opened.focused == "detail"


async def test_item_and_scroll_are_kept_when_the_layout_changes(opened: Opened) -> None:
    item, _, _ = await deep(opened)
    for size in (NARROW, WIDE, MEDIUM):
        await opened.resize(size)
        assert opened.key == item
    await opened.press("1", "6")
    assert opened.key == item


async def test_pane_opened_for_the_first_time_starts_at_the_first_item(opened: Opened) -> None:
    for number in range(1, 7):
        await opened.press(str(number))
        assert opened.key == next(key for key in opened.dashboard.navigator.pane.keys if key)
        assert opened.dashboard.panels.items.scroll_y == 0


async def test_detail_of_another_item_starts_at_the_top(opened: Opened) -> None:
    await opened.press("1", "j", "tab", "G")
    assert opened.dashboard.panels.detail.scroll_y > 0
    await opened.press("escape", "j")
    assert opened.dashboard.panels.detail.scroll_y == 0


async def test_each_of_several_keys_sent_at_once_applies_to_the_item_current_by_then(story: Story) -> None:
    async with open_app(story) as opened:
        await opened.rush("6", "j", "v")
        assert opened.dialog == "EvidenceScreen"
        await opened.press("escape")
        assert opened.section is Section.CLAIMS
        document = opened.document
        assert document is not None
        assert document.key == opened.key


async def test_escape_goes_back_along_the_followed_links(story: Story) -> None:
    async with open_app(story) as opened:
        await opened.press("2", "j", "j")
        first = opened.key
        await opened.press("f", "a")
        second = (opened.section, opened.key)
        await opened.press("f", "a")
        assert (opened.section, opened.key) != second
        await opened.press("escape")
        assert (opened.section, opened.key) == second
        await opened.press("escape")
        assert (opened.section, opened.key) == (Section.TIMELINE, first)
        await opened.press("escape")
        assert (opened.section, opened.key) == (Section.TIMELINE, first)


async def test_opening_a_dialog_removes_notifications(story: Story) -> None:
    async with open_app(story) as opened:
        await opened.press("c", "c")
        assert opened.notifications
        await opened.press("e")
        assert not opened.notifications
