"""Paragraphs of the copied article, with their numbers, dates and quotations.

These are found once and cached.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from deepseek_tui.article.extraction.dates import DateMention, dates
from deepseek_tui.article.extraction.mention import folded
from deepseek_tui.article.extraction.numbers import numbers
from deepseek_tui.article.extraction.quantity import NumberMention
from deepseek_tui.article.extraction.quotations import QuotationMention, quotes
from deepseek_tui.article.fingerprints import normalised
from deepseek_tui.article.local_copy import LocalCopy, Recognition
from deepseek_tui.story.format.model import Evidence

_ENDINGS = (
    "n",
    "an",
    "ian",
    "ain",
    "aine",
    "in",
    "ine",
    "ien",
    "ienne",
    "ai",
    "aise",
    "oi",
    "oise",
    "ese",
    "ish",
    "i",
    "al",
    "ale",
    "au",
)
"""Endings of adjectives from places and companies, French and English, in the singular."""

_TOKEN = re.compile(r"[^\W_]+")


def tokens(text: str) -> list[str]:
    """Return the words of a text in lower case without accents.

    Words are split at apostrophes and hyphens.
    """
    return _TOKEN.findall(folded(text))


def singular(word: str) -> str:
    """Return a word without its plural ending."""
    return word[:-1] if len(word) > 2 and word[-1] in "sx" else word


@dataclass(frozen=True)
class ArticleParagraph:
    """One paragraph of the article, as printed in the local copy."""

    number: int
    text: str
    language: str
    sentences: tuple[str, ...] = ()
    """The paragraph's sentences as the story numbers them, or none if the story splits it by older rules."""

    @cached_property
    def tokens(self) -> list[str]:
        """The words of the paragraph, folded for comparison.

        They are in lower case, without accents and plural endings.
        """
        return [singular(word) for word in tokens(self.text)]

    @cached_property
    def joined_words(self) -> str:
        """The words of the paragraph, as one string with spaces around words."""
        return f" {' '.join(self.tokens)} "

    @cached_property
    def numbers(self) -> list[NumberMention]:
        """The numbers that the paragraph states."""
        return numbers(self.text, self.language)

    @cached_property
    def dates(self) -> list[DateMention]:
        """The dates that the paragraph states."""
        return dates(self.text, self.language)

    @cached_property
    def quotes(self) -> list[QuotationMention]:
        """The quotations in the paragraph."""
        return quotes(self.text, self.language)

    @cached_property
    def normalised(self) -> str:
        """The paragraph's text, normalised as for fingerprints."""
        return normalised(self.text)

    def contains(self, words: list[str]) -> bool:
        """Return whether the paragraph contains the given words in a row."""
        return f" {' '.join(words)} " in self.joined_words

    def contains_derivative(self, word: str) -> bool:
        """Return whether the paragraph contains an adjective made from a name.

        An example is "américain" for the name "Amérique".
        """
        return any(f" {word}{ending} " in self.joined_words for ending in _ENDINGS)

    def spells_out(self, word: str) -> bool:
        """Return whether the paragraph spells out an acronym such as AI.

        Two initials often match by chance, so for two letters both words must be long.
        """
        if len(word) == 2:
            return word in self._long_pairs
        return 3 <= len(word) <= 6 and word.isalpha() and word in self._initials

    @cached_property
    def _initials(self) -> str:
        """The initials of the paragraph's words, as one string.

        Words of one or two letters are left out.
        """
        return "".join(word[0] for word in self.tokens if len(word) > 2)

    @cached_property
    def _long_pairs(self) -> frozenset[str]:
        """The initials of neighbouring words of at least six letters."""
        return frozenset(one[0] + other[0] for one, other in pairwise(self.tokens) if min(len(one), len(other)) >= 6)

    @cached_property
    def unquoted(self) -> list[list[str]]:
        """The words of the paragraph outside quotations.

        Each run of consecutive words is a list.
        """
        places = [0, *(place for quote in self.quotes for place in (quote.start, quote.end)), len(self.text)]
        return [tokens(self.text[start:end]) for start, end in zip(places[::2], places[1::2], strict=True)]


class ArticleParagraphs:
    """Paragraphs of the local copy that are the same in the article."""

    def __init__(self, copy: LocalCopy, language: str, count: int) -> None:
        self.recognised = copy.recognition is not Recognition.NONE
        self.edited = copy.edited if self.recognised else ()
        self.outdated = copy.outdated if self.recognised else ()
        self._passages: dict[int, ArticleParagraph] = {}
        for number in range(1, count + 1):
            printed = copy.paragraph(number)
            if printed is not None and not printed.edited:
                self._passages[number] = ArticleParagraph(
                    number, printed.text, language, () if printed.outdated else printed.sentences
                )
        self._excerpts: dict[tuple[int, frozenset[int]], ArticleParagraph] = {}

    def __iter__(self) -> Iterator[ArticleParagraph]:
        return iter(self._passages.values())

    def at(self, paragraphs: frozenset[int]) -> list[ArticleParagraph] | None:
        """Return the paragraphs with the given numbers.

        The result is None if one is missing.
        """
        found = [self._passages[number] for number in sorted(paragraphs) if number in self._passages]
        return found if found and len(found) == len(paragraphs) else None

    def excerpts(self, evidence: Iterable[Evidence]) -> list[ArticleParagraph] | None:
        """Return paragraphs with only their cited sentences.

        The result is None if one is missing.
        """
        cited: dict[int, set[int]] = {}
        for place in evidence:
            cited.setdefault(place.paragraph, set()).add(place.sentence)
        if not cited or not cited.keys() <= self._passages.keys():
            return None
        return [self._excerpt(number, frozenset(cited[number])) for number in sorted(cited)]

    def _excerpt(self, number: int, cited: frozenset[int]) -> ArticleParagraph:
        """Return a paragraph with only its cited sentences.

        It has all of its sentences if their numbers are unknown.
        """
        found = self._excerpts.get((number, cited))
        if found is None:
            whole = self._passages[number]
            kept = tuple(text for place, text in enumerate(whole.sentences, 1) if place in cited)
            found = ArticleParagraph(number, " ".join(kept), whole.language, kept) if kept else whole
            self._excerpts[number, cited] = found
        return found
