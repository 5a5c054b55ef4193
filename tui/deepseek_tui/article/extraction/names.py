"""Extraction of proper names from a text."""

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
    """A proper name in a text: capitalised words, an acronym or a product's name.

    `is_certain` is false if the capital may only be that of the first word of a sentence.
    """

    is_certain: bool = True

    @property
    def key(self) -> str:
        """The name in the normalised form that all its spellings share."""
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
    """Whether it begins a sentence, so that its capital is no evidence of a name."""


def names(text: str, language: str, lowercase_words: Collection[str] = frozenset()) -> list[NameMention]:
    """Return the proper names mentioned in a text.

    They are runs of capitalised words, acronyms and product names (H100, iOS, ChatGPT). `lowercase_words` holds folded words
    that occur in lower case elsewhere, and so are no names at the start of a sentence. Adjectives of nationality, months,
    days of the week and titles are no names.
    """
    found: list[NameMention] = []
    run: list[_Word] = []
    particles: list[_Word] = []
    for word in _words(text, language):
        if run and not _are_adjacent(text, (particles or run)[-1], word):
            found.extend(_names_in_run(text, run, language, lowercase_words))
            run, particles = [], []
        if _has_capital(word.text):
            if run and particles and _is_adjective(word.text):
                found.extend(_names_in_run(text, run, language, lowercase_words))
                run = []
            run = [*run, *particles, word] if run else [word]
            particles = []
        elif run and folded(word.text) in PARTICLES and len(particles) < 2:
            particles.append(word)
        elif run:
            found.extend(_names_in_run(text, run, language, lowercase_words))
            run, particles = [], []
    if run:
        found.extend(_names_in_run(text, run, language, lowercase_words))
    return found


def _are_adjacent(text: str, one: _Word, other: _Word) -> bool:
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
            # A word after an elided French article does not count as the first of the sentence: "L’Amérique".
            yield _Word(start, end, text[start:end], first and start == match.start())


def _has_capital(word: str) -> bool:
    """Return whether a word contains a capital letter, as proper names do."""
    return any(c.isupper() for c in word) and any(c.isalpha() for c in word)


def _is_distinctive(word: str) -> bool:
    """Return whether a word's capitals or digits mark a name even at the start of a sentence.

    These are acronyms, words of digits and letters, and words with an inner capital.
    """
    letters = [c for c in word if c.isalpha()]
    inner = any(b.isupper() and a.isalnum() for a, b in pairwise(word))
    return (inner and len(letters) > 1) or (any(c.isdigit() for c in word) and bool(letters))


def _is_adjective(word: str) -> bool:
    parts = [folded(part) for part in re.split(r"[-‑]", word)]
    return all(part.removesuffix("s") in ADJECTIVES or part in ADJECTIVES for part in parts)


def _is_no_name(word: _Word, language: str) -> bool:
    key = folded(word.text)
    return (
        _is_adjective(word.text)
        or key in MONTHS.get(language, {})
        or key.rstrip("s") in WEEKDAYS
        or key in TITLES
        or key in INSTITUTIONS
        or (len(word.text) == 1 and not word.text.isdigit())
        or (key in FUNCTION_WORDS and not (word.text.isupper() and len(word.text) > 1))
    )


_ARTICLES = frozenset(("the", "a", "an", "le", "la", "les", "un", "une"))


def _names_in_run(text: str, run: list[_Word], language: str, lowercase_words: Collection[str]) -> Iterator[NameMention]:
    """Yield the proper names in a sequence of consecutive capitalised words."""
    for piece in _split_run(run, language):
        words = _without_sentence_start(piece, lowercase_words)
        if words:
            start, end = words[0].start, words[-1].end
            # A capitalised word with a possessive ending is usually a name.
            owning = language == "en" and text[end : end + 2] in ("’s", "'s")
            is_certain = len(words) > 1 or owning or not words[0].first or _is_distinctive(words[0].text)
            yield NameMention(start, end, text[start:end], is_certain)


def _split_run(run: list[_Word], language: str) -> Iterator[list[_Word]]:
    """Split a sequence of capitalised words at words that never belong to a name.

    These are nationalities, titles and months.
    """
    piece: list[_Word] = []
    for word in run:
        if _has_capital(word.text) and _is_no_name(word, language) and not (word.first and folded(word.text) in _ARTICLES):
            yield _without_outer_particles(piece)
            piece = []
        else:
            piece.append(word)
    yield _without_outer_particles(piece)


def _without_outer_particles(piece: list[_Word]) -> list[_Word]:
    """Return the words of a name without the particles (such as "de") at its start and end."""
    capitals = [place for place, word in enumerate(piece) if _has_capital(word.text)]
    return piece[capitals[0] : capitals[-1] + 1] if capitals else []


def _without_sentence_start(piece: list[_Word], lowercase_words: Collection[str]) -> list[_Word]:
    """Return the words of a name without a first word capitalised only because it starts a sentence.

    "The" may belong to the name.
    """
    if not piece or not piece[0].first or _is_distinctive(piece[0].text):
        return piece
    key = folded(piece[0].text)
    if key == "the" and len(piece) > 1:
        return piece
    return (
        _without_outer_particles(piece[1:]) if key in FUNCTION_WORDS or key in lowercase_words or key in _ARTICLES else piece
    )
