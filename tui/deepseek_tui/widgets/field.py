"""A field: one line to type into, which takes no character that a terminal could obey."""

from textual import events
from textual.widgets import Input

from deepseek_tui.story.text import harmless


class Field(Input):
    """Textual's input draws what it holds as it is; what is pasted is made harmless before it gets there."""

    def _on_paste(self, event: events.Paste) -> None:
        event.text = harmless(event.text)  # Textual calls the method of the class below by itself
