"""Fingerprints: how a story knows an article again without holding a word of it.

A text is normalised before it is hashed, so that the same article pasted from a browser, a feed or a PDF is known
again: NFKC; every single quotation mark and apostrophe becomes ', every double one ", every dash -; all white space
and every character of no width is removed. Letters, case, accents, digits and points stay as they are. Changing any
of this changes every fingerprint ever stored.
"""

import re
import unicodedata
from collections.abc import Iterator
from hashlib import sha256
from typing import TypedDict

_FOLDED = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u02b9\u2032\u00b4\u0060\u2039\u203a\uff07", "'")
    | dict.fromkeys("\u00ab\u00bb\u201c\u201d\u201e\u201f\u2033\u301d\u301e\uff02", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-")
    | dict.fromkeys("\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
)
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_STOP = re.compile(
    r"[.!?\u2026]+(?:[\u00bb\u201d\u2019\"')\]]|\s?\u00bb)*(?=\s|$)|[\u3002\uff01\uff1f]+[\u300d\u300f\u201d\u2019]*"
)
_OPENING = "\u00ab\u201c\u2018\u201e\"'([\u2014\u2013- \u00a0\u202f"
_LAST_WORD = re.compile(r"[\w.]+\Z")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\Z")

TITLES = frozenset(
    (
        "M",
        "MM",
        "Mme",
        "Mmes",
        "Mlle",
        "Mlles",
        "Mgr",
        "Dr",
        "Pr",
        "Prof",
        "Mr",
        "Mrs",
        "Ms",
        "St",
        "Ste",
        "Gen",
        "Lt",
        "Sen",
        "Gov",
    )
)
"""Abbreviations that stand before a name and so never end a sentence."""

MIDDLES = frozenset(("cf", "vs", "env", "approx", "p.ex", "e.g", "i.e", "resp", "al", "vol", "éd", "chap"))
"""Abbreviations that need something after them."""

COUNTS = frozenset(("no", "nos", "n°", "art", "p", "pp", "n", "fig"))
"""Abbreviations that stand before a number."""


class ParagraphFingerprint(TypedDict):
    """One paragraph as a story file holds it."""

    fingerprint: str
    sentences: list[str]


def normalised(text: str) -> str:
    """The text without what differs from one copy of it to the next; the module says what that is."""
    folded = unicodedata.normalize("NFKC", text.translate(_FOLDED)).translate(_FOLDED)
    return unicodedata.normalize("NFKC", "".join(folded.split()))  # an accent may have stood apart, with a space under it


def fingerprint(text: str) -> str:
    """SHA-256 of the normalised text, in hexadecimal."""
    return sha256(normalised(text).encode("utf-8", "surrogatepass")).hexdigest()


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a plain text: what blank lines part, or else every line."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").strip()
    parts = _BLANK_LINE.split(text) if _BLANK_LINE.search(text) else text.split("\n")
    return [part.strip() for part in parts if part.strip()]


def sentences(paragraph: str) -> list[str]:
    """The sentences of a paragraph, each with its closing point and quotation marks.

    A point ends a sentence only where white space and something other than a small letter follow, and never after
    an initial or an abbreviation that wants a name, a number or more words. Where it is wrong, it joins rather than cuts.
    """
    ends = [*_ends(paragraph), len(paragraph)]
    pieces = (paragraph[start:end].strip() for start, end in zip([0, *ends], ends, strict=False))
    return [piece for piece in pieces if piece]


def _ends(paragraph: str) -> Iterator[int]:
    for match in _STOP.finditer(paragraph):
        if _closes(paragraph[max(0, match.start() - 40) : match.start()], match.group(), paragraph[match.end() :][:40]):
            yield match.end()


def _closes(before: str, mark: str, after: str) -> bool:
    following = after.lstrip().lstrip(_OPENING)
    if mark[0] not in ".!?\u2026" or not following:
        return True
    if following[0].islower():
        return False
    if mark != ".":
        return True
    found = _LAST_WORD.search(before)
    word = found.group() if found else ""
    if _INITIAL.match(word) or (len(word) == 1 and word.isupper()) or word in TITLES:
        return False
    return word.lower() not in MIDDLES and not (word.lower() in COUNTS and following[0].isdigit())


def article_fingerprints(article: str) -> list[ParagraphFingerprint]:
    """What a story file holds of an article: the fingerprints of its paragraphs and of their sentences."""
    return [
        {"fingerprint": fingerprint(paragraph), "sentences": [fingerprint(sentence) for sentence in sentences(paragraph)]}
        for paragraph in paragraphs(article)
    ]
