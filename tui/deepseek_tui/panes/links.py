"""Links of a page: items to show and web addresses to open."""

from math import ceil
from string import ascii_letters

from deepseek_tui.panes.blocks import Document, content_of
from deepseek_tui.panes.catalogue import shown_at
from deepseek_tui.panes.pane import Row, Section
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.format.model import Source


def named_in(document: Document) -> list[str]:
    """Return the ids of other items that a page names, each once."""
    refs = dict.fromkeys(span.ref for block in document.blocks for span in content_of(block).spans)
    return [ref for ref in refs if ref and ref != document.key]


def followable(document: Document, reading: RenderContext) -> list[str]:
    """Return the ids on a page that can be opened as links.

    Terms are included; they are explained in place.
    """
    here = shown_at(document.key, reading) or (Section.OVERVIEW, document.key)
    return [ref for ref in named_in(document) if is_term(ref, reading) or shown_at(ref, reading) not in (None, here)]


def is_term(ref: str, reading: RenderContext) -> bool:
    """Return whether an id belongs to a technical term."""
    return reading.index.list_of.get(ref) == "terms"


def addresses(document: Document, reading: RenderContext) -> list[str]:
    """Return the addresses of a page's outside sources, each once.

    All of them are http or https addresses: the model rejects others.
    """
    found: dict[str, None] = {}
    for support in (support for block in document.blocks for support in content_of(block).supports):
        found.update((source.url, None) for source in support.sources if source.url)
    item = reading.index.items.get(document.key)
    if isinstance(item, Source) and item.url:
        found[item.url] = None
    return list(found)


LETTERS = ascii_letters
ADDRESS_WIDTH = 44
"""The width of an address line on a small terminal, in cells."""


class LinkTargets:
    """Targets of links as rows of a list, each with a letter.

    The letter is the row's shortcut.
    """

    def __init__(self, keys: list[str], names: list[str], kinds: list[str], lines: int = 1) -> None:
        self.keys, self.lines = keys, lines
        self._names, self._kinds = names, kinds

    @classmethod
    def to_items(cls, refs: list[str], reading: RenderContext) -> "LinkTargets":
        """Return link targets for items of the story."""
        kinds = [reading.words.search.kinds[reading.index.list_of[ref]] for ref in refs]
        return cls(refs, [reading.name(ref) for ref in refs], kinds)

    @classmethod
    def to_addresses(cls, urls: list[str]) -> "LinkTargets":
        """Return link targets for web addresses.

        Each is shown on up to five lines.
        """
        rows = max(ceil(len(url) / ADDRESS_WIDTH) for url in urls)
        return cls(urls, urls, ["" for _ in urls], lines=1 if rows == 1 else min(rows, 4) + 1)

    def whole(self, number: int) -> str:
        """Return the full name and the kind of a link target."""
        return "\n".join(filter(None, (self._names[number], self._kinds[number])))

    def row(self, number: int) -> Row:
        """Return a link target as a row: shortcut letter, name and kind."""
        letter = LETTERS[number] if number < len(LETTERS) else " "
        return Row(self._names[number], lead=letter, tail=self._kinds[number])
