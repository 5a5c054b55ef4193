"""A dialog: a screen over the dashboard that can explain itself."""

from dataclasses import dataclass
from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import ModalScreen

Answer = TypeVar("Answer")


@dataclass
class HelpAsked(Message):
    """The reader wants to know where they are, and what the keys do there."""

    topic: str
    """What the help is about: the name of a topic of `i18n.topics`."""


class Dialog(ModalScreen[Answer]):
    """Answers to the keys of the help as the dashboard does; in a field that is typed into, to those that type nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("question_mark,f1", "help", show=False, id="help")]
    TOPIC: ClassVar[str]
    """What its help is about."""

    def action_help(self) -> None:
        """Explain this dialog."""
        self.post_message(HelpAsked(self.TOPIC))
