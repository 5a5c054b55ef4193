"""Ties: where one can go from an item, and which addresses stand behind it."""

from math import ceil
from string import ascii_letters

from deepseek_tui.panes.blocks import Document, content_of
from deepseek_tui.panes.catalogue import shown_at
from deepseek_tui.panes.pane import Row, Section
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.format.model import Source


def named_in(document: Document) -> list[str]:
    """The ids that a document names, each once, in the order of the words; not its own."""
    refs = dict.fromkeys(span.ref for block in document.blocks for span in content_of(block).spans)
    return [ref for ref in refs if ref and ref != document.key]


def followable(document: Document, reading: RenderContext) -> list[str]:
    """Those of the ids that a document names that can be gone to, or opened in place."""
    here = shown_at(document.key, reading) or (Section.OVERVIEW, document.key)
    return [ref for ref in named_in(document) if is_term(ref, reading) or shown_at(ref, reading) not in (None, here)]


def is_term(ref: str, reading: RenderContext) -> bool:
    """Whether an id is a term's, which is explained in place."""
    return reading.index.list_of.get(ref) == "terms"


def addresses(document: Document, reading: RenderContext) -> list[str]:
    """The addresses of the sources outside the article that a document rests on, each once; http and https alone.

    The model takes no other address.
    """
    found: dict[str, None] = {}
    for support in (support for block in document.blocks for support in content_of(block).supports):
        found.update((source.url, None) for source in support.sources if source.url)
    item = reading.index.items.get(document.key)
    if isinstance(item, Source) and item.url:
        found[item.url] = None
    return list(found)


LETTERS = ascii_letters
NARROW = 44
"""How many cells of an address a small terminal has room for on one line."""


class LinkTargets:
    """Places to go to as the rows of a list, each with the letter that goes there."""

    def __init__(self, keys: list[str], names: list[str], kinds: list[str], lines: int = 1) -> None:
        self.keys, self.lines = keys, lines
        self._names, self._kinds = names, kinds

    @classmethod
    def to_items(cls, refs: list[str], reading: RenderContext) -> "LinkTargets":
        """Ways to items of the story."""
        kinds = [reading.words.search.kinds[reading.index.list_of[ref]] for ref in refs]
        return cls(refs, [reading.name(ref) for ref in refs], kinds)

    @classmethod
    def to_addresses(cls, urls: list[str]) -> "LinkTargets":
        """Ways to addresses, shown as they are, on as many lines as that takes within reason."""
        rows = max(ceil(len(url) / NARROW) for url in urls)
        return cls(urls, urls, ["" for _ in urls], lines=1 if rows == 1 else min(rows, 4) + 1)

    def whole(self, number: int) -> str:
        """The whole of a name, and its kind under it."""
        return "\n".join(filter(None, (self._names[number], self._kinds[number])))

    def row(self, number: int) -> Row:
        """A name behind its letter, and its kind."""
        letter = LETTERS[number] if number < len(LETTERS) else " "
        return Row(self._names[number], lead=letter, tail=self._kinds[number])
