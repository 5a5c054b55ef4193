"""A signed pane: another pane whose rows bear the signs of the reader's own marks."""

from collections.abc import Sequence

from deepseek_tui.panes.annotation_blocks import with_annotation_signs
from deepseek_tui.panes.blocks import Document
from deepseek_tui.panes.pane import Pane, Row
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.format.model import Evidence


class AnnotatedPane(Pane):
    """The same rows, those of marked items with a sign."""

    def __init__(self, pane: Pane, reading: RenderContext) -> None:
        self.pane = pane
        self.section, self.lines, self.title = pane.section, pane.lines, pane.title
        self._marks = reading.mine.marks

    @property
    def keys(self) -> Sequence[str]:
        """The pane's own keys."""
        return self.pane.keys

    def row(self, number: int) -> Row:
        """The pane's own row, signed."""
        return with_annotation_signs(self.pane.row(number), self._marks.get(self.pane.keys[number]))

    def document(self, key: str) -> Document:
        """The pane's own document."""
        return self.pane.document(key)

    def places(self, key: str) -> Sequence[Evidence]:
        """The pane's own places."""
        return self.pane.places(key)
