"""A text field for the path of a file, which Tab completes."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from deepseek_tui.ui.widgets.line_input import LineInput
from deepseek_tui.ui.widgets.multi_line_input import with_line_feeds
from deepseek_tui.user_data.path_completion import complete_path

LONGEST_PATH = 4096
"""The most characters of a path on Linux; a longer pasted line is taken as a text."""


class PathInput(LineInput):
    """Text field for a path, which Tab completes.

    The path is relative to a folder. When nothing is left to complete, Tab leaves the field.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "complete", show=False)]

    @dataclass
    class Completed(Message):
        """Message: the typed path can be completed in several ways."""

        names: tuple[str, ...]
        """The names that begin with the typed path; empty if none does."""

    @dataclass
    class TextPasted(Message):
        """Message: the user has pasted a text instead of a path.

        It has several lines, or more characters than a path can have.
        """

        text: str

    def __init__(self, folder: Path, *, id: str) -> None:
        super().__init__(id=id, compact=True, select_on_focus=False)
        self._folder = folder
        self._listed = ""
        """The path for which the possible names were shown last."""

    def action_complete(self) -> None:
        """Complete the path, or go to the next field.

        If there are several completions, show the names that the path can become.
        """
        typed = self.value
        completion = complete_path(typed, self._folder) if typed else None
        if completion is None or typed == self._listed or completion.names == (typed.rpartition("/")[2],):
            self.screen.focus_next()
            return
        self.value, self.cursor_position = completion.text, len(completion.text)
        if len(completion.names) != 1:
            self._listed = completion.text
            self.post_message(self.Completed(completion.names))

    def _on_paste(self, event: events.Paste) -> None:
        text = with_line_feeds(event.text).strip()
        if "\n" in text or len(text) > LONGEST_PATH:
            event.stop()
            event.prevent_default()
            self.post_message(self.TextPasted(text))
