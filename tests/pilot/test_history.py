"""Tests of back and forward in the history."""

from typing import NamedTuple

import pytest

from bundled import bundled
from deepseek_tui.navigation.history import LONGEST
from deepseek_tui.panes.grouping import Grouping
from deepseek_tui.panes.pane import Section
from deepseek_tui.story.format.model import Story
from pilot.opened import MEDIUM, NARROW, WIDE, Opened, Size, open_app

END = "End of the history."


class Here(NamedTuple):
    """The location and the focus, as the history restores them."""

    section: Section
    key: str
    list_scroll: float
    detail_scroll: float
    filter: str
    grouping: Grouping
    part: str


def here(opened: Opened) -> Here:
    """Return the current location and focus."""
    dashboard = opened.dashboard
    place = dashboard.navigator.locations.here
    return Here(
        opened.section,
        opened.key,
        dashboard.panels.items.scroll_y,
        dashboard.panels.detail.scroll_y,
        place.filter,
        place.grouping,
        opened.focused,
    )


async def steps_of(opened: Opened) -> list[Here]:
    """Visit several locations, and return each one before leaving it."""
    steps = [here(opened)]
    await opened.press("6", "F")
    await opened.type("deepseek")
    await opened.press("enter", "w", *"jjjjjj", "enter", "j", "j", "j")
    steps.append(here(opened))
    await opened.press("f", "a")
    await opened.press("j")
    steps.append(here(opened))
    await opened.press("f", "a")
    steps.append(here(opened))
    await opened.press("3", *"jj")
    steps.append(here(opened))
    assert len(set(steps)) == len(steps)
    return steps


@pytest.mark.parametrize("size", [NARROW, MEDIUM, WIDE], ids=["narrow", "medium", "wide"])
async def test_going_back_and_forward_restores_pane_item_scroll_and_filter(story: Story, size: Size) -> None:
    async with open_app(story, size=size) as opened:
        steps = await steps_of(opened)
        for step in reversed(steps[:-1]):
            await opened.press("b")
            assert here(opened) == step
        for step in steps[1:]:
            await opened.press("B")
            assert here(opened) == step


@pytest.mark.parametrize("size", [NARROW, MEDIUM, WIDE], ids=["narrow", "medium", "wide"])
async def test_history_is_complete_when_many_keys_arrive_at_once(story: Story, size: Size) -> None:
    async with open_app(story, size=size) as opened:
        steps = await steps_of(opened)
        at = len(steps) - 1
        for keys in ("bbb", "BBB", "bb", "bB", "Bb", "b", "BBB", "bbbb", "BB"):
            at += keys.count("B") - keys.count("b")
            await opened.rush(*keys)
            assert here(opened) == steps[at], keys


async def test_notification_is_shown_at_both_ends_of_the_history(opened: Opened) -> None:
    await opened.press("2", "j")
    await opened.press("b")
    assert END not in opened.notifications
    first = here(opened)
    await opened.press("b")
    assert (opened.notifications, here(opened)) == ([END], first)
    await opened.press("B")
    last = here(opened)
    await opened.press("B")
    assert (opened.notifications, here(opened)) == ([END, END], last)
    await opened.press("L", "B")
    assert opened.notifications[-1] == "Fin de l’historique."


async def test_going_to_a_new_location_clears_the_forward_history(opened: Opened) -> None:
    await opened.press("2", "3", "4", "b", "b")
    assert opened.section is Section.TIMELINE
    await opened.press("6", "B")
    assert (opened.section, opened.notifications) == (Section.CLAIMS, [END])
    await opened.press("b", "b")
    assert opened.section is Section.OVERVIEW


async def test_opening_the_current_pane_again_adds_no_history_entry(opened: Opened) -> None:
    await opened.press("1", "1", "b")
    assert opened.notifications == [END]


async def test_oldest_history_entries_are_dropped_when_the_limit_is_reached(opened: Opened) -> None:
    await opened.press("6")
    steps = LONGEST + 100
    for number in range(steps):
        opened.dashboard.action_pane(number % 2)
    await opened.press()
    assert len(opened.dashboard.navigator.history.behind) == LONGEST
    for number in reversed(range(steps - LONGEST, steps)):
        opened.dashboard.action_history(-1)
        assert opened.dashboard.navigator.locations.number == (number - 1) % 2
    await opened.press("b")
    assert opened.notifications == [END]


async def test_escape_goes_back_over_followed_links_but_not_over_pane_changes(opened: Opened) -> None:
    await opened.press("2", "j", "j")
    start = here(opened)
    await opened.press("f", "a")
    there = here(opened)
    await opened.press("b")
    assert here(opened) == start
    await opened.press("B")
    assert here(opened) == there
    await opened.press("escape")
    assert here(opened) == start
    await opened.press("escape")
    assert here(opened) == start, "opening the pane was no jump"


async def test_escape_first_leaves_zoom_then_the_detail_then_goes_back_in_history(opened: Opened) -> None:
    await opened.press("2", "f", "a", "enter", "z", "escape")
    assert (opened.dashboard.panels.zoomed, opened.focused) == (False, "detail")
    there = opened.key
    await opened.press("escape")
    assert (opened.focused, opened.key) == ("list", there)
    await opened.press("escape")
    assert opened.section is Section.TIMELINE


async def test_going_back_returns_to_the_same_item_after_a_language_change(opened: Opened) -> None:
    await opened.press("2", *"jjjj")
    left = opened.key
    await opened.press("6", "L", "b")
    assert (opened.section, opened.key) == (Section.TIMELINE, left)
    assert opened.dashboard.reading.language == "fr"


async def test_going_back_restores_the_previous_filter(opened: Opened) -> None:
    await opened.press("6", "F")
    await opened.type("meta")
    await opened.press("enter", "j")
    left = here(opened)
    await opened.press("2", "6", "X", "b", "b")
    assert here(opened) == left


async def test_going_back_restores_the_previous_grouping(opened: Opened) -> None:
    await opened.press("6", "w", "j", "j")
    left = here(opened)
    await opened.press("2", "6", "w", "w", "b", "b")
    assert here(opened) == left


async def test_going_back_to_a_hidden_context_note_leads_to_a_nearby_item(opened: Opened) -> None:
    await opened.press("2")
    keys, notes = list(opened.dashboard.navigator.pane.keys), {note.id for note in bundled().notes}
    note = next(key for key in keys[5:] if key in notes)
    opened.dashboard.go_to(note)
    await opened.press("6", "c", "b")
    assert opened.section is Section.TIMELINE
    shown = list(opened.dashboard.navigator.pane.keys)
    assert note not in shown
    assert opened.key in shown
    hidden = len(keys) - len(shown)
    assert abs(keys.index(opened.key) - keys.index(note)) <= hidden
    assert opened.key != shown[0]
