"""Dialogs with a list from which the user chooses an item."""

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.getters import query_one

from deepseek_tui.panes.links import LETTERS, LinkTargets
from deepseek_tui.ui.dialogs.dialog import Dialog
from deepseek_tui.ui.widgets.item_list import ItemList, Rows
from deepseek_tui.ui.widgets.text_view import TextView

if TYPE_CHECKING:  # At run time, this module is imported only when the user lists a story's changes.
    from deepseek_tui.panes.changes import ChangeRows


class Chooser(Dialog[str | None]):
    """Dialog with a list, and the full text of a row below.

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
        """Create the list and the full text of the current row."""
        with Vertical(classes="dialog", id=self.NAME):
            yield ItemList(id=f"{self.NAME}-list")
            yield TextView(id=f"{self.NAME}-full-text")

    def on_mount(self) -> None:
        """Show the rows of the list."""
        self.full_text.can_focus = self.full_text.display = False
        dialog = self.query_one(f"#{self.NAME}")
        dialog.border_title, dialog.border_subtitle = self._title, self._close
        self.rows.show(self._offered)

    def action_choose(self) -> None:
        """Choose the current row, and close the dialog."""
        raise NotImplementedError

    def full_text_of(self, number: int) -> str:
        """Return the full text of a row.

        It is empty if the row shows all of it.
        """
        raise NotImplementedError

    def show_full_text(self) -> None:
        """Show the full text of the current row below the list.

        Nothing is shown if the row shows all of it.
        """
        if not self.query(ItemList):  # The dialog may have been closed before this refresh.
            return
        text = self.full_text_of(self.rows.cursor) if self.rows.key else ""
        self.full_text.display = bool(text)
        if text:
            self.full_text.show(text)
            self.full_text.refresh(layout=True)

    def on_resize(self) -> None:
        """Update the full text, because other rows may be truncated now."""
        self.call_after_refresh(self.show_full_text)

    def on_item_list_highlighted(self, message: ItemList.Highlighted) -> None:
        """Update the full text below the list.

        The dashboard must not handle the message.
        """
        message.stop()
        self.call_after_refresh(self.show_full_text)

    def on_item_list_chosen(self, message: ItemList.Chosen) -> None:
        """Choose the row that the user clicked a second time."""
        message.stop()
        self.action_choose()


class LinkPicker(Chooser):
    """Dialog that lists links or addresses, each with a letter.

    It returns the key of the chosen one.
    """

    NAME = TOPIC = "ways"

    def __init__(self, title: str, hint: str, targets: LinkTargets) -> None:
        super().__init__(title, hint, targets)
        self._targets = targets

    def on_key(self, event: events.Key) -> None:
        """Choose the row with the typed letter.

        The letters j and k choose rows too, instead of moving the cursor.
        """
        number = LETTERS.find(event.character or " ")
        if event.is_printable and 0 <= number < len(self._targets.keys):
            event.stop()
            event.prevent_default()
            self.dismiss(self._targets.keys[number])

    def action_choose(self) -> None:
        """Close the dialog and return the key of the current row."""
        self.dismiss(self.rows.key or None)

    def full_text_of(self, number: int) -> str:
        """Return the full name and kind of a truncated link target."""
        return self._targets.whole(number) if self.rows.is_truncated else ""


class ChangesScreen(Chooser):
    """Dialog that lists the changes in a story.

    It returns the key of the selected item.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "dismiss", show=False, id="changes"),
        Binding("q", "dismiss", show=False, id="quit"),
    ]
    NAME = TOPIC = "changes"

    def __init__(self, title: str, close: str, rows: "ChangeRows") -> None:
        super().__init__(title, close, rows)
        self._changes = rows

    def action_choose(self) -> None:
        """Go to the changed item.

        If the item was removed, the dialog stays open.
        """
        target = self._changes.target(int(self.rows.key)) if self.rows.key else ""
        if target:
            self.dismiss(target)

    def full_text_of(self, number: int) -> str:
        """Return the old and the new text of a change.

        The result is empty if the row shows them fully.
        """
        return self._changes.whole(number) if self.rows.is_truncated or not self._changes.says_all(number) else ""
