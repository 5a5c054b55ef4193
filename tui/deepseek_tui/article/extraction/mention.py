"""Base class of the numbers, dates, quotations and names found in a text."""

import re
import unicodedata
from dataclasses import dataclass

SPACES = " \u00a0\u2007\u2009\u202f"
SPACE = "[ \u00a0\u2007\u2009\u202f]"
NEXT = re.compile(rf"{SPACE}*(?:(?:de{SPACE}|d[’']|of{SPACE}))?([%‰€$£°]|[^\W_]+(?:[-‑][^\W_]+)*)")
"""The word or sign after a number, such as its unit."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A number, date, quotation or name, at a position of a text."""

    start: int
    end: int
    text: str


def folded(text: str) -> str:
    """Return text in lower case without accents, with uniform punctuation and spaces."""
    plain = text.translate(_MARKS)
    if not plain.isascii():
        plain = _BEYOND_ASCII.sub(_without_accent, unicodedata.normalize("NFKD", plain))
    return " ".join(plain.casefold().split())


_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


def _without_accent(match: re.Match[str]) -> str:
    return "" if unicodedata.combining(match.group()) else match.group()


_MARKS = str.maketrans(dict.fromkeys("’‘ʼ`´", "'") | dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("\u00ad\u200b\u2060™®©"))


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text as a set; a long list is written in one string."""
    return frozenset(words.split())
