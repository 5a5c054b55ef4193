"""A multi-line text field that removes control characters from pasted text."""

from textual import events
from textual.widgets import TextArea

from deepseek_tui.story.format.text import harmless


class MultiLineInput(TextArea):
    """Text field that replaces control characters in pasted text.

    Line breaks are kept.
    """

    def watch(self, *_: object, **__: object) -> None:
        """Ignore theme changes, because Textual 8.2 would never release the watcher."""

    async def _on_paste(self, event: events.Paste) -> None:
        # Textual calls the base class's paste handler with the changed text afterwards.
        event.text = harmless(with_line_feeds(event.text))


def with_line_feeds(text: str) -> str:
    """Return text with each line break as a line feed.

    Terminals paste line breaks as carriage returns.
    """
    return text.replace("\r\n", "\n").replace("\r", "\n")
