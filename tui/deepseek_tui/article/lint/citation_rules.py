"""Lint rules on the sources that a story cites, and their titles."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from deepseek_tui.article.extraction.mention import folded
from deepseek_tui.article.lint.context import LintContext
from deepseek_tui.article.lint.finding import Finding
from deepseek_tui.article.lint.statements import words_of
from deepseek_tui.story.format.messages import Message
from deepseek_tui.story.format.model import Citation
from deepseek_tui.story.format.structure import structure_of
from deepseek_tui.story.format.text import say
from deepseek_tui.story.format.vocabulary import ReadExtent
from deepseek_tui.story.loading.diagnostics import KeyPath, path_text

UNKNOWN_TITLES = frozenset(("", "unknown", "inconnu"))
"""Folded texts that stand for an unknown title."""


def has_title(citation: Citation) -> bool:
    """Return whether the title of a source is known in every language."""
    return not any(folded(words) in UNKNOWN_TITLES for _, _, words in words_of((), citation.title))


def titles_missing(context: LintContext) -> Iterator[Finding]:
    """Find sources that were read in full but have no title."""
    for path, citation in _citations(context.story, ()):
        if citation.read is ReadExtent.FULL and not has_title(citation):
            message = Message("is not known, although the source was read in full")
            yield Finding((*path, "title"), message, Message("give the title, or say in `read` what was read of it"))


def sources_read_in_two_ways(context: LintContext) -> Iterator[Finding]:
    """Find sources whose citations disagree about how the source was read.

    For example, one says "in full" and another "in a listing". Two citations are of the same source if they have
    the same address, or the same publisher and title.
    """
    first: dict[tuple[str, ...], tuple[ReadExtent, KeyPath]] = {}
    language = context.story.languages[0]
    for path, citation in _citations(context.story, ()):
        keys: list[tuple[str, ...]] = [(citation.url.rstrip("/"),)] if citation.url else []
        if has_title(citation):
            keys.append((folded(say(citation.publisher, language)), folded(say(citation.title, language))))
        known = [first.setdefault(key, (citation.read, path)) for key in keys]
        if other := next((one for one in known if one[0] is not citation.read), None):
            message = Message('is "{0}" here, and "{1}" in {2}', citation.read.value, other[0].value, path_text(other[1]))
            yield Finding((*path, "read"), message, Message("one source is read in one way throughout a story"))


def _citations(value: BaseModel, path: KeyPath) -> Iterator[tuple[KeyPath, Citation]]:
    """Yield every citation in a part of a story, with its path."""
    if isinstance(value, Citation):
        yield path, value
        return
    for key, _, several in structure_of(type(value)).parts:
        part: Any = getattr(value, key, None)
        if several:
            for place, one in enumerate(part or ()):
                yield from _citations(one, (*path, key, place))
        elif part is not None:
            yield from _citations(part, (*path, key))
