"""The notebook in a thread of its own, so that no lock of another program holds up the screen.

What the reader does is seen at once: the marks in memory are those of the notebook with the edits that it does not have
yet. An edit is in the journal before the thread knows of it, so that a program that is killed loses none; the thread
then tries until the notebook takes it. It sleeps while there is nothing to write.
"""

import os
import secrets
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from threading import Condition, Event, Thread
from typing import TYPE_CHECKING, NamedTuple

from deepseek_tui.panes.annotations import Annotations
from deepseek_tui.user_data.note_drafts import NO_ROW, characters, fitting
from deepseek_tui.user_data.note_merge import BETWEEN
from deepseek_tui.user_data.notebook import Notebook, stamp, utc_now
from deepseek_tui.user_data.notebook_edit import Edit, StoryMarks, applied, by_story
from deepseek_tui.user_data.notebook_journal import UNUSABLE, Journal, journal_of

if TYPE_CHECKING:
    from deepseek_tui.user_data.locks import WriterLock
    from deepseek_tui.user_data.note_drafts import NoteDraft, RecoveredNote
    from deepseek_tui.user_data.storage_errors import StorageError

PATIENCE = 0.25
"""Seconds that one attempt waits for another program's lock."""
FIRST, LONGEST = 0.05, 1.0
"""Seconds between two attempts: the first pause, which doubles, and the longest."""
LAST = 0.5
"""Seconds in which the thread ends its last attempt once it is given up."""
INSTANT = 0.01
"""Seconds that the screen may wait for another program that is writing to the journal; then the thread does."""


class _Job(NamedTuple):
    work: Callable[[Notebook], object]
    edit: Edit | None = None
    is_look: bool = False
    """Whether it only reads: then nothing is unsaved while it waits."""


class NotebookWriter:
    """The reader's marks as the screen shows and changes them. Every method returns at once, but `finished`.

    `changed` is called in the thread when there is something new to show. Nothing is opened before `show`.
    """

    def __init__(
        self,
        file: Path,
        *,
        now: Callable[[], datetime] = utc_now,
        between: str = BETWEEN,
        patience: float = PATIENCE,
    ) -> None:
        self.journal = Journal(journal_of(file))
        self.changed: Callable[[], None] = lambda: None
        self.broken: Exception | None = None
        """The error of the program's own that ended the thread."""
        self._file, self._now, self._between, self._patience = file, now, between, patience
        self._token, self._count = secrets.token_hex(8), 0
        self._changes = Condition()
        """Guards everything below, which the thread changes as well."""
        self._jobs: deque[_Job] = deque()
        self._marks: dict[str, StoryMarks] = {}
        self._pending: list[Edit] = []
        self._journalled: set[str] = set()
        self._delayed: set[str] = set()
        self._notes: list[NoteInProgress] = []
        self._troubles: list[StorageError] = []
        self._recovered: list[RecoveredNote] = []
        self._is_closed = self._is_waiting = self._is_news = self._is_stale = False
        self._hurry = Event()
        self._gives_up = False
        self._thread: Thread | None = None

    # what the screen asks

    @property
    def is_open(self) -> bool:
        """Whether a story's marks were asked for."""
        return self._thread is not None

    def show(self, story: str) -> None:
        """Read the marks of a story; `changed` is called when they are there."""
        with self._changes:
            self._look(story)
            if self._thread is None:
                self._thread = Thread(target=self._run, name="notebook", daemon=True)
                self._thread.start()

    def look(self, story: str) -> None:
        """Read the marks of a story again where another dashboard has changed them."""
        with self._changes:
            if self.is_open and not any(job.is_look for job in self._jobs):
                self._look(story)

    def knows(self, story: str) -> bool:
        """Whether the marks of a story have been read."""
        return story in self._marks

    def mine(self, story: str) -> Annotations:
        """Return the marks of a story, those that are not in the notebook yet included."""
        with self._changes:
            pending = [edit for edit in self._pending if edit.story == story]
            marks = self._marks.get(story, {})
        return Annotations(applied(pending, marks, self._between) if pending else marks)

    @property
    def is_unsaved(self) -> bool:
        """Whether something of the reader's waits until another program is done with the notebook."""
        with self._changes:
            return self._is_waiting and any(not job.is_look for job in self._jobs)

    @property
    def is_busy(self) -> bool:
        """Whether the thread has something to do, and can do it."""
        with self._changes:
            return bool(self._jobs) and not self._is_waiting and self.broken is None

    def troubles(self) -> "tuple[StorageError, ...]":
        """Return what went wrong since this was last asked: each is told once."""
        with self._changes:
            found, self._troubles = tuple(self._troubles), []
        return found

    def recovered(self) -> "tuple[RecoveredNote, ...]":
        """Return the notes that a crash had interrupted: each is told once."""
        with self._changes:
            found, self._recovered = tuple(self._recovered), []
        return found

    # what the reader does

    def toggle_bookmark(self, story: str, ref: str, title: str) -> bool:
        """Set or remove the bookmark on an item, and return whether it has one now."""
        mark = self.mine(story).marks.get(ref)
        wanted = mark is None or not mark.bookmarked
        self._finish(Edit(self._new_id(), story, ref, characters(title), stamp(self._now()), bookmarked=wanted))
        return wanted

    def draft(self, story: str, ref: str, title: str) -> "NoteInProgress":
        """Begin or go on with the note on an item."""
        mark = self.mine(story).marks.get(ref)
        note = NoteInProgress(self, story, ref, characters(title), mark.note if mark else "")
        self._notes.append(note)
        return note

    def keep_draft(self, note: "NoteInProgress") -> None:
        """Keep the text of a note that is being written, as soon as the thread comes to it."""
        with self._changes:
            if not note.is_queued:
                note.is_queued = True
                self._add(_Job(note.keep_in))

    def finish_note(self, note: "NoteInProgress", text: str) -> None:
        """Make a text the note of an item."""
        if note in self._notes:
            self._notes.remove(note)
        if text == note.base:
            with self._changes:
                self._add(_Job(note.discard_in))
            return
        edit = Edit(self._new_id(), note.story, note.ref, note.title, stamp(self._now()), note=text, base=note.base)
        self._finish(edit, note)

    def close(self) -> None:
        """Finish the notes that are being written, and let the thread end when it has kept everything."""
        for note in tuple(self._notes):
            if note.text != note.base and note.text.strip():
                self.finish_note(note, note.text)
        with self._changes:
            self._is_closed = True
            self._hurry.set()
            self._changes.notify_all()

    def finished(self, seconds: float) -> tuple[Edit, ...]:
        """Close, wait until everything is in the notebook or for so many seconds, and return the edits that are not."""
        self.close()
        if self._thread is not None:
            self._thread.join(seconds)
            self._gives_up = True
            self._thread.join(LAST)
        with self._changes:
            return tuple(self._pending)

    def is_journalled(self, edit: Edit) -> bool:
        """Whether an edit is in the journal."""
        return edit.id in self._journalled

    def _finish(self, edit: Edit, note: "NoteInProgress | None" = None) -> None:
        with suppress(*UNUSABLE):  # in use or not writable: the thread tries again
            self.journal.add(edit, INSTANT)
            self._journalled.add(edit.id)
        with self._changes:
            self._pending.append(edit)
            if self._is_waiting:
                self._delayed.add(edit.id)
            self._add(_Job(lambda notebook: self._keep(notebook, edit, note), edit))

    def _new_id(self) -> str:
        self._count += 1
        return f"{self._token}:{self._count}"

    def _look(self, story: str) -> None:
        self._add(_Job(lambda notebook: self._read(notebook, story), is_look=True))

    def _add(self, job: _Job) -> None:
        self._jobs.append(job)
        self._changes.notify_all()

    # the thread

    def _run(self) -> None:
        life = self._begin_life()
        try:
            self._work(life)
        except Exception as error:  # noqa: BLE001 - raised again on the screen, which alone can end the program in order
            self.broken = error
            self._tell()
        finally:
            if life is not None:
                life.end()

    def _begin_life(self) -> "WriterLock | None":
        from deepseek_tui.user_data.locks import WriterLock

        with suppress(*UNUSABLE):  # without it others may keep an edit of this process twice, which changes nothing
            file = Path(os.path.realpath(self._file))
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            return WriterLock(file, self._token)
        return None

    def _work(self, life: "WriterLock | None") -> None:
        from deepseek_tui.user_data.database import InUseError

        notebook: Notebook | None = None
        pause = FIRST
        while (job := self._next()) is not None:
            try:
                if notebook is None:
                    notebook = self._opened(life)
                job.work(notebook)
            except InUseError:
                if self._gives_up or (self._is_closed and not self._pending):
                    break
                if job.is_look and notebook is not None:  # there will be another look, and nothing is lost meanwhile
                    self._drop(job)
                    continue
                self._wait(notebook, pause)
                pause = min(2 * pause, LONGEST)
            else:
                pause = FIRST
                self._done(job, notebook)
        if notebook is not None:
            with suppress(InUseError):  # a draft that is left becomes a note when the notebook is next opened
                notebook.close()

    def _next(self) -> _Job | None:
        """Return the next job, which stays in the queue until it is done; None when everything is done and closed."""
        with self._changes:
            self._changes.wait_for(lambda: self._jobs or self._is_closed)
            return self._jobs[0] if self._jobs else None

    def _opened(self, life: "WriterLock | None") -> Notebook:
        return Notebook(
            self._file, now=self._now, between=self._between, patience=self._patience, life=life, token=self._token
        )

    def _drop(self, job: _Job) -> None:
        with self._changes:
            self._jobs.remove(job)

    def _wait(self, notebook: Notebook | None, pause: float) -> None:
        """Wait before the next attempt; until the notebook can be opened, the journal's marks are shown."""
        with self._changes:
            self._is_waiting = True
            self._delayed.update(edit.id for edit in self._pending)
            if notebook is None and not self._marks:
                self._marks = self._journal_marks()
        self._tell()
        if self._hurry.wait(pause):
            time.sleep(FIRST)

    def _journal_marks(self) -> dict[str, StoryMarks]:
        own = {edit.id for edit in self._pending}
        with suppress(*UNUSABLE):
            edits = (edit for edit in self.journal.read().edits if edit.id not in own)
            return dict(by_story(edits, self._between))
        return {}

    def _done(self, job: _Job, notebook: Notebook) -> None:
        with self._changes:
            troubles, recovered = notebook.troubles(), notebook.recovered()
            is_news = self._is_news or self._is_waiting or bool(troubles or recovered)
            self._is_waiting = self._is_news = False
            self._troubles += troubles
            self._recovered += recovered
        if is_news:
            self._tell()
        self._drop(job)  # only now: when nothing is left to do, everything has been told

    def _tell(self) -> None:
        with suppress(RuntimeError):  # the screen's event loop has ended
            self.changed()

    def _read(self, notebook: Notebook, story: str) -> None:
        if notebook.changed_elsewhere() or self._is_waiting:
            with self._changes:
                self._is_stale = True
        if self._is_stale or story not in self._marks:
            marks = notebook.mine(story).marks
            with self._changes:
                self._marks = {story: marks} if self._is_stale else {**self._marks, story: marks}
                self._is_stale, self._is_news = False, True

    def _keep(self, notebook: Notebook, edit: Edit, note: "NoteInProgress | None") -> None:
        from deepseek_tui.user_data.database import InUseError

        if edit.id not in self._journalled:
            with suppress(*UNUSABLE):
                self.journal.add(edit, self._patience)
                self._journalled.add(edit.id)
        if edit.id in self._delayed and self._is_kept(edit):
            if note is not None:
                note.discard_in(notebook)
        else:
            notebook.keep(edit, note.row if note is not None else NO_ROW)
        try:
            marks: StoryMarks = notebook.mine(edit.story).marks
        except InUseError:  # it is kept all the same
            marks = applied([edit], self._marks.get(edit.story, {}), self._between)
        with self._changes:
            self._marks[edit.story] = marks
            self._pending.remove(edit)
            self._is_news = True

    def _is_kept(self, edit: Edit) -> bool:
        """Whether another program has kept an edit, as it does where no lock tells it that this one still runs."""
        with suppress(*UNUSABLE):
            return edit.id in self.journal.read().kept
        return False


class NoteInProgress:
    """A note while it is being written. `text` is what to begin with, and then what was written last."""

    def __init__(self, writer: NotebookWriter, story: str, ref: str, title: str, base: str) -> None:
        self.story, self.ref, self.title, self.base = story, ref, title, base
        self.text = base
        self.is_queued = False
        self._writer = writer
        self._draft: NoteDraft | None = None

    def keep(self, text: str) -> None:
        """Keep the note as it is just now, so that a crash does not lose it. Raises TooLong."""
        text = fitting(text, self.base)
        if text != self.text:
            self.text = text
            self._writer.keep_draft(self)

    def done(self, text: str) -> None:
        """Make this the note of the item; an empty text removes it. Raises TooLong."""
        self.text = fitting(text, self.base)
        self._writer.finish_note(self, self.text)

    # in the writer's thread

    @property
    def row(self) -> tuple[int, str]:
        """The draft's row in the notebook."""
        return self._draft.row if self._draft is not None else NO_ROW

    def keep_in(self, notebook: Notebook) -> None:
        """Write what was written last as a draft."""
        self.is_queued = False
        if self._draft is None:
            self._draft = notebook.draft(self.story, self.ref, self.title, self.base)
        self._draft.keep(self.text)

    def discard_in(self, notebook: Notebook) -> None:
        """Remove the draft: the note stays as it was."""
        if self._draft is not None:
            self._draft.discard()
