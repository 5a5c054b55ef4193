"""A field: one line to type into, which takes no character that a terminal could obey."""

from textual import events
from textual.widgets import Input

from deepseek_tui.story.format.text import harmless


class LineInput(Input):
    """Textual's input draws what it holds as it is; what is pasted is made harmless before it gets there, and one line."""

    def _on_paste(self, event: events.Paste) -> None:
        event.text = harmless(event.text)  # Textual calls the method of the class below by itself

    def action_paste(self) -> None:
        """Paste what was copied in the program, as what comes from elsewhere; Textual would put several lines into one."""
        self.post_message(events.Paste(self.app.clipboard))
