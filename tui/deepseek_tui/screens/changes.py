"""What changed since the reader last read the story: a row for each change, each of which leads to its item."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.getters import query_one

from deepseek_tui.panes.changes import ChangeRows
from deepseek_tui.screens.dialog import Dialog
from deepseek_tui.widgets.item_list import ItemList
from deepseek_tui.widgets.text_view import TextView


class ChangesScreen(Dialog[str | None]):
    """Answers with the id or key to go to, or with none."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("u", "dismiss", show=False, id="changes"),
        Binding("q", "dismiss", show=False, id="quit"),
        Binding("enter", "choose", show=False, priority=True),
    ]
    TOPIC = "changes"

    rows = query_one(ItemList)

    def __init__(self, title: str, close: str, rows: ChangeRows) -> None:
        super().__init__()
        self._title, self._close, self._rows = title, close, rows

    def compose(self) -> ComposeResult:
        """One list, and the current row in full."""
        with Vertical(classes="dialog", id="changes"):
            yield ItemList(id="changes-list")
            yield TextView(id="changes-told")

    def on_mount(self) -> None:
        """Offer them all."""
        told = self.query_one(TextView)
        told.can_focus = told.display = False
        dialog = self.query_one("#changes")
        dialog.border_title, dialog.border_subtitle = self._title, self._close
        self.rows.show(self._rows)

    def action_choose(self) -> None:
        """Go to what changed; what was removed leads nowhere, and stays in sight."""
        target = self._rows.target(int(self.rows.key)) if self.rows.key else ""
        if target:
            self.dismiss(target)

    def tell(self) -> None:
        """Say in full what the current row has no room for."""
        rows = self.query_one(ItemList)
        told = self.query_one(TextView)
        told.display = bool(rows.key) and (rows.cut or not self._rows.says_all(rows.cursor))
        if told.display:
            told.show(self._rows.whole(rows.cursor))
            told.refresh(layout=True)

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
