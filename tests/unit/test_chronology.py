"""The order of events: constraints first, then dates, then the article."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deepseek_tui.story.analysis.chronology import event_groups, in_chronological_order
from deepseek_tui.story.format.edtf import parse
from deepseek_tui.story.format.model import Event
from stories import at
from work import is_linear


def event(
    name: str,
    place: int = 1,
    when: str | None = None,
    after: tuple[str, ...] = (),
    before: tuple[str, ...] = (),
    *,
    phase: str = "happened",
) -> Event:
    return Event.model_validate(
        {
            "id": name,
            "title": name,
            "body": name,
            "phase": phase,
            "when": when,
            "after": list(after),
            "before": list(before),
            "evidence": at(place),
        }
    )


def names(events: list[Event]) -> list[str]:
    return [one.id for one in in_chronological_order(events)]


def test_undated_events_are_in_article_order_and_then_in_file_order() -> None:
    assert names([event("c", 3), event("a", 1), event("b", 2), event("b2", 2)]) == ["a", "b", "b2", "c"]


def test_order_respects_the_after_and_before_fields() -> None:
    assert names([event("a", 1, after=("c",)), event("b", 2), event("c", 3)]) == ["b", "c", "a"]
    assert names([event("a", 1), event("b", 2, before=("a",))]) == ["b", "a"]


def test_dated_events_are_sorted_and_undated_events_follow() -> None:
    late, undated, early = event("late", 2, "2025"), event("undated", 1), event("early", 3, "2024-05")
    assert names([late, undated, early]) == ["early", "late", "undated"]


def test_event_with_an_open_start_is_sorted_by_its_end_and_one_without_a_year_is_undated() -> None:
    events = [event("day", 1, "XXXX-01-10"), event("by-2025", 2, "[..2025-12]"), event("2026", 3, "2026")]
    assert names([event("2020", 4, "2020"), *events]) == ["2020", "by-2025", "2026", "day"]


def test_planned_events_follow_ongoing_ones_and_these_follow_those_that_happened() -> None:
    plan, now, past = event("plan", 1, "2024", phase="planned"), event("now", 2, phase="ongoing"), event("past", 3)
    assert names([plan, now, past]) == ["past", "now", "plan"]


def test_constraint_overrides_the_stages() -> None:
    assert names([event("past", 1, after=("plan",)), event("plan", 2, "2028", phase="planned")]) == ["plan", "past"]


def test_undated_event_is_placed_just_before_the_dated_event_that_it_must_precede() -> None:
    events = [
        event("2023", 3, "2023"),
        event("2025", 2, "2025", after=("undated",)),
        event("undated", 9),
        event("2026", 1, "2026"),
    ]
    assert names(events) == ["2023", "undated", "2025", "2026"]


def test_groups_are_by_stage_and_by_whether_events_have_a_year() -> None:
    events = [event("a", 1), event("b", 2, "2024"), event("c", 3, "XXXX-01-10"), event("d", 4, "[..2028]", phase="planned")]
    found = [(group.phase, group.dated, [one.id for one in group.events]) for group in event_groups(events)]
    assert found == [("happened", True, ["b"]), ("happened", False, ["a", "c"]), ("planned", True, ["d"])]


def test_event_dated_by_year_comes_after_an_event_dated_by_month_that_it_must_follow() -> None:
    assert names([event("year", 1, "2025", after=("march",)), event("may", 2, "2025-02"), event("march", 3, "2025-03")]) == [
        "may",
        "march",
        "year",
    ]


def test_dated_events_stay_sorted_when_an_undated_event_must_precede_a_dated_event() -> None:
    late, early, before_early = event("late", 1, "2025"), event("early", 2, "2024", after=("undated",)), event("undated", 3)
    assert names([late, early, before_early]) == ["undated", "early", "late"]


def test_events_in_a_cyclic_order_are_all_kept() -> None:
    assert sorted(names([event("a", after=("b",)), event("b", after=("a",)), event("c")])) == ["a", "b", "c"]


@st.composite
def constrained(draw: st.DrawFn) -> list[Event]:
    """Return events in random order with satisfiable constraints."""
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
            phase=draw(st.sampled_from(("happened", "ongoing", "planned"))),
        )
        for row in range(count)
    ]
    return draw(st.permutations(events))


@given(constrained())
def test_order_of_events_satisfies_all_constraints_and_is_deterministic(events: list[Event]) -> None:
    order = in_chronological_order(events)
    place = {one.id: row for row, one in enumerate(order)}
    assert sorted(place) == sorted(one.id for one in events)
    for one in events:
        assert all(place[other] < place[one.id] for other in one.after)
        assert all(place[other] > place[one.id] for other in one.before)
    assert in_chronological_order(events) == order


@given(constrained())
def test_dated_events_without_order_constraints_are_sorted_by_date(events: list[Event]) -> None:
    free = [one.model_copy(update={"after": (), "before": ()}) for one in events]
    for group in event_groups(free):
        dates = [parse(one.when) for one in group.events if one.when]
        days = [date.earliest or date.latest for date in dates]
        assert days == sorted(day for day in days if day)


@given(constrained())
def test_each_group_of_events_occurs_once(events: list[Event]) -> None:
    found = [(group.phase, group.dated) for group in event_groups(events)]
    assert len(found) == len(set(found))
    assert [one for group in event_groups(events) for one in group.events] == in_chronological_order(events)


def chains(count: int) -> list[Event]:
    """Return shuffled events in chains of five, each after the one before."""
    made = [event(f"e{row}", row % 50 + 1, f"{row % 3000:04d}" if row % 7 == 0 else None) for row in range(count)]
    many = [
        one.model_copy(update={"id": f"{one.id}-{copy}", "after": (f"{one.id}-{copy - 1}",) if copy else ()})
        for copy in range(5)
        for one in made
    ]
    random.Random(1).shuffle(many)
    return many


@pytest.mark.slow
def test_time_to_order_events_is_nearly_linear() -> None:
    assert len(in_chronological_order(chains(20_000))) == 100_000
    few, many = chains(250), chains(1000)
    assert is_linear(lambda: in_chronological_order(few), lambda: in_chronological_order(many), 4)
