"""The notebook: the reader's bookmarks and notes on any story, in a file of their own that several dashboards share."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from deepseek_tui.i18n.catalogue import words_in
from deepseek_tui.i18n.languages import FALLBACK
from deepseek_tui.panes.annotations import Annotations

if TYPE_CHECKING:
    from sqlite3 import Connection

    from deepseek_tui.user_data.locks import WriterLock
    from deepseek_tui.user_data.note_drafts import NoteDraft, RecoveredNote
    from deepseek_tui.user_data.storage_errors import StorageError


NOBODY = "nobody"
"""The writer of a draft that has no sign of life."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Notebook:
    """The reader's marks, by the story's id and the item's; opening it makes notes of what dead writers left behind.

    It always opens. `troubles` and `recovered` say once what there is to say; `kept` is false where everything is gone
    when it is closed. `now` is the clock, in UTC; `between` parts two texts of one note that were written at the same time;
    `patience` is how many seconds another program's lock is waited for. Belongs to the thread that opened it.
    """

    def __init__(
        self, file: Path, *, now: Callable[[], datetime] = _utc_now, between: str = "", patience: float = 5.0
    ) -> None:
        from deepseek_tui.user_data.database import Database  # SQLite is loaded when a notebook is opened
        from deepseek_tui.user_data.locks import sweep

        self._now = now
        self._between = between or words_in(FALLBACK).notebook.between
        self._life: WriterLock | None = None
        self._recovered: list[RecoveredNote] = []
        self._database = Database(file, now, patience)
        self._recover()
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
        from deepseek_tui.user_data.annotation_rows import mark_on, put
        from deepseek_tui.user_data.note_drafts import characters

        title = characters(title)

        def work(connection: "Connection") -> bool:
            mark = mark_on(connection, story, ref)
            wanted = not (mark.bookmarked if shown is None else shown)
            if wanted != mark.bookmarked:
                put(connection, story, mark._replace(title=title, bookmarked=wanted, changed=self._stamp()))
            return wanted

        return self._database.run(work)

    def draft(self, story: str, ref: str, title: str) -> "NoteDraft":
        """An editor on the note of an item."""
        from deepseek_tui.user_data.note_drafts import DraftStore, NoteDraft

        self._recover()
        return NoteDraft(DraftStore(self._database, self._writer, self._stamp, self._between), story, ref, title)

    def changed_elsewhere(self) -> bool:
        """Whether another dashboard has changed anything since this was last asked."""
        return self._database.changed_elsewhere()

    def troubles(self) -> "tuple[StorageError, ...]":
        """What went wrong with the file since this was last asked: each is told once."""
        found, self._database.troubles = tuple(self._database.troubles), []
        return found

    def recovered(self) -> "tuple[RecoveredNote, ...]":
        """The notes that a crash had interrupted and that are here again: each is told once."""
        found, self._recovered = tuple(self._recovered), []
        return found

    def close(self) -> None:
        """Let the file go; a draft that is neither done nor discarded becomes a note."""
        from deepseek_tui.user_data.note_drafts import settle

        if self._life is not None:
            own = self._life.token
            self._database.run(lambda connection: settle(connection, lambda writer: writer == own, self._between))
            self._life.end()
            self._life = None
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _stamp(self) -> str:
        return f"{self._now():%Y-%m-%dT%H:%M:%SZ}"

    def _writer(self) -> str:
        """The token of this process's sign of life; none is needed where nothing outlives it."""
        from deepseek_tui.user_data.locks import WriterLock

        if self._life is None and self.kept:
            with suppress(OSError):  # without one the draft becomes a note sooner, and is not lost
                self._life = WriterLock(self._database.file)
        return self._life.token if self._life is not None else NOBODY

    def _recover(self) -> None:
        from deepseek_tui.user_data.locks import lives
        from deepseek_tui.user_data.note_drafts import settle, writers

        own = self._life.token if self._life is not None else NOBODY

        @cache
        def is_dead(writer: str) -> bool:
            return writer != own and not lives(self._database.file, writer)

        if self._database.read(writers) - {own}:
            self._recovered += self._database.run(lambda connection: settle(connection, is_dead, self._between))
