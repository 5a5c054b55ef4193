"""Tests of the cursor over search results."""

import pytest

from deepseek_tui.navigation.search_cursor import RowKey, SearchCursor
from deepseek_tui.panes.pane import Section
from deepseek_tui.story.analysis.query import parse

FIRST, SECOND, OTHER = (Section.TIMELINE, "a"), (Section.TIMELINE, "c"), (Section.QUESTIONS, "q")
CURSOR = SearchCursor(parse("word"), (FIRST, SECOND, OTHER))
KEYS = ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("key", "following", "previous"),
    [
        ("a", SECOND, OTHER),
        ("b", SECOND, FIRST),
        ("d", OTHER, SECOND),
        ("gone", FIRST, OTHER),
    ],
)
def test_next_search_result_is_found_from_any_row_of_the_pane(key: str, following: RowKey, previous: RowKey) -> None:
    here = (Section.TIMELINE, key)
    assert (CURSOR.next(here, KEYS, 1), CURSOR.next(here, KEYS, -1)) == (following, previous)


def test_next_search_result_in_other_panes_follows_pane_order_and_wraps_around() -> None:
    before, after = (Section.OVERVIEW, "o"), (Section.CLAIMS, "s")
    assert (CURSOR.next(before, ["o"], 1), CURSOR.next(before, ["o"], -1)) == (FIRST, OTHER)
    assert (CURSOR.next(after, ["s"], 1), CURSOR.next(after, ["s"], -1)) == (FIRST, OTHER)


def test_row_number_among_search_results_is_0_for_rows_that_do_not_match() -> None:
    assert [CURSOR.at(row) for row in (FIRST, OTHER, (Section.TIMELINE, "b"))] == [1, 3, 0]
