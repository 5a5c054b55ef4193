"""Wrapper of a pane that keeps the rows matching a query."""

from collections.abc import Sequence
from functools import cached_property

from deepseek_tui.panes.blocks import Document
from deepseek_tui.panes.pane import Pane, Row
from deepseek_tui.panes.search import Search
from deepseek_tui.panes.wrapping import QUOTED, fit
from deepseek_tui.story.analysis.query import Query
from deepseek_tui.story.format.model import Evidence


class FilteredPane(Pane):
    """Pane that shows the matching rows of another pane.

    `clear` is the label of the key that clears the filter, or an empty string.
    """

    def __init__(self, pane: Pane, search: Search, query: Query, clear: str) -> None:
        self.pane, self.query = pane, query
        self.section, self.lines = pane.section, pane.lines
        self._search = search
        kept = sum(1 for key in self.keys if key)
        total = sum(1 for key in pane.keys if key)
        words = search.reading.words.search
        self.title = f"{words.quoted.format(fit(query.text, QUOTED))} · {pane.title}"
        """The query, followed by the title of the wrapped pane.

        The query comes first so that a narrow list does not clip it.
        """
        count = words.filtered.format(kept, total)
        self.told = f"{count} · {words.clears.format(clear)}" if clear else count
        """The number of matching rows, and the key that clears the filter."""
        none = words.filter_none.format(query.text)
        self.nothing = f"{none} {words.clears_filter.format(clear)}" if clear else none
        """The text of the list when no row matches."""

    @cached_property
    def _rows(self) -> list[int]:
        return self._search.rows(self.pane, self.query)

    @cached_property
    def keys(self) -> Sequence[str]:
        """The keys of the rows that match the query."""
        return [self.pane.keys[number] for number in self._rows]

    def row(self, number: int) -> Row:
        """Return a matching row of the wrapped pane, unchanged."""
        return self.pane.row(self._rows[number])

    def document(self, key: str) -> Document:
        """Return the page of an item from the wrapped pane."""
        return self.pane.document(key)

    def places(self, key: str) -> Sequence[Evidence]:
        """Return the evidence of an item from the wrapped pane."""
        return self.pane.places(key)
