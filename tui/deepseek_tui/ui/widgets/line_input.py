"""A one-line input that removes control characters from pasted text."""

from textual import events
from textual.widgets import Input

from deepseek_tui.story.format.text import harmless


class LineInput(Input):
    """Replaces control characters and line breaks, which Textual's input would draw unchanged."""

    def _on_paste(self, event: events.Paste) -> None:
        event.text = harmless(event.text)  # Textual then calls the base class's handler

    def action_paste(self) -> None:
        """Paste the application's clipboard with the same replacements."""
        self.post_message(events.Paste(self.app.clipboard))
