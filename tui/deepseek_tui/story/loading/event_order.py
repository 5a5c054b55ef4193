"""Whether what events say of their order can be true: no circle of `after` and `before`, no date against them."""

from collections.abc import Iterator
from typing import Any

from deepseek_tui.story.format.edtf import Day, Edtf, parse
from deepseek_tui.story.format.messages import Message, joined
from deepseek_tui.story.loading.diagnostics import KeyPath, quoted

SHOWN = 8
"""How many events of a circle are named."""

OrderViolation = tuple[KeyPath, str]


def event_order_violations(events: Any) -> Iterator[OrderViolation]:
    """Where the order of the raw events contradicts itself or their dates; events of a wrong shape are passed over."""
    order = _Order(events if isinstance(events, list) else [])
    if not order.followers:
        return
    line = order.in_line()
    yield from order.circles(line)
    yield from order.contradictions(line)


class _Order:
    """The events by their ids, and which must follow which."""

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
                return  # the models say what is wrong with it

    def _named(self, event: dict[str, Any], key: str, row: int) -> Iterator[tuple[str, KeyPath]]:
        others = event.get(key)
        for position, other in enumerate(others if isinstance(others, list) else ()):
            if isinstance(other, str) and other in self._rows:
                yield other, ("events", row, key, position)

    def in_line(self) -> list[str]:
        """The events so that each stands after all that it follows, without those that a circle holds back."""
        waiting = dict.fromkeys(self._rows, 0)
        for later in self.followers.values():
            for name, _ in later:
                waiting[name] += 1
        line = [name for name, count in waiting.items() if not count]
        for name in line:
            for later_name, _ in self.followers.get(name, ()):
                waiting[later_name] -= 1
                if not waiting[later_name]:
                    line.append(later_name)
        return line

    def circles(self, line: list[str]) -> Iterator[OrderViolation]:
        """Circles among the events that are held back, each event named in one of them at most."""
        held = set(self._rows).difference(line)
        for start in sorted(held, key=self._rows.__getitem__):
            trail: dict[str, KeyPath] = {start: ()} if start in held else {}
            onward = {start: iter(self.followers.get(start, ()))}
            while trail:
                name = next(reversed(trail))
                following = next(((other, path) for other, path in onward[name] if other in held), None)
                if following is None:
                    held.discard(name)
                    trail.pop(name)
                elif following[0] in trail:
                    names = list(trail)
                    circle = names[names.index(following[0]) :]
                    yield following[1], _circle(circle)
                    held.difference_update(circle)
                    for member in circle:
                        trail.pop(member)
                else:
                    trail[following[0]] = following[1]
                    onward[following[0]] = iter(self.followers.get(following[0], ()))

    def contradictions(self, line: list[str]) -> Iterator[OrderViolation]:
        """Events whose date is over before one that they must follow can begin."""
        since: dict[str, tuple[Day, str]] = {}
        for name in line:
            own = self._firm(name)
            if own and own.earliest and (name not in since or own.earliest > since[name][0]):
                since[name] = (own.earliest, name)
            if name not in since:
                continue
            for later, _ in self.followers.get(name, ()):
                if later not in since or since[name][0] > since[later][0]:
                    since[later] = since[name]
        for name, (day, source) in since.items():
            own = self._firm(name)
            if own and own.latest and day > own.latest:
                path: KeyPath = ("events", self._rows[name], "when")
                yield (
                    path,
                    Message(
                        "{0} is over before {1} ({2}), which comes first by after and before",
                        own,
                        quoted(source),
                        self._dates[source],
                    ),
                )

    def _firm(self, name: str) -> Edtf | None:
        date = self._dates.get(name)
        return date if date and date.firm else None


def _circle(names: list[str]) -> str:
    if len(names) == 1:
        return Message("{} cannot come before or after itself", quoted(names[0]))
    shown = names if len(names) <= SHOWN else [*names[: SHOWN - 1], "…"]
    return Message(
        "a circle: {}", joined("{0} before {1}", (name if name == "…" else quoted(name) for name in [*shown, names[0]]))
    )
