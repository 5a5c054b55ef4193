"""Index that checks the order of events after a few of them changed."""

from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from deepseek_tui.story.format.edtf import Edtf, parse

FEW = 20
"""The most changed events that are checked one by one."""


class OrderEntry(NamedTuple):
    """The fields of an event that determine its order, without malformed values."""

    id: str
    when: str
    after: tuple[str, ...]
    before: tuple[str, ...]


Neighbours = dict[str, dict[str, int]]
"""For each event, the events directly before or after it, with the number of statements that say so."""


class EventOrderIndex:
    """Index of each event's date and neighbours, from the fields `after` and `before`."""

    def __init__(self, events: Iterable[OrderEntry]) -> None:
        self._earlier: Neighbours = {}
        self._later: Neighbours = {}
        self._dates: dict[str, Edtf] = {}
        """The dates that are certain."""
        self.update((), events)

    def update(self, removed: Iterable[OrderEntry], added: Iterable[OrderEntry]) -> None:
        """Remove the old states of events from the index, and add the new ones."""
        for event in removed:
            self._count(event, -1)
            self._dates.pop(event.id, None)
        for event in added:
            self._count(event, 1)
            date = _certain_date(event.when)
            if date is not None:
                self._dates[event.id] = date

    def _count(self, event: OrderEntry, number: int) -> None:
        for other in event.after:
            _count(self._earlier, event.id, other, number)
            _count(self._later, other, event.id, number)
        for other in event.before:
            _count(self._later, event.id, other, number)
            _count(self._earlier, other, event.id, number)

    def is_possible(self, changed: Collection[str]) -> bool:
        """Return whether the order is still possible after the given events changed.

        Every new cycle and every new contradiction of dates leads through a changed event. The result is also
        False if it is unknown, because too many events changed or a reference leads to no event. The order must have been
        possible before the change.
        """
        return len(changed) <= FEW and all(map(self._is_possible_through, changed))

    def _is_possible_through(self, id: str) -> bool:
        earlier, later = _reached(self._earlier, id), _reached(self._later, id)
        if id in earlier:
            return False
        starts = [date.earliest for date in self._dates_of(earlier, id) if date.earliest]
        ends = [date.latest for date in self._dates_of(later, id) if date.latest]
        return not starts or not ends or max(starts) <= min(ends)

    def _dates_of(self, ids: set[str], own: str) -> Iterable[Edtf]:
        return (self._dates[id] for id in self._dates.keys() & {own, *ids})


def order_entry(event: Any) -> OrderEntry:
    """Return the fields of an event that determine its order."""
    when = event.get("when")
    return OrderEntry(
        event["id"], when if isinstance(when, str) else "", _ids(event.get("after")), _ids(event.get("before"))
    )


def _ids(value: Any) -> tuple[str, ...]:
    return tuple(one for one in value if isinstance(one, str)) if isinstance(value, list) else ()


def _certain_date(when: str) -> Edtf | None:
    try:
        date = parse(when) if when else None
    except ValueError:  # The validation by the models reports an invalid date.
        return None
    return date if date is not None and date.is_certain else None


def _count(neighbours: Neighbours, id: str, other: str, number: int) -> None:
    counts = neighbours.setdefault(id, {})
    counts[other] = counts.get(other, 0) + number
    if not counts[other]:
        del counts[other]


def _reached(neighbours: Neighbours, id: str) -> set[str]:
    """Return the events that can be reached from an event.

    They include the event itself if it is part of a cycle.
    """
    found = set[str]()
    waiting = [id]
    while waiting:
        for other in neighbours.get(waiting.pop(), ()):
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found
