"""Folding: words as a search compares them, without accents, capitals, apostrophes, hyphens or punctuation.

What is not a letter or a digit becomes a space, and spaces are counted once, so that "1,3 million", "1.3 million" and
"1\u202f3 million", "l’app" and "l'app", "open-source" and "open source" are each the same words.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

_OTHER = re.compile(r"[\W_]+")
_MARKS = re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u00ad\u200b-\u200d]")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d"})

GAP = " | "
"""Between two texts of one haystack: no phrase is found across it, since no folded text has a bar."""


def fold(text: str) -> str:
    """The words of a text, folded, with one space between them."""
    plain = text.translate(_COMMON)
    if plain.isascii():
        return " ".join(plain.split())
    return _OTHER.sub(" ", _bare(text)).strip()


def _bare(text: str) -> str:
    """Small letters without their marks; a function of each character alone, whatever stands beside it."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())  # a mathematical A is a capital
    return _MARKS.sub("", plain).translate(_LIGATURES)


_COMMON = {code: _OTHER.sub(" ", _bare(chr(code))) for code in (*range(0x180), *range(0x2000, 0x2070))}
"""The characters of Western Europe, folded: most texts need one look-up for each character and no regular expression."""


def haystack(texts: Sequence[str]) -> str:
    """Texts to look for needles in: folded, a space before and after every word."""
    return f" {GAP.join(map(fold, texts))} "


def needle(words: str, *, whole: bool = False) -> str:
    """What to look for in a haystack: words that begin so, or, where they are whole, these words; empty for no words."""
    folded = fold(words)
    if not folded:
        return ""
    return f" {folded} " if whole else f" {folded}"


def ranges(text: str, needles: Sequence[str]) -> list[tuple[int, int]]:
    """Where needles stand in a text as it is, as offsets, in order and without overlap."""
    if not any(part in f" {fold(text)} " for part in needles):
        return []
    folded, places = _aligned(text)
    found: list[tuple[int, int]] = []
    for part in needles:
        words = part.strip()
        at = folded.find(part)
        while at >= 0:
            start, end = places[at], places[at + len(words) - 1] + 1  # the blank before the words is no part of them
            while end < len(text) and _MARKS.match(unicodedata.normalize("NFKD", text[end])):
                end += 1  # an accent that stands behind its letter goes with it
            found.append((start, end))
            at = folded.find(part, at + 1)
    return list(_apart(sorted(found)))


def _aligned(text: str) -> tuple[str, list[int]]:
    """The haystack of one text, and for each of its characters but the first which character of the text it is from."""
    chars, places = [" "], list[int]()
    for number, char in enumerate(text):
        for one in _bare(char):
            blank = not one.isalnum()
            if blank and chars[-1] == " ":
                continue
            chars.append(" " if blank else one)
            places.append(number)
    if chars[-1] != " ":
        chars.append(" ")
        places.append(len(text))
    return "".join(chars), places


def _apart(found: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    last: tuple[int, int] | None = None
    for start, end in found:
        if last is not None and start <= last[1]:
            last = (last[0], max(last[1], end))
            continue
        if last is not None:
            yield last
        last = (start, end)
    if last is not None:
        yield last
