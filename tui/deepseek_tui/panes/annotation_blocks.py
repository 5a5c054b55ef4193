"""Text and signs that show the reader's bookmarks and notes."""

from collections.abc import Sequence

from deepseek_tui.panes.annotations import Annotation
from deepseek_tui.panes.blocks import INTERFACE, Block, Bullet, Document, Heading, Role, Span
from deepseek_tui.panes.pane import Pane, Row
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.format.model import Evidence
from deepseek_tui.story.format.text import harmless

BOOKMARK, NOTE = "★", "✎"
"""The signs for a bookmark and a note in a list.

Pages write them as words.
"""


def annotation_blocks(reading: RenderContext, ref: str) -> tuple[Block, ...]:
    """Return text blocks with the reader's bookmark and note on an item."""
    mark = reading.mine.marks.get(ref)
    return (Heading(title(reading)), *annotation_bullets(reading, mark)) if mark else ()


def with_annotations_first(document: Document, reading: RenderContext) -> Document:
    """Return an item's page with the reader's annotations below its title.

    They are moved there from the side column.
    """
    annotations = annotation_blocks(reading, document.key)
    if not annotations or document.side[: len(annotations)] != annotations:
        return document
    first = document.main[0] if document.main else None
    position = 1 if isinstance(first, Heading) and first.level == 1 else 0
    main = (*document.main[:position], *annotations[1:], *document.main[position:])
    return document._replace(main=main, side=document.side[len(annotations) :])


def title(reading: RenderContext) -> str:
    """Return the heading above the reader's bookmarks and notes.

    In an export for other people it is worded differently.
    """
    words = reading.words
    return words.notebook.readers if reading.mine.passed_on else words.panes.titles["mine"]


def annotation_bullets(reading: RenderContext, mark: Annotation) -> list[Block]:
    """Return a bookmark and a note as list items."""
    words = reading.words.notebook
    blocks: list[Block] = []
    if mark.bookmarked:
        blocks.append(Bullet((Span(words.bookmarked, Role.STRONG),), of=INTERFACE))
    if mark.note:
        label = words.readers_note if reading.mine.passed_on else words.your_note
        blocks.append(Bullet((Span(harmless(mark.note)),), mark=label, lines=True))
    return blocks


def annotation_signs(mark: Annotation | None) -> str:
    """Return the signs for an item's bookmark and note, if any."""
    return "" if mark is None else (BOOKMARK if mark.bookmarked else "") + (NOTE if mark.note else "")


def with_annotation_signs(row: Row, mark: Annotation | None) -> Row:
    """Return a list row with signs for a bookmark and note.

    They start the second line, because a long title would hide them on the first line.
    """
    signs = annotation_signs(mark)
    return Row(row.title, row.lead, row.rail, f"{signs} {row.second}".strip(), row.tail) if signs else row


class AnnotatedPane(Pane):
    """Wrapper of a pane that adds signs to its rows.

    They mark items with a bookmark, with a note, or guessed by a program and unconfirmed.
    """

    def __init__(self, pane: Pane, reading: RenderContext) -> None:
        self.pane = pane
        self.section, self.lines, self.title, self.order = pane.section, pane.lines, pane.title, pane.order
        self._marks, self._drafts = reading.mine.marks, reading.index.drafts
        self._unconfirmed = reading.words.panes.unconfirmed

    @property
    def keys(self) -> Sequence[str]:
        """The row keys of the wrapped pane, unchanged."""
        return self.pane.keys

    def row(self, number: int) -> Row:
        """Return a row of the wrapped pane, marked as bookmarked, annotated or unconfirmed."""
        key, row = self.pane.keys[number], self.pane.row(number)
        if key in self._drafts:
            row = row._replace(second=" · ".join(filter(None, (self._unconfirmed, row.second))))
        return with_annotation_signs(row, self._marks.get(key))

    def document(self, key: str) -> Document:
        """Return the page of an item from the wrapped pane."""
        return self.pane.document(key)

    def places(self, key: str) -> Sequence[Evidence]:
        """Return the evidence of an item from the wrapped pane."""
        return self.pane.places(key)
