"""A definition over the dashboard: what a word of the field means, without leaving what one reads."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from deepseek_tui.panes.blocks import Heading
from deepseek_tui.panes.catalogue import pane_of
from deepseek_tui.panes.pane import Section
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.ui.dialogs.dialog import Dialog
from deepseek_tui.ui.widgets.page_view import PageView


class Definition(Dialog[str | None]):
    """As small as its words; closes with one key. Answers with an id that was clicked in it, or with none."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter", "dismiss", show=False),
        Binding("space", "dismiss", show=False, priority=True),  # a page moves down by it, and PgDn does that as well
        Binding("f", "dismiss", show=False, id="follow"),
        Binding("q", "dismiss", show=False, id="quit"),
    ]
    TOPIC = "definition"

    def __init__(self, reading: RenderContext, ref: str) -> None:
        super().__init__()
        self.reading, self.ref = reading, ref

    def compose(self) -> ComposeResult:
        """One page in a frame."""
        with Vertical(classes="dialog", id="definition"):
            yield PageView(id="definition-page")

    def on_mount(self) -> None:
        """Say what the word means."""
        dialog = self.query_one("#definition")
        document = pane_of(Section.TERMS, self.reading).document(self.ref)
        dialog.border_title, dialog.border_subtitle = Content(document.title), self.reading.words.screen.definition_close
        blocks = tuple(block for block in document.main if not (isinstance(block, Heading) and block.level == 1))
        self.query_one(PageView).show(self.reading, blocks)

    def on_page_view_follow_link(self, message: PageView.FollowLink) -> None:
        """Go where its words lead."""
        message.stop()
        self.dismiss(message.ref)
