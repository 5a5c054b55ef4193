"""The evidence of an item over the dashboard: who says it and where, and the passage where the reader has a copy."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical

from deepseek_tui.panes.blocks import Block, Excerpt, Heading
from deepseek_tui.panes.evidence import evidence, passages, without
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.format.model import Evidence
from deepseek_tui.ui.dialogs.dialog import Dialog
from deepseek_tui.ui.widgets.page_view import PageView

BESIDE = 100
"""From so many columns on, the passage stands beside the statements; below, above those of each sentence."""


class EvidenceScreen(Dialog[None]):
    """Says who, and where is that written? Closes with the key that opened it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter", "dismiss", show=False),
        Binding("v", "dismiss", show=False, id="evidence"),
        Binding("q", "dismiss", show=False, id="quit"),
    ]
    TOPIC = "evidence"

    def __init__(self, reading: RenderContext, title: str, places: Sequence[Evidence], ref: str) -> None:
        super().__init__()
        self.reading = reading
        self._title = title
        self._places = places
        self._ref = ref

    def compose(self) -> ComposeResult:
        """Statements, and beside them the passages."""
        with Vertical(classes="dialog", id="evidence"), Horizontal():
            yield PageView(id="evidence-said")
            yield PageView(id="evidence-passage")

    def on_mount(self) -> None:
        """Say it in the reader's language."""
        words, dialog = self.reading.words.evidence, self.query_one("#evidence")
        dialog.border_title, dialog.border_subtitle = words.title, words.close
        self._lay_out()

    def on_resize(self) -> None:
        """Passages move beside the statements, or between them."""
        self._lay_out()

    def _lay_out(self) -> None:
        said: tuple[Block, ...] = (Heading(self._title, 1), *evidence(self.reading, self._places, self._ref))
        printed = passages(self.reading, self._places)
        beside = bool(printed) and self.app.size.width >= BESIDE
        passage = self.query_one("#evidence-passage", PageView)
        passage.display = beside
        if beside:
            passage.show(self.reading, printed)
            said = without(said, (Excerpt,))
        self.query_one("#evidence-said", PageView).show(self.reading, said)
