"""Writing of changed JSON documents in the formatting of their file.

Unchanged parts keep their exact bytes.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import Any, NamedTuple

from deepseek_tui.editing.json_layout import Children, JsonLayout
from deepseek_tui.editing.json_style import MAX_EXAMPLES, Examples, JsonStyle
from deepseek_tui.editing.steps import is_same
from deepseek_tui.story.loading.document import BOM


class FormattedJson:
    """The bytes of a valid JSON file, used to format changed versions of its document."""

    def __init__(self, data: bytes, document: Any) -> None:
        self._bom = BOM if data.startswith(BOM) else b""
        self._text = data.removeprefix(BOM).decode()
        self._document = document

    @cached_property
    def _rewriter(self) -> "_Rewriter":
        return _Rewriter(JsonLayout(self._text))

    def with_document(self, document: Any) -> bytes:
        """Return the bytes of the file with another document.

        The documents should share what is unchanged, as those that `apply_steps` returns do, because that is not compared.
        """
        return self._bom + self._rewriter.rewritten(self._document, document).encode()


class _Surroundings(NamedTuple):
    """The indentation and the similar values from which a new value is formatted."""

    indent: str | None
    """The indentation of the line on which the value begins, or None within a line."""
    examples: Examples
    """The positions of similar values in the old text, as examples."""


class _Piece(NamedTuple):
    """The new text of one child of a list or object."""

    text: str
    place: int | None
    """The position of the child in the old container, or None if it is new."""


class _Rewriter:
    """Builds the text of a changed document from the text of the old one."""

    def __init__(self, layout: JsonLayout) -> None:
        self._layout, self._style, self._text = layout, JsonStyle(layout), layout.text

    def rewritten(self, old: Any, new: Any) -> str:
        """Return the text of a file with a new document."""
        start = self._layout.start
        end = self._layout.end(start)
        value = self._value(start, end, old, new, _Surroundings("", ()))
        return f"{self._text[:start]}{value}{self._text[end:]}"

    def _value(self, start: int, end: int, old: Any, new: Any, around: _Surroundings) -> str:
        """Return the text of a value that has a span in the old text."""
        if old and new and isinstance(old, dict) and isinstance(new, dict):
            return self._object(start, old, new, around)
        if old and new and isinstance(old, list) and isinstance(new, list):
            return self._list(start, old, new, around)
        return self._text[start:end] if is_same(old, new) else self._style.write(new, *around)

    def _object(self, start: int, old: dict[str, Any], new: dict[str, Any], around: _Surroundings) -> str:
        children = self._layout.children(start)
        places = {key: place for place, key in enumerate(children.keys)}
        pieces = []
        for key, value in new.items():
            place = places.get(key)
            if place is not None and old[key] is value:
                pieces.append(_Piece(self._text[children.starts[place] : children.ends[place]], place))
                continue
            examples = self._style.members(around.examples, key) or children.values
            inner = _Surroundings(self._indent(start, children, place or 0), examples)
            if place is None:
                written = self._style.write(value, *inner)
                pieces.append(_Piece(f"{self._style.string(key)}{self._style.colon}{written}", None))
            else:
                name = self._text[children.starts[place] : children.values[place]]
                changed = self._value(children.values[place], children.ends[place], old[key], value, inner)
                pieces.append(_Piece(name + changed, place))
        return self._assembled(start, children, pieces)

    def _list(self, start: int, old: list[Any], new: list[Any], around: _Surroundings) -> str:
        children = self._layout.children(start)
        pieces = []
        for position, (place, value) in enumerate(zip(_matches(old, new), new, strict=True)):
            if place is not None and old[place] is value:
                pieces.append(_Piece(self._text[children.values[place] : children.ends[place]], place))
                continue
            examples = _neighbours(children.values, position if place is None else place)
            inner = _Surroundings(self._indent(start, children, place or 0), examples or self._style.values(around.examples))
            if place is None:
                pieces.append(_Piece(self._style.write(value, *inner), None))
            else:
                changed = self._value(children.values[place], children.ends[place], old[place], value, inner)
                pieces.append(_Piece(changed, place))
        return self._assembled(start, children, pieces)

    def _assembled(self, start: int, children: Children, pieces: Sequence[_Piece]) -> str:
        """Return a container's text with the new texts of its children.

        The text between two children is kept if they were neighbours before.
        """
        parts = [self._text[start]]
        previous: int | None = -1
        for number, (text, place) in enumerate(pieces):
            if place is not None and place - 1 == previous:
                parts.append(self._gap(start, children, place))
            elif number == 0:
                parts.append(self._lead(start, children, 0))
            else:
                parts.append("," + self._lead_behind(start, children, place or previous))
            parts.append(text)
            previous = place
        parts.append(self._text[children.ends[-1] : children.close + 1])
        return "".join(parts)

    def _lead_behind(self, start: int, children: Children, place: int | None) -> str:
        """Return the white space after the comma before a child, as in the old text.

        It is that before an old child, if there is one.
        """
        if not place and len(children.values) > 1:
            place = 1
        if place:
            return self._lead(start, children, place)
        lead = self._lead(start, children, 0)
        return lead if "\n" in lead else self._style.comma[1:]

    def _gap(self, start: int, children: Children, place: int) -> str:
        """Return the text between an old child and the previous child or bracket."""
        return self._text[children.ends[place - 1] if place else start + 1 : children.starts[place]]

    def _lead(self, start: int, children: Children, place: int) -> str:
        """Return the white space between an old child and the comma or bracket before it."""
        return self._gap(start, children, place).rpartition(",")[2]

    def _indent(self, start: int, children: Children, place: int) -> str | None:
        """Return an old child's indentation, or None if it does not begin its line."""
        _, newline, indent = self._lead(start, children, place).rpartition("\n")
        return indent if newline else None


def _matches(old: list[Any], new: list[Any]) -> list[int | None]:
    """Return the old position of each element of a new list; None if added."""
    most = min(len(old), len(new))
    start = next((at for at, (one, other) in enumerate(zip(old, new, strict=False)) if not is_same(one, other)), most)
    backwards = zip(reversed(old), reversed(new), strict=False)
    tail = next((at for at, (one, other) in enumerate(backwards) if not is_same(one, other)), most)
    tail = min(tail, most - start)
    middle = _middle_matches(old[start : len(old) - tail], new[start : len(new) - tail])
    found = [None if place is None else start + place for place in middle]
    return [*range(start), *found, *range(len(old) - tail, len(old))]


def _middle_matches(old: list[Any], new: list[Any]) -> list[int | None]:
    """Match elements of two lists by object identity, then by id, then by order.

    The order decides only if both lists have the same number of elements left.
    """
    same = {id(value): place for place, value in enumerate(old)}
    named = {value["id"]: place for place, value in enumerate(old) if _has_id(value)}
    found: list[int | None] = []
    for value in new:
        place = same.get(id(value))
        found.append(named.get(value["id"]) if place is None and _has_id(value) else place)
    left = [place for place in range(len(old)) if place not in set(found)]
    if len(left) == found.count(None):
        rest = iter(left)
        found = [next(rest) if place is None else place for place in found]
    return found


def _has_id(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("id"), str)


def _neighbours(values: list[int], place: int) -> Examples:
    """Return the positions of the elements around a list element, nearest first."""
    near = range(max(0, place - MAX_EXAMPLES // 2), min(len(values), place + MAX_EXAMPLES // 2 + 1))
    return [values[other] for other in sorted(near, key=lambda other: abs(other - place))]
