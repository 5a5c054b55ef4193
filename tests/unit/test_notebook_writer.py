"""Thread that writes the notebook while other programs may lock it."""

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

from deepseek_tui.panes.annotations import NO_ANNOTATIONS
from deepseek_tui.user_data.locks import lock_file
from deepseek_tui.user_data.note_drafts import MAX_NOTE_LENGTH, NoteTooLong
from deepseek_tui.user_data.notebook import Notebook
from deepseek_tui.user_data.notebook_journal import Journal, journal_path
from deepseek_tui.user_data.notebook_writer import NotebookWriter
from deepseek_tui.user_data.readonly_notebook import read_annotations

TIMEOUT = 120.0
"""Seconds after which a test fails."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return the path of a notebook with one bookmark."""
    file = tmp_path / "notebook.sqlite3"
    with Notebook(file) as notebook:
        notebook.toggle_bookmark("s", "old", "T")
    return file


@pytest.fixture
def holder(file: Path) -> Iterator[sqlite3.Connection]:
    """Yield a connection of another program, which can lock the notebook."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        yield connection


class WriterDriver:
    """Notebook writer, with a way to wait for its thread."""

    def __init__(self, file: Path) -> None:
        self._changed = Condition()
        self.writer = NotebookWriter(file, timeout=0.01)
        self.writer.on_change = self._notify

    def _notify(self) -> None:
        with self._changed:
            self._changed.notify_all()

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait until a condition is true."""
        end = time.monotonic() + TIMEOUT
        with self._changed:
            while not condition():
                assert time.monotonic() < end
                self._changed.wait(0.01)  # The wait has a timeout because the writer does not notify of every change.

    def note(self, ref: str, text: str) -> None:
        """Write a note in the way the note editor does."""
        note = self.writer.edit_note("s", ref, "T")
        note.save(text[:1])
        note.finish(text)


@pytest.fixture
def driver(file: Path) -> Iterator[WriterDriver]:
    """Yield a notebook writer with an open story."""
    driver = WriterDriver(file)
    driver.writer.open_story("s")
    yield driver
    driver.writer.close_and_wait(TIMEOUT)


def refs(file: Path) -> set[str]:
    with Notebook(file) as notebook:
        return set(notebook.annotations("s").marks)


def test_annotations_are_read_in_the_writer_thread(driver: WriterDriver) -> None:
    driver.until(lambda: driver.writer.has_read("s"))
    assert set(driver.writer.annotations("s").marks) == {"old"}
    assert driver.writer.annotations("another") == NO_ANNOTATIONS


def test_no_notebook_file_is_created_before_a_story_is_opened(tmp_path: Path) -> None:
    writer = NotebookWriter(tmp_path / "notebook.sqlite3")
    writer.refresh("s")
    assert not writer.is_open
    assert writer.close_and_wait(TIMEOUT) == ()
    assert list(tmp_path.iterdir()) == []


def test_edit_is_visible_immediately_and_saved_by_the_writer_thread(driver: WriterDriver, file: Path) -> None:
    writer = driver.writer
    driver.until(lambda: writer.has_read("s"))
    assert writer.toggle_bookmark("s", "new", "T")
    driver.note("new", "A note.")
    mark = writer.annotations("s").marks["new"]
    assert (mark.bookmarked, mark.note) == (True, "A note.")
    assert not writer.toggle_bookmark("s", "new", "T")
    assert writer.close_and_wait(TIMEOUT) == ()
    with Notebook(file) as notebook:
        assert notebook.annotations("s").marks["new"] == mark._replace(bookmarked=False)
        assert notebook.annotations("s") == writer.annotations("s")


def test_locked_notebook_blocks_nothing_and_stores_edits_when_unlocked(
    driver: WriterDriver, holder: sqlite3.Connection, file: Path
) -> None:
    writer = driver.writer
    driver.until(lambda: writer.has_read("s"))
    holder.execute("BEGIN IMMEDIATE")
    for number in range(20):
        driver.note(f"note-{number}", f"Note {number}.")
        driver.note(f"note-{number}", f"Note {number}, changed.")
    assert len(writer.annotations("s").marks) == 21
    driver.until(lambda: writer.is_unsaved)
    assert writer.annotations("s").marks["note-3"].note == "Note 3, changed."
    holder.execute("ROLLBACK")
    driver.until(lambda: not writer.is_busy and not writer.is_unsaved)
    with Notebook(file) as notebook:
        assert {ref: mark.note for ref, mark in notebook.annotations("s").marks.items() if ref != "old"} == {
            f"note-{number}": f"Note {number}, changed." for number in range(20)
        }
    assert writer.take_errors() == ()


def test_annotations_in_the_journal_are_shown_while_the_notebook_is_locked(file: Path) -> None:
    with lock_file(file.with_name(f"{file.name}.lock"), TIMEOUT):
        driver = WriterDriver(file)
        driver.writer.open_story("s")
        driver.until(lambda: driver.writer.has_read("s"))
        assert set(driver.writer.annotations("s").marks) == {"old"}
        assert not driver.writer.is_unsaved, "there is no edit yet"
        driver.note("new", "A note.")
        driver.until(lambda: driver.writer.is_unsaved)
    assert driver.writer.close_and_wait(TIMEOUT) == ()
    assert refs(file) == {"old", "new"}


def test_edits_not_saved_at_exit_are_applied_at_the_next_start(
    driver: WriterDriver, holder: sqlite3.Connection, file: Path
) -> None:
    driver.until(lambda: driver.writer.has_read("s"))
    holder.execute("BEGIN IMMEDIATE")
    driver.note("new", "First.")
    driver.note("new", "Second.")
    driver.writer.edit_note("s", "open", "T").save("In an editor that is still open.")
    left = driver.writer.close_and_wait(0.05)
    assert [edit.note for edit in left] == ["First.", "Second.", "In an editor that is still open."]
    assert all(map(driver.writer.is_journalled, left))
    # The commands `show` and `export` read annotations with this function.
    annotations, is_complete = read_annotations(file, "s")
    assert (set(annotations.marks), is_complete) == ({"old", "new", "open"}, True)
    holder.execute("ROLLBACK")
    with Notebook(file) as notebook:
        assert notebook.annotations("s").marks["new"].note == "Second."
        assert notebook.annotations("s").marks["open"].note == "In an editor that is still open."
    assert Journal(journal_path(file)).read().pending == ()


def test_exit_without_edits_does_not_wait_for_a_locked_notebook(file: Path) -> None:
    with lock_file(file.with_name(f"{file.name}.lock"), TIMEOUT):
        driver = WriterDriver(file)
        driver.writer.open_story("s")
        assert driver.writer.close_and_wait(TIMEOUT) == ()


def test_edit_applied_by_another_program_is_not_applied_again(
    driver: WriterDriver, holder: sqlite3.Connection, file: Path
) -> None:
    driver.until(lambda: driver.writer.has_read("s"))
    holder.execute("BEGIN IMMEDIATE")
    driver.note("new", "First.")
    driver.note("new", "Second.")
    driver.until(lambda: driver.writer.is_unsaved)
    holder.execute("INSERT INTO marks VALUES ('s', 'new', 'T', 0, 'Second.', '2031-05-06T12:00:07Z')")
    journal = Journal(journal_path(file))
    # Another program that finds no lock of this writer applies the edits itself and confirms them in the journal.
    journal.confirm(journal.read().pending, TIMEOUT)
    holder.execute("COMMIT")
    assert driver.writer.close_and_wait(TIMEOUT) == ()
    with Notebook(file) as notebook:
        assert notebook.annotations("s").marks["new"].note == "Second."


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo], ids=["folder", "pipe"])
def test_edit_is_saved_even_if_the_journal_cannot_be_written(file: Path, make: Callable[[Path], None]) -> None:
    journal_path(file).unlink()
    make(journal_path(file))
    driver = WriterDriver(file)
    driver.writer.open_story("s")
    driver.note("new", "A note.")
    assert driver.writer.close_and_wait(TIMEOUT) == ()
    assert refs(file) == {"old", "new"}


def test_notes_from_two_writers_are_merged_and_both_are_shown(driver: WriterDriver, file: Path) -> None:
    other = WriterDriver(file)
    other.writer.open_story("s")
    for each in (driver, other):
        each.until(lambda each=each: each.writer.has_read("s"))  # type: ignore[misc]
    first, second = driver.writer.edit_note("s", "item", "T"), other.writer.edit_note("s", "item", "T")
    first.finish("Mine.")
    driver.until(lambda: not driver.writer.is_busy)
    second.finish("Theirs.")
    other.until(lambda: not other.writer.is_busy)
    driver.writer.refresh("s")
    driver.until(lambda: "Theirs." in driver.writer.annotations("s").marks["item"].note)
    assert "Mine." in other.writer.annotations("s").marks["item"].note
    assert other.writer.close_and_wait(TIMEOUT) == ()


def test_closing_an_unchanged_note_leaves_no_edit_and_no_draft(driver: WriterDriver, file: Path) -> None:
    note = driver.writer.edit_note("s", "old", "T")
    note.save("x")
    note.save("")
    note.finish("")
    before = Journal(journal_path(file)).read()
    assert driver.writer.close_and_wait(TIMEOUT) == ()
    assert Journal(journal_path(file)).read() == before
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT count(*) FROM drafts").fetchone() == (0,)


def test_note_that_is_too_long_is_refused_and_the_saved_note_is_unchanged(driver: WriterDriver) -> None:
    note = driver.writer.edit_note("s", "item", "T")
    note.save("short")
    for method in (note.save, note.finish):
        with pytest.raises(NoteTooLong):
            method("x" * (MAX_NOTE_LENGTH + 1))
    assert note.text == "short"


def test_internal_error_in_the_writer_thread_is_reported(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_notebook: Notebook, _story: str) -> None:
        raise AssertionError

    monkeypatch.setattr(Notebook, "annotations", fail)
    driver = WriterDriver(file)
    driver.writer.open_story("s")
    driver.until(lambda: driver.writer.failure is not None)
    assert isinstance(driver.writer.failure, AssertionError)


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
"""Script of a process that finishes notes without end, and prints the number of each."""


@pytest.mark.slow
@pytest.mark.parametrize("is_locked", [False, True], ids=["free", "in use"])
@pytest.mark.parametrize("wanted", [1, 7, 60, 200])
def test_killed_process_loses_no_finished_note(file: Path, holder: sqlite3.Connection, wanted: int, is_locked: bool) -> None:
    if is_locked:
        holder.execute("BEGIN IMMEDIATE")
    with subprocess.Popen([sys.executable, "-c", ENDLESS, str(file)], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        printed = [json.loads(writer.stdout.readline()) for _ in range(wanted)]
        writer.send_signal(signal.SIGKILL)
    if is_locked:
        holder.execute("ROLLBACK")
    with Notebook(file) as notebook:
        marks = notebook.annotations("s").marks
        assert [number for number in printed if marks[f"note-{number}"].note != f"Note {number}."] == []
        assert notebook.take_errors() == ()
