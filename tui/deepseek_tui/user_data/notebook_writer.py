"""The reader's annotations, read and written without blocking the interface.

The annotations shown are those read last from the notebook with the pending edits applied, so an edit is visible at once.
An edit is written to the journal before it is queued, so that a killed program loses none. The thread then tries until
the notebook takes the edit, and sleeps while its queue is empty.
"""

import secrets
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from deepseek_tui.panes.annotations import Annotations
from deepseek_tui.user_data.annotation_edit import (
    SEPARATOR,
    AnnotationEdit,
    StoryAnnotations,
    annotations_by_story,
    apply_edits,
)
from deepseek_tui.user_data.note_drafts import NO_ROW, replace_surrogates
from deepseek_tui.user_data.note_in_progress import NoteInProgress
from deepseek_tui.user_data.notebook import Notebook, timestamp, utc_now
from deepseek_tui.user_data.notebook_journal import JOURNAL_ERRORS, Journal, journal_path
from deepseek_tui.user_data.notebook_thread import Job, NotebookThread
from deepseek_tui.user_data.storage_errors import NotebookInUseError

if TYPE_CHECKING:
    from deepseek_tui.user_data.locks import WriterLock
    from deepseek_tui.user_data.note_drafts import RecoveredNote
    from deepseek_tui.user_data.storage_errors import StorageError

LOCK_TIMEOUT = 0.25
"""Seconds that one attempt waits for another program's lock."""
JOURNAL_TIMEOUT = 0.01
"""Seconds that the interface waits for the journal; then the thread writes to it."""


class NotebookWriter:
    """The reader's annotations, with the functions that the interface needs.

    No method blocks, except `close_and_wait`. Nothing is opened before `open_story`. The thread calls `on_change` when
    the interface has something new to show.
    """

    def __init__(
        self, file: Path, *, now: Callable[[], datetime] = utc_now, separator: str = SEPARATOR, timeout: float = LOCK_TIMEOUT
    ) -> None:
        self.journal = Journal(journal_path(file))
        self.on_change: Callable[[], None] = lambda: None
        self._file, self._now, self._separator, self._timeout = file, now, separator, timeout
        self._token, self._edit_numbers = secrets.token_hex(8), count(1)
        self._notes: list[NoteInProgress] = []
        self._writer_lock: WriterLock | None = None
        self._thread = NotebookThread(
            self._open,
            has_edits=lambda: bool(self._pending),
            on_wait=self._note_wait,
            on_done=self._report,
            on_end=self._end,
        )
        self._lock = self._thread.lock
        """The lock of the state below, which the interface and the thread share."""
        self._stored: dict[str, StoryAnnotations] = {}
        """The annotations read last, by story."""
        self._pending: list[AnnotationEdit] = []
        """The edits that the notebook does not have yet."""
        self._delayed_ids: set[str] = set()
        """The ids of the edits that had to wait for another program."""
        self._journalled_ids: set[str] = set()
        self._errors: list[StorageError] = []
        self._recovered: list[RecoveredNote] = []
        self._is_stale = self._has_news = False
        """Whether `_stored` is older than the notebook and than the displayed annotations; used by the thread alone."""

    # The following members are called by the interface.

    @property
    def is_open(self) -> bool:
        """Whether a story has been opened."""
        return self._thread.is_started

    @property
    def failure(self) -> Exception | None:
        """The internal error that ended the notebook's thread, if any."""
        return self._thread.failure

    def open_story(self, story: str) -> None:
        """Read a story's annotations; `on_change` is called when they are available."""
        with self._lock:
            self._queue_read(story)
            if not self.is_open:
                self._thread.start()

    def refresh(self, story: str) -> None:
        """Read the annotations of a story again if another dashboard changed them."""
        with self._lock:
            if self.is_open and not self._thread.has_read_queued:
                self._queue_read(story)

    def has_read(self, story: str) -> bool:
        """Return whether the annotations of a story have been read."""
        return story in self._stored

    def annotations(self, story: str) -> Annotations:
        """Return the annotations of a story with all pending edits applied."""
        with self._lock:
            pending = [edit for edit in self._pending if edit.story == story]
            stored = self._stored.get(story, {})
        return Annotations(apply_edits(pending, stored, self._separator) if pending else stored)

    @property
    def is_unsaved(self) -> bool:
        """Whether edits or drafts wait for another program that uses the notebook."""
        return self._thread.is_unsaved

    @property
    def is_busy(self) -> bool:
        """Whether the thread is working, and not waiting for another program."""
        return self._thread.is_busy

    def take_errors(self) -> "tuple[StorageError, ...]":
        """Return the storage errors since the last call."""
        with self._lock:
            found, self._errors = tuple(self._errors), []
        return found

    def take_recovered_notes(self) -> "tuple[RecoveredNote, ...]":
        """Return the notes recovered since the last call."""
        with self._lock:
            found, self._recovered = tuple(self._recovered), []
        return found

    def toggle_bookmark(self, story: str, ref: str, title: str) -> bool:
        """Set or remove an item's bookmark, and return the new state."""
        annotation = self.annotations(story).marks.get(ref)
        bookmarked = annotation is None or not annotation.bookmarked
        self._add_edit(self._new_edit(story, ref, replace_surrogates(title))._replace(bookmarked=bookmarked))
        return bookmarked

    def edit_note(self, story: str, ref: str, title: str) -> NoteInProgress:
        """Start editing the note of an item, and return the note."""
        annotation = self.annotations(story).marks.get(ref)
        note = NoteInProgress(
            story,
            ref,
            replace_surrogates(title),
            annotation.note if annotation else "",
            queue_save=self._queue_draft,
            queue_finish=self._finish_note,
        )
        self._notes.append(note)
        return note

    def close(self) -> None:
        """Finish the notes in progress, and end the thread when idle."""
        for note in tuple(self._notes):
            if note.text != note.base and note.text.strip():
                self._finish_note(note)
        self._thread.close()

    def close_and_wait(self, seconds: float) -> tuple[AnnotationEdit, ...]:
        """Close within `seconds`, and return the edits that were not written."""
        self.close()
        self._thread.join(seconds)
        with self._lock:
            return tuple(self._pending)

    def is_journalled(self, edit: AnnotationEdit) -> bool:
        """Return whether an edit has been written to the journal."""
        return edit.id in self._journalled_ids

    def _queue_draft(self, note: NoteInProgress) -> None:
        with self._lock:
            if not note.is_save_queued:
                note.is_save_queued = True
                self._thread.queue(Job(note.save_in))

    def _finish_note(self, note: NoteInProgress) -> None:
        if note in self._notes:
            self._notes.remove(note)
        if note.text == note.base:
            self._thread.queue(Job(note.discard_in))
            return
        edit = self._new_edit(note.story, note.ref, note.title)
        self._add_edit(edit._replace(note=note.text, base=note.base), note)

    def _new_edit(self, story: str, ref: str, title: str) -> AnnotationEdit:
        """Return an edit that changes neither the bookmark nor the note yet."""
        return AnnotationEdit(f"{self._token}:{next(self._edit_numbers)}", story, ref, title, timestamp(self._now()))

    def _add_edit(self, edit: AnnotationEdit, note: NoteInProgress | None = None) -> None:
        self._write_to_journal(edit, JOURNAL_TIMEOUT)
        with self._lock:
            self._pending.append(edit)
            if self._thread.is_waiting:
                self._delayed_ids.add(edit.id)
            self._thread.queue(Job(lambda notebook: self._apply(notebook, edit, note)))

    def _queue_read(self, story: str) -> None:
        self._thread.queue(Job(lambda notebook: self._read(notebook, story), is_read=True))

    def _write_to_journal(self, edit: AnnotationEdit, timeout: float) -> None:
        """Write an edit to the journal if that is possible."""
        with suppress(*JOURNAL_ERRORS):
            self.journal.add(edit, timeout)
            self._journalled_ids.add(edit.id)

    # The following methods run in the thread.

    def _open(self) -> Notebook:
        """Open the notebook, with a writer lock if possible."""
        from deepseek_tui.user_data.locks import try_writer_lock

        if self._writer_lock is None:  # Without the lock, another process could apply the same edit a second time.
            self._writer_lock = try_writer_lock(self._file, self._token)
        return Notebook(
            self._file,
            now=self._now,
            separator=self._separator,
            timeout=self._timeout,
            writer_lock=self._writer_lock,
            token=self._token,
        )

    def _end(self) -> None:
        if self._writer_lock is not None:
            self._writer_lock.release()
        if self.failure is not None:
            self._notify()

    def _note_wait(self, notebook: Notebook | None) -> None:
        """Show the journal's annotations until the notebook can be opened."""
        with self._lock:
            self._delayed_ids.update(edit.id for edit in self._pending)
            if notebook is None and not self._stored:
                with suppress(*JOURNAL_ERRORS):
                    edits = (edit for edit in self.journal.read().edits if edit not in self._pending)
                    self._stored = dict(annotations_by_story(edits, self._separator))
        self._notify()

    def _report(self, notebook: Notebook) -> None:
        """Collect errors and recovered notes, and report changes to the interface."""
        errors, recovered = notebook.take_errors(), notebook.take_recovered_notes()
        with self._lock:
            has_news = self._has_news or self._thread.is_waiting or bool(errors or recovered)
            self._has_news = self._thread.is_waiting = False
            self._errors += errors
            self._recovered += recovered
        if has_news:
            self._notify()

    def _notify(self) -> None:
        with suppress(RuntimeError):  # The call fails if the event loop of the interface has ended.
            self.on_change()

    def _read(self, notebook: Notebook, story: str) -> None:
        if notebook.changed_elsewhere() or self._thread.is_waiting:
            self._is_stale = True
        if not self._is_stale and story in self._stored:
            return
        annotations = notebook.annotations(story).marks
        with self._lock:
            self._stored = {story: annotations} if self._is_stale else {**self._stored, story: annotations}
        self._is_stale, self._has_news = False, True

    def _apply(self, notebook: Notebook, edit: AnnotationEdit, note: NoteInProgress | None) -> None:
        if edit.id not in self._journalled_ids:
            self._write_to_journal(edit, self._timeout)
        if edit.id in self._delayed_ids and self._is_confirmed(edit):
            if note is not None:
                note.discard_in(notebook)
        else:
            notebook.apply(edit, note.row if note is not None else NO_ROW)
        try:
            annotations: StoryAnnotations = notebook.annotations(edit.story).marks
        except NotebookInUseError:  # Only reading failed, and the edit is already in the notebook.
            annotations = apply_edits([edit], self._stored.get(edit.story, {}), self._separator)
        with self._lock:
            self._stored[edit.story] = annotations
            self._pending.remove(edit)
        self._has_news = True

    def _is_confirmed(self, edit: AnnotationEdit) -> bool:
        """Return whether another program has already applied an edit."""
        with suppress(*JOURNAL_ERRORS):
            return edit.id in self.journal.read().confirmed_ids
        return False
