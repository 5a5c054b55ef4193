"""The words of a text that may be parts of names.

Addresses, handles, tickers and headings are left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from deepseek_tui.article.extraction.gazetteer import is_demonym
from deepseek_tui.article.extraction.mention import folded
from deepseek_tui.article.extraction.name_lists import (
    COMPOUND_ENDINGS,
    COMPOUND_PREFIXES,
    DEMONYM_PREFIXES,
    MORE_ADJECTIVES,
    OFFICES,
    PLURAL_OWNERS,
)
from deepseek_tui.article.extraction.word_lists import ADJECTIVES, ELISION, FUNCTION_WORDS


@dataclass(frozen=True, slots=True)
class NameToken:
    """A word of a text, at the characters from `start` to `end`."""

    start: int
    end: int
    text: str
    first: bool
    """Whether the word begins a sentence, so that its capital is no evidence of a name."""

    @property
    def key(self) -> str:
        """The word in lower case without accents and final full stop."""
        return folded(self.text).rstrip(".")

    @property
    def is_capitalised(self) -> bool:
        """Whether the word contains a capital letter, as proper names do."""
        return has_capital(self.text)

    @property
    def is_distinctive(self) -> bool:
        """Whether capitals or digits mark a name even at the start of a sentence.

        These are acronyms, words of digits and letters, and words with an inner capital.
        """
        letters = [c for c in self.text if c.isalpha()]
        inner = any(b.isupper() and (a.isalnum() or a in ".-‑") for a, b in pairwise(self.text))
        return (inner and len(letters) > 1) or (any(c.isdigit() for c in self.text) and bool(letters))

    @property
    def is_initial(self) -> bool:
        """Whether the word is the initial of a first name, such as "M."."""
        return len(self.text) == 2 and self.text[0].isupper() and self.text[1] == "."


_NOISE = re.compile(
    r"(?:https?://|www\.)\S+"
    r"|\b(?:procureure?|avocate?|présidente?)(?: générale?)? (?:de la|près la) République"
    r"|[\w.+-]+@[\w-]+\.\w[\w.]*"
    r"|[@#]\w+"
    r"|\$[A-Z]{1,5}\b"
    r"|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|fr|co|uk|io|gov|edu|eu|be|ch|ca|info|news|tv|ly)/\S*"
    r"|\b[a-z][\w-]*(?:\.[\w-]+)*\.(?:com|org|net|fr|co|uk|io|gov|edu|eu|be|ch|ca|info|news|tv|ly)\b"
    r"|\((?:(?:NYSE|N[Aa][Ss][Dd][Aa][Qq]|LSE|LON|EPA|TSX|ASX|AMEX|OTC|FRA|HKEX|Euronext)[^()]{0,12}:[^()]{1,12}|[A-Z0-9]{1,6}\.[A-Z]{1,3})\)"
)
"""Addresses, handles, hashtags, ticker symbols, and the offices of the French republic."""
_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}(?:[A-Z]\b(?!\.))?"  # Abbreviations such as "U.N."
    r"|\b[A-Z]\.(?=[ \u00a0\u202f-]?[A-Z])"  # Initials, as in "Robert M. Tamm"
    r"|\b(?:Corp|Inc|Ltd|Co|Bros|Jr|Sr|Cie)\.(?=\s*[a-z,;:)’'–—]|\s*\Z)"
    r"|\b(?:St|Ste|Mt|Ft)\.(?=[ \u00a0][A-Z])"
    r"|[^\W_]+(?:(?:[’'‘&+\-‑]|\.(?![A-Z][a-zà-ÿ]))[^\W_]+)*"
)
_CONTRACTION = re.compile(r"(?:[’'](?:s|re|ve|ll|d|m)|n[’']t)\Z")
_SENTENCE_START = re.compile(r"[.!?…:][\s”»\"’')\]]*\Z|\n|[«“„‘]\s?\Z|[\"']\Z|•\s*\Z")
_LONGEST_DATELINE = 60
_NATIVE_PREFIXES = frozenset(("al", "el", "ad", "as", "an", "ez", "bin", "ben", "van", "von", "de", "di", "mc", "d", "o"))


def name_tokens(text: str, language: str) -> Iterator[NameToken]:
    """Yield the words of a text."""
    text = _NOISE.sub(lambda match: "\0" * len(match.group()), text)
    first, last, abbreviated, saint = True, 0, False, False
    for match in _TOKEN.finditer(text):
        between = text[last : match.start()]
        if last:
            first = bool(_SENTENCE_START.search(between)) and not (abbreviated and between.strip(" \u00a0\u202f") == ".")
            first = first or (match.start() < _LONGEST_DATELINE and _is_dateline(text[: match.start()]))
        last = match.end()
        capital_follows = text[match.end() : match.end() + 1] == " " and text[match.end() + 1 : match.end() + 2].isupper()
        start, end = _without_affixes(match.group(), match.start(), language, is_owner=capital_follows, saint=saint)
        word = text[start:end]
        saint = word in {"St", "St.", "Saint"}
        abbreviated = len(word) == 1 or (len(word) < 7 and word[0].isupper() and folded(word) in OFFICES)
        if start < end:
            # A word after an elided French article does not count as the first of the sentence: "L’Amérique".
            yield NameToken(start, end, word, first and start == match.start())


def _is_dateline(text: str) -> bool:
    """Return whether a text is only a dateline, such as "PARIS (AFP) —".

    A dateline is a place, an agency or a time before a dash.
    """
    words = re.findall(r"[^\W_]+", re.sub(r"\([^)]*\)", "", text))
    return text.rstrip()[-1:] in set("—–-") and all(word[0].isupper() or word[0].isdigit() for word in words)


def _without_affixes(word: str, at: int, language: str, *, is_owner: bool, saint: bool) -> tuple[int, int]:
    """Return the start and end of a word without its affixes.

    These are an elided article, a contraction, and the lower-case part of a compound.
    """
    start, end = 0, len(word)
    if language == "fr":
        elided = ELISION.match(word)
        start = elided.end() if elided else 0
    elif (ending := _CONTRACTION.search(word)) and not (
        is_owner and (saint or folded(word[: ending.start()]) in PLURAL_OWNERS)
    ):
        end = ending.start()
    parts = re.split(r"[-‑]", word[start:end])
    if len(parts) > 1 and has_capital(word):
        if COMPOUND_ENDINGS.match(parts[-1]) and not has_capital(parts[-1]):
            end -= len(parts[-1]) + 1
        elif folded(parts[0]) in COMPOUND_PREFIXES and parts[0] not in _NATIVE_PREFIXES and has_capital("".join(parts[1:])):
            start += len(parts[0]) + 1
    return at + start, at + end


def has_capital(word: str) -> bool:
    """Return whether a word contains a capital letter."""
    return any(c.isupper() for c in word)


def is_heading(line: str) -> bool:
    """Return whether a line is entirely in capitals, as headings are."""
    words = re.findall(r"[^\W\d_]{2,}", line)
    return len(words) > 1 and all(word.isupper() for word in words) and max(map(len, words)) > 3


def is_adjective(word: str) -> bool:
    """Return whether a word means a nationality or inhabitants, such as "Franco-Italian" or "Londoners"."""
    parts = [folded(part) for part in re.split(r"[-‑]", word)]
    return all(
        part in ADJECTIVES
        or part.removesuffix("s") in ADJECTIVES | MORE_ADJECTIVES
        or is_demonym(part.removesuffix("s"))
        or (part in DEMONYM_PREFIXES and place < len(parts) - 1)
        for place, part in enumerate(parts)
    )


def is_function_word(token: NameToken) -> bool:
    """Return whether a word is a function word and not an acronym.

    An example of an acronym that is spelt like a function word is "WHO".
    """
    return token.key in FUNCTION_WORDS and not (token.text.isupper() and 1 < len(token.text) < 4)
