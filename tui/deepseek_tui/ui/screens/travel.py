"""Going about: from pane to pane, along links and results, back and forward, and what is left in a list."""

from dataclasses import replace
from typing import TYPE_CHECKING

from deepseek_tui.navigation.history import History, HistoryEntry
from deepseek_tui.navigation.location import AT_MATCH, Location, Locations
from deepseek_tui.panes.catalogue import pane_of, shown_at
from deepseek_tui.panes.grouping import Grouping, groupings
from deepseek_tui.panes.links import LinkTargets, addresses, followable, is_term
from deepseek_tui.panes.pane import PANES, Section
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.format.text import harmless
from deepseek_tui.ui.screens.view import StoryView
from deepseek_tui.ui.widgets.hint_bar import Hint
from deepseek_tui.ui.widgets.page_view import PageView
from deepseek_tui.user_data.workspace import Workspace

if TYPE_CHECKING:
    from deepseek_tui.navigation.search_cursor import RowKey, SearchCursor
    from deepseek_tui.ui.widgets.filter_field import FilterField
    from deepseek_tui.ui.widgets.filter_line import FilterLine


class Travel(StoryView):
    """The actions that take the reader somewhere, and bring them back to where they were."""

    def __init__(self, reading: RenderContext, *, places: Locations | None = None, desk: Workspace | None = None) -> None:
        super().__init__(reading, places=places, desk=desk)
        self.history = History()
        self._unfiltered: tuple[Section, Location] | None = None
        """Which list is being filtered, and the place in it from before; none while nobody types a filter."""
        self._filter_line: FilterLine | None = None
        """Made when it is first asked for."""

    def open(self, reading: RenderContext, places: Locations, desk: Workspace | None) -> None:
        """Another story has a history of its own."""
        self._stop_filtering()
        self.history = History()
        super().open(reading, places, desk)

    # panes

    def action_pane(self, number: int) -> None:
        """Go to a pane by its number, from 0."""
        if PANES[number] is not self.places.section:
            self.history.leave(self._step())
        else:
            self.remember()
        self.parts.leave()
        self.show_pane(PANES[number])

    def action_turn(self, step: int) -> None:
        """Go to the next or the previous pane."""
        self.action_pane(PANES.index(self.places.turn(step)))

    def action_lens(self) -> None:
        """Sort the pane another way: its own, by who says it, by paragraph, by topic."""
        self.remember()
        here, ways = self.places.here, groupings(self.places.section)
        here.lens = ways[(ways.index(here.lens) + 1) % len(ways)]
        here.list_scroll, here.row = 0, -1
        self.show_pane(self.places.section)

    # in and out

    def on_item_list_chosen(self) -> None:
        """Open what was clicked twice."""
        self.action_open()

    def action_open(self) -> None:
        """Go into the detail."""
        self.show_item()  # a hurried reader scrolls the words of this item, not of the one before
        self.parts.enter()

    def action_back(self) -> None:
        """Out one step: out of the zoom, else out of the detail, else back along the links that were followed."""
        if self.parts.zoomed:
            self.parts.zoom()
        elif not self.parts.inside and self.history.jumped:
            self.action_history(-1)
        else:
            self.parts.leave()

    def action_other_part(self, step: int) -> None:
        """From the list to the detail and round, or the other way; in the wide layout the side panel comes between."""
        self.show_item()
        self.parts.go_on(step, beside=self.has_class("-wide"))

    def action_zoom(self) -> None:
        """Give the whole screen to the focused part, or take it back."""
        self.parts.zoom()

    # there and back

    def _step(self, *, jumped: bool = False) -> HistoryEntry:
        """Where the reader is, as a step of the history."""
        return HistoryEntry(self.places.section, self.remember(), self.parts.inside, jumped)

    def action_history(self, step: int) -> None:
        """Back to where the reader was before, or forward again: pane, item, scroll, filter and part."""
        here = self._step()
        found = self.history.back(here) if step < 0 else self.history.forward(here)
        if found is None:
            self.tell(self.reading.words.screen.end_of_history)
            return
        self.places.by_section[found.section] = replace(found.place)
        (self.parts.enter if found.inside else self.parts.leave)()
        self.show_pane(found.section)

    def go_to(self, ref: str) -> None:
        """Go to where an item is shown; the part that has the focus keeps it."""
        stop = (Section.OVERVIEW, ref) if ref.startswith("overview:") else shown_at(ref, self.reading)
        if stop is not None:
            self._jump(stop)

    def _jump(self, stop: "RowKey", scroll: float = 0) -> None:
        section, key = stop
        self.history.leave(self._step(jumped=True))
        old = self.places.at(section)
        for lens, query in ((old.lens, old.filter), (old.lens, ""), (Grouping.OWN, "")):
            self.places.by_section[section] = Location(key, lens=lens, filter=query, detail_scroll=scroll)
            if key in self._pane(section).keys:
                break  # what the reader goes to is shown, whatever the list left out
        if old.filter and not self.places.at(section).filter:
            self.tell(self.reading.words.search.filter_off.format(harmless(old.filter)), timeout=4)
        self.show_pane(section)

    # links

    def action_follow(self) -> None:
        """Choose where to go among the items that this one names."""
        words = self.reading.words.screen
        document = self.current
        refs = followable(self.whole(document), self.reading) if document else []
        if refs:
            from deepseek_tui.ui.dialogs.link_picker import LinkPicker

            screen = LinkPicker(words.follow_title, words.ways_hint, LinkTargets.to_items(refs, self.reading))
            self.ask(screen, lambda ref: self.follow(ref) if ref else None)
        else:
            self.tell(words.nowhere)

    def on_page_view_follow_link(self, message: PageView.FollowLink) -> None:
        """Follow what was clicked."""
        self.follow(message.ref)

    def follow(self, ref: str) -> None:
        """Go to an item; a term is explained in place."""
        if is_term(ref, self.reading):
            from deepseek_tui.ui.dialogs.definition import Definition

            self.ask(Definition(self.reading, ref), lambda other: self.follow(other) if other else None)
        else:
            self.go_to(ref)

    def action_source(self) -> None:
        """Show the addresses of the sources; the one chosen opens in the browser."""
        words = self.reading.words.screen
        document = self.current
        urls = addresses(document, self.reading) if document else []
        if urls:
            from deepseek_tui.ui.dialogs.link_picker import LinkPicker

            screen = LinkPicker(words.source_title, words.ways_hint, LinkTargets.to_addresses(urls))
            self.ask(screen, lambda url: self.app.open_url(url) if url else None)
        else:
            self.tell(words.no_address)

    # search

    def action_search(self) -> None:
        """Look through the whole story."""
        from deepseek_tui.ui.dialogs.search import SearchScreen

        self.ask(SearchScreen(self.search, self.walk.query.text if self.walk else ""), self._searched)

    def _searched(self, found: "tuple[SearchCursor, RowKey] | None") -> None:
        if found is not None:
            self.walk, stop = found
            self._jump(stop, AT_MATCH)
            # where one part is seen at a time, it is the one with the words
            (self.parts.enter if self.has_class("-narrow") else self.parts.leave)()

    def action_match(self, step: int) -> None:
        """Go to the next result of the search, or to the one before, across panes."""
        walk, words = self.walk, self.reading.words.search
        if walk is None or not walk.stops:
            self.tell(words.never.format(walk.query.text) if walk else words.walk_none.format(self.key_of("search") or "…"))
            return
        section = self.places.section
        own = pane_of(section, self.reading).keys  # the results are in this order, however the list stands
        self._jump(walk.next((section, self.items.key), own, step), AT_MATCH)

    # filter

    async def action_filter(self) -> None:
        """Leave in this list only what has some words."""
        from deepseek_tui.ui.widgets.filter_line import FilterLine

        if self._unfiltered is not None:
            return
        self._unfiltered = (self.places.section, self.remember())
        if self._filter_line is None:
            self._filter_line = FilterLine()
            self._filter_line.display = False  # until the footer goes: both at once would take a line from the list
            await self.mount(self._filter_line, before=self.key_bar)
        words, name = self.reading.words.search, self.reading.words.keys.names
        keys = (
            Hint(name["enter"], words.filter_keep, "finish_filter", 1),
            Hint(name["escape"], words.filter_undo, "undo_filter", 2),
        )
        self.parts.leave()
        self.key_bar.display = False
        self.run_worker(self.search.prepared())  # before the first letter, if it lets one the time
        self._filter_line.open(self.places.here.filter, words.filter_hint, keys)

    def on_filter_field_typed(self, message: "FilterField.Typed") -> None:
        """Filter while the reader types; the item from before stays the current one where it is left."""
        self._filter_by(message.query)

    def _filter_by(self, query: str) -> None:
        if self._unfiltered is not None:
            section, before = self._unfiltered
            self.places.by_section[section] = replace(before, filter=query, row=-1, list_scroll=0)
            self.show_pane(section)

    def on_filter_field_done(self, message: "FilterField.Done") -> None:
        """Typing ended with the filter as it is, or as it was before."""
        if self._unfiltered is None:
            return
        section, before = self._unfiltered
        if message.given_up:
            self.places.by_section[section] = before
        elif message.query != self.places.at(section).filter:
            self._filter_by(message.query)  # its last letters, which come later
        self._stop_filtering()
        if message.given_up:
            self.show_pane(section)

    def action_finish_filter(self) -> None:
        """Keep the filter."""
        if self._filter_line is not None:
            self._filter_line.field.action_finish()

    def action_undo_filter(self) -> None:
        """Have the filter as it was before."""
        if self._filter_line is not None:
            self._filter_line.field.action_give_up()

    def _stop_filtering(self) -> None:
        """Back to the list, unless the reader went elsewhere already."""
        if self._unfiltered is not None and self._filter_line is not None:
            self._unfiltered = None
            if self._filter_line.field.has_focus:
                self.parts.leave()
            self._filter_line.display, self.key_bar.display = False, True

    def show_pane(self, section: Section) -> None:
        """Show a pane; a filter is typed for one list alone."""
        if self._unfiltered is not None and self._unfiltered[0] is not section:
            self._stop_filtering()
        super().show_pane(section)

    def action_clear(self) -> None:
        """Show everything in this list again, and no marks of a search."""
        here = self.remember()
        if self.filtered is not None or self.walk is not None:
            self.walk = None
            self.places.by_section[self.places.section] = replace(here, filter="", row=-1)
            self.show_pane(self.places.section)
