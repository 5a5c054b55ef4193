"""Drafts: a note while it is being written, kept as it goes, and what becomes of one whose writer has died."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from deepseek_tui.i18n.notebook import NotebookWords
from deepseek_tui.panes.annotations import Annotation
from deepseek_tui.user_data.annotation_rows import mark_on, put
from deepseek_tui.user_data.note_merge import merged

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


class DraftStore(NamedTuple):
    """Where drafts are written.

    `writer` answers the token of a sign of life, which is asked for when there is something to keep; `now` is the time as
    it is written down; `between` parts two texts of one note.
    """

    database: "Database"
    writer: Callable[[], str]
    now: Callable[[], str]
    between: str


class NoteDraft:
    """One editor on the note of one item. `text` is what to begin with, and then what was kept or stored last."""

    def __init__(self, desk: DraftStore, story: str, ref: str, title: str) -> None:
        self.story, self.ref, self.title = story, ref, characters(title)
        self._desk, self._database = desk, desk.database
        self._base = self._database.read(lambda connection: mark_on(connection, story, ref)).note
        self._longest = max(LIMIT, len(self._base))  # what two have written at once may be longer, and can be shortened
        self._row = (0, "")
        self.text = self._base

    def keep(self, text: str) -> None:
        """Keep the note as it is just now, so that no crash loses it. Raises TooLong."""
        text = self._fitting(text)
        if text == self.text:
            return
        writer, changed = self._desk.writer(), self._desk.now()

        def work(connection: "sqlite3.Connection") -> tuple[int, str]:
            if self._row[0] and connection.execute(_UPDATE, (text, changed, *self._row)).rowcount:
                return self._row
            row = (writer, self.story, self.ref, self.title, self._base, text, changed)
            return connection.execute(_INSERT, row).lastrowid or 0, writer

        self._row = self._database.run(work)
        self.text = text

    def done(self, text: str) -> str:
        """Make this the item's note; the note as it is now, which has another's words too where one wrote meanwhile.

        An empty text removes the note. Raises TooLong.
        """
        text = self._fitting(text)
        written = Annotation(self.ref, self.title, note=text, changed=self._desk.now())

        def work(connection: "sqlite3.Connection") -> str:
            note = _settled(connection, self.story, written, self._base, self._desk.between)
            connection.execute(_DELETE, self._row)
            return note

        self.text = self._base = self._database.run(work)
        self._row = (0, "")
        return self.text

    def discard(self) -> None:
        """Leave the note as it was before."""
        if self._row[0]:
            self._database.run(lambda connection: connection.execute(_DELETE, self._row))
        self.text, self._row = self._base, (0, "")

    def _fitting(self, text: str) -> str:
        if len(text) > self._longest:
            raise NoteTooLong(len(text))
        return characters(text)


def characters(text: str) -> str:
    """The text in characters alone: half of a surrogate pair, which UTF-8 does not have, becomes a replacement sign."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _settled(connection: "sqlite3.Connection", story: str, written: Annotation, base: str, between: str) -> str:
    """Make what was written, beginning with `base`, an item's note, together with what another wrote meanwhile; the note."""
    mark = mark_on(connection, story, written.ref)
    note = merged(base, mark.note, written.note, between)
    if note != mark.note:
        put(connection, story, mark._replace(title=written.title, note=note, changed=written.changed))
    return note if note.strip() else ""


def writers(connection: "sqlite3.Connection") -> set[str]:
    """The tokens of those who have drafts, dead or alive."""
    return {writer for (writer,) in connection.execute(_OTHERS)}


def settle(connection: "sqlite3.Connection", is_dead: Callable[[str], bool], between: str) -> list[RecoveredNote]:
    """Turn the drafts of the dead into notes.

    One that was empty leaves the note as it is: who had just cleared an editor may have meant to go on.
    """
    found = []
    for row, writer, story, ref, title, base, text, changed in connection.execute(_LEFT).fetchall():
        if not is_dead(writer):
            continue
        if text.strip():
            _settled(connection, story, Annotation(ref, title, note=text, changed=changed), base, between)
            found.append(RecoveredNote(story, ref, title))
        connection.execute(_DELETE, (row, writer))
    return found
