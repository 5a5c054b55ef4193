"""What changed since the reader last read the story: a row for each change, each of which leads to its item."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from deepseek_tui.panes.changes import ChangeRows
from deepseek_tui.ui.dialogs.chooser import Chooser


class ChangesScreen(Chooser):
    """Answers with the id or key to go to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "dismiss", show=False, id="changes"),
        Binding("q", "dismiss", show=False, id="quit"),
    ]
    NAME = TOPIC = "changes"

    def __init__(self, title: str, close: str, rows: ChangeRows) -> None:
        super().__init__(title, close, rows)
        self._changes = rows

    def action_choose(self) -> None:
        """Go to what changed; what was removed leads nowhere, and stays in sight."""
        target = self._changes.target(int(self.rows.key)) if self.rows.key else ""
        if target:
            self.dismiss(target)

    def in_full(self, number: int) -> str:
        """Old and new one under the other, where the row does not say all of it."""
        return self._changes.whole(number) if self.rows.cut or not self._changes.says_all(number) else ""
