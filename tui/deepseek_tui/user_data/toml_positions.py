"""Where in the text of a TOML document its keys and values stand, which `tomllib` does not say.

The text is one that `tomllib` has read; of another, what is found may be wrong, but nothing is raised.
"""

import re
import tomllib

from deepseek_tui.story.loading.diagnostics import KeyPath

_TOKEN = re.compile(
    r'#[^\n]*|"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"?|\'[^\'\n]*\'?|\n|[\[\]{}=,.]|[^\s\[\]{}=,.#"\']+',
    re.DOTALL,
)


def places(text: str) -> dict[KeyPath, int]:
    """The offset of every key, and of every item of a list, by its path from the top of the document."""
    return _Scanner(text).run()


class _Scanner:
    """One pass over the tokens of a document."""

    def __init__(self, text: str) -> None:
        found = [(match.group(), match.start()) for match in _TOKEN.finditer(text)]
        self._tokens = [token for token in found if token[0][0] != "#"]
        self._at = 0
        self._found: dict[KeyPath, int] = {}
        self._tables: dict[KeyPath, int] = {}
        """How many tables the lists of tables have so far."""

    def run(self) -> dict[KeyPath, int]:
        table: KeyPath = ()
        while self._at < len(self._tokens):
            mark = self._mark
            if mark == "[":
                table = self._header()
            elif mark == "\n":
                self._at += 1
            else:
                self._pair(table)
                while self._mark not in ("\n", ""):
                    self._at += 1
        return self._found

    @property
    def _mark(self) -> str:
        return self._tokens[self._at][0] if self._at < len(self._tokens) else ""

    def _header(self) -> KeyPath:
        """[a.b] or [[a.b]]: the path that it opens."""
        self._at += 1
        many = self._mark == "["
        self._at += many
        path = self._key((), "]")
        while self._mark not in ("\n", ""):
            self._at += 1
        if many:
            number = self._tables[path] = self._tables.get(path, -1) + 1
            path = (*path, number)
        return path

    def _key(self, path: KeyPath, end: str) -> KeyPath:
        """A key of one or more parts, each of which is noted where it first stands."""
        while self._mark not in (end, "\n", ""):
            mark, offset = self._tokens[self._at]
            if mark != ".":
                if path in self._tables:
                    path = (*path, self._tables[path])
                path = (*path, _unquoted(mark))
                self._found.setdefault(path, offset)
            self._at += 1
        return path

    def _pair(self, table: KeyPath) -> None:
        path = self._key(table, "=")
        self._at += 1
        self._value(path)

    def _value(self, path: KeyPath) -> None:
        """A value; what stands in a list or an inline table is noted too."""
        if self._mark == "[":
            self._at += 1
            number = 0
            while self._mark not in ("]", ""):
                if self._mark == ",":
                    number += 1
                elif self._mark != "\n":
                    inside = (*path, number)
                    before = self._at
                    self._found.setdefault(inside, self._tokens[before][1])
                    self._value(inside)
                    if self._at > before:  # a brace that closes nothing is no value, and is passed over
                        continue
                self._at += 1
            self._at += 1
        elif self._mark == "{":
            self._at += 1
            while self._mark not in ("}", ""):
                if self._mark in (",", "\n"):
                    self._at += 1
                else:
                    self._pair(path)
            self._at += 1
        else:
            while self._mark not in (",", "]", "}", "\n", ""):
                self._at += 1


def _unquoted(mark: str) -> str:
    if mark[0] not in "\"'":
        return mark
    try:
        (key,) = tomllib.loads(f"{mark} = 0")
    except (tomllib.TOMLDecodeError, ValueError):
        return mark.strip("\"'")
    return key
