"""Pane that lists the reader's bookmarks and notes.

It includes those on items that no longer exist.
"""

from collections.abc import Sequence
from functools import cached_property

from deepseek_tui.i18n.panes import counted
from deepseek_tui.panes.annotation_blocks import annotation_bullets, annotation_signs, title
from deepseek_tui.panes.annotations import Annotation
from deepseek_tui.panes.blocks import Block, Bullet, Document, Heading
from deepseek_tui.panes.common_blocks import plain
from deepseek_tui.panes.pane import Pane, Row, Section
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.format.text import harmless


class AnnotationsPane(Pane):
    """Pane that lists the reader's annotations in the story's order.

    Those on removed items come last.
    """

    section = Section.MINE

    def __init__(self, reading: RenderContext) -> None:
        self.reading = reading
        self.title = title(reading)
        self.nothing = reading.words.notebook.nothing

    @cached_property
    def _rows(self) -> list[Annotation | None]:
        """The annotations in the order of the rows.

        None stands for the heading of those on removed items.
        """
        marks, items = self.reading.mine.marks, self.reading.index.items
        existing = [marks[ref] for ref in items if ref in marks]
        existing += [mark for ref, mark in marks.items() if ref.startswith("overview:")]
        orphans = [mark for ref, mark in marks.items() if ref not in items and not ref.startswith("overview:")]
        return [*existing, *([None, *orphans] if orphans else [])]

    @cached_property
    def keys(self) -> Sequence[str]:
        """The ids of the annotated items, row by row.

        A heading has an empty id.
        """
        return ["" if mark is None else mark.ref for mark in self._rows]

    def row(self, number: int) -> Row:
        """Return an annotation as a row: title and beginning of the note."""
        mark, words = self._rows[number], self.reading.words.notebook
        if mark is None:
            return Row(words.items_gone)
        return Row(
            self._title(mark), second=harmless(mark.note).replace("\n", " ") or words.bookmarked, tail=annotation_signs(mark)
        )

    def document(self, key: str) -> Document:
        """Return the reader's annotations on an item."""
        mark = self.reading.mine.marks[key]
        title = self._title(mark)
        words = self.reading.words.notebook
        main: list[Block] = [Heading(title, 1), *annotation_bullets(self.reading, mark)]
        if key not in self.reading.index.items and not key.startswith("overview:"):
            main.append(Bullet(plain(words.item_gone)))
        return Document(key, title, tuple(main))

    def _title(self, mark: Annotation) -> str:
        """Return the current title of an annotated item.

        Falls back to the stored title if the item no longer exists.
        """
        if mark.ref in self.reading.index.items:
            return self.reading.name(mark.ref)
        block = mark.ref.removeprefix("overview:")
        words = self.reading.words.panes
        named = words.strip if block == "order" else getattr(words, block, "") if block != mark.ref else ""
        return named if named and isinstance(named, str) else harmless(mark.title)

    @property
    def digest(self) -> str:
        """The numbers of bookmarks and notes, such as "3 bookmarks, 2 notes"."""
        words, marks = self.reading.words.notebook, self.reading.mine.marks.values()
        bookmarks, notes = sum(mark.bookmarked for mark in marks), sum(bool(mark.note) for mark in marks)
        language = self.reading.language
        totals = ((words.count_bookmarks, bookmarks), (words.count_notes, notes))
        return ", ".join(counted(forms, count, language) for forms, count in totals if count)
