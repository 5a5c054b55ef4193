"""Where to go: the items or addresses that an item leads to, chosen by a letter, by moving, or with the mouse."""

from textual import events

from deepseek_tui.panes.links import LETTERS, LinkTargets
from deepseek_tui.ui.dialogs.chooser import Chooser


class LinkPicker(Chooser):
    """Answers with the key chosen; nothing is opened before it was shown and chosen here."""

    NAME = TOPIC = "ways"

    def __init__(self, title: str, hint: str, ways: LinkTargets) -> None:
        super().__init__(title, hint, ways)
        self._ways = ways

    def on_key(self, event: events.Key) -> None:
        """A letter chooses at once; j and k are letters here, and the arrows move."""
        number = LETTERS.find(event.character or " ")
        if event.is_printable and 0 <= number < len(self._ways.keys):
            event.stop()
            event.prevent_default()
            self.dismiss(self._ways.keys[number])

    def action_choose(self) -> None:
        """Choose the current row."""
        self.dismiss(self.rows.key or None)

    def in_full(self, number: int) -> str:
        """A name and its kind, where the row is cut."""
        return self._ways.whole(number) if self.rows.cut else ""
