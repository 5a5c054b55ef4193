"""The notebook: the reader's bookmarks and notes on any story, in a file of their own that several dashboards share."""

import secrets
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from deepseek_tui.panes.annotations import Annotation, Annotations
from deepseek_tui.user_data.note_merge import BETWEEN
from deepseek_tui.user_data.notebook_edit import Edit, by_story
from deepseek_tui.user_data.notebook_journal import UNUSABLE, Journal, journal_of

if TYPE_CHECKING:
    from sqlite3 import Connection

    from deepseek_tui.user_data.locks import WriterLock
    from deepseek_tui.user_data.note_drafts import NoteDraft, RecoveredNote, Row
    from deepseek_tui.user_data.storage_errors import StorageError


NOBODY = "nobody"
"""The writer of a draft that has no sign of life."""
_MOMENT = 1.0
"""Seconds that a write to the journal waits for another one."""


def utc_now() -> datetime:
    """Return the time, in UTC."""
    return datetime.now(UTC)


def stamp(now: datetime) -> str:
    """Return a time as the notebook has it: UTC, ISO 8601, to the second."""
    return f"{now:%Y-%m-%dT%H:%M:%SZ}"


class Notebook:
    """The reader's marks, by story and item. Opening it also keeps what dead writers left unfinished.

    Each finished edit goes to the journal first and then to the database. Where nothing can be written it goes on in
    memory; `troubles` and `recovered` say once what there is to say; `kept` is False where everything is gone when it is
    closed. `now` is the clock, in UTC; `between` parts two texts of one note that were written at the same time; `patience`
    is how many seconds another program's lock is waited for; then opening, reading and writing raise InUseError. `life` is
    the lock by which others know this process, where its owner holds it already, and `token` the name that it writes
    under, also where no lock can be had. Belongs to the thread that opened it.
    """

    def __init__(
        self,
        file: Path,
        *,
        now: Callable[[], datetime] = utc_now,
        between: str = BETWEEN,
        patience: float = 5.0,
        life: "WriterLock | None" = None,
        token: str = "",
    ) -> None:
        from deepseek_tui.user_data.database import Database  # SQLite is loaded when a notebook is opened
        from deepseek_tui.user_data.locks import sweep

        self._now = now
        self._between = between
        self._life = life
        self._owns_life = not token
        self._token = token
        self._recovered: list[RecoveredNote] = []
        self._journal = Journal(journal_of(file))
        self._database = Database(file, now, self._restored, patience)
        try:
            self._replay()
            self._recover()
        except BaseException:
            self._database.close()
            raise
        if self.kept:
            sweep(self._database.file)

    @property
    def kept(self) -> bool:
        """Whether what is written outlives the program."""
        return self._database.kept

    def mine(self, story: str) -> Annotations:
        """Every mark of a story, in the order in which they were last changed."""
        from deepseek_tui.user_data.annotation_rows import marks_in

        return self._database.read(lambda connection: marks_in(connection, story))

    def toggle_bookmark(self, story: str, ref: str, title: str, *, shown: bool | None = None) -> bool:
        """Set or take away the bookmark on an item; whether it has one now.

        `shown` is what the reader saw: where another dashboard has done meanwhile what they want, it stays done.
        """
        from deepseek_tui.user_data.annotation_rows import mark_on
        from deepseek_tui.user_data.note_drafts import characters

        if shown is None:
            shown = self._database.read(lambda connection: mark_on(connection, story, ref)).bookmarked
        self.finish(Edit(self._new_id(), story, ref, characters(title), stamp(self._now()), bookmarked=not shown))
        return not shown

    def draft(self, story: str, ref: str, title: str, base: str | None = None) -> "NoteDraft":
        """An editor on the note of an item, which begins with the note as it is, or was when it was read."""
        from deepseek_tui.user_data.note_drafts import DraftStore, NoteDraft

        self._recover()
        desk = DraftStore(self._database, self._writer, lambda: stamp(self._now()), self._new_id, self.finish)
        return NoteDraft(desk, story, ref, title, base)

    def finish(self, edit: Edit, draft: "Row" = (0, "")) -> Annotation:
        """Write an edit to the journal and then to the database; the mark of its item."""
        with suppress(*UNUSABLE):
            self._journal.add(edit, _MOMENT)
        return self.keep(edit, draft)

    def keep(self, edit: Edit, draft: "Row" = (0, "")) -> Annotation:
        """Keep an edit that the journal has, and remove the draft that it began as; the mark of its item.

        When this returns, the edit has reached the disk.
        """
        from deepseek_tui.user_data.annotation_rows import keep_edit
        from deepseek_tui.user_data.note_drafts import remove_draft

        def work(connection: "Connection") -> Annotation:
            mark = keep_edit(connection, edit, self._between)
            if draft[0]:
                remove_draft(connection, draft)
            return mark

        with suppress(*UNUSABLE):
            self._journal.sync()
        mark = self._database.run(work, durable=True)
        self._confirm((edit,))
        return mark

    def changed_elsewhere(self) -> bool:
        """Whether another dashboard has changed anything since this was last asked."""
        return self._database.changed_elsewhere()

    def troubles(self) -> "tuple[StorageError, ...]":
        """What went wrong with the file since this was last asked: each is told once."""
        found, self._database.troubles = tuple(self._database.troubles), []
        if self.kept or not self._journal.is_writable:
            return found
        return tuple(trouble._replace(journal=self._journal.file) for trouble in found)

    def recovered(self) -> "tuple[RecoveredNote, ...]":
        """The notes that a crash had interrupted and that are here again: each is told once."""
        found, self._recovered = tuple(self._recovered), []
        return found

    def close(self) -> None:
        """Let the file go; a draft that is neither done nor discarded becomes a note."""
        from deepseek_tui.user_data.note_drafts import settle

        if self._own != NOBODY:
            own = self._own
            edits = self._database.run(lambda found: settle(found, lambda writer: writer == own, self._between))
            self._repeat(edits)
        if self._owns_life and self._life is not None:
            self._life.end()
            self._life = None
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _new_id(self) -> str:
        return f"{self._writer()}:{secrets.token_hex(8)}"

    def _writer(self) -> str:
        """The token of this process's sign of life; none is needed where nothing outlives it."""
        from deepseek_tui.user_data.locks import WriterLock

        if self._life is None and self._owns_life and self.kept:
            with suppress(OSError):  # without one the draft becomes a note sooner, and is not lost
                self._life = WriterLock(self._database.file)
        return self._own

    @property
    def _own(self) -> str:
        return self._life.token if self._life is not None else self._token or NOBODY

    def _is_dead(self) -> Callable[[str], bool]:
        """Return whether a writer is dead, as a function that asks once for each."""
        from deepseek_tui.user_data.locks import lives

        own = self._own
        return cache(lambda writer: writer != own and not lives(self._database.file, writer))

    def _recover(self) -> None:
        """Make notes of the drafts of dead writers."""
        from deepseek_tui.user_data.note_drafts import RecoveredNote, settle, writers

        own = self._own
        if self._database.read(writers) - {own}:
            is_dead = self._is_dead()
            edits = self._database.run(lambda connection: settle(connection, is_dead, self._between))
            self._recovered += (RecoveredNote(edit.story, edit.ref, edit.title) for edit in edits)
            self._repeat(edits)

    # the journal

    def _restored(self) -> Iterable[tuple[str, Annotation]]:
        """The marks that the journal has of an earlier database."""
        with suppress(*UNUSABLE):
            for story, marks in by_story(self._journal.read().confirmed, self._between).items():
                yield from ((story, mark) for mark in marks.values())

    def _replay(self) -> None:
        """Keep the edits of dead writers that reached only the journal, and put the journal itself in order."""
        from deepseek_tui.user_data.annotation_rows import keep_edit

        try:
            content = self._journal.read()
        except UNUSABLE:
            return
        is_dead = self._is_dead()

        def work(connection: "Connection") -> tuple[Edit, ...]:
            # Read again: while this one waited for the database, another may have kept them.
            left = tuple(edit for edit in self._journal.read().pending if is_dead(edit.writer))
            for edit in left:
                keep_edit(connection, edit, self._between)
            return left

        if any(is_dead(edit.writer) for edit in content.pending):
            self._confirm(self._database.run(work, durable=True))
        if self.kept and not (content.sound and self._covers(content.edits)):
            self._compact()

    def _covers(self, edits: Iterable[Edit]) -> bool:
        """Whether the journal has every mark of the database: not where it was removed, or is newer than the notebook."""
        from deepseek_tui.user_data.annotation_rows import every_mark

        there = self._database.read(lambda connection: [(story, mark.ref) for story, mark in every_mark(connection)])
        return {(edit.story, edit.ref) for edit in edits}.issuperset(there)

    def _repeat(self, edits: Iterable[Edit]) -> None:
        """Add edits to the journal that the database has already."""
        with suppress(*UNUSABLE):
            for edit in edits:
                self._journal.add(edit, _MOMENT)

    def _confirm(self, edits: Iterable[Edit]) -> None:
        if not self.kept:
            return  # what is in memory alone is kept by the next one who can
        with suppress(*UNUSABLE):  # an edit that is not confirmed is kept again when the notebook is next opened
            self._journal.confirm(edits, _MOMENT)
        if self._journal.has_grown:
            self._compact()

    def _compact(self) -> None:
        """Replace the journal by one line a mark."""
        from deepseek_tui.user_data.annotation_rows import every_mark
        from deepseek_tui.user_data.database import InUseError

        with suppress(*UNUSABLE, InUseError):
            self._journal.rewrite(lambda: self._database.read(lambda connection: list(every_mark(connection))), _MOMENT)
