"""Offsets of keys and values in a TOML document.

The document must be valid. For an invalid one the offsets may be wrong, but no exception is raised.
"""

import re
import tomllib

from deepseek_tui.story.loading.diagnostics import KeyPath

_TOKEN = re.compile(
    r'#[^\n]*|"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"?|\'[^\'\n]*\'?|\n|[\[\]{}=,.]|[^\s\[\]{}=,.#"\']+',
    re.DOTALL,
)


def key_offsets(text: str) -> dict[KeyPath, int]:
    """Return the offset of each key and list item, by path."""
    return _Scanner(text).run()


class _Scanner:
    """A single pass over the tokens of a TOML document."""

    def __init__(self, text: str) -> None:
        found = [(match.group(), match.start()) for match in _TOKEN.finditer(text)]
        self._tokens = [token for token in found if not token[0].startswith("#")]
        self._position = 0
        self._found: dict[KeyPath, int] = {}
        self._tables: dict[KeyPath, int] = {}
        """The index of the last table in each array of tables."""

    def run(self) -> dict[KeyPath, int]:
        table: KeyPath = ()
        while self._position < len(self._tokens):
            text = self._current
            if text == "[":
                table = self._header()
            elif text == "\n":
                self._position += 1
            else:
                self._pair(table)
                while self._current not in ("\n", ""):
                    self._position += 1
        return self._found

    @property
    def _current(self) -> str:
        return self._tokens[self._position][0] if self._position < len(self._tokens) else ""

    def _header(self) -> KeyPath:
        """Return the path of a table header, written as [a.b] or [[a.b]]."""
        self._position += 1
        is_array = self._current == "["
        self._position += is_array
        path = self._key((), "]")
        while self._current not in ("\n", ""):
            self._position += 1
        if is_array:
            number = self._tables[path] = self._tables.get(path, -1) + 1
            path = (*path, number)
        return path

    def _key(self, path: KeyPath, end: str) -> KeyPath:
        """Return the path of a dotted key.

        The first offset of each part is recorded.
        """
        while self._current not in (end, "\n", ""):
            text, offset = self._tokens[self._position]
            if text != ".":
                if path in self._tables:
                    path = (*path, self._tables[path])
                path = (*path, _unquoted(text))
                self._found.setdefault(path, offset)
            self._position += 1
        return path

    def _pair(self, table: KeyPath) -> None:
        path = self._key(table, "=")
        self._position += 1
        self._value(path)

    def _value(self, path: KeyPath) -> None:
        """Skip a value, and record the offsets of keys inside it."""
        if self._current == "[":
            self._position += 1
            number = 0
            while self._current not in ("]", ""):
                if self._current == ",":
                    number += 1
                elif self._current != "\n":
                    inside = (*path, number)
                    before = self._position
                    self._found.setdefault(inside, self._tokens[before][1])
                    self._value(inside)
                    if self._position > before:  # An unmatched closing brace is not a value, and is skipped.
                        continue
                self._position += 1
            self._position += 1
        elif self._current == "{":
            self._position += 1
            while self._current not in ("}", ""):
                if self._current in (",", "\n"):
                    self._position += 1
                else:
                    self._pair(path)
            self._position += 1
        else:
            while self._current not in (",", "]", "}", "\n", ""):
                self._position += 1


def _unquoted(token: str) -> str:
    if token[0] not in "\"'":
        return token
    try:
        (key,) = tomllib.loads(f"{token} = 0")
    except (tomllib.TOMLDecodeError, ValueError):
        return token.strip("\"'")
    return key
