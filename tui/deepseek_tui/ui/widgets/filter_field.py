"""The field of the filter: one line in the place of the footer, there only while somebody types into it."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import Input

from deepseek_tui.story.format.text import harmless
from deepseek_tui.ui.messages import FilterDone, FilterTyped
from deepseek_tui.ui.widgets.line_input import LineInput


class FilterField(LineInput):
    """Says what is typed while it is typed; Enter keeps it, as leaving the field does, and Esc brings back what was before.

    Its keys are no priority ones: they are answered after the letters that were typed before them, however fast.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down", "finish", show=False),
        Binding("escape", "give_up", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(id="filter", compact=True, select_on_focus=False)

    def open(self, query: str, hint: str) -> None:
        """Begin with a query."""
        with self.prevent(Input.Changed):
            self.value = harmless(query)
        self.placeholder = hint
        self.cursor_position = len(self.value)
        self.focus()

    def on_input_changed(self, message: Input.Changed) -> None:
        """Tell the screen, which filters."""
        message.stop()
        self.post_message(FilterTyped(message.value))

    def on_blur(self, event: events.Blur) -> None:
        """Who goes elsewhere, keeps it; another window of the desktop is not elsewhere."""
        if self.app.app_focus and self.screen.is_current:
            self.action_finish()

    def action_finish(self) -> None:
        """Keep it."""
        self.post_message(FilterDone(self.value))

    def action_give_up(self) -> None:
        """As it was before."""
        self.post_message(FilterDone(self.value, given_up=True))
