"""The base class of the command palette and the search dialog."""

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
    """Dialog with a query field above a list of results.

    A subclass finds the rows in `offer`, and dismisses the dialog in `action_choose`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+p", "dismiss", show=False),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("pagedown", "page(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
    ]
    NAME: ClassVar[str]
    """The id of the dialog, and the prefix of its widgets' ids."""

    field = query_one(LineInput)
    rows = query_one(ItemList)
    explanation = query_one(TextView)

    def __init__(self, title: str, close: str, hint: str, query: str = "") -> None:
        super().__init__()
        self._title, self._close, self._hint, self._initial_query = title, close, hint, query
        self._offered = ""
        """The query whose results are displayed."""

    def compose(self) -> ComposeResult:
        """Create the query field, the list of results and an explanation."""
        with Vertical(classes="dialog picker", id=self.NAME):
            yield LineInput(harmless(self._initial_query), placeholder=self._hint, id=f"{self.NAME}-query")
            yield ItemList(id=f"{self.NAME}-list")
            yield TextView(id=f"{self.NAME}-explanation")

    def on_mount(self) -> None:
        """Show the results of the initial query."""
        dialog = self.query_one(f"#{self.NAME}")
        dialog.border_title, dialog.border_subtitle = self._title, self._close
        self.rows.can_focus = self.explanation.can_focus = False
        self._offer(self._initial_query)

    def on_input_changed(self, message: Input.Changed) -> None:
        """Show the results of the typed query."""
        if message.value != self._offered and message.value == self.field.value:
            self._offer(message.value)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Choose from the results of the submitted query.

        They may not be displayed yet.
        """
        message.stop()
        if message.value != self._offered:
            self._offer(message.value)
        self.action_choose()

    def _offer(self, query: str) -> None:
        self._offered = query
        self.offer(query)

    def offer(self, query: str) -> None:
        """Show the results of a query."""
        raise NotImplementedError

    def show(self, rows: Rows, explanation: Iterable[str] = ()) -> None:
        """Show result rows, and an explanation below them."""
        self.rows.show(rows)
        self.rows.display = bool(rows.keys)
        text = "\n".join(explanation)
        self.explanation.display = bool(text)
        self.explanation.show(text)

    def action_move(self, rows: int) -> None:
        """Move the cursor in the list.

        The query field keeps the focus.
        """
        self.rows.action_move(rows)

    def action_page(self, pages: int) -> None:
        """Move the cursor in the list by one page."""
        self.rows.action_page(pages)

    def action_choose(self) -> None:
        """Close the dialog and return the current row."""
        raise NotImplementedError

    def on_item_list_highlighted(self, message: ItemList.Highlighted) -> None:
        """Keep the dashboard from handling a message of the dialog's list."""
        message.stop()

    def on_item_list_chosen(self, message: ItemList.Chosen) -> None:
        """Choose the row that the user clicked a second time."""
        message.stop()
        self.action_choose()

    def on_click(self, event: events.Click) -> None:
        """Close the dialog when the user clicks outside it."""
        if event.widget is self:
            self.dismiss(None)
