"""The filter field with key hints, shown in place of the footer."""

from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.getters import query_one
from textual.widgets import Input

from deepseek_tui.story.format.text import harmless
from deepseek_tui.ui.messages import FilterDone, FilterTyped
from deepseek_tui.ui.widgets.hint_bar import Hint, HintBar
from deepseek_tui.ui.widgets.line_input import LineInput


class FilterField(LineInput):
    """Text field for a filter, which posts FilterTyped and FilterDone.

    Enter keeps the filter, as losing the focus does; Esc restores the previous one. These keys have no priority, so that
    they are handled after the letters typed before them.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down", "finish", show=False),
        Binding("escape", "give_up", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(id="filter", compact=True, select_on_focus=False)

    def open(self, query: str, hint: str) -> None:
        """Start with the given filter text, and focus the field."""
        with self.prevent(Input.Changed):
            self.value = harmless(query)
        self.placeholder = hint
        self.cursor_position = len(self.value)
        self.focus()

    def on_input_changed(self, message: Input.Changed) -> None:
        """Post the filter text typed so far."""
        message.stop()
        self.post_message(FilterTyped(message.value))

    def on_blur(self, event: events.Blur) -> None:
        """Keep the filter if another widget gets the focus.

        Nothing happens if another window gets it.
        """
        if self.app.app_focus and self.screen.is_current:
            self.action_finish()

    def action_finish(self) -> None:
        """Keep the filter that the user typed."""
        self.post_message(FilterDone(self.value))

    def action_give_up(self) -> None:
        """Cancel typing, and restore the previous filter."""
        self.post_message(FilterDone(self.value, given_up=True))


class FilterLine(Horizontal):
    """Line with the filter field and key hints, in the footer's place."""

    field = query_one(FilterField)
    hints = query_one(HintBar)

    def __init__(self) -> None:
        super().__init__(id="filter-line")

    def compose(self) -> ComposeResult:
        """Create the filter field and, at the right, the key hints."""
        yield FilterField()
        yield HintBar(id="filter-keys")

    def open(self, query: str, hint: str, keys: tuple[Hint, ...]) -> None:
        """Show the line, and start with the given filter text."""
        self.hints.offered = keys
        self.hints.styles.width = 2 + sum(cell_len(f"{key.key} {key.words}  ") for key in keys)
        self.display = True
        self.field.open(query, hint)
