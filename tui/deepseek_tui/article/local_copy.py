"""The local copy of the article, recognised by the fingerprints in the story.

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
    """The degree to which a text matches the article of a story."""

    FULL = "full"
    PARTLY = "partly"
    NONE = "none"


class CopiedParagraph(NamedTuple):
    """A paragraph of the article as printed in the local copy."""

    sentences: tuple[str, ...]
    edited: bool
    """Whether it differs from the article that the story was made from."""

    @property
    def text(self) -> str:
        """The text of the whole paragraph."""
        return " ".join(self.sentences)


class LocalCopy:
    """A local copy of a text, compared with the article of a story.

    Paragraphs and sentences are counted from 1, as in the story.
    """

    def __init__(self, text: str, article: Article) -> None:
        self._article = article
        self._paragraphs = [tuple(sentences(paragraph)) for paragraph in paragraphs(text)]

    @cached_property
    def recognition(self) -> Recognition:
        """Full if every sentence of the article is in the local copy, none if hardly any is."""
        known = [fp for paragraph in self._article.paragraphs for fp in paragraph.sentences]
        found = sum(fp in self._sentences for fp in known)
        if found == len(known):
            return Recognition.FULL
        return Recognition.PARTLY if found * ONE_RECOGNISED_IN >= len(known) else Recognition.NONE

    @cached_property
    def edited(self) -> tuple[int, ...]:
        """The numbers of the article's paragraphs that the local copy has changed or lacks."""
        numbers = range(1, len(self._article.paragraphs) + 1)
        return tuple(number for number in numbers if (found := self.paragraph(number)) is None or found.edited)

    def paragraph(self, number: int) -> CopiedParagraph | None:
        """Return the local copy's version of a paragraph of the article.

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
        """Return a sentence of the article as printed in the local copy, or None if it differs."""
        if self.recognition is Recognition.NONE or not 0 < paragraph <= len(self._article.paragraphs):
            return None
        known = self._article.paragraphs[paragraph - 1].sentences
        return self._sentences.get(known[sentence - 1]) if 0 < sentence <= len(known) else None

    @cached_property
    def _sentences(self) -> dict[str, str]:
        """The sentences of the local copy by fingerprint, whichever paragraph they are in."""
        return {fingerprint(sentence): sentence for paragraph in self._paragraphs for sentence in paragraph}

    @cached_property
    def _pairs(self) -> dict[int, int]:
        """The zero-based index of the matching local paragraph, for each article paragraph."""
        known = [tuple(paragraph.sentences) for paragraph in self._article.paragraphs]
        copied = [tuple(map(fingerprint, paragraph)) for paragraph in self._paragraphs]
        return dict(_paired_paragraphs(known, copied))


def _paired_paragraphs(known: Sequence[tuple[str, ...]], copied: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Pair the unchanged paragraphs of two texts, and edited paragraphs between them.

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
    """Return the plain text of a local copy, which may be Markdown."""
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
