"""Chronology: the order of the events, most of which have no date.

Events that happened come first, then ongoing and then planned ones. Within each of these stages, events with a year are
sorted by their earliest day, or by their latest day if the start is open. Events without a year follow, in the article's
order. The constraints in `after` and `before` override this order within and across the stages.
"""

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush
from itertools import chain, groupby
from typing import NamedTuple

from deepseek_tui.story.format.edtf import Day, parse
from deepseek_tui.story.format.model import Event, Evidence
from deepseek_tui.story.format.vocabulary import Phase

_PHASES = tuple(Phase)
_Position = tuple[int, bool, Day]
"""The stage of an event, whether it has no year, and the day by which it is sorted."""
_NO_DAY: Day = (0, 0, 0)


class EventGroup(NamedTuple):
    """Consecutive events of one phase that are all dated or undated.

    A date counts if it has a year.
    """

    phase: Phase
    dated: bool
    events: tuple[Event, ...]


def in_chronological_order(events: Iterable[Event]) -> list[Event]:
    """Return the events in chronological order.

    It is always the same order for the same story.
    """
    return [event for group in event_groups(events) for event in group.events]


def event_groups(events: Iterable[Event]) -> list[EventGroup]:
    """Return the events in chronological order, grouped by phase and date.

    The time is nearly linear in the number of events and constraints. References to missing events are ignored. Events
    in a cycle, which no loaded story has, come last. An event that a constraint moves belongs to the group where it
    stands.
    """
    rows = list(events)
    followers, places = _followers(rows), _article_positions(rows)
    first = _topological_order(followers, places)
    positions = _constrained_positions([_own_position(event) for event in rows], first, followers)
    rank = sorted(range(len(rows)), key=lambda row: (positions[row], places[row]))
    for place, row in enumerate(rank):
        places[row] = place
    order = _topological_order(followers, places)
    return [
        EventGroup(_PHASES[phase], not undated, tuple(rows[row] for row in group))
        for (phase, undated), group in groupby(order, key=lambda row: positions[row][:2])
    ]


def _followers(rows: list[Event]) -> list[list[int]]:
    """Return the numbers of the events that must follow each event."""
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
    """Rank the events by the first sentence that each of them cites.

    Events that cite the same sentence are ranked by file order.
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


def _own_position(event: Event) -> _Position:
    date = parse(event.when) if event.when else None
    day = (date.earliest or date.latest) if date else None
    return _PHASES.index(event.phase), day is None, day or _NO_DAY


def _constrained_positions(
    own: list[_Position], order: Sequence[int], followers: Sequence[Sequence[int]]
) -> list[_Position]:
    """Return sort positions of events that satisfy the `after` and `before` constraints.

    Sorting by them puts no event before one that it must follow. An event is not sorted before a dated event that it
    follows, so that a wide date (2025) after a narrow one (2025-03) counts from the narrow one. An undated event takes
    the position of the first event that it must precede.
    """
    since = [(0, False, (-(10**13), 1, 1))] * len(own)
    positions = list(own)
    for row in order:
        positions[row] = max(own[row], since[row])
        earliest = since[row] if own[row][1] else positions[row]
        for later in followers[row]:
            since[later] = max(since[later], earliest)
    for row in reversed(order):
        if own[row][1]:
            positions[row] = min([positions[row], *(positions[later] for later in followers[row])])
    return positions


def _topological_order(followers: list[list[int]], places: list[int]) -> list[int]:
    """Sort the events topologically, and by position without constraints."""
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
