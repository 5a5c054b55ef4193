"""Tests of the search dialog and of moving between results."""

import pytest
from textual import events

from deepseek_tui.panes.blocks import Role
from deepseek_tui.panes.pane import PANES, Section
from deepseek_tui.story.analysis.folding import fold
from deepseek_tui.story.format.model import Story
from deepseek_tui.ui.dialogs.search import SearchScreen
from deepseek_tui.ui.widgets.line_view import LineView
from pilot.opened import MEDIUM, NARROW, WIDE, Opened, Size, open_app
from pilot.test_history import here
from pilot.test_hostile_text import harmless
from stories import ATTACKS, minimal_story


def screen(opened: Opened) -> SearchScreen:
    """Return the open search dialog."""
    assert isinstance(opened.app.screen, SearchScreen)
    return opened.app.screen


def marked(view: LineView, *, in_sight: bool = False) -> list[str]:
    """Return the highlighted words in a view, all or only the visible ones."""
    top = int(view.scroll_y)
    lines = range(top, min(top + view.size.height, view.count)) if in_sight else range(view.count)
    return [span.text for y in lines for span in view.line(y).spans if span.role is Role.MATCH]


def stops(opened: Opened) -> tuple[tuple[Section, str], ...]:
    """Return the section and the row key of each search result."""
    walk = opened.dashboard.navigator.search_cursor
    assert walk is not None
    return walk.stops


async def search(opened: Opened, query: str, key: str = "s") -> None:
    """Search, and go to the first result."""
    await opened.press(key)
    await opened.type(query)
    await opened.press("enter")


@pytest.mark.parametrize("key", ["s", "slash"])
async def test_search_results_are_narrowed_while_typing(opened: Opened, key: str) -> None:
    await opened.press(key)
    counts = []
    for words in ("chi", "na", " open"):
        await opened.type(words)
        counts.append(sum(bool(key) for key in screen(opened).rows.rows.keys))
    assert counts[0] >= counts[1] > counts[2] > 0
    assert f"{counts[2]} result" in opened.seen


async def test_search_results_are_grouped_by_pane_in_pane_order(opened: Opened) -> None:
    await opened.press("s")
    await opened.type("nvidia")
    rows = screen(opened).rows.rows
    titles = [rows.row(number).title for number, key in enumerate(rows.keys) if not key]
    names = [opened.dashboard.reading.words.panes.titles[section] for section in PANES]
    assert titles == [name for name in names if name in titles]
    assert len(titles) >= 3


async def test_matching_words_are_highlighted_in_search_results(opened: Opened) -> None:
    await opened.press("s")
    await opened.type("dollar")
    rows = screen(opened).rows
    found = marked(rows)
    assert len(found) >= sum(bool(key) for key in rows.rows.keys)
    assert all(fold(words).startswith("dollar") for words in found)


async def test_arrow_keys_select_search_results_while_the_query_is_typed(opened: Opened) -> None:
    await opened.press("s")
    await opened.type("deepsee")
    rows = screen(opened).rows
    first = rows.key
    await opened.press("down", "down")
    second = rows.key
    await opened.press("pagedown")
    third = rows.key
    await opened.press("pageup", "up", "up", "up")
    assert [int(key) for key in (first, second)] == [0, 2]
    assert int(third) > 3
    assert rows.key == first
    await opened.type("k")
    assert screen(opened).field.value == "deepseek"


async def test_page_keys_scroll_the_results_and_keep_the_focus_in_the_search_field(opened: Opened) -> None:
    await opened.press("s")
    await opened.type("a")
    await opened.press("pagedown", "down")
    assert opened.focused == "search-query"


@pytest.mark.parametrize(
    "size", [NARROW, (80, 24), MEDIUM, WIDE, (200, 50)], ids=["narrow", "small", "medium", "wide", "large"]
)
@pytest.mark.parametrize("query", ["nvidia", "reinforcement", "attention", "december", "price"])
async def test_every_search_result_opens_with_the_matching_word_visible(story: Story, size: Size, query: str) -> None:
    async with open_app(story, size=size) as opened:
        await search(opened, query)
        for section, key in stops(opened):
            assert (opened.section, opened.key) == (section, key)
            views = (opened.dashboard.panels.items, opened.dashboard.panels.detail, opened.dashboard.panels.side)
            seen = [word for view in views[1:] if view.display for word in marked(view, in_sight=True)]
            if size == NARROW:
                assert opened.focused == "detail"
            assert seen, (section, key)
            await opened.press("n")


async def test_match_at_the_end_of_a_long_page_is_scrolled_to_on_a_small_terminal(story: Story) -> None:
    async with open_app(story, size=NARROW) as opened:
        term = story.terms[-1]
        await search(opened, f'"{opened.dashboard.reading.name(term.id)}" kind:term')
        detail = opened.dashboard.panels.detail
        assert (opened.section, opened.key) == (Section.OVERVIEW, "overview:terms")
        assert detail.scroll_y > detail.size.height
        assert marked(detail, in_sight=True)


async def test_next_and_previous_match_keys_cycle_through_results_of_all_panes(opened: Opened) -> None:
    await search(opened, "nvidia")
    found = stops(opened)
    assert len({section for section, _ in found}) >= 3
    seen = []
    for _ in found:
        seen.append((opened.section, opened.key))
        await opened.press("n")
    assert tuple(seen) == found
    assert (opened.section, opened.key) == found[0]
    for stop in reversed(found):
        await opened.press("N")
        assert (opened.section, opened.key) == stop


async def test_detail_title_shows_the_number_of_the_search_result(opened: Opened) -> None:
    await search(opened, "nvidia")
    count = len(stops(opened))
    for number in range(1, count + 1):
        assert f"“nvidia” {number}/{count}" in opened.seen
        await opened.press("n")
    await opened.press("6", "G")
    assert "“nvidia”" not in opened.seen
    assert "Detail" in opened.seen


async def test_long_query_is_truncated_to_leave_room_for_the_result_number(story: Story) -> None:
    async with open_app(story, size=NARROW) as opened:
        await search(opened, "nvidia -zzzzzzzzzzzzzzzzzzz -yyyyyyyyyyyyyyyyyyyyyyyyyyyy")
        assert f" 1/{len(stops(opened))} " in opened.seen


@pytest.mark.parametrize("lensed", [False, True])
async def test_next_match_key_works_from_an_item_that_is_not_a_result(opened: Opened, lensed: bool) -> None:
    await search(opened, "nvidia")
    found = stops(opened)
    assert found[0][0] is Section.TIMELINE
    if lensed:
        await opened.press("2", "w", "6")
    await opened.press("2", "g", "n")
    assert (opened.section, opened.key) == found[0]
    await opened.press("2", "G", "n")
    assert opened.section is not Section.TIMELINE
    assert (opened.section, opened.key) == next(stop for stop in found if stop[0] is not Section.TIMELINE)
    await opened.press("1", "g", "N")
    assert (opened.section, opened.key) == found[-1]


async def test_next_match_key_shows_a_result_that_the_filter_hides(opened: Opened) -> None:
    await search(opened, "nvidia")
    target = next(key for section, key in stops(opened) if section is Section.CLAIMS)
    await opened.press("6", "F")
    await opened.type("meta")
    await opened.press("enter", "3")
    while opened.section is not Section.CLAIMS:
        await opened.press("n")
    assert opened.key == target
    assert "Filter “meta” cleared: it hid this item." in opened.notifications


async def test_next_match_key_without_a_search_shows_a_notification(opened: Opened) -> None:
    before = here(opened)
    await opened.press("n", "N")
    assert opened.notifications == ["No search yet: s starts one."] * 2
    assert here(opened) == before


@pytest.mark.parametrize("way", ["escape", "enter"])
async def test_closing_the_search_keeps_the_item_and_scroll(opened: Opened, way: str) -> None:
    await opened.press("6", *"jjjjjjjj", "enter", "j", "j")
    before = here(opened)
    await opened.press("s")
    await opened.type("zzzz" if way == "enter" else "nvidia")
    await opened.press("down", way)
    if way == "enter":
        assert opened.dialog == "SearchScreen", "there is nothing to go to"
        await opened.press("escape")
    assert here(opened) == before
    assert opened.dashboard.navigator.search_cursor is None


async def test_going_back_returns_to_the_item_from_which_the_search_started(opened: Opened) -> None:
    await opened.press("6", *"jjjjj", "enter", "j")
    before = here(opened)
    await search(opened, "nvidia")
    await opened.press("b")
    assert here(opened) == before


async def test_search_dialog_reopens_with_the_last_query_selected(opened: Opened) -> None:
    await search(opened, "nvidia")
    await opened.press("s")
    assert screen(opened).field.value == "nvidia"
    assert len([key for key in screen(opened).rows.rows.keys if key]) >= len(stops(opened))
    await opened.type("meta")
    assert screen(opened).field.value == "meta"


async def test_search_is_repeated_when_language_changes(opened: Opened) -> None:
    await search(opened, "nvidia")
    await opened.press("L", "n")
    assert (opened.section, opened.key) in stops(opened)
    assert "« nvidia »" in opened.seen.replace("\u00a0", " ")
    await opened.press("L")
    await search(opened, "shares fall")
    await opened.press("L")
    before = here(opened)
    await opened.press("n")
    assert here(opened) == before
    assert opened.notifications[-1].replace("\u00a0", " ") == "« shares fall » ne figure pas dans ce récit."
    await opened.press("L", "n")
    assert (opened.section, opened.key) in stops(opened)


async def test_search_finds_no_hidden_context_notes(opened: Opened) -> None:
    await opened.press("s")
    await opened.type("kind:context")
    shown = [key for key in screen(opened).rows.rows.keys if key]
    await opened.press("escape", "c", "s")
    await opened.type("kind:context")
    assert shown
    assert not [key for key in screen(opened).rows.rows.keys if key]


async def test_search_results_open_the_correct_item_when_context_is_hidden(opened: Opened) -> None:
    await search(opened, "nvidia")
    with_context = stops(opened)
    await opened.press("c")
    without = stops(opened)
    assert without < with_context or set(without) < set(with_context)
    for stop in without:
        assert stop[1] not in {note.id for note in opened.dashboard.reading.story.notes}
    for _ in without:
        await opened.press("n")
        assert (opened.section, opened.key) in without
        assert marked(opened.dashboard.panels.detail)


@pytest.mark.parametrize(
    ("language", "typed", "near"),
    [("en", "deepsekk", "DeepSeek"), ("fr", "chinoiss", "chinois"), ("fr", "Nividia", "Nvidia")],
)
async def test_search_without_results_suggests_a_similar_word(story: Story, language: str, typed: str, near: str) -> None:
    async with open_app(story, language, NARROW) as opened:
        await opened.press("s")
        await opened.type(typed)
        assert typed in opened.seen
        assert near in opened.seen
        assert not [key for key in screen(opened).rows.rows.keys if key]


async def test_search_ignores_accents_capitals_and_apostrophes(story: Story) -> None:
    async with open_app(story, "fr") as opened:
        found = []
        for typed in ("décembre", "DECEMBRE", "decembre"):
            await search(opened, typed)
            found.append(stops(opened))
        assert found[0]
        assert found[0] == found[1] == found[2]


async def test_enter_sent_together_with_a_query_searches_the_complete_query(opened: Opened) -> None:
    await opened.press("s")
    await opened.rush(*"nvidia", "enter")
    assert opened.dialog == ""
    assert opened.dashboard.navigator.search_cursor is not None
    assert opened.dashboard.navigator.search_cursor.query.text == "nvidia"


async def test_clearing_removes_search_highlights(opened: Opened) -> None:
    await search(opened, "nvidia")
    before = here(opened)
    assert marked(opened.dashboard.panels.detail)
    await opened.press("X")
    assert not marked(opened.dashboard.panels.detail)
    assert "“nvidia”" not in opened.seen
    assert here(opened)[:2] == before[:2]


@pytest.mark.parametrize("attack", [*ATTACKS, '"', "by:", "p:", "by:[/]", "-", '-"'], ids=ascii)
async def test_control_characters_in_a_search_query_are_escaped(opened: Opened, attack: str) -> None:
    await opened.press("s")
    opened.app.post_message(events.Paste(f"nvidia -{attack} [/]"))
    await opened.press()
    harmless(opened)
    await opened.press("enter")
    harmless(opened)
    await opened.press("escape", "n")
    harmless(opened)


async def test_story_with_few_items_can_be_searched() -> None:
    document = minimal_story()
    for name in ("events", "innovations", "questions", "claims", "figures", "terms", "notes", "links", "players"):
        document[name] = []
    async with open_app(Story.model_validate(document)) as opened:
        await opened.press("s")
        await opened.type("acme")
        await opened.press("enter", "escape", "n", "F")
        await opened.type("acme")
        await opened.press("enter", "X")
        assert opened.dialog == ""


async def test_match_stays_visible_when_the_layout_changes_unless_the_user_scrolled(story: Story) -> None:
    async with open_app(story, size=(140, 40)) as opened:
        await search(opened, "reinforcement")
        while opened.section is not Section.INNOVATIONS:
            await opened.press("n")
        await opened.press("enter")
        for size in (NARROW, (100, 16), (200, 50), (44, 14), MEDIUM):
            await opened.resize(size)
            assert marked(opened.dashboard.panels.detail, in_sight=True), size
        await opened.press("G")
        await opened.resize(NARROW)
        assert opened.dashboard.panels.detail.scroll_y > 0
