"""The reader's own copy of the article, recognised by the story's fingerprints.

A story does not contain the article. If the reader has a copy, its sentences are recognised one by one. A passage is
shown only if it is the one that the story cites, and any difference is reported as edited.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from deepseek_tui.article.fingerprints import fingerprint, paragraphs, sentences
from deepseek_tui.story.format.model import Article

ONE_RECOGNISED_IN = 5
"""One sentence in this many must be recognised, otherwise the text is another article."""


class Recognition(Enum):
    """How much of a text is the article of the story."""

    FULL = "full"
    PARTLY = "partly"
    NONE = "none"


class CopiedParagraph(NamedTuple):
    """A paragraph as printed in the reader's copy."""

    sentences: tuple[str, ...]
    edited: bool
    """Whether it differs from the article that the story was made from."""

    @property
    def text(self) -> str:
        """The complete paragraph."""
        return " ".join(self.sentences)


class LocalCopy:
    """A text compared with the article of a story.

    Paragraphs and sentences are counted from 1, as in the story.
    """

    def __init__(self, text: str, article: Article) -> None:
        self._article = article
        self._paragraphs = [tuple(sentences(paragraph)) for paragraph in paragraphs(text)]

    @cached_property
    def recognition(self) -> Recognition:
        """Full if every sentence is recognised, none if hardly any is."""
        known = [fp for paragraph in self._article.paragraphs for fp in paragraph.sentences]
        found = sum(fp in self._sentences for fp in known)
        if found == len(known):
            return Recognition.FULL
        return Recognition.PARTLY if found * ONE_RECOGNISED_IN >= len(known) else Recognition.NONE

    @cached_property
    def edited(self) -> tuple[int, ...]:
        """The paragraphs of the article that differ in the copy or are missing."""
        numbers = range(1, len(self._article.paragraphs) + 1)
        return tuple(number for number in numbers if (found := self.paragraph(number)) is None or found.edited)

    def paragraph(self, number: int) -> CopiedParagraph | None:
        """Return the copy's version of a paragraph of the article.

        None if the copy lacks it, or is of another article.
        """
        if self.recognition is Recognition.NONE or not 0 < number <= len(self._article.paragraphs):
            return None
        wanted = self._article.paragraphs[number - 1]
        whole = tuple(self._sentences.get(fp, "") for fp in wanted.sentences)
        if all(whole):
            return CopiedParagraph(whole, edited=False)
        at = self._pairs.get(number - 1)
        return None if at is None else CopiedParagraph(self._paragraphs[at], edited=True)

    def sentence(self, paragraph: int, sentence: int) -> str | None:
        """Return a sentence in the copy's spelling, or None if it differs."""
        if self.recognition is Recognition.NONE or not 0 < paragraph <= len(self._article.paragraphs):
            return None
        known = self._article.paragraphs[paragraph - 1].sentences
        return self._sentences.get(known[sentence - 1]) if 0 < sentence <= len(known) else None

    @cached_property
    def _sentences(self) -> dict[str, str]:
        """The copy's sentences by fingerprint, regardless of its paragraphs."""
        return {fingerprint(sentence): sentence for paragraph in self._paragraphs for sentence in paragraph}

    @cached_property
    def _pairs(self) -> dict[int, int]:
        """The copy's paragraph for each paragraph of the article, counted from 0."""
        known = [tuple(paragraph.sentences) for paragraph in self._article.paragraphs]
        copied = [tuple(map(fingerprint, paragraph)) for paragraph in self._paragraphs]
        return dict(_paired_paragraphs(known, copied))


def _paired_paragraphs(known: Sequence[tuple[str, ...]], copied: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Pair equal paragraphs, and edited ones between them.

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


def plain_text(text: str, *, markdown: bool) -> str:
    """Return the text of a copy. In Markdown, blank lines separate the paragraphs."""
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
