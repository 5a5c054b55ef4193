"""The palette: find a command, a pane, a theme or an item of the story by a few letters of its name."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.fuzzy import Matcher
from textual.widgets import Input, Static

from deepseek_tui.panes.choices import Choice, ChoiceRows
from deepseek_tui.panes.reading import Reading
from deepseek_tui.screens.dialog import Dialog
from deepseek_tui.widgets.item_list import ItemList


def found(choices: list[Choice], query: str) -> list[int]:
    """The numbers of the choices that a query matches, best first; all of them, in their order, for no query.

    Names that hold the query as it stands leave out those that only have its letters in that order.
    """
    query = query.strip()
    if not query:
        return list(range(len(choices)))
    whole = [number for number, choice in enumerate(choices) if query.casefold() in choice.name.casefold()]
    if whole:
        return sorted(whole, key=lambda number: choices[number].name.casefold().index(query.casefold()))
    matcher = Matcher(query)
    scores = {number: matcher.match(choice.name) for number, choice in enumerate(choices)}
    return sorted((number for number, score in scores.items() if score > 0), key=lambda number: -scores[number])


class Palette(Dialog[Choice | None]):
    """An input over a list; answers with the choice, or with none."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+p", "dismiss", show=False),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("pagedown", "page(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
        Binding("enter", "choose", show=False, priority=True),
    ]
    TOPIC = "palette"

    def __init__(self, reading: Reading, choices: list[Choice]) -> None:
        super().__init__()
        self.reading = reading
        self.choices = choices

    def compose(self) -> ComposeResult:
        """Where to type, and what there is."""
        words = self.reading.words.screen
        with Vertical(classes="dialog", id="palette"):
            yield Input(placeholder=words.palette_hint, id="palette-query", select_on_focus=False)
            yield ItemList(id="palette-list")
            yield Static(words.palette_none, id="palette-none", markup=False)

    def on_mount(self) -> None:
        """Offer everything."""
        dialog = self.query_one("#palette")
        dialog.border_title = self.reading.words.screen.palette_title
        dialog.border_subtitle = self.reading.words.screen.palette_close
        self.query_one(ItemList).can_focus = False
        self._offer("")

    def on_input_changed(self, message: Input.Changed) -> None:
        """Offer what matches."""
        self._offer(message.value)

    def _offer(self, query: str) -> None:
        numbers = found(self.choices, query)
        self.query_one(ItemList).show(ChoiceRows(self.choices, numbers))
        self.query_one("#palette-none").display = not numbers

    def action_move(self, rows: int) -> None:
        """Move in the list while typing goes on."""
        self.query_one(ItemList).action_move(rows)

    def action_page(self, pages: int) -> None:
        """Move in the list by a page."""
        self.query_one(ItemList).action_page(pages)

    def action_choose(self) -> None:
        """Answer with the current choice."""
        key = self.query_one(ItemList).key
        self.dismiss(self.choices[int(key)] if key else None)

    def on_item_list_highlighted(self, message: ItemList.Highlighted) -> None:
        """The dashboard below must not take this for a move of its own."""
        message.stop()

    def on_item_list_chosen(self, message: ItemList.Chosen) -> None:
        """A second click chooses."""
        message.stop()
        self.action_choose()

    def on_click(self, event: events.Click) -> None:
        """A click beside the palette closes it."""
        if event.widget is self:
            self.dismiss(None)
