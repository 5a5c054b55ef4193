"""The dashboard: the panes of one story, as a list, a detail and a side panel."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.getters import query_one
from textual.message import Message
from textual.screen import Screen

from deepseek_tui.commands import ACTIONS, PANE_MOVES, Keymap
from deepseek_tui.panes.blocks import Block, Document, Heading, Para
from deepseek_tui.panes.catalogue import pane_of, section_of
from deepseek_tui.panes.evidence import copy_status, evidence, passages
from deepseek_tui.panes.lens import Groups, Lens, lenses, through
from deepseek_tui.panes.pane import PANES, Pane, Section
from deepseek_tui.panes.parts import plain
from deepseek_tui.panes.place import Place, Places
from deepseek_tui.panes.reading import Reading
from deepseek_tui.panes.ties import Ways, addresses, followable
from deepseek_tui.screens.dialog import HelpAsked
from deepseek_tui.screens.ways import WaysScreen
from deepseek_tui.styles.themes import THEMES
from deepseek_tui.widgets.bars import KeyBar, TabBar, TitleBar
from deepseek_tui.widgets.clipboard import copy
from deepseek_tui.widgets.item_list import ItemList
from deepseek_tui.widgets.line_view import LineView
from deepseek_tui.widgets.page_view import PageView

if TYPE_CHECKING:
    from deepseek_tui.panes.choices import Choice

Answer = TypeVar("Answer")


class Dashboard(Screen[None]):
    """Composes and wires: what is said is in `panes`, where the reader is in `Places`."""

    @dataclass
    class LanguageChanged(Message):
        """The reader went on in another language."""

        language: str

    @dataclass
    class StoryChosen(Message):
        """The reader wants another of the stories that come with the program."""

        name: str

    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [  # noqa: RUF012  declared so by Textual
        (0, "-narrow"),
        (80, "-medium"),
        (150, "-wide"),
    ]
    VERTICAL_BREAKPOINTS: list[tuple[int, str]] | None = [  # noqa: RUF012  declared so by Textual
        (0, "-short"),
        (16, "-tall"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(command.keys), command.action, show=False, id=command.id, priority="other_part" in command.action)
        for command in (*PANE_MOVES, *ACTIONS)
    ]
    AUTO_FOCUS: ClassVar[str | None] = "#list"
    keymap = Keymap()

    title_bar = query_one(TitleBar)
    tab_bar = query_one(TabBar)
    key_bar = query_one(KeyBar)
    items = query_one("#list", ItemList)
    detail = query_one("#detail", PageView)
    side = query_one("#side", PageView)

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.reading = reading
        self.places = Places()
        self.pane: Pane = pane_of(self.places.section, reading)
        self.document: Document | None = None
        self.trail: list[tuple[Section, Place]] = []
        """Where links were followed from, the last one last."""

    def compose(self) -> ComposeResult:
        """Two lines above, the parts, one line below; every pane uses the same parts."""
        yield TitleBar()
        yield TabBar()
        with Horizontal(id="parts"):
            yield ItemList(id="list")
            yield PageView(id="detail")
            yield PageView(id="side")
        yield KeyBar()

    def on_mount(self) -> None:
        """Speak, and show the first pane."""
        self.speak()
        self.show_pane(self.places.section)
        for block in copy_status(self.reading):
            self.notify("".join(span.text for span in getattr(block, "spans", ())), markup=False, timeout=8)

    # what is shown

    def speak(self) -> None:
        """Set every word of the frame in the language of the reading."""
        words, story = self.reading.words, self.reading.story
        self.title_bar.title = self.reading.say(story.title)
        context = words.screen.context_shown if self.reading.context else words.screen.context_hidden
        edition = words.screen.edition.format(self.reading.say(story.edition.version))
        language = self.reading.language
        if language not in story.languages:
            language = words.screen.told_in.format(language, story.languages[0])
        self.title_bar.state = f"{context} · {language} · {edition}"
        self.tab_bar.names = tuple(words.panes.titles[section] for section in PANES)
        self.key_bar.words, self.key_bar.keymap = words.keys, self.keymap
        self.detail.border_title, self.side.border_title = words.screen.detail, words.screen.side

    def read(self, reading: Reading) -> None:
        """Read in another way (language, context), at the same place; a note that is hidden leaves its event current."""
        self._remember()
        before = list(self.pane.keys[: self.items.cursor + 1])
        self.reading = reading
        here = self.places.here
        kept = set(through(pane_of(self.places.section, reading), reading, here.lens).keys)
        here.key = next((key for key in reversed(before) if key in kept), here.key)
        self.speak()
        self.show_pane(self.places.section)

    def show_pane(self, section: Section) -> None:
        """Show a pane at the place where the reader left it."""
        self.places.section = section
        self.tab_bar.active = self.places.number
        here = self.places.here
        self.pane = through(pane_of(section, self.reading), self.reading, here.lens)
        self.set_class(section is Section.OVERVIEW and here.lens is Lens.OWN, "-overview")
        self.items.border_title = self.pane.title
        self.document = None  # until the list says where its cursor rests
        self.items.show(self.pane, here.key, here.list_scroll, self.reading.words.screen.empty_pane, here.row)
        if not self.items.key:
            self._show_nothing()

    def on_item_list_highlighted(self, message: ItemList.Highlighted) -> None:
        """Show what there is to say of the item."""
        if message.key != self.items.key:
            return  # the cursor has moved on: only where it rests is worth laying out
        here = self.places.here
        scroll = here.detail_scroll if here.key == message.key else 0
        here.key = message.key
        self.document = self.pane.document(message.key)
        self._show_document(scroll)

    def _show_document(self, scroll: float = 0) -> None:
        document = self.document
        if document is None:
            return
        self.detail.border_subtitle = "{}/{}".format(*self.items.position)
        places = self.pane.places(document.key)
        if isinstance(self.pane, Groups):  # its own words are what its sentences say
            rests_on = passages(self.reading, places)
        else:
            rests_on = evidence(self.reading, places, document.key) if places else ()
        wide = self.has_class("-wide")
        self._show_blocks(document.main if wide else document.main + document.side + rests_on, scroll)
        overview = self.places.section is Section.OVERVIEW  # there the side goes on with what the glance began
        beside = document.side + rests_on if overview else rests_on + document.side
        self.side.set_class(not beside, "-empty")
        if wide:
            self.side.show(self.reading, beside)

    def _show_nothing(self) -> None:
        self.detail.border_subtitle = ""
        self._show_blocks((Heading(self.pane.title, 1), Para(plain(self.reading.words.screen.empty_pane))))
        self.side.add_class("-empty")
        self.side.show(self.reading, ())

    def _show_blocks(self, blocks: tuple[Block, ...], scroll: float = 0) -> None:
        self.detail.show(self.reading, blocks, scroll)

    def _remember(self) -> None:
        here, key = self.places.here, self.items.key
        here.list_scroll = self.items.scroll_y
        here.detail_scroll = self.detail.scroll_y if key == here.key else 0  # else its words were not shown yet
        here.key, here.row = key, self.items.cursor

    def on_resize(self) -> None:
        """Move the side panel's words to where the new layout has room for them."""
        self.call_after_refresh(self._show_document, self.detail.scroll_y)

    # going about

    def action_pane(self, number: int) -> None:
        """Go to a pane by its number, from 0."""
        self.trail.clear()
        self._remember()
        self._leave_detail()
        self.show_pane(PANES[number])

    def action_turn(self, step: int) -> None:
        """Go to the next or the previous pane."""
        self.action_pane(PANES.index(self.places.turn(step)))

    def on_item_list_chosen(self) -> None:
        """Open what was clicked twice."""
        self.action_open()

    def action_open(self) -> None:
        """Go into the detail."""
        self.add_class("-reading")
        self._focus(self.detail)

    def action_back(self) -> None:
        """Out one step: out of the zoom, else out of the detail, else back along the links that were followed."""
        if self.has_class("-zoomed"):
            self.action_zoom()
        elif self.focused is self.items and self.trail:
            section, place = self.trail.pop()
            self.places.by_section[section] = place
            self.show_pane(section)
        else:
            self._leave_detail()

    def _leave_detail(self) -> None:
        self.remove_class("-reading")
        self._focus(self.items)

    def action_other_part(self, step: int) -> None:
        """From the list to the detail and round, or the other way; in the wide layout the side panel comes between."""
        beside = self.has_class("-wide") and not self.side.has_class("-empty")
        parts = [self.items, self.detail, *([self.side] if beside else [])]
        focused = self.focused
        number = parts.index(focused) if focused in parts else 0
        part = parts[(number + step) % len(parts)]
        self.set_class(part is not self.items, "-reading")
        self._focus(part)

    def _focus(self, part: LineView) -> None:
        if self.has_class("-zoomed"):
            self._keep(part)
        part.focus(scroll_visible=False)

    def action_zoom(self) -> None:
        """Give the whole screen to the focused part, or take it back."""
        self.toggle_class("-zoomed")
        self._keep(self.focused)

    def on_descendant_focus(self) -> None:
        """The footer offers what makes sense in the part that has the focus."""
        self.key_bar.inside = self.focused is not self.items

    def _keep(self, part: object) -> None:
        for one in (self.items, self.detail, self.side):
            one.set_class(one is part, "-kept")

    # saying who

    @property
    def current(self) -> Document | None:
        """The document of the current item, even where a hurried reader has not been shown it yet."""
        key = self.items.key
        if self.document is not None and self.document.key == key:
            return self.document
        return self.pane.document(key) if key else None

    def action_evidence(self) -> None:
        """Show who says it, and where that is written."""
        from deepseek_tui.screens.evidence import EvidenceScreen

        document = self.current
        if document is not None:
            places = self.pane.places(document.key)
            self._ask(EvidenceScreen(self.reading, document.title, places, document.key))

    def action_lens(self) -> None:
        """Sort the pane another way: its own, by who says it, by paragraph, by topic."""
        self._remember()
        here, ways = self.places.here, lenses(self.places.section)
        here.lens = ways[(ways.index(here.lens) + 1) % len(ways)]
        here.list_scroll, here.row = 0, -1
        self.show_pane(self.places.section)

    def action_follow(self) -> None:
        """Choose where to go among the items that this one names."""
        words = self.reading.words.screen
        document = self.current
        refs = followable(document, self.reading) if document else []
        if refs:
            screen = WaysScreen(words.follow_title, words.ways_hint, Ways.to_items(refs, self.reading))
            self._ask(screen, lambda ref: self.go_to(ref) if ref else None)
        else:
            self.notify(words.nowhere, markup=False, timeout=2)

    def action_source(self) -> None:
        """Show the addresses of the sources; the one chosen opens in the browser."""
        words = self.reading.words.screen
        document = self.current
        urls = addresses(document, self.reading) if document else []
        if urls:
            screen = WaysScreen(words.source_title, words.ways_hint, Ways.to_addresses(urls))
            self._ask(screen, lambda url: self.app.open_url(url) if url else None)
        else:
            self.notify(words.no_address, markup=False, timeout=2)

    def action_copy(self) -> None:
        """Copy the item as Markdown with its footnotes."""
        from deepseek_tui.export.export import Export

        document = self.current
        if document is not None and self._can_export():
            copy(self.app, Export(self.reading, document.key).text)
            self.notify(self.reading.words.screen.copied, markup=False, timeout=2)

    def _can_export(self) -> bool:
        """A group of the Overview is a way of looking, and no part of the story."""
        return not isinstance(self.pane, Groups)

    # what the application does

    def _ask(self, dialog: Screen[Answer], answered: Callable[[Answer | None], object] | None = None) -> None:
        """Open a dialog; what was told in passing goes, so that it covers nothing that is asked."""
        self.app.clear_notifications()
        self.app.push_screen(dialog, answered)  # type: ignore[arg-type]

    def action_language(self) -> None:
        """Read in the other language."""
        other = "en" if self.reading.language == "fr" else "fr"
        self.read(replace(self.reading, language=other))
        self.post_message(self.LanguageChanged(other))
        if other not in self.reading.story.languages:
            self.notify(
                self.reading.words.screen.only_language.format(", ".join(self.reading.story.languages)), markup=False
            )

    def action_context(self) -> None:
        """Show or hide what comes from outside the article."""
        context = not self.reading.context
        self.read(replace(self.reading, context=context))
        words = self.reading.words.screen
        self.notify(words.context_on if context else words.context_off, markup=False, timeout=2)

    def action_help(self) -> None:
        """Explain the part that has the focus, show every key, and how to read."""
        self.post_message(HelpAsked(str(getattr(self.focused, "id", "") or "list")))

    def action_export(self) -> None:
        """Export what is in front of the reader."""
        from deepseek_tui.screens.export import ExportDialog

        dialog = ExportDialog(self.reading, self.places.section, self.items.key if self._can_export() else "", Path.cwd())
        self._ask(dialog, self._exported)

    def _exported(self, path: str | None) -> None:
        if path is not None:
            self.notify(self.reading.words.export.saved.format(path=path), markup=False)

    def action_palette(self) -> None:
        """Find something to do by its name."""
        from deepseek_tui.panes.choices import choices
        from deepseek_tui.screens.palette import Palette
        from deepseek_tui.story.library import bundled

        self._ask(Palette(self.reading, choices(self.reading, list(THEMES), list(bundled()))), self._chosen)

    async def _chosen(self, choice: "Choice | None") -> None:
        if choice is None:
            return
        match choice.action:
            case "story":
                self.post_message(self.StoryChosen(choice.argument))
            case "theme":
                self.app.theme = choice.argument
            case "section":
                self.action_pane(PANES.index(Section(choice.argument)))
            case "item":
                self.go_to(choice.argument)
            case action:
                await self.run_action(action)

    def go_to(self, ref: str) -> None:
        """Go to an item, in the pane that shows it."""
        section = section_of(ref, self.reading)
        if section in PANES:
            self._remember()
            self._leave_detail()
            self.trail.append((self.places.section, replace(self.places.here)))
            self.places.by_section[section] = Place(ref)
            self.show_pane(section)

    def action_quit(self) -> None:
        """Leave."""
        self.app.exit()
