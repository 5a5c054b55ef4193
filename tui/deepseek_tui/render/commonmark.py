"""CommonMark: words that come back from a parser, GitHub's included, as the words they were.

A backslash is put only where a character would otherwise mean something, so that prose stays prose: the hyphen
of a compound, the dot of an abbreviation, the sign of a comparison with air around it are left alone.
"""

import re
from collections.abc import Iterable
from itertools import groupby

from deepseek_tui.story.format.text import harmless

_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
"""Not the no-break spaces that French typography needs."""

_SIGNS = re.compile(
    r"[\\`*~|\[]"  # escape, code, emphasis, strike-through, table, link and footnote
    r"|(?<![^\W_])_|_(?![^\W_])"  # emphasis, save inside a word
    r"|<(?=[A-Za-z/!?])"  # HTML and autolinks
    r"|&(?=#?\w+;)"  # entities
    r"|(?<=\S)@(?=\S)"  # mail addresses
    r"|\.(?=[^\W\d_]{2})|(?<=[wW]{3})\."  # domains, with a scheme or without
    r"|(?<=/)/"  # addresses; the first slash alone means nothing
    r"|:(?=[A-Za-z+-][\w+-]*:)"  # GitHub's names for pictograms
    r"|\$(?=[^\s$](?:[^$]*[^\s$])?\$)"  # GitHub's formulas
)
_OPENING = re.compile(
    r"#(?=#{0,5}(?:\s|$))"  # heading
    r"|[>=:]"  # quotation, underline, directive
    r"|[-+](?=\s|$)"  # list
    r"|-(?=[-\s]*:?$)"  # rule, underline, column of a table
)
_NUMBER = re.compile(r"[0-9]{1,9}([.)])(?=\s|$)")
_CLOSING = re.compile(r"(?:^|\s)(#)#*$")


def fold(words: str) -> str:
    """The words on one line: every run of blanks is one space, and there are none at the ends."""
    return _BLANKS.sub(" ", harmless(words)).strip(" ")


def paragraphs(words: str) -> list[list[str]]:
    """The lines of words whose breaks are meant, each folded, paragraph by paragraph: blank lines stand between these."""
    return [list(lines) for has_words, lines in groupby(map(fold, words.split("\n")), bool) if has_words]


def inline(words: str) -> str:
    """Words for the middle of a line."""
    words = fold(words)
    return _escaped(words, _signs(words))


def opening(words: str) -> str:
    """Words that begin a paragraph or the item of a list."""
    words = fold(words)
    return _escaped(words, _signs(words) | _first(words))


def heading(words: str) -> str:
    """Words of a heading, for after its number signs; never empty, since an empty heading has no name."""
    words = fold(words) or "…"
    closing = _CLOSING.search(words)
    return _escaped(words, _signs(words) | ({closing.start(1)} if closing else set()))


def stressed(stretches: Iterable[tuple[str, bool]], *, first: bool = True) -> str:
    """Words of which some are strong: stretches of words, and whether each is; `first` where they begin a block.

    Stress is left out where a parser could not tell it from its neighbours: the words matter more.
    """
    joined, strong = _joined(stretches)
    marks = _signs(joined) | (_first(joined) if first else set())
    if strong:  # a low line beside the sign of stress is no longer inside a word
        marks |= {match.start() for match in re.finditer("_", joined)}
    return _escaped(joined, marks, strong)


def cited(words: str, references: str) -> str:
    """Escaped words with footnote references behind them."""
    if references and words.endswith(("!", "^")):
        words = f"{words[:-1]}\\{words[-1]}"  # ![ would begin a picture, ^[ a note
    return words + references


def autolink(url: str) -> str:
    """An http or https address as an explicit link, with what could break out of it percent-encoded."""
    return "<" + _ENTITY.sub(r"\1%3B", _BREAKING.sub(_percent, url)) + ">"


_ENTITY = re.compile(r"(?<=&)(#?\w+);")
_BREAKING = re.compile(r"[^!#-;=?-\[\]_a-z~]|%(?![0-9A-Fa-f]{2})|[\\`]")
"""All that is no part of an address in plain ASCII, and what a reader of Markdown might stumble over."""


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
    """The folded words in one string, and where those begin and end that can be made strong."""
    joined, strong = "", list[tuple[int, int]]()
    for stretch, stress in stretches:
        words = _BLANKS.sub(" ", harmless(stretch))
        if not joined or joined.endswith(" "):
            words = words.lstrip(" ")
        start = len(joined) + len(words) - len(words.lstrip(" "))
        joined += words
        if stress and words.strip(" "):
            if strong and strong[-1][1] == start:  # the stress of neighbours is one: **a****b** would be none
                start = strong.pop()[0]
            strong.append((start, len(joined.rstrip(" "))))
    joined = joined.rstrip(" ")
    return joined, [(start, end) for start, end in strong if _can_be_strong(joined, start, end)]


def _can_be_strong(words: str, start: int, end: int) -> bool:
    """CommonMark's rule of flanking: inside the signs no blank; outside them a blank, or inside them a letter or digit."""
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
