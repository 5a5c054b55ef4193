"""Chronology: the order of the events, most of which have no date.

The constraints in `after` and `before` are always kept. Within them, dated events follow the first day that they can
mean. All other events keep their position in the article, and a dated event takes a position that the article gives to
one of the dated events.
"""

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush
from itertools import chain, pairwise

from deepseek_tui.story.format.edtf import Day, parse
from deepseek_tui.story.format.model import Event, Evidence

_NEVER: Day = (-(10**13), 1, 1)


def in_chronological_order(events: Iterable[Event]) -> list[Event]:
    """Return the events in chronological order, always in the same order for the same story.

    The time is nearly linear in the number of events and constraints. References to missing events are ignored. Events in a
    cycle, which no loaded story has, come last.
    """
    rows = list(events)
    followers = _followers(rows)
    places = _article_positions(rows)
    days = [_first_day(event) for event in rows]
    first = _topological_order(followers, places)
    dated = _by_day(first, followers, days)
    for earlier, later in pairwise(dated):
        followers[earlier].append(later)
    for row, place in zip(dated, sorted(places[row] for row in dated), strict=True):
        places[row] = place
    return [rows[row] for row in _topological_order(followers, places)]


def _followers(rows: list[Event]) -> list[list[int]]:
    """Return, for each event by number, the numbers of the events that must come later."""
    row_of = {event.id: row for row, event in enumerate(rows)}
    found: list[list[int]] = [[] for _ in rows]
    for row, event in enumerate(rows):
        for other in event.after:
            if other in row_of:
                found[row_of[other]].append(row)
        if event.before:
            found[row].extend(row_of[other] for other in event.before if other in row_of)
    return found


def _article_positions(rows: list[Event]) -> list[int]:
    """Rank the events by the first sentence of the article that each event cites.

    Rows with the same sentence are ranked by file order.
    """
    firsts = [_first_place(event.evidence) for event in rows]
    places = [0] * len(rows)
    for place, row in enumerate(sorted(range(len(rows)), key=firsts.__getitem__)):
        places[row] = place
    return places


def _first_place(evidence: Sequence[Evidence]) -> tuple[int, int]:
    if len(evidence) == 1:
        return evidence[0].paragraph, evidence[0].sentence
    return min(((place.paragraph, place.sentence) for place in evidence), default=(0, 0))


def _first_day(event: Event) -> Day | None:
    return parse(event.when).earliest if event.when else None


def _topological_order(followers: list[list[int]], places: list[int]) -> list[int]:
    """Sort the events topologically; events without constraints are sorted by position."""
    waiting = [0] * len(followers)
    for row in chain.from_iterable(followers):
        waiting[row] += 1
    ready = [(places[row], row) for row, count in enumerate(waiting) if not count]
    heapify(ready)
    result = []
    while ready:
        _, row = heappop(ready)
        result.append(row)
        for later in followers[row]:
            waiting[later] -= 1
            if not waiting[later]:
                heappush(ready, (places[later], later))
    if len(result) < len(followers):
        done = set(result)
        result.extend(sorted((row for row in range(len(followers)) if row not in done), key=places.__getitem__))
    return result


def _by_day(first: list[int], followers: list[list[int]], days: list[Day | None]) -> list[int]:
    """Return the events that have a known day, sorted by day.

    An event cannot be earlier than those it follows. So a wide date (2025) that follows a narrow one (2025-03) counts from
    the narrow one. Equal days keep their order.
    """
    since = [day or _NEVER for day in days]
    for row in first:
        for later in followers[row]:
            since[later] = max(since[later], since[row])
    return sorted((row for row in first if days[row] is not None), key=since.__getitem__)
