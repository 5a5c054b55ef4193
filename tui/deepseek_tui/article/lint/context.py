"""The context of a lint run: story and article, with cached derivations."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from deepseek_tui.article.lint.aliases import Aliases
from deepseek_tui.article.lint.paragraphs import ArticleParagraph, ArticleParagraphs
from deepseek_tui.article.lint.statements import Statement, Words, statements, words_of
from deepseek_tui.article.local_copy import LocalCopy
from deepseek_tui.story.analysis.index import Index
from deepseek_tui.story.format.model import Story
from deepseek_tui.story.format.structure import structure_of
from deepseek_tui.story.loading.diagnostics import KeyPath


class LintContext:
    """A story, and the reader's copy of its article if there is one."""

    def __init__(self, story: Story, copy: LocalCopy | None = None) -> None:
        self.story = story
        self.index = Index(story)
        self._copy = copy

    @cached_property
    def article(self) -> ArticleParagraphs | None:
        """The paragraphs of the copy, or None without a copy."""
        printed = self.story.article
        return None if self._copy is None else ArticleParagraphs(self._copy, printed.language, len(printed.paragraphs))

    @cached_property
    def statements(self) -> list[tuple[Statement, list[ArticleParagraph]]]:
        """The statements whose cited paragraphs are all available, with those paragraphs."""
        article = self.article
        if article is None:
            return []
        found = ((statement, article.at(statement.paragraphs)) for statement in statements(self.story))
        return [(statement, cited) for statement, cited in found if cited]

    @cached_property
    def texts(self) -> list[tuple[KeyPath, str | dict[str, str]]]:
        """Every text with its path, in the order of the model."""
        return list(_texts(self.story, ()))

    @cached_property
    def words(self) -> list[Words]:
        """The texts by language."""
        return [words for path, text in self.texts for words in words_of(path, text)]

    def language(self, language: str) -> str:
        """Return the language, or the story's first for text shared by all languages."""
        return language or self.story.languages[0]

    @cached_property
    def aliases(self) -> Aliases:
        """The names in the story and their equivalents."""
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
