"""A chooser: a list of places to go to, and below it in full what the current row has no room for."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.getters import query_one

from deepseek_tui.ui.dialogs.dialog import Dialog
from deepseek_tui.ui.widgets.item_list import ItemList, Rows
from deepseek_tui.ui.widgets.text_view import TextView


class Chooser(Dialog[str | None]):
    """Answers with what is chosen, or with none; a subclass says what that is, and what a row says in full."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("enter", "choose", show=False, priority=True),
    ]
    NAME: ClassVar[str]
    """Its id, and the beginning of those of its parts."""

    rows = query_one(ItemList)
    told = query_one(TextView)

    def __init__(self, title: str, close: str, rows: Rows) -> None:
        super().__init__()
        self._title, self._close, self._offered = title, close, rows

    def compose(self) -> ComposeResult:
        """One list, and the current row in full."""
        with Vertical(classes="dialog", id=self.NAME):
            yield ItemList(id=f"{self.NAME}-list")
            yield TextView(id=f"{self.NAME}-told")

    def on_mount(self) -> None:
        """Offer them all."""
        self.told.can_focus = self.told.display = False
        dialog = self.query_one(f"#{self.NAME}")
        dialog.border_title, dialog.border_subtitle = self._title, self._close
        self.rows.show(self._offered)

    def action_choose(self) -> None:
        """Choose the current row."""
        raise NotImplementedError

    def in_full(self, number: int) -> str:
        """What a row says in full; empty where the list shows all of it."""
        raise NotImplementedError

    def tell(self) -> None:
        """Say in full what the current row has no room for."""
        if not self.query(ItemList):  # a hurried reader has chosen before the frame that this waited for
            return
        words = self.in_full(self.rows.cursor) if self.rows.key else ""
        self.told.display = bool(words)
        if words:
            self.told.show(words)
            self.told.refresh(layout=True)

    def on_resize(self) -> None:
        """Another width may cut other rows."""
        self.call_after_refresh(self.tell)

    def on_item_list_highlighted(self, message: ItemList.Highlighted) -> None:
        """Not a move of the dashboard's; the words below follow it, once the list has its width."""
        message.stop()
        self.call_after_refresh(self.tell)

    def on_item_list_chosen(self, message: ItemList.Chosen) -> None:
        """A second click chooses."""
        message.stop()
        self.action_choose()
