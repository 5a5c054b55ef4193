"""Formatting of a JSON file, applied to new values."""

import json
import re
from collections.abc import Sequence
from typing import Any

from deepseek_tui.editing.json_layout import JsonLayout
from deepseek_tui.story.format.escaping import escaped_json

_INDENT = re.compile(r"[\[{][ \t]*+\r?\n([ \t]++)[^\s]")
_ESCAPED_LETTER = re.compile(r"\\u(?!00[01])")
MAX_EXAMPLES = 8
"""The maximum number of similar values that are considered for a new one."""

Examples = Sequence[int]
"""The positions of values in the text that are similar to a new one, the most similar first."""


class JsonStyle:
    """The formatting of a file: line breaks, indentation, separators and escapes."""

    def __init__(self, layout: JsonLayout) -> None:
        self._layout = layout
        text = layout.text
        self._newline = "\r\n" if text[: text.find("\n") + 1].endswith("\r\n") else "\n"
        indent = _INDENT.search(text)
        self._indent = indent[1] if indent else "  "
        root = layout.children(layout.start) if text[layout.start] == "{" else None
        self.colon = text[layout.end(root.starts[0]) : root.values[0]] if root and root.keys else ": "
        self.comma = ", " if self.colon.endswith(" ") else ","
        """What separates values on one line."""
        self._is_ascii = text.isascii() and _ESCAPED_LETTER.search(text) is not None

    def string(self, value: str) -> str:
        """Return a string as JSON, with non-ASCII letters escaped as in the file.

        Characters that could mislead a terminal are always escaped.
        """
        return json.dumps(value) if self._is_ascii else escaped_json(json.dumps(value, ensure_ascii=False))

    def write(self, value: Any, indent: str | None, examples: Examples) -> str:
        """Return a value as JSON.

        `indent` is the white space at the start of the value's line, or None within a line. A list or object has
        its elements on one line if the first of the `examples` has.
        """
        if isinstance(value, str):
            return self.string(value)
        if not isinstance(value, dict | list):
            return json.dumps(value)
        opening = _opening(value)
        closing = "}" if opening == "{" else "]"
        if not value:
            return opening + closing
        similar = self._similar(value, opening, examples)
        is_inline = self._is_inline(similar[0]) if similar else indent is None
        inner = None if is_inline or indent is None else indent + self._indent
        if isinstance(value, dict):
            parts = [
                f"{self.string(key)}{self.colon}{self.write(one, inner, self.members(similar, key) or self.values(similar))}"
                for key, one in value.items()
            ]
        else:
            elements = self.values(similar)
            parts = [self.write(one, inner, elements) for one in value]
        if inner is None:
            padding = self._padding(similar[0]) if similar and is_inline else ""
            return f"{opening}{padding}{self.comma.join(parts)}{padding}{closing}"
        between = f",{self._newline}{inner}"
        return f"{opening}{self._newline}{inner}{between.join(parts)}{self._newline}{indent}{closing}"

    def _similar(self, value: dict[str, Any] | list[Any], opening: str, examples: Examples) -> Examples:
        """Return the examples of a value's type, those with similar elements first."""
        text = self._layout.text
        filled = [at for at in examples if text[at] == opening and self._layout.children(at).values]
        found = {at: text[self._layout.children(at).values[0]] for at in filled}
        inner = _opening(next(iter(value.values())) if isinstance(value, dict) else value[0])
        return sorted(found, key=lambda at: (found[at] if found[at] in "[{" else "") != inner)

    def members(self, containers: Examples, key: str) -> Examples:
        """Return the positions of the values that objects have for a key."""
        found: list[int] = []
        for at in containers:
            if self._layout.text[at] == "{":
                children = self._layout.children(at)
                found.extend(value for name, value in zip(children.keys, children.values, strict=True) if name == key)
        return found[:MAX_EXAMPLES]

    def values(self, containers: Examples) -> Examples:
        """Return the positions of some values inside lists and objects."""
        found: list[int] = []
        for at in containers:
            if self._layout.text[at] in "[{":
                found.extend(self._layout.children(at).values[:2])
        return found[:MAX_EXAMPLES]

    def _is_inline(self, at: int) -> bool:
        children = self._layout.children(at)
        return "\n" not in self._layout.text[at : children.starts[0]]

    def _padding(self, at: int) -> str:
        """Return the white space after the opening bracket of a value on one line."""
        return self._layout.text[at + 1 : self._layout.children(at).starts[0]]


def _opening(value: Any) -> str:
    """Return the opening bracket of a list or object, or "" for other values."""
    return "{" if isinstance(value, dict) else "[" if isinstance(value, list) else ""
