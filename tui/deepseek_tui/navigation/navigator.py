"""The Navigator, which turns the user's commands into views to display.

It does not depend on a terminal.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from deepseek_tui.commands import DEFAULT_KEYMAP, Keymap
from deepseek_tui.i18n.languages import after
from deepseek_tui.navigation.decorated_panes import DecoratedPane, DecoratedPanes
from deepseek_tui.navigation.filter_edit import FilterEdit
from deepseek_tui.navigation.history import History, HistoryEntry
from deepseek_tui.navigation.item_view import ItemView, empty_view, item_view, with_all_blocks
from deepseek_tui.navigation.location import AT_MATCH, Location, Locations
from deepseek_tui.navigation.views import Notice, PaneView, ScreenPosition
from deepseek_tui.panes.annotations import Annotations
from deepseek_tui.panes.blocks import Document
from deepseek_tui.panes.catalogue import pane_of, shown_at
from deepseek_tui.panes.grouping import Grouping, groupings
from deepseek_tui.panes.key_labels import command_key
from deepseek_tui.panes.overview import PREFIX
from deepseek_tui.panes.pane import Pane, Section
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.analysis.index import Index
from deepseek_tui.story.format.model import Story
from deepseek_tui.story.format.text import harmless

if TYPE_CHECKING:  # Search and filter are imported only when they are first used.
    from deepseek_tui.navigation.search_cursor import RowKey, SearchCursor
    from deepseek_tui.panes.search import Search


class Navigator:
    """The user's location, history and search results in one story.

    `position` returns the screen's current position. It is called before each move, so that going back restores
    the same item and scroll. Every move returns the `PaneView` to show, a `Notice` when there is no target, or None
    when nothing changes.
    """

    def __init__(
        self,
        reading: RenderContext,
        locations: Locations | None = None,
        *,
        position: Callable[[], ScreenPosition],
        keymap: Keymap = DEFAULT_KEYMAP,
    ) -> None:
        self.keymap = keymap
        self._position = position
        self.open(reading, locations or Locations())

    def open(self, reading: RenderContext, locations: Locations) -> None:
        """Open another story, with a new history."""
        self.locations = locations
        self.history = History()
        self.search_cursor: SearchCursor | None = None
        """The results of the last search; None without one."""
        self.shown = DecoratedPane(pane_of(locations.section, reading))
        """The displayed pane."""
        self.item: ItemView | None = None
        """The displayed item; None until `next_item` returns one."""
        self.filter_edit = FilterEdit(locations)
        self._panes = DecoratedPanes(reading, locations, self.keymap)

    # The following members describe the current view.

    @property
    def section(self) -> Section:
        """The section of the story that the open pane shows."""
        return self.locations.section

    @property
    def key(self) -> str:
        """The id of the current item, or empty without one."""
        return self._position().key

    @property
    def reading(self) -> RenderContext:
        """The language, annotations and other options for displaying the story."""
        return self._panes.reading

    @property
    def pane(self) -> Pane:
        """The open pane, as displayed."""
        return self.shown.pane

    @property
    def search(self) -> "Search":
        """The search through the whole story."""
        return self._panes.search

    def key_label(self, id: str) -> str:
        """Return the label of a command's first key, or an empty string."""
        return command_key(id, self.keymap, self.reading.words.keys)

    def view(self, *, inside: bool | None = None, notice: Notice | None = None) -> PaneView:
        """Return the view of the open pane at its last location."""
        section, here = self.section, self.locations.here
        self.filter_edit.leave(section)
        self.item = None
        self.shown = self._panes.decorated(section)
        filtered, cursor = self.shown.filtered, self.search_cursor
        empty = filtered.nothing if filtered else self.reading.words.screen.empty_pane
        return PaneView(
            self.reading,
            self.pane,
            here.key,
            here.row,
            here.list_scroll,
            self.locations.number,
            filtered.told if filtered else "",
            empty,
            None if any(self.pane.keys) else empty_view(self.pane.title, empty, self.reading, cursor),
            cursor.find if cursor else None,
            section is Section.OVERVIEW and here.grouping is Grouping.OWN,
            inside,
            notice,
        )

    def next_item(self) -> ItemView | None:
        """Return the item to display next, or None if the current item is displayed already."""
        key, here = self.key, self.locations.here
        if not key or (self.item is not None and self.item.document.key == key):
            return None
        scroll = here.detail_scroll if here.key == key else 0
        here.key = key
        self.item = item_view(self.shown, key, self.reading, scroll, self.search_cursor)
        return self.item

    @property
    def current(self) -> Document | None:
        """The page of the current item, or None without one."""
        key = self.key
        if self.item is not None and self.item.document.key == key:
            return self.item.document
        return self.pane.document(key) if key else None

    def with_all_blocks(self, document: Document) -> Document:
        """Return a page with all its blocks, including the side panel's."""
        return with_all_blocks(self.shown, document, self.reading)

    # The following methods open panes and go through the history.

    def remember(self) -> Location:
        """Save the scroll positions of the open pane, and return its location."""
        here, at = self.locations.here, self._position()
        here.list_scroll = at.list_scroll
        if at.key:  # If a filter leaves no rows, the location keeps the previous item.
            if self.item is not None and self.item.document.key == at.key:
                here.detail_scroll = at.detail_scroll
            elif at.key != here.key:  # An item that is not displayed yet keeps its saved scroll position.
                here.detail_scroll = 0
            here.key, here.row = at.key, at.row
        return replace(here)

    def leave(self) -> Locations:
        """Save the screen's scroll positions, and return the locations in all panes."""
        self.remember()
        self.locations.inside = self._position().inside
        return self.locations

    def _entry(self, *, jumped: bool = False) -> HistoryEntry:
        return HistoryEntry(self.section, self.remember(), self._position().inside, jumped)

    def open_pane(self, section: Section) -> PaneView:
        """Open a pane at the user's last location in it."""
        if section is not self.section:
            self.history.leave(self._entry())
        else:
            self.remember()
        self.locations.section = section
        return self.view(inside=False)

    def regroup(self) -> PaneView:
        """Switch the open pane to the next grouping, such as by topic."""
        self.remember()
        here, ways = self.locations.here, groupings(self.section)
        here.grouping = ways[(ways.index(here.grouping) + 1) % len(ways)]
        here.list_scroll, here.row = 0, -1
        return self.view()

    def go_through_history(self, step: int) -> PaneView | Notice:
        """Go back (-1) or forward (1) in the history of locations."""
        here = self._entry()
        found = self.history.back(here) if step < 0 else self.history.forward(here)
        if found is None:
            return Notice(self.reading.words.screen.end_of_history)
        self.locations.by_section[found.section] = replace(found.place)
        self.locations.section = found.section
        return self.view(inside=found.inside)

    def go_to(self, ref: str) -> PaneView | None:
        """Open the pane that contains an item, or return None."""
        stop = (Section.OVERVIEW, ref) if ref.startswith(PREFIX) else shown_at(ref, self.reading)
        return self._jump(stop) if stop else None

    def _jump(self, stop: "RowKey", scroll: float = 0) -> PaneView:
        section, key = stop
        self.history.leave(self._entry(jumped=True))
        old = self.locations.at(section)
        for grouping, query in ((old.grouping, old.filter), (old.grouping, ""), (Grouping.OWN, "")):
            self.locations.by_section[section] = Location(key, grouping=grouping, filter=query, detail_scroll=scroll)
            if self._panes.has(section, key):
                break  # The filter and the grouping are reset only if they would hide the item.
        dropped = bool(old.filter) and not self.locations.at(section).filter
        self.locations.section = section
        off = Notice(self.reading.words.search.filter_off.format(harmless(old.filter)), 4) if dropped else None
        return self.view(notice=off)

    # The following methods go to search results.

    def open_result(self, cursor: "SearchCursor", stop: "RowKey") -> PaneView:
        """Store the results of a search, and go to one of them."""
        self.search_cursor = cursor
        return self._jump(stop, AT_MATCH)

    def go_to_match(self, step: int) -> PaneView | Notice:
        """Go to the next (1) or previous (-1) search result."""
        cursor, words = self.search_cursor, self.reading.words.search
        if cursor is None:
            return Notice(words.walk_none.format(self.key_label("search") or "…"))
        if not cursor.stops:
            return Notice(words.never.format(cursor.query.text))
        # Search results are in the default order of the pane, whatever the current grouping.
        own = pane_of(self.section, self.reading).keys
        return self._jump(cursor.next((self.section, self.key), own, step), AT_MATCH)

    # The following methods set the filter.

    def start_filter(self) -> str:
        """Start editing the filter of the open pane, and return it."""
        self.filter_edit.start(self.remember())
        return self.locations.here.filter

    def clear(self) -> PaneView | None:
        """Remove the filter and the search highlights, or return None without any."""
        here = self.remember()
        if self.shown.filtered is None and self.search_cursor is None:
            return None
        self.search_cursor = None
        self.locations.by_section[self.section] = replace(here, filter="", row=-1)
        return self.view()

    def render_with(self, reading: RenderContext, notice: Notice | None = None) -> PaneView:
        """Show the story with other display options at the same location.

        When that context hides the current item, the nearest item before it becomes the current one.
        """
        self.remember()
        keys, row = self.pane.keys, self._position().row
        near = [key for key in (*reversed(keys[: row + 1]), *keys[row + 1 :]) if key]
        self._panes = DecoratedPanes(reading, self.locations, self.keymap)
        if self.search_cursor is not None:
            self.search_cursor = self.search_cursor.again(self.search)
        here, kept = self.locations.here, set(self._panes.decorated(self.section).pane.keys)
        here.key = next((key for key in near if key in kept), here.key)
        return self.view(notice=notice)

    def change_language(self) -> PaneView:
        """Show the story in the next interface language."""
        other = after(self.reading.language)
        reading = replace(self.reading, language=other)
        languages = reading.story.languages
        only = None if other in languages else Notice(reading.words.screen.only_language.format(", ".join(languages)), 5)
        return self.render_with(reading, only)

    def toggle_context(self) -> PaneView:
        """Show or hide the context notes, which are not from the article."""
        words, context = self.reading.words.screen, not self.reading.context
        return self.render_with(
            replace(self.reading, context=context), Notice(words.context_on if context else words.context_off)
        )

    def annotate(self, mine: Annotations) -> PaneView:
        """Show the given bookmarks and notes instead of the current ones."""
        return self.render_with(replace(self.reading, mine=mine))

    def replace_story(self, story: Story, mine: Annotations) -> PaneView:
        """Show a newer edition of the story at the same location."""
        local_copy = self.reading.local_copy and self.reading.local_copy.compared_with(story.article)
        return self.render_with(replace(self.reading, index=Index(story), local_copy=local_copy, mine=mine))
