r"""Folding of text for search: accents, case and punctuation are removed.

Everything but letters and digits becomes a space, and several spaces become one. So "1,3 million", "1.3 million" and
"1\u202f3 million" are equal, and so are "l’app" and "l'app", or "open-source" and "open source".
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

_OTHER = re.compile(r"[\W_]+")
_MARKS = re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u00ad\u200b-\u200d]")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d"})

GAP = " | "
"""The separator of texts that are searched together; no phrase matches across it, because folded text has no bar."""


def fold(text: str) -> str:
    """Return the folded words of a text, separated by single spaces."""
    plain = text.translate(_COMMON_CHARACTERS)
    if plain.isascii():
        return " ".join(plain.split())
    return _OTHER.sub(" ", _without_accents(text)).strip()


def _without_accents(text: str) -> str:
    """Return text in lower case without accents, character by character.

    The result for a character does not depend on its neighbours.
    """
    # Decomposing some mathematical letters gives capitals, which must be folded again, so both steps run twice.
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return _MARKS.sub("", plain).translate(_LIGATURES)


_COMMON_CHARACTERS = {code: _OTHER.sub(" ", _without_accents(chr(code))) for code in (*range(0x180), *range(0x2000, 0x2070))}
"""The folded characters of Western European text.

Most texts need one look-up per character and no regular expression.
"""


def haystack(texts: Sequence[str]) -> str:
    """Return several texts as one folded string for searching.

    The text is folded, with a space before and after each word.
    """
    return f" {GAP.join(map(fold, texts))} "


def needle(words: str, *, whole: bool = False) -> str:
    """Return a query's words as the folded string to search for.

    It is empty for no words. It matches the beginnings of words, or, with `whole`, whole words.
    """
    folded = fold(words)
    if not folded:
        return ""
    return f" {folded} " if whole else f" {folded}"


def ranges(text: str, needles: Sequence[str]) -> list[tuple[int, int]]:
    """Return the offsets at which folded search strings occur in a text.

    They do not overlap.
    """
    if not any(part in f" {fold(text)} " for part in needles):
        return []
    folded, places = _haystack_with_offsets(text)
    found: list[tuple[int, int]] = []
    for part in needles:
        words = part.strip()
        at = folded.find(part)
        while at >= 0:
            start, end = places[at], places[at + len(words) - 1] + 1  # The space before the words is not part of the match.
            while end < len(text) and _MARKS.match(unicodedata.normalize("NFKD", text[end])):
                end += 1  # A combining accent belongs to the letter before it.
            found.append((start, end))
            at = folded.find(part, at + 1)
    return list(_merged(sorted(found)))


def _haystack_with_offsets(text: str) -> tuple[str, list[int]]:
    """Return a folded text with the original offset of each character.

    The offsets leave out the haystack's first character, a space.
    """
    chars, places = [" "], list[int]()
    for number, char in enumerate(text):
        for one in _without_accents(char):
            blank = not one.isalnum()
            if blank and chars[-1] == " ":
                continue
            chars.append(" " if blank else one)
            places.append(number)
    if chars[-1] != " ":
        chars.append(" ")
        places.append(len(text))
    return "".join(chars), places


def _merged(found: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Merge ranges that overlap or touch."""
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
