"""Positions of the values in a valid JSON text, computed on demand and cached."""

import json
import re
from typing import NamedTuple

_SPACE = re.compile(r"[ \t\r\n]*+")


class Children(NamedTuple):
    """The text positions of a list's elements or of an object's members."""

    starts: list[int]
    """The start of each element, or of the key of each member."""
    values: list[int]
    """The start of each value."""
    ends: list[int]
    """The end of each value."""
    keys: list[str]
    """The keys of an object; empty for a list."""
    close: int
    """The position of the closing bracket."""


class JsonLayout:
    """The positions of the values in a JSON text. The text must be valid."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.start = self._skip(0)
        """The position of the document's value."""
        self._children: dict[int, Children] = {}
        self._decode = json.JSONDecoder().raw_decode

    def children(self, start: int) -> Children:
        """Return the children of the list or object at a position."""
        if start not in self._children:
            self._children[start] = self._find(start)
        return self._children[start]

    def end(self, start: int) -> int:
        """Return the end of the value that begins at a position."""
        if start in self._children:
            return self._children[start].close + 1
        # The decoder is written in C, which makes it the fastest way to find the end of a value.
        return self._decode(self.text, start)[1]

    def _find(self, start: int) -> Children:
        text, is_object = self.text, self.text[start] == "{"
        found = Children([], [], [], [], 0)
        at = self._skip(start + 1)
        while text[at] not in "]}":
            found.starts.append(at)
            if is_object:
                key, at = self._decode(text, at)
                found.keys.append(key)
                at = self._skip(self._skip(at) + 1)
            found.values.append(at)
            at = self.end(at)
            found.ends.append(at)
            at = self._skip(at)
            if text[at] == ",":
                at = self._skip(at + 1)
        return found._replace(close=at)

    def _skip(self, at: int) -> int:
        """Return the position of the next character that is no white space."""
        match = _SPACE.match(self.text, at)
        return match.end() if match else at
