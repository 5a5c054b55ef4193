"""Passages: the paragraphs of the reader's copy, each read once for what it mentions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from deepseek_tui.article.extraction.dates import DateMention, dates
from deepseek_tui.article.extraction.mention import folded
from deepseek_tui.article.extraction.numbers import NumberMention, numbers
from deepseek_tui.article.extraction.quotations import QuotationMention, quotes
from deepseek_tui.article.fingerprints import normalised
from deepseek_tui.article.local_copy import LocalCopy, Recognition

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
"""What adjectives of places and companies end in, in the singular as passages write them, in French and English."""

_TOKEN = re.compile(r"[^\W_]+")


def tokens(text: str) -> list[str]:
    """The words of a text, folded: what elision and hyphens join is taken apart."""
    return _TOKEN.findall(folded(text))


def singular(word: str) -> str:
    """A folded word without the ending of a plural."""
    return word[:-1] if len(word) > 2 and word[-1] in "sx" else word


@dataclass(frozen=True)
class ArticleParagraph:
    """One paragraph of the article as the reader's copy prints it."""

    number: int
    text: str
    language: str

    @cached_property
    def tokens(self) -> list[str]:
        """Its words, folded, in the singular."""
        return [singular(word) for word in tokens(self.text)]

    @cached_property
    def line(self) -> str:
        """Its words on one line between spaces, in which runs of words are looked for."""
        return f" {' '.join(self.tokens)} "

    @cached_property
    def numbers(self) -> list[NumberMention]:
        """The numbers that it states."""
        return numbers(self.text, self.language)

    @cached_property
    def dates(self) -> list[DateMention]:
        """The dates that it states."""
        return dates(self.text, self.language)

    @cached_property
    def quotes(self) -> list[QuotationMention]:
        """What it prints between quotation marks."""
        return quotes(self.text)

    @cached_property
    def normalised(self) -> str:
        """Its characters as a fingerprint sees them."""
        return normalised(self.text)

    def says(self, words: list[str]) -> bool:
        """Whether these words, folded and in the singular, stand in it one after the other."""
        return f" {' '.join(words)} " in self.line

    def derives(self, word: str) -> bool:
        """Whether it has a word made from this one: américain of America."""
        return any(f" {word}{ending} " in self.line for ending in _ENDINGS)

    def abbreviates(self, word: str) -> bool:
        """Whether it writes out what this word has the initials of: artificial intelligence for AI.

        Two initials are soon found by chance: of two words, both must be long.
        """
        if len(word) == 2:
            return word in self._long_pairs
        return 3 <= len(word) <= 6 and word.isalpha() and word in self._initials

    @cached_property
    def _initials(self) -> str:
        """The initials of its words, those of two letters and fewer left out."""
        return "".join(word[0] for word in self.tokens if len(word) > 2)

    @cached_property
    def _long_pairs(self) -> frozenset[str]:
        """The initials of two words side by side that have six letters and more."""
        return frozenset(one[0] + other[0] for one, other in pairwise(self.tokens) if min(len(one), len(other)) >= 6)

    @cached_property
    def unquoted(self) -> list[list[str]]:
        """Its words as printed outside quotations, in stretches that no quotation interrupts."""
        places = [0, *(place for quote in self.quotes for place in (quote.start, quote.end)), len(self.text)]
        return [tokens(self.text[start:end]) for start, end in zip(places[::2], places[1::2], strict=True)]


class ArticleParagraphs:
    """The article at hand, by paragraph; a paragraph that was edited since is not there."""

    def __init__(self, reprint: LocalCopy, language: str, count: int) -> None:
        self.recognised = reprint.recognition is not Recognition.NONE
        self.edited = reprint.edited if self.recognised else ()
        self._passages: dict[int, ArticleParagraph] = {}
        for number in range(1, count + 1):
            printed = reprint.paragraph(number)
            if printed is not None and not printed.edited:
                self._passages[number] = ArticleParagraph(number, printed.text, language)

    def __iter__(self) -> Iterator[ArticleParagraph]:
        return iter(self._passages.values())

    def at(self, paragraphs: frozenset[int]) -> list[ArticleParagraph] | None:
        """The passages of these paragraphs; none where one of them is not at hand as the story knows it."""
        found = [self._passages[number] for number in sorted(paragraphs) if number in self._passages]
        return found if found and len(found) == len(paragraphs) else None
