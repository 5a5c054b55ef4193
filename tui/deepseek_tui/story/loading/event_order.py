"""Check of the order of events for cycles and contradicting dates."""

from collections.abc import Iterator
from typing import Any

from deepseek_tui.story.format.edtf import Day, Edtf, parse
from deepseek_tui.story.format.messages import Message, joined
from deepseek_tui.story.loading.diagnostics import KeyPath, quoted

MAX_SHOWN = 8
"""The most events of a cycle that are named."""

OrderViolation = tuple[KeyPath, str]


def event_order_violations(events: Any) -> Iterator[OrderViolation]:
    """Yield contradictions in the order and the dates of events.

    The document is not validated. Events of the wrong shape are ignored.
    """
    graph = _EventGraph(events if isinstance(events, list) else [])
    if not graph.followers:
        return
    order = graph.topological_order()
    yield from graph.cycles(order)
    yield from graph.contradictions(order)


class _EventGraph:
    """Events of a story, and which events must follow each."""

    def __init__(self, events: list[Any]) -> None:
        self._rows: dict[str, int] = {}
        self._dates: dict[str, Edtf] = {}
        self.followers: dict[str, list[tuple[str, KeyPath]]] = {}
        for row, event in enumerate(events):
            if isinstance(event, dict) and isinstance(event.get("id"), str):
                self._rows.setdefault(event["id"], row)
        for row, event in enumerate(events):
            if isinstance(event, dict) and isinstance(event.get("id"), str):
                self._take(event, row)

    def _take(self, event: dict[str, Any], row: int) -> None:
        name = event["id"]
        for earlier, path in self._named(event, "after", row):
            self.followers.setdefault(earlier, []).append((name, path))
        for later, path in self._named(event, "before", row):
            self.followers.setdefault(name, []).append((later, path))
        when = event.get("when")
        if isinstance(when, str):
            try:
                self._dates[name] = parse(when)
            except ValueError:
                return  # An invalid date is ignored here, since the models report it.

    def _named(self, event: dict[str, Any], key: str, row: int) -> Iterator[tuple[str, KeyPath]]:
        others = event.get(key)
        for position, other in enumerate(others if isinstance(others, list) else ()):
            if isinstance(other, str) and other in self._rows:
                yield other, ("events", row, key, position)

    def topological_order(self) -> list[str]:
        """Return the events in topological order.

        Events that a cycle blocks are left out.
        """
        waiting = dict.fromkeys(self._rows, 0)
        for later in self.followers.values():
            for name, _ in later:
                waiting[name] += 1
        order = [name for name, count in waiting.items() if not count]
        for name in order:
            for later_name, _ in self.followers.get(name, ()):
                waiting[later_name] -= 1
                if not waiting[later_name]:
                    order.append(later_name)
        return order

    def cycles(self, order: list[str]) -> Iterator[OrderViolation]:
        """Yield cycles among the events that have no possible order.

        Each event is in at most one cycle.
        """
        blocked = set(self._rows).difference(order)
        for start in sorted(blocked, key=self._rows.__getitem__):
            trail: dict[str, KeyPath] = {start: ()} if start in blocked else {}
            onward = {start: iter(self.followers.get(start, ()))}
            while trail:
                name = next(reversed(trail))
                following = next(((other, path) for other, path in onward[name] if other in blocked), None)
                if following is None:
                    blocked.discard(name)
                    trail.pop(name)
                elif following[0] in trail:
                    names = list(trail)
                    cycle = names[names.index(following[0]) :]
                    yield following[1], _cycle_message(cycle)
                    blocked.difference_update(cycle)
                    for member in cycle:
                        trail.pop(member)
                else:
                    trail[following[0]] = following[1]
                    onward[following[0]] = iter(self.followers.get(following[0], ()))

    def contradictions(self, order: list[str]) -> Iterator[OrderViolation]:
        """Yield each event that ends too early for its order.

        It ends before an event that must come earlier can begin.
        """
        earliest_start: dict[str, tuple[Day, str]] = {}
        for name in order:
            date = self._certain_date(name)
            if date and date.earliest and (name not in earliest_start or date.earliest > earliest_start[name][0]):
                earliest_start[name] = (date.earliest, name)
            if name not in earliest_start:
                continue
            for later, _ in self.followers.get(name, ()):
                if later not in earliest_start or earliest_start[name][0] > earliest_start[later][0]:
                    earliest_start[later] = earliest_start[name]
        for name, (day, source) in earliest_start.items():
            date = self._certain_date(name)
            if date and date.latest and day > date.latest:
                path: KeyPath = ("events", self._rows[name], "when")
                yield (
                    path,
                    Message(
                        "{0} is over before {1} ({2}), which comes first by after and before",
                        date,
                        quoted(source),
                        self._dates[source],
                    ),
                )

    def _certain_date(self, name: str) -> Edtf | None:
        date = self._dates.get(name)
        return date if date and date.is_certain else None


def _cycle_message(names: list[str]) -> str:
    if len(names) == 1:
        return Message("{} cannot come before or after itself", quoted(names[0]))
    shown = names if len(names) <= MAX_SHOWN else [*names[: MAX_SHOWN - 1], "…"]
    return Message(
        "a circle: {}", joined("{0} before {1}", (name if name == "…" else quoted(name) for name in [*shown, names[0]]))
    )
