"""The view: one story's panes as a list, a detail and a side panel, and the place that the reader has in each."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Size
from textual.getters import query_one
from textual.messages import Update
from textual.screen import Screen

from deepseek_tui.commands import Keymap
from deepseek_tui.navigation.location import AT_MATCH, Location, Locations
from deepseek_tui.panes.annotated import AnnotatedPane
from deepseek_tui.panes.annotation_blocks import with_annotations_first
from deepseek_tui.panes.blocks import Block, Document, Heading, Para
from deepseek_tui.panes.catalogue import pane_of
from deepseek_tui.panes.common_blocks import plain
from deepseek_tui.panes.evidence import copy_status, evidence, passages
from deepseek_tui.panes.grouping import Grouping, GroupsPane, grouped_by
from deepseek_tui.panes.pane import PANES, Pane, Section
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.panes.used_by import used_by_blocks
from deepseek_tui.panes.wrapping import QUOTED, fit
from deepseek_tui.story.format.text import harmless
from deepseek_tui.ui.latest_size import LatestSize
from deepseek_tui.ui.widgets.bars import KeyBar, TabBar, TitleBar, key_name
from deepseek_tui.ui.widgets.item_list import ItemList
from deepseek_tui.ui.widgets.line_view import LINE_CLASSES
from deepseek_tui.ui.widgets.page_view import PageView
from deepseek_tui.ui.widgets.panels import Panels
from deepseek_tui.user_data.workspace import Workspace

if TYPE_CHECKING:  # search and filter are read when they are first asked for
    from deepseek_tui.navigation.search_cursor import SearchCursor
    from deepseek_tui.panes.filtered import FilteredPane
    from deepseek_tui.panes.highlight import Find
    from deepseek_tui.panes.search import Search

Answer = TypeVar("Answer")


class StoryView(LatestSize, Screen[None]):
    """Composes and shows: what is said is in `panes`, where the reader is in `Places`."""

    COMPONENT_CLASSES: ClassVar[set[str]] = LINE_CLASSES

    keymap = Keymap()
    title_bar = query_one(TitleBar)
    tab_bar = query_one(TabBar)
    key_bar = query_one(KeyBar)
    parts = query_one(Panels)
    items = query_one("#list", ItemList)
    detail = query_one("#detail", PageView)
    side = query_one("#side", PageView)

    def __init__(self, reading: RenderContext, *, places: Locations | None = None, desk: Workspace | None = None) -> None:
        super().__init__()
        self.reading = reading
        self.desk = desk
        """Where the story comes from, and the reader's own files; none where neither matters."""
        self.places = places or Locations()
        self.filtered: FilteredPane | None = None
        self.pane: Pane = pane_of(self.places.section, reading)
        self._panes: tuple[RenderContext, dict[tuple[Section, Grouping], Pane]] = reading, {}
        self.is_group = False
        """Whether the rows are groups of the Overview: a way of looking, and no part of the story."""
        self.document: Document | None = None
        self._wide = False
        """Whether the side panel's words stand in it, and not below the detail's."""
        self._drawing = False
        """Whether the list has yet to show where its cursor stands."""
        self.walk: SearchCursor | None = None
        """What was searched for last, and is marked where it stands."""
        self.fault = ""
        """What is wrong with the story's file since it was read."""
        self.progress = ""
        """How far a newer edition of it is read."""

    def compose(self) -> ComposeResult:
        """Two lines above, the parts, one line below; every pane uses the same parts."""
        yield TitleBar()
        yield TabBar()
        yield Panels(classes="-overview" if self.places.section is Section.OVERVIEW else "")
        yield KeyBar()

    def know_size(self, size: Size) -> None:
        """Lay out for the terminal from the first: Textual tells of its size once it has drawn for another."""
        for length, steps in ((size.width, self.HORIZONTAL_BREAKPOINTS), (size.height, self.VERTICAL_BREAKPOINTS)):
            self.add_class(max(step for step in steps or () if step[0] <= length)[1])

    def on_mount(self) -> None:
        """Speak, and show the first pane."""
        self.begin()

    def open(self, reading: RenderContext, places: Locations, desk: Workspace | None) -> None:
        """Show another story in the place of this one."""
        self.reading, self.places, self.desk, self.walk, self.fault = reading, places, desk, None, ""
        self.__dict__.pop("search", None)
        self.parts.leave()
        self.begin()

    def begin(self) -> None:
        """Show the story that is open, from where it is to be read."""
        self.speak()
        self.show_pane(self.places.section)
        self.show_item()  # all of it in the first frame; later, the detail follows the list
        if self.places.inside:
            self.parts.enter()
        for block in copy_status(self.reading):
            self.tell("".join(span.text for span in getattr(block, "spans", ())), timeout=8)

    # what is shown

    @cached_property
    def search(self) -> "Search":
        """Looks through the story as it is read now."""
        from deepseek_tui.panes.search import Search

        return Search(self.reading)

    @property
    def find(self) -> "Find | None":
        """What is marked where it stands, if anything is."""
        if self.walk is None or not self.walk.query.needles:
            return None
        from deepseek_tui.story.analysis.folding import ranges

        return partial(ranges, needles=self.walk.query.needles)

    @property
    def is_unsaved(self) -> bool:
        """Whether something of the reader's is not saved yet."""
        return False

    def speak(self) -> None:
        """Set every word of the frame in the language of the reading."""
        words, story = self.reading.words, self.reading.story
        self.app.title = title = self.reading.say(story.title)
        if self.fault:
            title = words.screen.fault.format(self.fault)
        if self.is_unsaved:
            title = f"{words.notebook.not_saved} · {title}"
        self.title_bar.title = title  # where a warning is never clipped
        context = words.screen.context_shown if self.reading.context else words.screen.context_hidden
        edition = words.screen.edition.format(self.reading.say(story.edition.version))
        language = self.reading.language
        if language not in story.languages:
            language = words.screen.told_in.format(language, story.languages[0])
        self.title_bar.state = " · ".join(filter(None, (self.progress, context, language, edition)))
        self.tab_bar.names = tuple(words.panes.titles[section] for section in PANES)
        self.key_bar.words, self.key_bar.keymap = words.keys, self.keymap
        self.side.border_title = words.screen.side

    def read(self, reading: RenderContext) -> None:
        """Read in another way (language, context), at the same place; a note that is hidden leaves its event current."""
        self.remember()
        near = self._near()
        self.reading = reading
        self.__dict__.pop("search", None)
        if self.walk is not None:
            self.walk = self.walk.again(self.search)
        here = self.places.here
        kept = set(self._pane(self.places.section).keys)
        here.key = next((key for key in near if key in kept), here.key)
        self.speak()
        self.show_pane(self.places.section)

    def _near(self) -> list[str]:
        """The keys of the list from the current one on: those before it, the nearest first, then those after it."""
        keys, at = self.pane.keys, self.items.cursor
        return [key for key in (*reversed(keys[: at + 1]), *keys[at + 1 :]) if key]

    def _pane(self, section: Section) -> Pane:
        """A pane as the reader has sorted and filtered it."""
        pane = self._sorted(section)
        return self._filter(pane) or pane

    def _sorted(self, section: Section) -> Pane:
        """The pane by the reader's lens, made once as long as the story is read in one way: a long one takes its time."""
        if self._panes[0] is not self.reading:
            self._panes = self.reading, {}
        made, wanted = self._panes[1], (section, self.places.at(section).lens)
        if wanted not in made:
            made[wanted] = grouped_by(pane_of(section, self.reading), self.reading, wanted[1])
        return made[wanted]

    def _filter(self, pane: Pane) -> "FilteredPane | None":
        """What the reader's filter leaves of a pane; none where there is no filter."""
        place = self.places.at(pane.section)
        if not place.filter:
            return None
        from deepseek_tui.panes.filtered import FilteredPane
        from deepseek_tui.story.analysis.query import parse

        query = parse(place.filter)
        return FilteredPane(pane, self.search, query, self.key_of("clear")) if query else None

    def key_of(self, id: str) -> str:
        """What the first key of a command is called; nothing where no key carries it out."""
        keys = self.keymap.keys(id)
        return key_name(keys[0], self.reading.words.keys) if keys else ""

    def _signed(self, pane: Pane) -> Pane:
        return AnnotatedPane(pane, self.reading) if self.reading.mine.marks else pane

    def show_pane(self, section: Section) -> None:
        """Show a pane at the place where the reader left it."""
        self.places.section = section
        self.tab_bar.active = self.places.number
        here = self.places.here
        own = self._sorted(section)
        self.filtered = filtered = self._filter(own)
        self.is_group = isinstance(own, GroupsPane)
        pane = filtered or own
        self.pane = self._signed(pane)
        self.parts.set_class(section is Section.OVERVIEW and here.lens is Grouping.OWN, "-overview")
        self.items.border_title = Content(pane.title)
        self.items.border_subtitle = filtered.told if filtered else ""
        nothing = filtered.nothing if filtered else self.reading.words.screen.empty_pane
        self.document = None  # until the list says where its cursor rests
        self.items.find = self.find
        self.items.show(self.pane, here.key, here.list_scroll, nothing, here.row)
        if not self.items.key:
            self._show_nothing(nothing)
        elif self.parts.inside:  # what the next key scrolls are the words of this item
            self.show_item()

    def on_item_list_highlighted(self) -> None:
        """Show what there is to say of an item once the list shows the cursor on it: a key is answered at once.

        While keys come faster than frames, that is the item on which the cursor stands by then.
        """
        if not self._drawing:
            self._drawing = True
            self.call_after_refresh(self._drawn)

    def _drawn(self) -> None:
        self._drawing = False
        self.show_item()

    def show_item(self) -> None:
        """Show what there is to say of the current item, where it is not shown already."""
        key = self.items.key
        if not key or (self.document is not None and self.document.key == key):
            return
        here = self.places.here
        scroll = here.detail_scroll if here.key == key else 0
        here.key = key
        self.document = with_annotations_first(self.pane.document(key), self.reading)
        self._show_document(scroll)

    def _show_document(self, scroll: float = 0) -> None:
        document = self.document
        if document is None:
            return
        self.key_bar.lab = getattr(self.reading.index.items.get(document.key), "lab", None) is not None
        self.detail.border_title = Content(self._walked(document.key))
        self.detail.border_subtitle = "{}/{}".format(*self.items.position)
        uses, rests_on = used_by_blocks(document, self.reading), self._rests_on(document)
        self._wide = wide = self.has_class("-wide")
        self._show_blocks(document.main if wide else document.main + document.side + uses + rests_on, scroll)
        overview = self.places.section is Section.OVERVIEW  # there the side goes on with what the glance began
        beside = document.side + uses + rests_on if overview else rests_on + document.side + uses
        self.side.set_class(not beside, "-empty")
        if wide:
            self.side.show(self.reading, beside, AT_MATCH if scroll == AT_MATCH else 0, self.find)
        self._in_one_frame()

    def _rests_on(self, document: Document) -> tuple[Block, ...]:
        """Who says it and where; of a group, whose own words are what its sentences say, the passages alone."""
        places = self.pane.places(document.key)
        if self.is_group:
            return passages(self.reading, places)
        return evidence(self.reading, places, document.key) if places else ()

    def whole(self, document: Document) -> Document:
        """A document with all that stands below it or beside it."""
        return document._replace(side=document.side + used_by_blocks(document, self.reading) + self._rests_on(document))

    def _in_one_frame(self) -> None:
        """Have all that has changed drawn at once: each part would ask for it when its own turn comes, a frame later."""
        for part in (self.tab_bar, self.items, self.detail, self.side):
            self.post_message(Update(part))
            if part.show_vertical_scrollbar:
                self.post_message(Update(part.vertical_scrollbar))

    def _walked(self, key: str) -> str:
        """The title of the detail: which result of the search it is, where it is one."""
        words, walk = self.reading.words.screen, self.walk
        number = walk.at((self.places.section, key)) if walk else 0
        if walk is None or not number:
            return words.detail
        return words.matched.format(fit(walk.query.text, QUOTED), number, len(walk.stops))

    def _show_nothing(self, why: str) -> None:
        self.key_bar.lab = False
        self.detail.border_title, self.detail.border_subtitle = self.reading.words.screen.detail, ""
        self._show_blocks((Heading(self.pane.title, 1), Para(plain(why))))
        self.side.add_class("-empty")
        self.side.show(self.reading, ())

    def _show_blocks(self, blocks: tuple[Block, ...], scroll: float = 0) -> None:
        self.detail.show(self.reading, blocks, scroll, self.find)

    def remember(self) -> Location:
        """Note where the reader is in the pane that is open; that place."""
        here, key = self.places.here, self.items.key
        here.list_scroll = self.items.scroll_y
        if key:  # a list that a filter has emptied keeps the item that it had
            if self.document is not None and self.document.key == key:
                here.detail_scroll = self.detail.place
            elif key != here.key:  # else its words are not shown yet, and will be where they were left
                here.detail_scroll = 0
            here.key, here.row = key, self.items.cursor
        return replace(here)

    def on_resize(self) -> None:
        """Move the side panel's words to where the new layout has room for them."""
        self.call_after_refresh(self._resized)

    def _resized(self) -> None:
        if self._wide != self.has_class("-wide"):
            self._show_document(AT_MATCH if self.detail.is_at_match else self.detail.scroll_y)

    def on_descendant_focus(self) -> None:
        """The footer offers what makes sense in the part that has the focus."""
        self.key_bar.inside = self.parts.inside

    # what is asked and told

    @property
    def current(self) -> Document | None:
        """The document of the current item, even where a hurried reader has not been shown it yet."""
        key = self.items.key
        if self.document is not None and self.document.key == key:
            return self.document
        return self.pane.document(key) if key else None

    def tell(self, words: str, timeout: float = 2, *, wrong: bool = False) -> None:
        """Say something in passing; the words are words, whatever they look like."""
        self.notify(harmless(words), markup=False, timeout=timeout, severity="error" if wrong else "information")

    def ask(self, dialog: Screen[Answer], answered: Callable[[Answer | None], object] | None = None) -> None:
        """Open a dialog; what was told in passing goes, so that it covers nothing that is asked."""
        self.app.clear_notifications()
        self.app.push_screen(dialog, answered)  # type: ignore[arg-type]
