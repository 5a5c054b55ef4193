"""A picker: a field to type into over a list of what matches, for the palette and the search."""

from collections.abc import Iterable
from typing import ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.getters import query_one
from textual.widgets import Input

from deepseek_tui.story.format.text import harmless
from deepseek_tui.ui.dialogs.dialog import Dialog
from deepseek_tui.ui.widgets.item_list import ItemList, Rows
from deepseek_tui.ui.widgets.line_input import LineInput
from deepseek_tui.ui.widgets.text_view import TextView

Answer = TypeVar("Answer")


class Picker(Dialog[Answer]):
    """The arrows move in the list while typing goes on; a subclass says what there is, and what is chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+p", "dismiss", show=False),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("pagedown", "page(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
    ]
    NAME: ClassVar[str]
    """Its id, and the beginning of those of its parts."""

    field = query_one(LineInput)
    rows = query_one(ItemList)
    told = query_one(TextView)

    def __init__(self, title: str, close: str, hint: str, query: str = "") -> None:
        super().__init__()
        self._title, self._close, self._hint, self._query = title, close, hint, query
        self._offered = ""
        """The query whose results are shown."""

    def compose(self) -> ComposeResult:
        """Where to type, and what there is; or why there is nothing."""
        with Vertical(classes="dialog picker", id=self.NAME):
            yield LineInput(harmless(self._query), placeholder=self._hint, id=f"{self.NAME}-query")
            yield ItemList(id=f"{self.NAME}-list")
            yield TextView(id=f"{self.NAME}-told")

    def on_mount(self) -> None:
        """Offer what there is."""
        dialog = self.query_one(f"#{self.NAME}")
        dialog.border_title, dialog.border_subtitle = self._title, self._close
        self.rows.can_focus = self.told.can_focus = False
        self._offer(self._query)

    def on_input_changed(self, message: Input.Changed) -> None:
        """Offer what matches."""
        if message.value != self._offered and message.value == self.field.value:
            self._offer(message.value)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Choose from what the field holds: Enter comes after the letters before it, and may overtake what they find."""
        message.stop()
        if message.value != self._offered:
            self._offer(message.value)
        self.action_choose()

    def _offer(self, query: str) -> None:
        self._offered = query
        self.offer(query)

    def offer(self, query: str) -> None:
        """Show what a query finds."""
        raise NotImplementedError

    def show(self, rows: Rows, told: Iterable[str] = ()) -> None:
        """Show rows, and sentences below them."""
        self.rows.show(rows)
        self.rows.display = bool(rows.keys)
        sentences = "\n".join(told)
        self.told.display = bool(sentences)
        self.told.show(sentences)

    def action_move(self, rows: int) -> None:
        """Move in the list while typing goes on."""
        self.rows.action_move(rows)

    def action_page(self, pages: int) -> None:
        """Move in the list by a page."""
        self.rows.action_page(pages)

    def action_choose(self) -> None:
        """Answer with the current row."""
        raise NotImplementedError

    def on_item_list_highlighted(self, message: ItemList.Highlighted) -> None:
        """The dashboard below must not take this for a move of its own."""
        message.stop()

    def on_item_list_chosen(self, message: ItemList.Chosen) -> None:
        """A second click chooses."""
        message.stop()
        self.action_choose()

    def on_click(self, event: events.Click) -> None:
        """A click beside it closes it."""
        if event.widget is self:
            self.dismiss(None)
