"""The notebook's thread: what the reader does is seen at once, and written as soon as the notebook is free."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from threading import Condition

import pytest

from deepseek_tui.panes.annotations import NOTHING_MINE
from deepseek_tui.user_data.locks import lock_file
from deepseek_tui.user_data.note_drafts import MAX_NOTE_LENGTH, NoteTooLong
from deepseek_tui.user_data.notebook import Notebook
from deepseek_tui.user_data.notebook_journal import Journal, journal_path
from deepseek_tui.user_data.notebook_writer import NotebookWriter
from deepseek_tui.user_data.readonly_notebook import read_annotations

LONG = 120.0
"""Seconds until a wait gives up."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A notebook with one bookmark."""
    file = tmp_path / "notebook.sqlite3"
    with Notebook(file) as notebook:
        notebook.toggle_bookmark("s", "old", "T")
    return file


@pytest.fixture
def holder(file: Path) -> Iterator[sqlite3.Connection]:
    """Another program, which may take the notebook for itself."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        yield connection


class Watched:
    """A writer, and a way to wait for what it tells."""

    def __init__(self, file: Path) -> None:
        self._told = Condition()
        self.writer = NotebookWriter(file, timeout=0.01)
        self.writer.on_change = self._tell

    def _tell(self) -> None:
        with self._told:
            self._told.notify_all()

    def until(self, happened: Callable[[], bool]) -> None:
        """Wait until something has happened in the thread."""
        end = time.monotonic() + LONG
        with self._told:
            while not happened():
                assert time.monotonic() < end
                self._told.wait(0.01)  # not everything is told

    def note(self, ref: str, text: str) -> None:
        """Write a note as an editor does."""
        note = self.writer.edit_note("s", ref, "T")
        note.save(text[:1])
        note.finish(text)


@pytest.fixture
def watched(file: Path) -> Iterator[Watched]:
    """A writer that shows the story."""
    watched = Watched(file)
    watched.writer.open_story("s")
    yield watched
    watched.writer.close_and_wait(LONG)


def refs(file: Path) -> set[str]:
    with Notebook(file) as notebook:
        return set(notebook.annotations("s").marks)


def test_marks_are_read_in_the_thread(watched: Watched) -> None:
    watched.until(lambda: watched.writer.has_read("s"))
    assert set(watched.writer.annotations("s").marks) == {"old"}
    assert watched.writer.annotations("another") == NOTHING_MINE


def test_nothing_is_opened_before_a_story_is_shown(tmp_path: Path) -> None:
    writer = NotebookWriter(tmp_path / "notebook.sqlite3")
    writer.refresh("s")
    assert not writer.is_open
    assert writer.close_and_wait(LONG) == ()
    assert list(tmp_path.iterdir()) == []


def test_a_mark_is_shown_at_once_and_kept_by_the_thread(watched: Watched, file: Path) -> None:
    writer = watched.writer
    watched.until(lambda: writer.has_read("s"))
    assert writer.toggle_bookmark("s", "new", "T")
    watched.note("new", "A note.")
    mark = writer.annotations("s").marks["new"]
    assert (mark.bookmarked, mark.note) == (True, "A note.")
    assert not writer.toggle_bookmark("s", "new", "T")
    assert writer.close_and_wait(LONG) == ()
    with Notebook(file) as notebook:
        assert notebook.annotations("s").marks["new"] == mark._replace(bookmarked=False)
        assert notebook.annotations("s") == writer.annotations("s")


def test_a_notebook_in_use_holds_nothing_up_and_takes_everything_when_it_is_free(
    watched: Watched, holder: sqlite3.Connection, file: Path
) -> None:
    writer = watched.writer
    watched.until(lambda: writer.has_read("s"))
    holder.execute("BEGIN IMMEDIATE")
    for number in range(20):
        watched.note(f"note-{number}", f"Note {number}.")
        watched.note(f"note-{number}", f"Note {number}, changed.")
    assert len(writer.annotations("s").marks) == 21
    watched.until(lambda: writer.is_unsaved)
    assert writer.annotations("s").marks["note-3"].note == "Note 3, changed."
    holder.execute("ROLLBACK")
    watched.until(lambda: not writer.is_busy and not writer.is_unsaved)
    with Notebook(file) as notebook:
        assert {ref: mark.note for ref, mark in notebook.annotations("s").marks.items() if ref != "old"} == {
            f"note-{number}": f"Note {number}, changed." for number in range(20)
        }
    assert writer.take_errors() == ()


def test_a_notebook_that_cannot_be_opened_yet_shows_what_the_journal_has(file: Path) -> None:
    with lock_file(file.with_name(f"{file.name}.lock"), LONG):
        watched = Watched(file)
        watched.writer.open_story("s")
        watched.until(lambda: watched.writer.has_read("s"))
        assert set(watched.writer.annotations("s").marks) == {"old"}
        assert not watched.writer.is_unsaved, "nothing waits to be written"
        watched.note("new", "A note.")
        watched.until(lambda: watched.writer.is_unsaved)
    assert watched.writer.close_and_wait(LONG) == ()
    assert refs(file) == {"old", "new"}


def test_quitting_does_not_wait_for_ever_and_the_next_start_keeps_the_notes(
    watched: Watched, holder: sqlite3.Connection, file: Path
) -> None:
    watched.until(lambda: watched.writer.has_read("s"))
    holder.execute("BEGIN IMMEDIATE")
    watched.note("new", "First.")
    watched.note("new", "Second.")
    watched.writer.edit_note("s", "open", "T").save("In an editor that is still open.")
    left = watched.writer.close_and_wait(0.05)
    assert [edit.note for edit in left] == ["First.", "Second.", "In an editor that is still open."]
    assert all(map(watched.writer.is_journalled, left))
    mine, whole = read_annotations(file, "s")  # what `show` and `export` print
    assert (set(mine.marks), whole) == ({"old", "new", "open"}, True)
    holder.execute("ROLLBACK")
    with Notebook(file) as notebook:
        assert notebook.annotations("s").marks["new"].note == "Second."
        assert notebook.annotations("s").marks["open"].note == "In an editor that is still open."
    assert Journal(journal_path(file)).read().pending == ()


def test_a_reader_who_wrote_nothing_does_not_wait_at_the_end(file: Path) -> None:
    with lock_file(file.with_name(f"{file.name}.lock"), LONG):
        watched = Watched(file)
        watched.writer.open_story("s")
        assert watched.writer.close_and_wait(LONG) == ()


def test_an_edit_that_another_program_has_kept_meanwhile_is_not_kept_twice(
    watched: Watched, holder: sqlite3.Connection, file: Path
) -> None:
    watched.until(lambda: watched.writer.has_read("s"))
    holder.execute("BEGIN IMMEDIATE")
    watched.note("new", "First.")
    watched.note("new", "Second.")
    watched.until(lambda: watched.writer.is_unsaved)
    holder.execute("INSERT INTO marks VALUES ('s', 'new', 'T', 0, 'Second.', '2031-05-06T12:00:07Z')")
    journal = Journal(journal_path(file))
    journal.confirm(journal.read().pending, LONG)  # as another dashboard does where no lock says that this one runs
    holder.execute("COMMIT")
    assert watched.writer.close_and_wait(LONG) == ()
    with Notebook(file) as notebook:
        assert notebook.annotations("s").marks["new"].note == "Second."


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo], ids=["folder", "pipe"])
def test_an_edit_that_the_journal_cannot_take_is_kept_by_the_notebook(file: Path, make: Callable[[Path], None]) -> None:
    journal_path(file).unlink()
    make(journal_path(file))
    watched = Watched(file)
    watched.writer.open_story("s")
    watched.note("new", "A note.")
    assert watched.writer.close_and_wait(LONG) == ()
    assert refs(file) == {"old", "new"}


def test_two_writers_on_one_notebook_see_and_keep_what_the_other_writes(watched: Watched, file: Path) -> None:
    other = Watched(file)
    other.writer.open_story("s")
    for each in (watched, other):
        each.until(lambda each=each: each.writer.has_read("s"))  # type: ignore[misc]
    mine, theirs = watched.writer.edit_note("s", "item", "T"), other.writer.edit_note("s", "item", "T")
    mine.finish("Mine.")
    watched.until(lambda: not watched.writer.is_busy)
    theirs.finish("Theirs.")
    other.until(lambda: not other.writer.is_busy)
    watched.writer.refresh("s")
    watched.until(lambda: "Theirs." in watched.writer.annotations("s").marks["item"].note)
    assert "Mine." in other.writer.annotations("s").marks["item"].note
    assert other.writer.close_and_wait(LONG) == ()


def test_an_editor_that_changed_nothing_leaves_no_edit_and_no_draft(watched: Watched, file: Path) -> None:
    note = watched.writer.edit_note("s", "old", "T")
    note.save("x")
    note.save("")
    note.finish("")
    before = Journal(journal_path(file)).read()
    assert watched.writer.close_and_wait(LONG) == ()
    assert Journal(journal_path(file)).read() == before
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT count(*) FROM drafts").fetchone() == (0,)


def test_too_long_a_note_is_refused_and_keeps_what_was_there(watched: Watched) -> None:
    note = watched.writer.edit_note("s", "item", "T")
    note.save("short")
    for step in (note.save, note.finish):
        with pytest.raises(NoteTooLong):
            step("x" * (MAX_NOTE_LENGTH + 1))
    assert note.text == "short"


def test_an_error_of_the_programs_own_is_told_and_not_swallowed(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_notebook: Notebook, _story: str) -> None:
        raise AssertionError

    monkeypatch.setattr(Notebook, "annotations", fail)
    watched = Watched(file)
    watched.writer.open_story("s")
    watched.until(lambda: watched.writer.failure is not None)
    assert isinstance(watched.writer.failure, AssertionError)


ENDLESS = """
import json, sys
from itertools import count
from pathlib import Path
from deepseek_tui.user_data.notebook_writer import NotebookWriter
writer = NotebookWriter(Path(sys.argv[1]))
writer.open_story("s")
for number in count():
    writer.edit_note("s", f"note-{number}", "T").finish(f"Note {number}.")
    print(json.dumps(number), flush=True)
"""
"""Notes without end; each is told when its editor would close."""


@pytest.mark.slow
@pytest.mark.parametrize("is_locked", [False, True], ids=["free", "in use"])
@pytest.mark.parametrize("wanted", [1, 7, 60, 200])
def test_kill_9_loses_no_finished_note(file: Path, holder: sqlite3.Connection, wanted: int, is_locked: bool) -> None:
    if is_locked:
        holder.execute("BEGIN IMMEDIATE")
    with subprocess.Popen([sys.executable, "-c", ENDLESS, str(file)], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        told = [json.loads(writer.stdout.readline()) for _ in range(wanted)]
        writer.send_signal(signal.SIGKILL)
    if is_locked:
        holder.execute("ROLLBACK")
    with Notebook(file) as notebook:
        marks = notebook.annotations("s").marks
        assert [number for number in told if marks[f"note-{number}"].note != f"Note {number}."] == []
        assert notebook.take_errors() == ()
