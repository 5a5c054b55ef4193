"""Data that all lint rules share, such as story and article."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from deepseek_tui.article.lint.aliases import Aliases
from deepseek_tui.article.lint.paragraphs import ArticleParagraph, ArticleParagraphs
from deepseek_tui.article.lint.statements import Statement, Words, statements, words_of
from deepseek_tui.article.local_copy import LocalCopy
from deepseek_tui.story.analysis.index import Index
from deepseek_tui.story.format.model import Evidence, Story
from deepseek_tui.story.format.structure import structure_of
from deepseek_tui.story.loading.diagnostics import KeyPath


class LintContext:
    """Data that the lint rules check: a story and its article.

    The text of the article may be missing.
    """

    def __init__(self, story: Story, copy: LocalCopy | None = None) -> None:
        self.story = story
        self.index = Index(story)
        self._copy = copy

    @cached_property
    def article(self) -> ArticleParagraphs | None:
        """The paragraphs of the reader's copy of the article, or None."""
        printed = self.story.article
        return None if self._copy is None else ArticleParagraphs(self._copy, printed.language, len(printed.paragraphs))

    @cached_property
    def statements(self) -> list[tuple[Statement, list[ArticleParagraph]]]:
        """The texts that the article must support, with the paragraphs that they cite.

        Texts with an unavailable paragraph are left out.
        """
        article = self.article
        if article is None:
            return []
        found = ((statement, article.at(statement.paragraphs)) for statement in statements(self.story))
        return [(statement, cited) for statement, cited in found if cited]

    def excerpts(self, evidence: Iterable[Evidence]) -> list[ArticleParagraph] | None:
        """Return the cited sentences by paragraph, or None if a paragraph is missing."""
        return self.article.excerpts(evidence) if self.article else None

    @cached_property
    def texts(self) -> list[tuple[KeyPath, str | dict[str, str]]]:
        """Every text of the story with its path, in the format's order."""
        return list(_texts(self.story, ()))

    @cached_property
    def words(self) -> list[Words]:
        """Every text of the story with its path, with a separate entry for each language."""
        return [words for path, text in self.texts for words in words_of(path, text)]

    def language(self, language: str) -> str:
        """Return the language of a text.

        A text without translations has the first language of the story.
        """
        return language or self.story.languages[0]

    @cached_property
    def aliases(self) -> Aliases:
        """The names in the story with their aliases and translations."""
        return Aliases(self.story, [text for _, text in self.texts], self.article or ())


def _texts(value: BaseModel, path: KeyPath) -> Iterator[tuple[KeyPath, str | dict[str, str]]]:
    shape = structure_of(type(value))
    for key in shape.texts:
        text = getattr(value, key, None)
        if text is not None:
            yield (*path, key), text
    for key, _, several in shape.parts:
        part: Any = getattr(value, key, None)
        for place, one in enumerate(part if several else ()):
            yield from _texts(one, (*path, key, place))
        if not several and part is not None:
            yield from _texts(part, (*path, key))
    translation = getattr(value, "translation", None)
    if translation:
        yield (*path, "translation"), translation
