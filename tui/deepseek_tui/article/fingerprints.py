"""Fingerprints: hashes that identify an article without storing its text.

Text is normalised before hashing, so that the same article copied from a browser, a feed or a PDF has the same
fingerprint: NFKC; every single quotation mark and apostrophe becomes ', every double one ", every dash -; white space and
zero-width characters are removed. Letters, case, accents, digits and full stops are kept. Changing any of these rules
invalidates every stored fingerprint.
"""

import re
import unicodedata
from collections.abc import Iterator
from hashlib import sha256
from typing import TypedDict

_UNIFORM = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u02b9\u2032\u00b4\u0060\u2039\u203a\uff07", "'")
    | dict.fromkeys("\u00ab\u00bb\u201c\u201d\u201e\u201f\u2033\u301d\u301e\uff02", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-")
    | dict.fromkeys("\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
)
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_SENTENCE_END = re.compile(
    # The closing marks are matched possessively, so that "? »," never ends a sentence before the mark.
    r"[.!?\u2026]++(?:[\u00bb\u201d\u2019\"')\]]|\s?[\u00bb\u201d](?!\w))*+(?=\s|$)"
    r"|[\u3002\uff01\uff1f]+[\u300d\u300f\u201d\u2019]*"
)
_CONTINUATION = re.compile(r"\s*[\u00bb\u201d\u2019\"')\]]?\s?[,;:]")
"""Punctuation after which the sentence goes on, as in “Are you coming?” , she asks."""
_OPENING_PUNCTUATION = "\u00ab\u201c\u2018\u201e\"'([\u2014\u2013- \u00a0\u202f"
_FIRST_WORD = re.compile(r"([^\W\d_]+)\.")
_LAST_WORD = re.compile(r"[\w.]+\Z")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\Z")

ABBREVIATED_TITLES = frozenset(
    [
        *("M", "MM", "Mme", "Mmes", "Mlle", "Mlles", "Mgr", "Dr", "Drs", "Pr", "Prof", "Mr", "Mrs", "Ms", "Messrs"),
        *("St", "Ste", "Mt", "Rev", "Revd", "Fr", "Msgr", "Hon"),
        *("Gov", "Sen", "Sens", "Rep", "Reps", "Sec", "Pres", "Amb", "Atty", "Supt", "Insp", "Det"),
        *("Gen", "Col", "Maj", "Capt", "Lt", "Sgt", "Cpl", "Pvt", "Brig", "Cmdr", "Cdr", "Adm"),
        *("Cdt", "Cne", "Gal", "Adj"),
    ]
)
"""Abbreviations before a name or a number, which never end a sentence."""

ABBREVIATIONS_BEFORE_WORDS = frozenset(
    ("cf", "vs", "env", "approx", "p.ex", "e.g", "i.e", "resp", "al", "vol", "éd", "chap")
)
"""Abbreviations that other words follow."""

ABBREVIATIONS_BEFORE_NUMBERS = frozenset(("no", "nos", "n°", "art", "p", "pp", "n", "fig", "sec", "ch"))
"""Abbreviations before a number."""

ABBREVIATED_MONTHS = frozenset(
    [
        *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
        *("janv", "févr", "fév", "avr", "juil", "déc"),
    ]
)
"""Abbreviations of months, which end no sentence before a day or a year."""

ABBREVIATED_WEEKDAYS = frozenset(("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"))
"""Abbreviations of days, which end no sentence before an abbreviated month."""


class ParagraphFingerprint(TypedDict):
    """Fingerprints of a paragraph and its sentences, as stored in a story."""

    fingerprint: str
    sentences: list[str]


def normalised(text: str) -> str:
    """Return text without differences of typography, spacing and Unicode form."""
    folded = unicodedata.normalize("NFKC", text.translate(_UNIFORM)).translate(_UNIFORM)
    # Normalise again, because removing a space may have moved an accent next to a letter.
    return unicodedata.normalize("NFKC", "".join(folded.split()))


def fingerprint(text: str) -> str:
    """Return the SHA-256 hash of a text after normalisation, in hexadecimal."""
    return sha256(normalised(text).encode("utf-8", "surrogatepass")).hexdigest()


def paragraphs(text: str) -> list[str]:
    """Split plain text into paragraphs at blank lines, or at line breaks."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\u2029", "\n\n").replace("\u2028", "\n\n").strip()
    parts = _BLANK_LINE.split(text) if _BLANK_LINE.search(text) else text.split("\n")
    return [part.strip() for part in parts if part.strip()]


def sentences(paragraph: str) -> list[str]:
    """Split a paragraph into sentences, with their closing punctuation.

    A full stop ends a sentence only before white space and anything but a lower-case letter. It never does after an initial
    or an abbreviation that a name, a number or more words follow. No mark ends a sentence if a comma, semicolon or colon
    follows the closing quotation mark. In doubt, sentences are joined rather than split.
    """
    ends = [*_sentence_ends(paragraph), len(paragraph)]
    pieces = (paragraph[start:end].strip() for start, end in zip([0, *ends], ends, strict=False))
    return [piece for piece in pieces if piece]


def _sentence_ends(paragraph: str) -> Iterator[int]:
    for match in _SENTENCE_END.finditer(paragraph):
        if _is_sentence_end(
            paragraph[max(0, match.start() - 40) : match.start()], match.group(), paragraph[match.end() :][:40]
        ):
            yield match.end()


def _is_sentence_end(before: str, mark: str, after: str) -> bool:
    following = after.lstrip().lstrip(_OPENING_PUNCTUATION)
    if mark[0] not in ".!?\u2026" or not following:
        return True
    if following[0].islower() or _CONTINUATION.match(after):
        return False
    found = _LAST_WORD.search(before)
    return mark != "." or not _is_abbreviation(found.group() if found else "", following)


def _is_abbreviation(word: str, following: str) -> bool:
    """Return whether the full stop after a word marks an abbreviation.

    `following` is the text that follows it.
    """
    if _INITIAL.match(word) or (len(word) == 1 and word.isupper()) or word in ABBREVIATED_TITLES:
        return True
    lower = word.lower()
    if lower in ABBREVIATIONS_BEFORE_WORDS:
        return True
    if following[0].isdigit():
        return lower in ABBREVIATIONS_BEFORE_NUMBERS or lower in ABBREVIATED_MONTHS
    if word[:1].isupper() and lower in ABBREVIATED_WEEKDAYS and (month := _FIRST_WORD.match(following)):
        return month[1].lower() in ABBREVIATED_MONTHS
    return False


def article_fingerprints(article: str) -> list[ParagraphFingerprint]:
    """Return the fingerprints of all paragraphs and sentences of an article."""
    return [
        {"fingerprint": fingerprint(paragraph), "sentences": [fingerprint(sentence) for sentence in sentences(paragraph)]}
        for paragraph in paragraphs(article)
    ]
