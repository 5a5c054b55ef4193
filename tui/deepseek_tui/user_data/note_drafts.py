"""Drafts: a note while it is being written, kept as it goes, and what becomes of one whose writer has died."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from deepseek_tui.i18n.notebook import NotebookWords
from deepseek_tui.panes.annotations import Annotation
from deepseek_tui.user_data.annotation_rows import keep_edit, mark_on
from deepseek_tui.user_data.notebook_edit import Edit

if TYPE_CHECKING:
    import sqlite3

    from deepseek_tui.user_data.database import Database

LIMIT = 100_000
"""The most characters of a note."""

_UPDATE = "UPDATE drafts SET text = ?, changed = ? WHERE id = ? AND writer = ?"
_DELETE = "DELETE FROM drafts WHERE id = ? AND writer = ?"
_INSERT = "INSERT INTO drafts (writer, story, ref, title, base, text, changed) VALUES (?, ?, ?, ?, ?, ?, ?)"
_OTHERS = "SELECT DISTINCT writer FROM drafts"
_LEFT = "SELECT id, writer, story, ref, title, base, text, changed FROM drafts ORDER BY id"


class NoteTooLong(ValueError):  # noqa: N818 - it says what the note is
    """A note of more characters than are kept; what was kept of it before stays."""

    def __init__(self, length: int) -> None:
        self.length = length
        super().__init__(f"a note holds {LIMIT} characters, and this one has {length}")

    def said(self, words: NotebookWords) -> str:
        """The sentence for it, in the language of the words."""
        return words.too_long.format(most=LIMIT, length=self.length)


class RecoveredNote(NamedTuple):
    """A note that its writer did not live to finish, and that is here again."""

    story: str
    ref: str
    title: str


Row = tuple[int, str]
"""A draft's row and its writer; of number 0 where there is none."""
NO_ROW: Row = (0, "")


class DraftStore(NamedTuple):
    """Where drafts are written.

    `writer` answers the token of a sign of life, which is asked for when there is something to keep; `now` is the time as
    it is written down; `finish` keeps an edit in the place of the draft in a row.
    """

    database: "Database"
    writer: Callable[[], str]
    now: Callable[[], str]
    new_id: Callable[[], str]
    finish: Callable[[Edit, Row], Annotation]


class NoteDraft:
    """One editor on the note of one item. `text` is what to begin with, and then what was kept or stored last."""

    def __init__(self, desk: DraftStore, story: str, ref: str, title: str, base: str | None = None) -> None:
        self.story, self.ref, self.title = story, ref, characters(title)
        self._desk, self._database = desk, desk.database
        if base is None:
            base = self._database.read(lambda connection: mark_on(connection, story, ref)).note
        self._base = base
        self.row = NO_ROW
        self.text = base

    def keep(self, text: str) -> None:
        """Keep the note as it is just now, so that no crash loses it. Raises TooLong."""
        text = fitting(text, self._base)
        if text == self.text:
            return
        writer, changed = self._desk.writer(), self._desk.now()

        def work(connection: "sqlite3.Connection") -> Row:
            if self.row[0] and connection.execute(_UPDATE, (text, changed, *self.row)).rowcount:
                return self.row
            row = (writer, self.story, self.ref, self.title, self._base, text, changed)
            return connection.execute(_INSERT, row).lastrowid or 0, writer

        self.row = self._database.run(work)
        self.text = text

    def done(self, text: str) -> str:
        """Make this the item's note; the note as it is now, which has another's words too where one wrote meanwhile.

        An empty text removes the note. Raises TooLong.
        """
        text = fitting(text, self._base)
        edit = Edit(self._desk.new_id(), self.story, self.ref, self.title, self._desk.now(), note=text, base=self._base)
        mark = self._desk.finish(edit, self.row)
        self.text = self._base = mark.note if mark.note.strip() else ""
        self.row = NO_ROW
        return self.text

    def discard(self) -> None:
        """Leave the note as it was before."""
        if self.row[0]:
            self._database.run(lambda connection: remove_draft(connection, self.row))
        self.text, self.row = self._base, NO_ROW


def remove_draft(connection: "sqlite3.Connection", row: Row) -> None:
    """Remove a draft that has become a note, or that nobody wants."""
    connection.execute(_DELETE, row)


def fitting(text: str, base: str) -> str:
    """Return a note as it is kept. Raises TooLong; what two have written at once may be longer, and can be shortened."""
    if len(text) > max(LIMIT, len(base)):
        raise NoteTooLong(len(text))
    return characters(text)


def characters(text: str) -> str:
    """The text in characters alone: half of a surrogate pair, which UTF-8 does not have, becomes a replacement sign."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def writers(connection: "sqlite3.Connection") -> set[str]:
    """The tokens of those who have drafts, dead or alive."""
    return {writer for (writer,) in connection.execute(_OTHERS)}


def settle(connection: "sqlite3.Connection", is_dead: Callable[[str], bool], between: str) -> list[Edit]:
    """Turn the drafts of the dead into notes, and return the edits that this took.

    One that was empty leaves the note as it is: who had just cleared an editor may have meant to go on.
    """
    edits = []
    for row, writer, story, ref, title, base, text, changed in connection.execute(_LEFT).fetchall():
        if not is_dead(writer):
            continue
        if text.strip():
            edits.append(Edit("", story, ref, title, changed, note=text, base=base))
            keep_edit(connection, edits[-1], between)
        remove_draft(connection, (row, writer))
    return edits
