"""What changed since the reader last read the story: a row for each change, each of which leads to its item."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from deepseek_tui.panes.changes import ChangeRows
from deepseek_tui.ui.dialogs.chooser import Chooser


class ChangesScreen(Chooser):
    """Lists the changes, and returns the id or key of the selected item."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "dismiss", show=False, id="changes"),
        Binding("q", "dismiss", show=False, id="quit"),
    ]
    NAME = TOPIC = "changes"

    def __init__(self, title: str, close: str, rows: ChangeRows) -> None:
        super().__init__(title, close, rows)
        self._changes = rows

    def action_choose(self) -> None:
        """Go to the changed item; a removed item keeps the dialog open."""
        target = self._changes.target(int(self.rows.key)) if self.rows.key else ""
        if target:
            self.dismiss(target)

    def full_text_of(self, number: int) -> str:
        """Return the old and the new text if the row shows only a part of them."""
        return self._changes.whole(number) if self.rows.is_truncated or not self._changes.says_all(number) else ""
