"""Where to go: the items or addresses that an item leads to, chosen by a letter, by moving, or with the mouse."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from deepseek_tui.panes.ties import LETTERS, Ways
from deepseek_tui.screens.dialog import Dialog
from deepseek_tui.widgets.item_list import ItemList
from deepseek_tui.widgets.text_view import TextView


class WaysScreen(Dialog[str | None]):
    """Answers with the key chosen, or with none; nothing is opened before it was shown and chosen here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("enter", "choose", show=False, priority=True),
    ]
    TOPIC = "ways"

    def __init__(self, title: str, hint: str, ways: Ways) -> None:
        super().__init__()
        self._title, self._hint, self._ways = title, hint, ways

    def compose(self) -> ComposeResult:
        """One list, and the current row in full."""
        with Vertical(classes="dialog", id="ways"):
            yield ItemList(id="ways-list")
            yield TextView(id="ways-told")

    def on_mount(self) -> None:
        """Offer them all."""
        told = self.query_one(TextView)
        told.can_focus = told.display = False
        dialog = self.query_one("#ways")
        dialog.border_title, dialog.border_subtitle = self._title, self._hint
        self.query_one(ItemList).show(self._ways)

    def on_key(self, event: events.Key) -> None:
        """A letter chooses at once; j and k are letters here, and the arrows move."""
        number = LETTERS.find(event.character or " ")
        if event.is_printable and 0 <= number < len(self._ways.keys):
            event.stop()
            event.prevent_default()
            self.dismiss(self._ways.keys[number])

    def action_choose(self) -> None:
        """Choose the current row."""
        self.dismiss(self.query_one(ItemList).key or None)

    def tell(self) -> None:
        """Say in full what the current row has no room for."""
        rows = self.query_one(ItemList)
        told = self.query_one(TextView)
        told.display = rows.cut
        if told.display:
            told.show(self._ways.whole(rows.cursor))
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
