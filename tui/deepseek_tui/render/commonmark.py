"""Escaping of text for Markdown, so that a parser returns it unchanged.

Only a character that would otherwise be markup gets a backslash, so that prose stays readable: the hyphen
of a compound, the dot of an abbreviation and a comparison sign between spaces are left alone.
"""

import re
from collections.abc import Iterable
from itertools import groupby

from deepseek_tui.story.format.text import harmless

_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
"""Blank characters, except the no-break spaces that French typography needs."""

_SIGNS = re.compile(
    r"[\\`*~|\[]"  # These signs begin an escape, code, emphasis, strike-through, a table, a link or a footnote.
    r"|(?<![^\W_])_|_(?![^\W_])"  # An underscore is emphasis, except inside a word.
    r"|<(?=[A-Za-z/!?])"  # This sign begins HTML or an autolink.
    r"|&(?=#?\w+;)"  # This sign begins an entity.
    r"|(?<=\S)@(?=\S)"  # This sign may be part of a mail address.
    r"|\.(?=[^\W\d_]{2})|(?<=[wW]{3})\."  # GitHub links domain names, with or without a scheme.
    r"|(?<=/)/"  # Two slashes belong to an address; a single slash is no markup.
    r"|:(?=[A-Za-z+-][\w+-]*:)"  # GitHub replaces names between colons by pictograms.
    r"|\$(?=[^\s$](?:[^$]*[^\s$])?\$)"  # Dollar signs enclose GitHub's formulas.
)
_OPENING = re.compile(
    r"#(?=#{0,5}(?:\s|$))"  # These signs begin a heading.
    r"|[>=:]"  # These signs begin a quotation, an underline or a directive.
    r"|[-+](?=\s|$)"  # These signs begin an item of a list.
    r"|-(?=[-\s]*:?$)"  # Hyphens are a rule, the underline of a heading, or a column of a table.
)
_NUMBER = re.compile(r"[0-9]{1,9}([.)])(?=\s|$)")
_CLOSING = re.compile(r"(?:^|\s)(#)#*$")


def fold(words: str) -> str:
    """Return text on one line, without repeated, leading or trailing blanks."""
    return _BLANKS.sub(" ", harmless(words)).strip(" ")


def paragraphs(words: str) -> list[list[str]]:
    """Return the lines of a text, grouped into paragraphs at blank lines."""
    return [list(lines) for has_words, lines in groupby(map(fold, words.split("\n")), bool) if has_words]


def inline(words: str) -> str:
    """Escape text for the middle of a line."""
    words = fold(words)
    return _escaped(words, _signs(words))


def block_start(words: str) -> str:
    """Escape text for the beginning of a paragraph or list item."""
    words = fold(words)
    return _escaped(words, _signs(words) | _first(words))


def heading(words: str) -> str:
    """Escape text for a heading.

    An empty heading becomes an ellipsis.
    """
    words = fold(words) or "…"
    closing = _CLOSING.search(words)
    return _escaped(words, _signs(words) | ({closing.start(1)} if closing else set()))


def emphasised(stretches: Iterable[tuple[str, bool]], *, first: bool = True) -> str:
    """Escape and join texts, each in strong or normal type.

    `first` means at the start of a block. Strong emphasis is left out where a parser could not tell it from adjacent
    text.
    """
    joined, strong = _joined(stretches)
    marks = _signs(joined) | (_first(joined) if first else set())
    if strong:  # An underscore next to the delimiter of strong text is not inside a word, so it is escaped too.
        marks |= {match.start() for match in re.finditer("_", joined)}
    return _escaped(joined, marks, strong)


def with_references(words: str, references: str) -> str:
    """Append footnote references to escaped text."""
    if references and words.endswith(("!", "^")):
        words = f"{words[:-1]}\\{words[-1]}"  # A bracket after "!" would begin an image, and after "^" a footnote.
    return words + references


def autolink(url: str) -> str:
    """Return an address as an autolink, with unsafe characters percent-encoded."""
    return "<" + _ENTITY.sub(r"\1%3B", _BREAKING.sub(_percent, url)) + ">"


_ENTITY = re.compile(r"(?<=&)(#?\w+);")
_BREAKING = re.compile(r"[^!#-;=?-\[\]_a-z~]|%(?![0-9A-Fa-f]{2})|[\\`]")
"""Characters that are invalid in an ASCII address or special in Markdown."""


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match.group().encode("utf-8", "replace"))


def _signs(words: str) -> set[int]:
    return {match.start() for match in _SIGNS.finditer(words)}


def _first(words: str) -> set[int]:
    if match := _OPENING.match(words):
        return {match.start()}
    if match := _NUMBER.match(words):
        return {match.start(1)}
    return set()


def _joined(stretches: Iterable[tuple[str, bool]]) -> tuple[str, list[tuple[int, int]]]:
    """Return joined texts, and the ranges that may be in bold."""
    joined, strong = "", list[tuple[int, int]]()
    for stretch, stress in stretches:
        words = _BLANKS.sub(" ", harmless(stretch))
        if not joined or joined.endswith(" "):
            words = words.lstrip(" ")
        start = len(joined) + len(words) - len(words.lstrip(" "))
        joined += words
        if stress and words.strip(" "):
            # Adjacent ranges are merged, because **a****b** is not strong in CommonMark.
            if strong and strong[-1][1] == start:
                start = strong.pop()[0]
            strong.append((start, len(joined.rstrip(" "))))
    joined = joined.rstrip(" ")
    return joined, [(start, end) for start, end in strong if _can_be_strong(joined, start, end)]


def _can_be_strong(words: str, start: int, end: int) -> bool:
    """Return whether strong emphasis at a range is valid in CommonMark.

    The delimiters must satisfy the flanking rules.
    """
    first, last, before, after = words[start], words[end - 1], words[:start][-1:], words[end : end + 1]
    opens = first.isalnum() or (not first.isspace() and (not before or before.isspace()))
    closes = last.isalnum() or (not last.isspace() and (not after or after.isspace()))
    return opens and closes


def _escaped(words: str, marks: set[int], strong: Iterable[tuple[int, int]] = ()) -> str:
    signs = dict.fromkeys(marks, "\\")
    for start, end in strong:
        signs[start] = "**" + signs.get(start, "")
        signs[end] = "**" + signs.get(end, "")
    pieces, last = [], 0
    for position in sorted(signs):
        pieces += [words[last:position], signs[position]]
        last = position
    return "".join([*pieces, words[last:]])
