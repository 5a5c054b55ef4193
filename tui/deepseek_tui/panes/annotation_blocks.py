"""Your own: what the reader has marked on an item, and written on it, as its page, an export and a list show it."""

from deepseek_tui.panes.annotations import Annotation
from deepseek_tui.panes.blocks import INTERFACE, Block, Bullet, Document, Heading, Role, Span
from deepseek_tui.panes.pane import Row
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.format.text import harmless

BOOKMARK, NOTE = "★", "✎"
"""The signs in a list; the help and the item's page say the same in words."""


def annotation_blocks(reading: RenderContext, ref: str) -> tuple[Block, ...]:
    """The reader's bookmark and note on an item, marked as theirs; nothing where there is neither."""
    mark = reading.mine.marks.get(ref)
    return (Heading(title(reading)), *told(reading, mark)) if mark else ()


def with_annotations_first(document: Document, reading: RenderContext) -> Document:
    """A document on the screen: what the reader wrote stands right under its title, and not below the whole of it."""
    yours = annotation_blocks(reading, document.key)
    if not yours or document.side[: len(yours)] != yours:
        return document
    first = document.main[0] if document.main else None
    at = 1 if isinstance(first, Heading) and first.level == 1 else 0
    main = (*document.main[:at], *yours[1:], *document.main[at:])
    return document._replace(main=main, side=document.side[len(yours) :])


def title(reading: RenderContext) -> str:
    """What the reader's own is called: yours, or the reader's where others may read it."""
    words = reading.words
    return words.notebook.readers if reading.mine.passed_on else words.panes.titles["mine"]


def told(reading: RenderContext, mark: Annotation) -> list[Block]:
    """A bookmark and a note in words."""
    words = reading.words.notebook
    blocks: list[Block] = []
    if mark.bookmarked:
        blocks.append(Bullet((Span(words.bookmarked, Role.STRONG),), of=INTERFACE))
    if mark.note:
        label = words.readers_note if reading.mine.passed_on else words.your_note
        blocks.append(Bullet((Span(harmless(mark.note)),), mark=label, lines=True))
    return blocks


def annotation_signs(mark: Annotation | None) -> str:
    """The signs of what there is of the reader's on an item."""
    return "" if mark is None else (BOOKMARK if mark.bookmarked else "") + (NOTE if mark.note else "")


def with_annotation_signs(row: Row, mark: Annotation | None) -> Row:
    """A row with the signs at the head of its quieter line, where no title is so long that they are not seen."""
    found = annotation_signs(mark)
    return Row(row.title, row.lead, row.rail, f"{found} {row.second}".strip(), row.tail) if found else row
