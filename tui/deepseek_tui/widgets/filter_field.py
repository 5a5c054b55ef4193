"""The field of the filter: one line above the footer, there only while somebody types into it."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input


class FilterField(Input):
    """Says what is typed while it is typed; Enter keeps it, Esc brings back what was there before."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "finish", show=False, priority=True),
        Binding("escape", "give_up", show=False, priority=True),
        Binding("tab,down", "finish", show=False, priority=True),
    ]

    @dataclass
    class Typed(Message):
        """What is typed so far."""

        query: str

    @dataclass
    class Done(Message):
        """Typing has ended, with this to filter by."""

        field: "FilterField"
        query: str

        @property
        def control(self) -> "FilterField":
            """The field that is done."""
            return self.field

    def __init__(self, query: str, hint: str) -> None:
        super().__init__(query, placeholder=hint, id="filter", compact=True, select_on_focus=False)
        self._before = query

    def on_input_changed(self, message: Input.Changed) -> None:
        """Tell the screen, which filters."""
        message.stop()
        if self.is_attached:
            self.post_message(self.Typed(message.value))

    def action_finish(self) -> None:
        """Keep it."""
        self.post_message(self.Done(self, self.value))

    def action_give_up(self) -> None:
        """As it was before."""
        self.post_message(self.Done(self, self._before))
