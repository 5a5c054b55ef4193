"""The user's copy of the article, recognised by the story's fingerprints.

A story does not contain the article. If the reader has a copy, its sentences are aligned with the fingerprints, in order. A
passage is shown only if it is the one that the story cites, and any difference is reported as edited: a changed, removed,
added or moved sentence. Added paragraphs are no difference, and neither are whole paragraphs that were joined or split.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import Enum
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from deepseek_tui.article.fingerprints import fingerprint, paragraphs, sentences
from deepseek_tui.story.format.model import Article

ONE_RECOGNISED_IN = 5
"""The fraction of recognised sentences, one in this many, below which a text counts as another article."""


class Recognition(Enum):
    """Degree to which a text matches the article of a story."""

    FULL = "full"
    PARTLY = "partly"
    NONE = "none"


class CopiedParagraph(NamedTuple):
    """A paragraph of the article as printed in the local copy."""

    sentences: tuple[str, ...]
    edited: bool
    """Whether the paragraph differs from the article that the story was made from."""
    outdated: bool = False
    """Whether the story splits the paragraph into sentences by older rules."""

    @property
    def text(self) -> str:
        """The text of the whole paragraph."""
        return " ".join(self.sentences)


class _CopiedSentence(NamedTuple):
    """A sentence of the local copy, with the index of its paragraph."""

    text: str
    fingerprint: str
    paragraph: int


class LocalCopy:
    """A user's copy of a text, compared with a story's article.

    Paragraphs and sentences are counted from 1, as in the story.
    """

    def __init__(self, text: str, article: Article, path: str = "") -> None:
        self.text, self.path = text, path
        """The path of the file that the text was read from; empty for a pasted text."""
        self._article = article
        self._paragraphs = [tuple(sentences(paragraph)) for paragraph in paragraphs(text)]
        self._copied = [
            _CopiedSentence(sentence, fingerprint(sentence), place)
            for place, paragraph in enumerate(self._paragraphs)
            for sentence in paragraph
        ]

    @cached_property
    def recognition(self) -> Recognition:
        """The degree to which the copy matches the article.

        It is full if nothing differs, and none if hardly a sentence is the same.
        """
        copied = {sentence.fingerprint for sentence in self._copied}
        known = [fp for paragraph in self._known for fp in paragraph]
        if sum(fp in copied for fp in known) * ONE_RECOGNISED_IN < len(known):
            return Recognition.NONE
        return Recognition.PARTLY if self._differences else Recognition.FULL

    def saved_as(self, path: str) -> "LocalCopy":
        """Return this copy with the path of the file that contains it."""
        return LocalCopy(self.text, self._article, path)

    def compared_with(self, article: Article) -> "LocalCopy":
        """Return this copy compared with the article of a newer edition."""
        return LocalCopy(self.text, article, self.path)

    @property
    def paragraph_count(self) -> int:
        """The number of paragraphs of the article."""
        return len(self._article.paragraphs)

    @property
    def is_recognised(self) -> bool:
        """Whether the text is at least in part the story's article."""
        return self.recognition is not Recognition.NONE

    @cached_property
    def edited(self) -> tuple[int, ...]:
        """The numbers of paragraphs that are changed or missing in the copy."""
        if self.recognition is Recognition.NONE:
            return tuple(range(1, len(self._known) + 1))
        return tuple(sorted(place + 1 for place in self._differences))

    @property
    def outdated(self) -> tuple[int, ...]:
        """The numbers of paragraphs that the story splits by older rules.

        Paragraphs that the copy has changed are not included.
        """
        return tuple(place + 1 for place in sorted(self._redivided - self._differences))

    def paragraph(self, number: int) -> CopiedParagraph | None:
        """Return a paragraph of the article as the local copy prints it.

        The result is None if the copy lacks it, or is of another article.
        """
        if not self.is_recognised or not 0 < number <= len(self._known):
            return None
        place = number - 1
        if place not in self._differences:
            whole = tuple(self._copied[at].text for at in self._found[place] if at is not None)
            return CopiedParagraph(whole, edited=False, outdated=place in self._redivided)
        paired = self._pairs.get(place)
        return None if paired is None else CopiedParagraph(self._paragraphs[paired], edited=True)

    def sentence(self, paragraph: int, sentence: int) -> str | None:
        """Return a sentence of the article as the local copy prints it.

        The result is None if the sentence differs.
        """
        if not self.is_recognised or not 0 < paragraph <= len(self._known):
            return None
        found = self._found[paragraph - 1]
        at = found[sentence - 1] if 0 < sentence <= len(found) and paragraph - 1 not in self._redivided else None
        return None if at is None else self._copied[at].text

    @cached_property
    def _current_divisions(self) -> dict[str, tuple[str, ...]]:
        """The fingerprints of the copy's sentences, by their paragraph's fingerprint."""
        return {fingerprint(" ".join(paragraph)): tuple(map(fingerprint, paragraph)) for paragraph in self._paragraphs}

    @cached_property
    def _known(self) -> list[tuple[str, ...]]:
        """The fingerprints of the article's sentences, by paragraph.

        A paragraph whose text is known is split into sentences by the current rules.
        """
        return [
            self._current_divisions.get(paragraph.fingerprint, paragraph.sentences) for paragraph in self._article.paragraphs
        ]

    @cached_property
    def _redivided(self) -> frozenset[int]:
        """The indexes of paragraphs whose stored sentences differ from today's division."""
        stored = (paragraph.sentences for paragraph in self._article.paragraphs)
        return frozenset(place for place, (old, new) in enumerate(zip(stored, self._known, strict=True)) if old != new)

    @cached_property
    def _found(self) -> list[list[int | None]]:
        """The position of each sentence of the article in the local copy.

        Positions are grouped by paragraph. A missing sentence has None.
        """
        known = [fp for paragraph in self._known for fp in paragraph]
        found = iter(_aligned(known, [sentence.fingerprint for sentence in self._copied]))
        return [[next(found) for _ in paragraph] for paragraph in self._known]

    @cached_property
    def _differences(self) -> frozenset[int]:
        """The indexes of paragraphs of the article that differ in the copy."""
        missing = {place for place, found in enumerate(self._found) if None in found}
        return frozenset(missing | self._wrong_neighbours)

    @property
    def _wrong_neighbours(self) -> set[int]:
        """The indexes of paragraphs beside an added or moved sentence.

        A copy may join whole paragraphs, or split them. A sentence was moved where a paragraph is split, and a part of it is
        joined to another one.
        """
        owners: list[int | None] = [None] * len(self._copied)
        held: list[set[int]] = [set() for _ in self._found]
        for place, found in enumerate(self._found):
            for at in (at for at in found if at is not None):
                owners[at] = place
                held[place].add(self._copied[at].paragraph)
        wrong: set[int] = set()
        for (one, before), (other, after) in pairwise(zip(owners, self._copied, strict=True)):
            neighbours = {owner for owner in (one, other) if owner is not None}
            is_boundary = one != other and before.paragraph == after.paragraph
            if is_boundary and (len(neighbours) == 1 or any(len(held[place]) > 1 for place in neighbours)):
                wrong |= neighbours
        return wrong

    @cached_property
    def _pairs(self) -> dict[int, int]:
        """The index in the local copy of each paragraph of the article."""
        return dict(_paired_paragraphs(self._known, [tuple(map(fingerprint, paragraph)) for paragraph in self._paragraphs]))


def _aligned(known: Sequence[str], copied: Sequence[str]) -> list[int | None]:
    """Return the position of each article sentence in the copied text.

    The order of both is the same. A missing sentence has None.
    """
    size = min(len(known), len(copied))
    start = next((at for at in range(size) if known[at] != copied[at]), size)
    end = next((at for at in range(size - start) if known[-1 - at] != copied[-1 - at]), size - start)
    found: list[int | None] = [*range(start), *[None] * (len(known) - start)]
    # The equal start and end are skipped, so that sentences that occur often do not make the comparison slow.
    middle = SequenceMatcher(None, known[start : len(known) - end], copied[start : len(copied) - end])
    blocks = [(start + one, start + other, length) for one, other, length in middle.get_matching_blocks()]
    for one, other, length in (*blocks, (len(known) - end, len(copied) - end, end)):
        found[one : one + length] = range(other, other + length)
    return found


def _paired_paragraphs(known: Sequence[tuple[str, ...]], copied: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Pair each paragraph of the article with that of the copy.

    Edited paragraphs are paired if they share a sentence, or if equally many replace each other.
    """
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, known, copied, autojunk=False).get_opcodes():
        if kind == "equal" or (kind == "replace" and i2 - i1 == j2 - j1):
            yield from zip(range(i1, i2), range(j1, j2), strict=True)
        elif kind == "replace":
            for i in range(i1, i2):
                shared = [j for j in range(j1, j2) if set(known[i]) & set(copied[j])]
                if shared:
                    yield i, shared[0]
