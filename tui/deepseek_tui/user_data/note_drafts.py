"""Drafts of notes, saved while the reader writes.

They are recovered when the writing process died.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from deepseek_tui.i18n.notebook import NotebookWords
from deepseek_tui.panes.annotations import Annotation
from deepseek_tui.user_data.annotation_edit import AnnotationEdit
from deepseek_tui.user_data.annotation_rows import apply_edit, read_annotation

if TYPE_CHECKING:
    import sqlite3

    from deepseek_tui.user_data.database import Database

MAX_NOTE_LENGTH = 100_000
"""The largest number of characters in a note."""

_UPDATE = "UPDATE drafts SET text = ?, changed = ? WHERE id = ? AND writer = ?"
_DELETE = "DELETE FROM drafts WHERE id = ? AND writer = ?"
_INSERT = "INSERT INTO drafts (writer, story, ref, title, base, text, changed) VALUES (?, ?, ?, ?, ?, ?, ?)"
_SELECT_WRITERS = "SELECT DISTINCT writer FROM drafts"
_SELECT_ALL = "SELECT id, writer, story, ref, title, base, text, changed FROM drafts ORDER BY id"


class NoteTooLong(ValueError):  # noqa: N818 - the name describes the note
    """Raised for a note with too many characters.

    The saved text of the note is unchanged.
    """

    def __init__(self, length: int) -> None:
        self.length = length
        super().__init__(f"a note holds {MAX_NOTE_LENGTH} characters, and this one has {length}")

    def message(self, words: NotebookWords) -> str:
        """Return the error message in the interface language."""
        return words.too_long.format(most=MAX_NOTE_LENGTH, length=self.length)


class RecoveredNote(NamedTuple):
    """Note recovered from the draft of a process that died."""

    story: str
    ref: str
    title: str


DraftRow = tuple[int, str]
"""The row number of a draft and the token of its writer."""
NO_ROW: DraftRow = (0, "")
"""The row of a draft that was not saved yet."""


class DraftStore(NamedTuple):
    """Functions of a notebook that a draft of a note needs."""

    database: "Database"
    writer: Callable[[], str]
    """The function that returns the token of this process, and acquires its lock when it has none."""
    now: Callable[[], str]
    """The function that returns the time as the notebook stores it."""
    new_id: Callable[[], str]
    """The function that returns an id for an edit."""
    add: Callable[[AnnotationEdit, DraftRow], Annotation]
    """The function that adds an edit to the notebook, and deletes the draft in a row."""


class NoteDraft:
    """Draft of a note on an item.

    `text` is the text saved last, at first the initial text.
    """

    def __init__(self, store: DraftStore, story: str, ref: str, title: str, base: str | None = None) -> None:
        self.story, self.ref, self.title = story, ref, replace_surrogates(title)
        self._store, self._database = store, store.database
        if base is None:
            base = self._database.read(lambda connection: read_annotation(connection, story, ref)).note
        self._base = base
        self.row = NO_ROW
        self.text = base

    def save(self, text: str) -> None:
        """Save the text of the draft.

        A crash then does not lose it. Raises NoteTooLong.
        """
        text = checked_note(text, self._base)
        if text == self.text:
            return
        writer, changed = self._store.writer(), self._store.now()

        def work(connection: "sqlite3.Connection") -> DraftRow:
            if self.row[0] and connection.execute(_UPDATE, (text, changed, *self.row)).rowcount:
                return self.row
            row = (writer, self.story, self.ref, self.title, self._base, text, changed)
            return connection.execute(_INSERT, row).lastrowid or 0, writer

        self.row = self._database.write(work)
        self.text = text

    def finish(self, text: str) -> str:
        """Turn the draft into the note of the item.

        Return the text of the note. It also has the text of another writer, if there is one. An empty text removes the
        note. Raises NoteTooLong.
        """
        text = checked_note(text, self._base)
        store = self._store
        edit = AnnotationEdit(store.new_id(), self.story, self.ref, self.title, store.now(), note=text, base=self._base)
        annotation = store.add(edit, self.row)
        self.text = self._base = annotation.note if annotation.note.strip() else ""
        self.row = NO_ROW
        return self.text

    def discard(self) -> None:
        """Delete the draft and leave the saved note unchanged."""
        if self.row[0]:
            self._database.write(lambda connection: delete_draft(connection, self.row))
        self.text, self.row = self._base, NO_ROW


def delete_draft(connection: "sqlite3.Connection", row: DraftRow) -> None:
    """Delete a draft that became a note or was discarded."""
    connection.execute(_DELETE, row)


def checked_note(text: str, base: str) -> str:
    """Return the text of a note as the notebook stores it.

    Raises NoteTooLong. A note that is too long already, because two texts were merged, may be shortened step by step.
    """
    if len(text) > max(MAX_NOTE_LENGTH, len(base)):
        raise NoteTooLong(len(text))
    return replace_surrogates(text)


def replace_surrogates(text: str) -> str:
    """Replace lone surrogates by the replacement character.

    UTF-8 cannot encode them.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def draft_writers(connection: "sqlite3.Connection") -> set[str]:
    """Return the tokens of all processes that have drafts.

    The processes may have ended.
    """
    return {writer for (writer,) in connection.execute(_SELECT_WRITERS)}


def finish_drafts(
    connection: "sqlite3.Connection", is_selected: Callable[[str], bool], separator: str
) -> list[AnnotationEdit]:
    """Save the drafts of the given processes as notes.

    Return the edits. An empty draft does not remove the note: the reader may have cleared the editor in order to write
    something else.
    """
    edits = []
    for row, writer, story, ref, title, base, text, changed in connection.execute(_SELECT_ALL).fetchall():
        if not is_selected(writer):
            continue
        if text.strip():
            edits.append(AnnotationEdit("", story, ref, title, changed, note=text, base=base))
            apply_edit(connection, edits[-1], separator)
        delete_draft(connection, (row, writer))
    return edits
