"""Dialogs that offer a list of items to go to."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.getters import query_one

from deepseek_tui.ui.dialogs.dialog import Dialog
from deepseek_tui.ui.widgets.item_list import ItemList, Rows
from deepseek_tui.ui.widgets.text_view import TextView


class Chooser(Dialog[str | None]):
    """A list with the full text of a truncated row below it.

    Returns what `action_choose` of the subclass dismisses it with, or None.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("enter", "choose", show=False, priority=True),
    ]
    NAME: ClassVar[str]
    """The id of the dialog, and the prefix of its widgets' ids."""

    rows = query_one(ItemList)
    full_text = query_one(TextView)

    def __init__(self, title: str, close: str, rows: Rows) -> None:
        super().__init__()
        self._title, self._close, self._offered = title, close, rows

    def compose(self) -> ComposeResult:
        """Compose the list and the full text of its current row."""
        with Vertical(classes="dialog", id=self.NAME):
            yield ItemList(id=f"{self.NAME}-list")
            yield TextView(id=f"{self.NAME}-full-text")

    def on_mount(self) -> None:
        """Show the rows."""
        self.full_text.can_focus = self.full_text.display = False
        dialog = self.query_one(f"#{self.NAME}")
        dialog.border_title, dialog.border_subtitle = self._title, self._close
        self.rows.show(self._offered)

    def action_choose(self) -> None:
        """Choose the current row, and close the dialog."""
        raise NotImplementedError

    def full_text_of(self, number: int) -> str:
        """Return the full text of a row; empty if the list shows all of it."""
        raise NotImplementedError

    def show_full_text(self) -> None:
        """Show the full text of the current row if the row truncates it."""
        if not self.query(ItemList):  # the dialog was closed before the refresh
            return
        text = self.full_text_of(self.rows.cursor) if self.rows.key else ""
        self.full_text.display = bool(text)
        if text:
            self.full_text.show(text)
            self.full_text.refresh(layout=True)

    def on_resize(self) -> None:
        """Update the full text, because another width truncates other rows."""
        self.call_after_refresh(self.show_full_text)

    def on_item_list_highlighted(self, message: ItemList.Highlighted) -> None:
        """Update the full text after the layout, and keep the message from the dashboard."""
        message.stop()
        self.call_after_refresh(self.show_full_text)

    def on_item_list_chosen(self, message: ItemList.Chosen) -> None:
        """Choose the row that was clicked a second time."""
        message.stop()
        self.action_choose()
