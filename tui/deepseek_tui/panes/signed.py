"""A signed pane: another pane whose rows bear the signs of the reader's own marks."""

from collections.abc import Sequence

from deepseek_tui.panes.blocks import Document
from deepseek_tui.panes.own import with_signs
from deepseek_tui.panes.pane import Pane, Row
from deepseek_tui.panes.reading import Reading
from deepseek_tui.story.model import Evidence


class Signed(Pane):
    """The same rows, those of marked items with a sign."""

    def __init__(self, pane: Pane, reading: Reading) -> None:
        self.pane = pane
        self.section, self.lines, self.title = pane.section, pane.lines, pane.title
        self._marks = reading.mine.marks

    @property
    def keys(self) -> Sequence[str]:
        """The pane's own keys."""
        return self.pane.keys

    def row(self, number: int) -> Row:
        """The pane's own row, signed."""
        return with_signs(self.pane.row(number), self._marks.get(self.pane.keys[number]))

    def document(self, key: str) -> Document:
        """The pane's own document."""
        return self.pane.document(key)

    def places(self, key: str) -> Sequence[Evidence]:
        """The pane's own places."""
        return self.pane.places(key)
