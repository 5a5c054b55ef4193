"""The dialog that shows the evidence of an item."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical

from deepseek_tui.panes.blocks import Block, Excerpt, Heading
from deepseek_tui.panes.evidence import evidence, passages, without
from deepseek_tui.panes.local_copy import missing_text
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.format.model import Evidence
from deepseek_tui.ui.dialogs.dialog import Dialog
from deepseek_tui.ui.widgets.page_view import PageView

BESIDE = 100
"""Number of columns from which passages are shown beside the claims instead of between them."""


class EvidenceScreen(Dialog[bool]):
    """Dialog that shows the claims about an item, with cited passages.

    Returns True when the user wants to choose a copy of the article. `key` is the label of that command's key.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter", "dismiss", show=False),
        Binding("v", "dismiss", show=False, id="evidence"),
        Binding("A", "dismiss(True)", show=False, id="article"),
        Binding("q", "dismiss", show=False, id="quit"),
    ]
    TOPIC = "evidence"

    def __init__(self, reading: RenderContext, title: str, places: Sequence[Evidence], ref: str, key: str) -> None:
        super().__init__()
        self.reading = reading
        self._title = title
        self._places = places
        self._ref = ref
        self._key = key

    def compose(self) -> ComposeResult:
        """Create the claims and the passages, side by side."""
        with Vertical(classes="dialog", id="evidence"), Horizontal():
            yield PageView(id="evidence-claims")
            yield PageView(id="evidence-passage")

    def on_mount(self) -> None:
        """Set the dialog's titles and show the evidence."""
        words, dialog = self.reading.words.evidence, self.query_one("#evidence")
        dialog.border_title, dialog.border_subtitle = words.title, words.close
        self._lay_out()

    def on_resize(self) -> None:
        """Show the passages beside the claims, or between on narrow screens."""
        self._lay_out()

    def _lay_out(self) -> None:
        claims: tuple[Block, ...] = (
            *missing_text(self.reading, self._key),
            Heading(self._title, 1),
            *evidence(self.reading, self._places, self._ref),
        )
        excerpts = passages(self.reading, self._places)
        beside = bool(excerpts) and self.app.size.width >= BESIDE
        passage = self.query_one("#evidence-passage", PageView)
        passage.display = beside
        if beside:
            passage.show(self.reading, excerpts)
            claims = without(claims, (Excerpt,))
        self.query_one("#evidence-claims", PageView).show(self.reading, claims)
