"""Proper names in a text."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise

from deepseek_tui.article.extraction.mention import SPACE, Mention, folded
from deepseek_tui.article.extraction.word_lists import (
    ADJECTIVES,
    ELISION,
    FUNCTION_WORDS,
    INSTITUTIONS,
    MONTHS,
    PARTICLES,
    TITLES,
    WEEKDAYS,
)


@dataclass(frozen=True, slots=True)
class NameMention(Mention):
    """A proper name: capitalised words, an acronym, a product's name.

    `sure` is false where its capital may be no more than that of a sentence's first word.
    """

    sure: bool = True

    @property
    def key(self) -> str:
        """What two spellings of it have in common."""
        return folded(self.text)


_NAME_TOKEN = re.compile(r"[^\W_]+(?:[’'‘.&+\-‑/][^\W_]+)*(?:\.(?=[A-Z]\.))?")
_STARTS = frozenset('.!?…:«“„"—–•\n')
_BETWEEN = re.compile(rf"{SPACE}*(?:&{SPACE}*)?")


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str
    first: bool
    """Whether it begins a sentence, so that its capital says nothing."""


def names(text: str, language: str, ordinary: Collection[str] = frozenset()) -> list[NameMention]:
    """The proper names of a text: runs of capitalised words, acronyms, product names (H100, iOS, ChatGPT).

    `ordinary` holds words, folded, that are known to be written small elsewhere: at a sentence's start they are no
    name. Adjectives of nationality, months, days of the week and titles are none.
    """
    found: list[NameMention] = []
    run: list[_Word] = []
    particles: list[_Word] = []
    for word in _words(text, language):
        if run and not _touches(text, (particles or run)[-1], word):
            found.extend(_name(text, run, language, ordinary))
            run, particles = [], []
        if _capital(word.text):
            if run and particles and _adjective(word.text):
                found.extend(_name(text, run, language, ordinary))
                run = []
            run = [*run, *particles, word] if run else [word]
            particles = []
        elif run and folded(word.text) in PARTICLES and len(particles) < 2:
            particles.append(word)
        elif run:
            found.extend(_name(text, run, language, ordinary))
            run, particles = [], []
    if run:
        found.extend(_name(text, run, language, ordinary))
    return found


def _touches(text: str, one: _Word, other: _Word) -> bool:
    return _BETWEEN.fullmatch(text, one.end, other.start) is not None


def _words(text: str, language: str) -> Iterator[_Word]:
    first = True
    last = 0
    for match in _NAME_TOKEN.finditer(text):
        between = text[last : match.start()]
        first = first if last == 0 else any(mark in _STARTS for mark in between)
        last = match.end()
        start, end = match.span()
        if language == "fr":
            elided = ELISION.match(match.group())
            start += elided.end() if elided else 0
        else:
            for ending in ("’s", "'s"):
                end -= 2 if text[start:end].endswith(ending) else 0
        if start < end:
            # What follows an elided article stands no longer at the sentence's beginning: "L’Amérique", "L’article".
            yield _Word(start, end, text[start:end], first and start == match.start())


def _capital(word: str) -> bool:
    """Whether a word looks like a name: an inner or a first capital."""
    return any(c.isupper() for c in word) and any(c.isalpha() for c in word)


def _special(word: str) -> bool:
    """Whether no sentence's start explains its capitals: an acronym, digits with letters, a capital inside."""
    letters = [c for c in word if c.isalpha()]
    inner = any(b.isupper() and a.isalnum() for a, b in pairwise(word))
    return (inner and len(letters) > 1) or (any(c.isdigit() for c in word) and bool(letters))


def _adjective(word: str) -> bool:
    parts = [folded(part) for part in re.split(r"[-‑]", word)]
    return all(part.removesuffix("s") in ADJECTIVES or part in ADJECTIVES for part in parts)


def _no_name(word: _Word, language: str) -> bool:
    key = folded(word.text)
    return (
        _adjective(word.text)
        or key in MONTHS.get(language, {})
        or key.rstrip("s") in WEEKDAYS
        or key in TITLES
        or key in INSTITUTIONS
        or (len(word.text) == 1 and not word.text.isdigit())
        or (key in FUNCTION_WORDS and not (word.text.isupper() and len(word.text) > 1))
    )


_ARTICLES = frozenset(("the", "a", "an", "le", "la", "les", "un", "une"))


def _name(text: str, run: list[_Word], language: str, ordinary: Collection[str]) -> Iterator[NameMention]:
    """The names in a run of capitalised words: without what in it is none."""
    for piece in _pieces(run, language):
        words = _without_lead(piece, ordinary)
        if words:
            start, end = words[0].start, words[-1].end
            owning = language == "en" and text[end : end + 2] in ("’s", "'s")  # what owns something is mostly somebody
            sure = len(words) > 1 or owning or not words[0].first or _special(words[0].text)
            yield NameMention(start, end, text[start:end], sure)


def _pieces(run: list[_Word], language: str) -> Iterator[list[_Word]]:
    """The run, cut at words that are no part of a name: nationalities, titles, months."""
    piece: list[_Word] = []
    for word in run:
        if _capital(word.text) and _no_name(word, language) and not (word.first and folded(word.text) in _ARTICLES):
            yield _trimmed(piece)
            piece = []
        else:
            piece.append(word)
    yield _trimmed(piece)


def _trimmed(piece: list[_Word]) -> list[_Word]:
    """Without the particles at its ends."""
    capitals = [place for place, word in enumerate(piece) if _capital(word.text)]
    return piece[capitals[0] : capitals[-1] + 1] if capitals else []


def _without_lead(piece: list[_Word], ordinary: Collection[str]) -> list[_Word]:
    """Without the ordinary word that owes its capital to the sentence's start; "The" may belong to the name."""
    if not piece or not piece[0].first or _special(piece[0].text):
        return piece
    key = folded(piece[0].text)
    if key == "the" and len(piece) > 1:
        return piece
    return _trimmed(piece[1:]) if key in FUNCTION_WORDS or key in ordinary or key in _ARTICLES else piece
