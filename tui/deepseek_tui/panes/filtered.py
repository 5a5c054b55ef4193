"""A filtered pane: the rows that a query leaves, and the headings that have some."""

from collections.abc import Sequence
from functools import cached_property

from deepseek_tui.panes.blocks import Document
from deepseek_tui.panes.pane import Pane, Row
from deepseek_tui.panes.search import Search
from deepseek_tui.panes.wrapping import QUOTED, fit
from deepseek_tui.story.analysis.query import Query
from deepseek_tui.story.format.model import Evidence


class FilteredPane(Pane):
    """Another pane with fewer rows, which says how many there were; `clear` is the key that shows them, if one does."""

    def __init__(self, pane: Pane, search: Search, query: Query, clear: str) -> None:
        self.pane, self.query = pane, query
        self.section, self.lines = pane.section, pane.lines
        self._search = search
        kept = sum(1 for key in self.keys if key)
        whole = sum(1 for key in pane.keys if key)
        words = search.reading.words.search
        self.title = f"{words.quoted.format(fit(query.text, QUOTED))} · {pane.title}"
        """What it is filtered by comes first, where a narrow list does not clip it."""
        count = words.filtered.format(kept, whole)
        self.told = f"{count} · {words.clears.format(clear)}" if clear else count
        """How many rows are left, and how to have them all again."""
        none = words.filter_none.format(query.text)
        self.nothing = f"{none} {words.clears_filter.format(clear)}" if clear else none
        """What stands in the list where nothing is left."""

    @cached_property
    def _rows(self) -> list[int]:
        return self._search.rows(self.pane, self.query)

    @cached_property
    def keys(self) -> Sequence[str]:
        """The keys of the rows that are left."""
        return [self.pane.keys[number] for number in self._rows]

    def row(self, number: int) -> Row:
        """The pane's own row."""
        return self.pane.row(self._rows[number])

    def document(self, key: str) -> Document:
        """The pane's own document."""
        return self.pane.document(key)

    def places(self, key: str) -> Sequence[Evidence]:
        """The pane's own places."""
        return self.pane.places(key)
