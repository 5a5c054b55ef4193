"""The order of events: what is said of it binds, then dates, then the article."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deepseek_tui.story.analysis.chronology import in_chronological_order
from deepseek_tui.story.format.edtf import parse
from deepseek_tui.story.format.model import Event
from stories import at
from work import grows_with


def event(
    name: str, place: int = 1, when: str | None = None, after: tuple[str, ...] = (), before: tuple[str, ...] = ()
) -> Event:
    return Event.model_validate(
        {
            "id": name,
            "title": name,
            "body": name,
            "phase": "happened",
            "when": when,
            "after": list(after),
            "before": list(before),
            "evidence": at(place),
        }
    )


def names(events: list[Event]) -> list[str]:
    return [one.id for one in in_chronological_order(events)]


def test_without_dates_the_article_decides_and_then_the_file() -> None:
    assert names([event("c", 3), event("a", 1), event("b", 2), event("b2", 2)]) == ["a", "b", "b2", "c"]


def test_after_and_before_bind() -> None:
    assert names([event("a", 1, after=("c",)), event("b", 2), event("c", 3)]) == ["b", "c", "a"]
    assert names([event("a", 1), event("b", 2, before=("a",))]) == ["b", "a"]


def test_dates_follow_the_calendar_and_undated_events_keep_their_place() -> None:
    late, undated, early = event("late", 1, "2025"), event("undated", 2), event("early", 3, "2024-05")
    assert names([late, undated, early]) == ["early", "undated", "late"]


def test_a_date_without_a_first_day_keeps_its_place() -> None:
    assert names([event("plan", 1, "[..2025-12]"), event("day", 2, "XXXX-01-10"), event("dated", 3, "2020")]) == [
        "plan",
        "day",
        "dated",
    ]


def test_a_wide_date_stands_after_the_narrow_one_that_it_follows() -> None:
    assert names([event("year", 1, "2025", after=("march",)), event("may", 2, "2025-02"), event("march", 3, "2025-03")]) == [
        "may",
        "march",
        "year",
    ]


def test_a_circle_which_no_story_has_loses_no_event() -> None:
    assert sorted(names([event("a", after=("b",)), event("b", after=("a",)), event("c")])) == ["a", "b", "c"]


@st.composite
def constrained(draw: st.DrawFn) -> list[Event]:
    """Events in a random order, whose constraints all point the same way and so can be kept."""
    count = draw(st.integers(1, 12))
    links = st.lists(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)), max_size=15)
    pairs = {(low, high) for low, high in draw(links) if low < high}
    dates = st.sampled_from((None, "2024", "2025-03", "2025-03-02", "[..2025]", "2023~"))
    events = [
        event(
            f"e{row}",
            draw(st.integers(1, 5)),
            draw(dates),
            tuple(f"e{low}" for low, high in sorted(pairs) if high == row and (low + high) % 2),
            tuple(f"e{high}" for low, high in sorted(pairs) if low == row and not (low + high) % 2),
        )
        for row in range(count)
    ]
    return draw(st.permutations(events))


@given(constrained())
def test_the_order_never_breaks_after_or_before_and_is_always_the_same(events: list[Event]) -> None:
    order = in_chronological_order(events)
    place = {one.id: row for row, one in enumerate(order)}
    assert sorted(place) == sorted(one.id for one in events)
    for one in events:
        assert all(place[other] < place[one.id] for other in one.after)
        assert all(place[other] > place[one.id] for other in one.before)
    assert in_chronological_order(events) == order


@given(constrained())
def test_dates_are_in_order_where_nothing_binds(events: list[Event]) -> None:
    free = [one.model_copy(update={"after": (), "before": ()}) for one in events]
    days = [parse(one.when).earliest for one in in_chronological_order(free) if one.when]
    known = [day for day in days if day]
    assert known == sorted(known)


def chains(count: int) -> list[Event]:
    """So many chains of five events, in no order."""
    made = [event(f"e{row}", row % 50 + 1, f"{row % 3000:04d}" if row % 7 == 0 else None) for row in range(count)]
    many = [
        one.model_copy(update={"id": f"{one.id}-{copy}", "after": (f"{one.id}-{copy - 1}",) if copy else ()})
        for copy in range(5)
        for one in made
    ]
    random.Random(1).shuffle(many)
    return many


@pytest.mark.slow
def test_a_hundred_thousand_events_are_ordered_and_four_times_as_many_take_four_times_the_work() -> None:
    assert len(in_chronological_order(chains(20_000))) == 100_000
    few, many = chains(250), chains(1000)
    assert grows_with(lambda: in_chronological_order(few), lambda: in_chronological_order(many), 4)
