"""Notebook with the reader's bookmarks and notes on all stories.

Several dashboards can share it.
"""

import secrets
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from deepseek_tui.panes.annotations import Annotation, Annotations
from deepseek_tui.user_data.annotation_edit import SEPARATOR, AnnotationEdit, annotations_by_story
from deepseek_tui.user_data.notebook_journal import JOURNAL_ERRORS, Journal, journal_path
from deepseek_tui.user_data.storage_errors import NotebookInUseError

if TYPE_CHECKING:
    from sqlite3 import Connection

    from deepseek_tui.user_data.locks import WriterLock
    from deepseek_tui.user_data.note_drafts import DraftRow, NoteDraft, RecoveredNote
    from deepseek_tui.user_data.storage_errors import StorageError


NO_WRITER = "nobody"
"""The token of a process that has no writer lock."""
_JOURNAL_TIMEOUT = 1.0
"""Seconds that a write to the journal waits for another program."""


def utc_now() -> datetime:
    """Return the current time in UTC."""
    return datetime.now(UTC)


def timestamp(now: datetime) -> str:
    """Return a time in the form that the notebook stores.

    It is in UTC and ISO 8601, to the second.
    """
    return f"{now:%Y-%m-%dT%H:%M:%SZ}"


class Notebook:
    """Annotations of all stories in a database, with a journal beside it.

    An edit is written to the journal first and then to the database. Opening the notebook applies edits that reached only
    the journal, and recovers drafts of processes that died. When the file cannot be written, the notebook continues in
    memory and `is_persistent` is False. While another program locks the file, opening, reading and writing raise
    NotebookInUseError after `timeout` seconds. A notebook belongs to the thread that opened it.

    `now` returns the time in UTC; `separator` is the line between two texts of a note that were written at the same time.
    A caller that holds the `writer_lock` of this process passes it with its `token`; the token is also passed when the
    lock could not be acquired.
    """

    def __init__(
        self,
        file: Path,
        *,
        now: Callable[[], datetime] = utc_now,
        separator: str = SEPARATOR,
        timeout: float = 5.0,
        writer_lock: "WriterLock | None" = None,
        token: str = "",
    ) -> None:
        from deepseek_tui.user_data.database import Database  # The import is delayed because the module imports SQLite.
        from deepseek_tui.user_data.locks import remove_stale_locks

        self._now = now
        self._separator = separator
        self._writer_lock = writer_lock
        self._owns_lock = not token
        self._given_token = token
        self._recovered: list[RecoveredNote] = []
        self._journal = Journal(journal_path(file))
        self._database = Database(file, now, self._journal_annotations, timeout)
        try:
            self._replay_journal()
            self._recover_drafts()
        except BaseException:
            self._database.close()
            raise
        if self.is_persistent:
            remove_stale_locks(self._database.file)

    @property
    def is_persistent(self) -> bool:
        """Whether edits are written to the file, not only to memory."""
        return self._database.is_persistent

    def annotations(self, story: str) -> Annotations:
        """Return the annotations of a story, by the time of change."""
        from deepseek_tui.user_data.annotation_rows import read_story_annotations

        return self._database.read(lambda connection: read_story_annotations(connection, story))

    def toggle_bookmark(self, story: str, ref: str, title: str, *, shown: bool | None = None) -> bool:
        """Set or remove the bookmark of an item.

        Return whether the item is now bookmarked. `shown` is the state on the reader's screen, if it is known: the
        result is its opposite even when another dashboard changed the bookmark meanwhile.
        """
        from deepseek_tui.user_data.annotation_rows import read_annotation
        from deepseek_tui.user_data.note_drafts import replace_surrogates

        if shown is None:
            shown = self._database.read(lambda connection: read_annotation(connection, story, ref)).bookmarked
        title = replace_surrogates(title)
        self.add(AnnotationEdit(self._new_id(), story, ref, title, timestamp(self._now()), bookmarked=not shown))
        return not shown

    def draft(self, story: str, ref: str, title: str, base: str | None = None) -> "NoteDraft":
        """Return a new draft of a note on an item.

        `base` is the note that the reader saw, if it was read earlier; otherwise the draft starts with the current note.
        """
        from deepseek_tui.user_data.note_drafts import DraftStore, NoteDraft

        self._recover_drafts()
        store = DraftStore(self._database, self._writer_token, lambda: timestamp(self._now()), self._new_id, self.add)
        return NoteDraft(store, story, ref, title, base)

    def add(self, edit: AnnotationEdit, draft: "DraftRow" = (0, "")) -> Annotation:
        """Write an edit to journal and database, and return the item's annotation."""
        with suppress(*JOURNAL_ERRORS):
            self._journal.add(edit, _JOURNAL_TIMEOUT)
        return self.apply(edit, draft)

    def apply(self, edit: AnnotationEdit, draft: "DraftRow" = (0, "")) -> Annotation:
        """Write an edit from the journal to the database.

        Return the item's annotation. The draft of the edit is deleted. The edit is on the disk when this returns.
        """
        from deepseek_tui.user_data.annotation_rows import apply_edit
        from deepseek_tui.user_data.note_drafts import delete_draft

        def work(connection: "Connection") -> Annotation:
            annotation = apply_edit(connection, edit, self._separator)
            if draft[0]:
                delete_draft(connection, draft)
            return annotation

        with suppress(*JOURNAL_ERRORS):
            self._journal.sync()
        annotation = self._database.write(work, durable=True)
        self._confirm((edit,))
        return annotation

    def changed_elsewhere(self) -> bool:
        """Return whether another program changed the notebook since the last call."""
        return self._database.changed_elsewhere()

    def take_errors(self) -> "tuple[StorageError, ...]":
        """Return the storage errors since the last call."""
        errors, self._database.errors = tuple(self._database.errors), []
        if self.is_persistent or not self._journal.is_writable:
            return errors
        return tuple(error._replace(journal=self._journal.file) for error in errors)

    def take_recovered_notes(self) -> "tuple[RecoveredNote, ...]":
        """Return the notes recovered since the last call."""
        found, self._recovered = tuple(self._recovered), []
        return found

    def close(self) -> None:
        """Close the notebook.

        A draft that was neither finished nor discarded becomes a note.
        """
        from deepseek_tui.user_data.note_drafts import finish_drafts

        own = self._token
        if own != NO_WRITER:
            is_own = own.__eq__
            edits = self._database.write(lambda connection: finish_drafts(connection, is_own, self._separator))
            self._add_to_journal(edits)
        if self._owns_lock and self._writer_lock is not None:
            self._writer_lock.release()
            self._writer_lock = None
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _new_id(self) -> str:
        return f"{self._writer_token()}:{secrets.token_hex(8)}"

    def _writer_token(self) -> str:
        """Return this process's token, and acquire the writer lock if possible."""
        from deepseek_tui.user_data.locks import WriterLock

        if self._writer_lock is None and self._owns_lock and self.is_persistent:
            with suppress(OSError):  # Without a lock, the draft is not lost, but becomes a note earlier.
                self._writer_lock = WriterLock(self._database.file)
        return self._token

    @property
    def _token(self) -> str:
        """The token that identifies this process in the notebook."""
        return self._writer_lock.token if self._writer_lock is not None else self._given_token or NO_WRITER

    def _dead_writer_test(self) -> Callable[[str], bool]:
        """Return a cached test of whether a token's process has died."""
        from deepseek_tui.user_data.locks import is_writer_running

        own = self._token
        return cache(lambda writer: writer != own and not is_writer_running(self._database.file, writer))

    def _recover_drafts(self) -> None:
        """Turn the drafts of processes that have died into notes."""
        from deepseek_tui.user_data.note_drafts import RecoveredNote, draft_writers, finish_drafts

        if self._database.read(draft_writers) - {self._token}:
            is_dead = self._dead_writer_test()
            edits = self._database.write(lambda connection: finish_drafts(connection, is_dead, self._separator))
            self._recovered += (RecoveredNote(edit.story, edit.ref, edit.title) for edit in edits)
            self._add_to_journal(edits)

    # The following methods read and write the journal.

    def _journal_annotations(self) -> Iterable[tuple[str, Annotation]]:
        """Yield the annotations in the journal, to restore a lost database."""
        with suppress(*JOURNAL_ERRORS):
            confirmed = self._journal.read().confirmed
            for story, annotations in annotations_by_story(confirmed, self._separator).items():
                yield from ((story, annotation) for annotation in annotations.values())

    def _replay_journal(self) -> None:
        """Apply pending edits of processes that died, and repair the journal."""
        from deepseek_tui.user_data.annotation_rows import apply_edit

        try:
            content = self._journal.read()
        except JOURNAL_ERRORS:
            return
        is_dead = self._dead_writer_test()

        def work(connection: "Connection") -> tuple[AnnotationEdit, ...]:
            # The journal is read again, because another program may have applied the edits in the meantime.
            edits = tuple(edit for edit in self._journal.read().pending if is_dead(edit.writer))
            for edit in edits:
                apply_edit(connection, edit, self._separator)
            return edits

        if any(is_dead(edit.writer) for edit in content.pending):
            self._confirm(self._database.write(work, durable=True))
        if self.is_persistent and not (content.is_intact and self._covers(content.edits)):
            self._compact_journal()

    def _covers(self, edits: Iterable[AnnotationEdit]) -> bool:
        """Return whether the journal has an edit for every stored annotation."""
        from deepseek_tui.user_data.annotation_rows import read_all_annotations

        stored = self._database.read(
            lambda connection: [(story, annotation.ref) for story, annotation in read_all_annotations(connection)]
        )
        return {(edit.story, edit.ref) for edit in edits}.issuperset(stored)

    def _add_to_journal(self, edits: Iterable[AnnotationEdit]) -> None:
        """Add edits to the journal that the database already has."""
        with suppress(*JOURNAL_ERRORS):
            for edit in edits:
                self._journal.add(edit, _JOURNAL_TIMEOUT)

    def _confirm(self, edits: Iterable[AnnotationEdit]) -> None:
        """Record in the journal that the database contains the given edits."""
        if not self.is_persistent:
            return  # The edits are only in memory, and a later start writes them to the file.
        with suppress(*JOURNAL_ERRORS):  # An error is harmless, because the next start applies an unconfirmed edit again.
            self._journal.confirm(edits, _JOURNAL_TIMEOUT)
        if self._journal.needs_compaction:
            self._compact_journal()

    def _compact_journal(self) -> None:
        """Shorten the journal to one line for each annotation."""
        from deepseek_tui.user_data.annotation_rows import read_all_annotations

        with suppress(*JOURNAL_ERRORS, NotebookInUseError):
            self._journal.compact(
                lambda: self._database.read(lambda connection: list(read_all_annotations(connection))), _JOURNAL_TIMEOUT
            )
