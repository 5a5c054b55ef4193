"""Editor for the user's notes, which saves drafts while typing."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.timer import Timer
from textual.widgets import Label

from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.format.text import harmless
from deepseek_tui.ui.dialogs.dialog import Dialog
from deepseek_tui.ui.widgets.multi_line_input import MultiLineInput

if TYPE_CHECKING:
    from deepseek_tui.user_data.note_in_progress import NoteInProgress

PAUSE = 0.5
"""Seconds between a change and the saving of the draft."""


class NoteEditor(Dialog[None]):
    """Editor for the note on an item.

    Esc saves the note, and an empty text deletes it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,ctrl+s", "keep_and_close", show=False, priority=True)]
    AUTO_FOCUS: ClassVar[str | None] = "#note-text"
    TOPIC = "note"

    area = query_one(MultiLineInput)
    message = query_one("#note-message", Label)

    def __init__(self, reading: RenderContext, title: str, draft: "NoteInProgress") -> None:
        super().__init__()
        self.reading = reading
        self._title = title
        self._draft = draft
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Create the item's title, the text field and a message line."""
        with Vertical(classes="dialog", id="note"):
            yield Label(Content(self._title), id="note-on")
            yield MultiLineInput(harmless(self._draft.text), id="note-text", soft_wrap=True, show_line_numbers=False)
            yield Label("", id="note-message", markup=False)

    def on_mount(self) -> None:
        """Set the titles, and put the cursor at the text's end."""
        words, dialog = self.reading.words.notebook, self.query_one("#note")
        dialog.border_title, dialog.border_subtitle = words.editor_title, words.editor_close
        self.area.move_cursor(self.area.document.end)
        self.message.display = False

    def on_text_area_changed(self) -> None:
        """Start the timer that saves the draft, unless it is running already."""
        if self._timer is None:
            self._timer = self.set_timer(PAUSE, self._keep)

    def _keep(self) -> None:
        self._timer = None
        self._try(lambda: self._draft.save(self.area.text))

    def keep(self) -> None:
        """Save unsaved changes of the draft immediately."""
        if self._timer is not None:
            self._timer.stop()
            self._keep()

    def action_keep_and_close(self) -> None:
        """Save the typed text as the note, and close the editor."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self._try(lambda: self._draft.finish(self.area.text)):
            self.dismiss(None)

    def _try(self, save: Callable[[], object]) -> bool:
        """Save the text and return whether it was saved.

        Show a message if it is too long.
        """
        from deepseek_tui.user_data.note_drafts import NoteTooLong

        try:
            save()
        except NoteTooLong as error:
            self.message.update(Content(error.message(self.reading.words.notebook)))
            self.message.display = True
            return False
        self.message.display = False
        return True
