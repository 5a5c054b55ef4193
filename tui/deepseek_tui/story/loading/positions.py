"""Positions of values in a JSON text, for error messages.

The scanner also accepts text that is almost JSON. It never raises, and finds as much as it can.
"""

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from deepseek_tui.story.loading.diagnostics import KeyPath

_TOKEN = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[{}\[\],:]|[^\s{}\[\],:"]++', re.DOTALL)
"""Pattern of a string, a punctuation mark or a word.

The quantifiers are possessive, because backtracking would take a gigabyte for a long text.
"""


@dataclass(slots=True)
class Positions:
    """Result of a scan of a JSON text, with offsets of values."""

    values: dict[KeyPath, int] = field(default_factory=dict)
    """The offsets of the wanted values."""
    keys: dict[KeyPath, int] = field(default_factory=dict)
    """The offsets of the keys of the wanted values."""
    repeated: list[tuple[KeyPath, int]] = field(default_factory=list)
    """Duplicate keys in an object, with their offsets."""
    large: list[tuple[KeyPath, int]] = field(default_factory=list)
    """Integers with more digits than JSON parsers keep, with their offsets."""


class LineNumbers:
    """Converter of text offsets to line and column.

    Both are counted in characters from 1.
    """

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and column of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def too_deep(text: str, limit: int) -> int | None:
    """Return the offset of the first bracket nested too deeply, or None."""
    depth = 0
    for match in _TOKEN.finditer(text):
        mark = match.group()
        if mark in ("{", "["):
            depth += 1
            if depth > limit:
                return match.start()
        elif mark in ("}", "]"):
            depth -= 1
    return None


def scan(text: str, wanted: Iterable[KeyPath] = ()) -> Positions:
    """Find the positions of values in a JSON text, and duplicate keys."""
    return _Scanner(text, frozenset(wanted)).run()


def place(layout: Positions, path: KeyPath, *, key: bool = False) -> int:
    """Return the offset of the value at a path.

    If it is unknown, return the offset of the nearest enclosing value. With `key`, return the offset of its key if
    known.
    """
    if key and path in layout.keys:
        return layout.keys[path]
    while path and path not in layout.values:
        path = path[:-1]
    return layout.values.get(path, 0)


class _Scanner:
    """One pass over a JSON text, which keeps the current path."""

    def __init__(self, text: str, wanted: frozenset[KeyPath]) -> None:
        self._tokens = _TOKEN.finditer(text)
        self._wanted = wanted
        self._steps: list[str | int] = []
        self._seen: list[set[str] | None] = []  # The stack holds the keys of each enclosing object, and None for a list.
        self._key_next = False
        self._found = Positions()

    def run(self) -> Positions:
        """Scan the whole text and return the positions found."""
        for match in self._tokens:
            self._take(match.group(), match.start())
        return self._found

    def _take(self, mark: str, offset: int) -> None:
        if mark == ",":
            self._next()
        elif mark in ("}", "]"):
            self._leave()
        elif mark == ":":
            self._key_next = False
        elif self._key_next and mark[0] == '"':
            self._key(mark, offset)
        else:
            self._value(mark, offset)

    def _next(self) -> None:
        if not self._seen:
            return
        if self._seen[-1] is not None:
            self._key_next = True
        elif isinstance(self._steps[-1], int):
            self._steps[-1] += 1

    def _leave(self) -> None:
        if self._seen:
            self._seen.pop()
            self._steps.pop()
        self._key_next = False

    def _key(self, mark: str, offset: int) -> None:
        key = _unquoted(mark)
        self._steps[-1] = key
        seen = self._seen[-1]
        path = tuple(self._steps)
        if seen is not None and key in seen:
            self._found.repeated.append((path, offset))
        elif seen is not None:
            seen.add(key)
        if path in self._wanted:
            self._found.keys[path] = offset

    def _value(self, mark: str, offset: int) -> None:
        path = tuple(self._steps)
        if path in self._wanted:
            self._found.values[path] = offset
        if mark in ("{", "["):
            self._seen.append(set() if mark == "{" else None)
            self._steps.append("" if mark == "{" else 0)
            self._key_next = mark == "{"
        elif len(mark) > 15 and _too_large(mark):
            self._found.large.append((path, offset))


def _unquoted(mark: str) -> str:
    if "\\" not in mark:
        return mark[1:-1]
    try:
        return str(json.loads(mark))
    except ValueError:
        return mark.strip('"')


def _too_large(mark: str) -> bool:
    """Return whether an integer is too large for JSON parsers.

    They would round it.
    """
    digits = mark.removeprefix("-")
    return digits.isdigit() and (len(digits) > 20 or not -(2**63) <= int(mark) < 2**64)


def with_ancestors(paths: Iterable[KeyPath]) -> Iterator[KeyPath]:
    """Yield the given paths of values, and those of all enclosing values.

    The position of a missing value is that of its ancestor.
    """
    done: set[KeyPath] = set()
    for path in paths:
        while path not in done:
            done.add(path)
            yield path
            path = path[:-1]
