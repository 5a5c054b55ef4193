"""The dialog that shows the definition of a term."""

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
    """Dialog that shows the definition of a term.

    It returns the id of a clicked link, or None.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter", "dismiss", show=False),
        # The space bar closes the dialog; the PgDn key still scrolls by pages.
        Binding("space", "dismiss", show=False, priority=True),
        Binding("f", "dismiss", show=False, id="follow"),
        Binding("q", "dismiss", show=False, id="quit"),
    ]
    TOPIC = "definition"

    def __init__(self, reading: RenderContext, ref: str) -> None:
        super().__init__()
        self.reading, self.ref = reading, ref

    def compose(self) -> ComposeResult:
        """Create the framed page of the dialog."""
        with Vertical(classes="dialog", id="definition"):
            yield PageView(id="definition-page")

    def on_mount(self) -> None:
        """Show the definition without its first heading.

        The heading would repeat the title of the dialog.
        """
        dialog = self.query_one("#definition")
        document = pane_of(Section.TERMS, self.reading).document(self.ref)
        dialog.border_title, dialog.border_subtitle = Content(document.title), self.reading.words.screen.definition_close
        blocks = tuple(block for block in document.main if not (isinstance(block, Heading) and block.level == 1))
        self.query_one(PageView).show(self.reading, blocks)

    def on_page_view_follow_link(self, message: PageView.FollowLink) -> None:
        """Close the dialog and return the target of the clicked link."""
        message.stop()
        self.dismiss(message.ref)
