"""A pane decorator that adds the signs of annotations to rows."""

from collections.abc import Sequence

from deepseek_tui.panes.annotation_blocks import with_annotation_signs
from deepseek_tui.panes.blocks import Document
from deepseek_tui.panes.pane import Pane, Row
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.format.model import Evidence


class AnnotatedPane(Pane):
    """A pane with signs on the rows of annotated items."""

    def __init__(self, pane: Pane, reading: RenderContext) -> None:
        self.pane = pane
        self.section, self.lines, self.title = pane.section, pane.lines, pane.title
        self._marks = reading.mine.marks

    @property
    def keys(self) -> Sequence[str]:
        """The keys of the decorated pane."""
        return self.pane.keys

    def row(self, number: int) -> Row:
        """Return the row of the decorated pane, with its signs."""
        return with_annotation_signs(self.pane.row(number), self._marks.get(self.pane.keys[number]))

    def document(self, key: str) -> Document:
        """Return the document of the decorated pane."""
        return self.pane.document(key)

    def places(self, key: str) -> Sequence[Evidence]:
        """Return the evidence from the decorated pane."""
        return self.pane.places(key)
