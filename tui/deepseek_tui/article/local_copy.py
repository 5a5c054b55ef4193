"""A reprint: the reader's own copy of the article, recognised by the story's fingerprints.

The story holds no word of the article. Where the reader has a copy, its sentences are known again one by one, so that
a passage is shown only where it is the one that the story cites, and what differs is called edited.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from deepseek_tui.article.fingerprints import fingerprint, paragraphs, sentences
from deepseek_tui.story.format.model import Article, Paragraph

ENOUGH = 5
"""One sentence in so many must be known again, or the text is taken for another article."""


class Recognition(Enum):
    """How far a text is the article that the story tells."""

    FULL = "full"
    PARTLY = "partly"
    NONE = "none"


class CopiedParagraph(NamedTuple):
    """A paragraph as the reader's copy prints it."""

    sentences: tuple[str, ...]
    edited: bool
    """Differs from the paragraph that the story was made from."""

    @property
    def text(self) -> str:
        """The whole paragraph."""
        return " ".join(self.sentences)


class LocalCopy:
    """A text held against the article of a story; places are counted from 1, as in the story."""

    def __init__(self, text: str, article: Article) -> None:
        self._article = article
        self._printed = [tuple(sentences(paragraph)) for paragraph in paragraphs(text)]

    @cached_property
    def recognition(self) -> Recognition:
        """Fully where every sentence stands in the text as the story knows it; not at all where hardly any does."""
        known = [fp for paragraph in self._article.paragraphs for fp in paragraph.sentences]
        found = sum(fp in self._sentences for fp in known)
        if found == len(known):
            return Recognition.FULL
        return Recognition.PARTLY if found * ENOUGH >= len(known) else Recognition.NONE

    @cached_property
    def edited(self) -> tuple[int, ...]:
        """The paragraphs of the article that the text prints otherwise, or not at all."""
        numbers = range(1, len(self._article.paragraphs) + 1)
        return tuple(number for number in numbers if (found := self.paragraph(number)) is None or found.edited)

    def paragraph(self, number: int) -> CopiedParagraph | None:
        """The text's paragraph that stands for one of the article; none where there is none, or in another article."""
        if self.recognition is Recognition.NONE or not 0 < number <= len(self._article.paragraphs):
            return None
        wanted = self._article.paragraphs[number - 1]
        whole = tuple(self._sentences.get(fp, "") for fp in wanted.sentences)
        if all(whole):
            return CopiedParagraph(whole, edited=False)
        at = self._pairs.get(number - 1)
        return None if at is None else CopiedParagraph(self._printed[at], edited=True)

    def sentence(self, paragraph: int, sentence: int) -> str | None:
        """The text's own words of one sentence; none where they are not those that the story was made from."""
        if self.recognition is Recognition.NONE or not 0 < paragraph <= len(self._article.paragraphs):
            return None
        known = self._article.paragraphs[paragraph - 1].sentences
        return self._sentences.get(known[sentence - 1]) if 0 < sentence <= len(known) else None

    @cached_property
    def _sentences(self) -> dict[str, str]:
        """The text's sentences by fingerprint, however it is cut into paragraphs."""
        return {fingerprint(sentence): sentence for paragraph in self._printed for sentence in paragraph}

    @cached_property
    def _pairs(self) -> dict[int, int]:
        """Which paragraph of the text stands for which of the article, both counted from 0."""
        ours = [tuple(paragraph.sentences) for paragraph in self._article.paragraphs]
        theirs = [tuple(map(fingerprint, paragraph)) for paragraph in self._printed]
        return dict(_paired(ours, theirs, self._article.paragraphs))


def _paired(
    ours: Sequence[tuple[str, ...]], theirs: Sequence[tuple[str, ...]], known: Sequence[Paragraph]
) -> Iterator[tuple[int, int]]:
    """Equal paragraphs in order; between them, edited ones that share a sentence, or that stand in for each other."""
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if kind == "equal" or (kind == "replace" and i2 - i1 == j2 - j1):
            yield from zip(range(i1, i2), range(j1, j2), strict=True)
        elif kind == "replace":
            for i in range(i1, i2):
                shared = [j for j in range(j1, j2) if set(known[i].sentences) & set(theirs[j])]
                if shared:
                    yield i, shared[0]


def plain_text(text: str, *, markdown: bool) -> str:
    """The words of a copy: of Markdown, the text alone, a blank line between its paragraphs."""
    if not markdown:
        return text
    from markdown_it import MarkdownIt

    blocks = (token for token in MarkdownIt("commonmark").parse(text) if token.type == "inline")
    return "\n\n".join("".join(_inline(child) for child in token.children or ()) for token in blocks)


def _inline(token: object) -> str:
    kind = getattr(token, "type", "")
    if kind in ("softbreak", "hardbreak"):
        return " "
    return str(getattr(token, "content", "")) if kind in ("text", "code_inline") else ""
