"""Where to go: the items or addresses that an item leads to, chosen by a letter, by moving, or with the mouse."""

from textual import events

from deepseek_tui.panes.links import LETTERS, LinkTargets
from deepseek_tui.ui.dialogs.chooser import Chooser


class LinkPicker(Chooser):
    """Lists links or addresses by letter, and returns the key of the chosen one."""

    NAME = TOPIC = "ways"

    def __init__(self, title: str, hint: str, targets: LinkTargets) -> None:
        super().__init__(title, hint, targets)
        self._targets = targets

    def on_key(self, event: events.Key) -> None:
        """Choose a row by its letter; j and k are letters here, and only the arrows move."""
        number = LETTERS.find(event.character or " ")
        if event.is_printable and 0 <= number < len(self._targets.keys):
            event.stop()
            event.prevent_default()
            self.dismiss(self._targets.keys[number])

    def action_choose(self) -> None:
        """Close the dialog with the key of the current row."""
        self.dismiss(self.rows.key or None)

    def full_text_of(self, number: int) -> str:
        """Return the name and the kind of a target if its row truncates them."""
        return self._targets.whole(number) if self.rows.is_truncated else ""
