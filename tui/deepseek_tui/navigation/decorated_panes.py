"""Panes of the dashboard with the user's grouping, filter and annotations."""

from typing import TYPE_CHECKING, NamedTuple

from deepseek_tui.commands import Keymap
from deepseek_tui.navigation.location import Locations
from deepseek_tui.panes.annotation_blocks import AnnotatedPane
from deepseek_tui.panes.catalogue import pane_of
from deepseek_tui.panes.grouping import Grouping, GroupsPane, grouped_by
from deepseek_tui.panes.key_labels import command_key
from deepseek_tui.panes.pane import Pane, Section
from deepseek_tui.panes.render_context import RenderContext

if TYPE_CHECKING:  # Search and filter are imported only when they are first used.
    from deepseek_tui.panes.filtered import FilteredPane
    from deepseek_tui.panes.search import Search


class DecoratedPane(NamedTuple):
    """A pane with the user's grouping, filter and annotations."""

    pane: Pane
    """The rows to show."""
    filtered: "FilteredPane | None" = None
    """The filter of the rows, or None."""
    is_group: bool = False
    """Whether the rows are groups of the Overview instead of items of the story."""


class DecoratedPanes:
    """Panes and search of one story, created when first used."""

    def __init__(self, reading: RenderContext, locations: Locations, keymap: Keymap) -> None:
        self.reading, self._locations, self._keymap = reading, locations, keymap
        self._grouped: dict[tuple[Section, Grouping], Pane] = {}
        self._search: Search | None = None

    @property
    def search(self) -> "Search":
        """The search through the whole story."""
        if self._search is None:
            from deepseek_tui.panes.search import Search

            self._search = Search(self.reading)
        return self._search

    def grouped(self, section: Section) -> Pane:
        """Return a pane in its current grouping.

        The result is cached, because grouping is slow.
        """
        grouping = self._locations.at(section).grouping
        if (section, grouping) not in self._grouped:
            self._grouped[section, grouping] = grouped_by(pane_of(section, self.reading), self.reading, grouping)
        return self._grouped[section, grouping]

    def filtered(self, section: Section) -> "FilteredPane | None":
        """Return the rows of a pane that match its filter.

        The result is None without a filter.
        """
        text = self._locations.at(section).filter
        if not text:
            return None
        from deepseek_tui.panes.filtered import FilteredPane
        from deepseek_tui.story.analysis.query import parse

        query, clear = parse(text), command_key("clear", self._keymap, self.reading.words.keys)
        return FilteredPane(self.grouped(section), self.search, query, clear) if query else None

    def has(self, section: Section, key: str) -> bool:
        """Return whether a pane lists an item, as grouped and filtered now."""
        return key in (self.filtered(section) or self.grouped(section)).keys

    def decorated(self, section: Section) -> DecoratedPane:
        """Return a pane with the user's grouping, filter and annotations."""
        grouped, filtered = self.grouped(section), self.filtered(section)
        pane = filtered or grouped
        has_signs = self.reading.mine.marks or self.reading.index.drafts
        annotated = AnnotatedPane(pane, self.reading) if has_signs else pane
        return DecoratedPane(annotated, filtered, isinstance(grouped, GroupsPane))
