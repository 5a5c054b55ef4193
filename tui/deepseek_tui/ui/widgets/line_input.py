"""A one-line text field that removes control characters from pasted text."""

from textual import events
from textual.widgets import Input

from deepseek_tui.story.format.text import harmless


class LineInput(Input):
    """Text field that replaces control characters and line breaks in pasted text."""

    def _on_paste(self, event: events.Paste) -> None:
        event.text = harmless(event.text)  # Textual calls the base class's paste handler with the changed text afterwards.

    def action_paste(self) -> None:
        """Paste the application's clipboard without control characters and line breaks."""
        self.post_message(events.Paste(self.app.clipboard))
