"""The order of events, where an article dates almost nothing.

What `after` and `before` say is binding. Under them, dated events follow the first day that they can mean, and all
others keep the place that the article gives them: a dated event stands where the article has one of the dated events.
"""

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush
from itertools import chain, pairwise

from deepseek_tui.story.format.edtf import Day, parse
from deepseek_tui.story.format.model import Event, Evidence

_NEVER: Day = (-(10**13), 1, 1)


def in_chronological_order(events: Iterable[Event]) -> list[Event]:
    """The events in their order; the same events always give the same order.

    Near-linear in the number of events and of what they say of each other. References to events that are not here
    are passed over, and events in a circle, which no story that was loaded has, come last.
    """
    rows = list(events)
    followers = _followers(rows)
    places = _by_article(rows)
    days = [_first_day(event) for event in rows]
    first = _sorted(followers, places)
    dated = _in_time(first, followers, days)
    for earlier, later in pairwise(dated):
        followers[earlier].append(later)
    for row, place in zip(dated, sorted(places[row] for row in dated), strict=True):
        places[row] = place
    return [rows[row] for row in _sorted(followers, places)]


def _followers(rows: list[Event]) -> list[list[int]]:
    """For every event, by its row, the rows that must come after it."""
    row_of = {event.id: row for row, event in enumerate(rows)}
    found: list[list[int]] = [[] for _ in rows]
    for row, event in enumerate(rows):
        for other in event.after:
            if other in row_of:
                found[row_of[other]].append(row)
        if event.before:
            found[row].extend(row_of[other] for other in event.before if other in row_of)
    return found


def _by_article(rows: list[Event]) -> list[int]:
    """The rank of every row by the first place where the article has it, then as the file lists them."""
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


def _sorted(followers: list[list[int]], places: list[int]) -> list[int]:
    """The rows so that nothing comes before what it follows, and by place otherwise."""
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


def _in_time(first: list[int], followers: list[list[int]], days: list[Day | None]) -> list[int]:
    """The rows that have a day, in the order of their days.

    An event cannot be earlier than those it follows, so a wide date (2025) that follows a narrow one (2025-03) counts
    from there; equal days keep the order they have.
    """
    since = [day or _NEVER for day in days]
    for row in first:
        for later in followers[row]:
            since[later] = max(since[later], since[row])
    return sorted((row for row in first if days[row] is not None), key=since.__getitem__)
