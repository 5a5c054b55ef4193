"""Note that is being written, with its text and its draft.

The text is in the editor, and the draft in the notebook.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from deepseek_tui.user_data.note_drafts import NO_ROW, DraftRow, NoteDraft, checked_note

if TYPE_CHECKING:
    from deepseek_tui.user_data.notebook import Notebook


class NoteInProgress:
    """A note that the reader is writing.

    `text` is the latest text, at first the initial text. `queue_save` and `queue_finish` have the notebook's thread
    save the draft, or make the text the item's note.
    """

    def __init__(
        self,
        story: str,
        ref: str,
        title: str,
        base: str,
        *,
        queue_save: "Callable[[NoteInProgress], None]",
        queue_finish: "Callable[[NoteInProgress], None]",
    ) -> None:
        self.story, self.ref, self.title, self.base = story, ref, title, base
        self.text = base
        self.is_save_queued = False
        self._queue_save, self._queue_finish = queue_save, queue_finish
        self._draft: NoteDraft | None = None

    def save(self, text: str) -> None:
        """Save the text of the note as a draft.

        A crash then does not lose it. Raises NoteTooLong.
        """
        text = checked_note(text, self.base)
        if text != self.text:
            self.text = text
            self._queue_save(self)

    def finish(self, text: str) -> None:
        """Make the text the note of the item.

        An empty text removes the note. Raises NoteTooLong.
        """
        self.text = checked_note(text, self.base)
        self._queue_finish(self)

    # The following members are used only by the notebook's thread.

    @property
    def row(self) -> DraftRow:
        """The database row of the draft in the notebook."""
        return self._draft.row if self._draft is not None else NO_ROW

    def save_in(self, notebook: "Notebook") -> None:
        """Write the text of the note to the notebook as a draft."""
        self.is_save_queued = False
        if self._draft is None:
            self._draft = notebook.draft(self.story, self.ref, self.title, self.base)
        self._draft.save(self.text)

    def discard_in(self, notebook: "Notebook") -> None:
        """Delete the draft and leave the saved note unchanged."""
        if self._draft is not None:
            self._draft.discard()
