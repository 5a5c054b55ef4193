"""Bookmarks and notes in a terminal: kept by every exit, shared, and recovered."""

import os
import re
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from terminal.pty_session import TIMEOUT, Session
from terminal.steps import both_layouts, leave, wait_for_row


def draft(notebook: Path) -> list[str]:
    """Return the saved draft of the note that is being written."""
    with closing(sqlite3.connect(f"file:{notebook}?mode=ro", uri=True, timeout=TIMEOUT)) as file:
        return " ".join(text for (text,) in file.execute("SELECT text FROM drafts")).split()


@both_layouts
def test_note_and_bookmark_are_shown_after_restart_and_exported(dashboard, program, size):
    session = dashboard("quiet-ferry", "--lang", "en", "--at", "bell-hung", size=size)
    wait_for_row(session, "A bell is hung")
    session.press("m")
    session.wait_for("★")
    session.press("a")
    session.wait_for("Saved as you type")
    session.press(*"Ask at the quay.", "enter", *"Twice.")
    session.wait_for("Twice[.]")
    session.press("escape")
    session.wait_until_gone("Saved as you type")
    session.wait_for("★✎")
    leave(session)

    session = dashboard("quiet-ferry", "--lang", "en", size=size)
    session.wait_for("★✎")
    session.press("enter")
    session.wait_for("This followed the incident")
    session.settled()
    session.press("pagedown")
    session.wait_for("Your note +Ask at the quay[.]")
    exported = program("export", "mine", "--story", "quiet-ferry", "--lang", "en")
    assert (exported.returncode, exported.stderr) == (0, "")
    assert "**Reader’s note:** Ask at the quay.\\\n  Twice." in exported.stdout
    shown = program("show", "--story", "quiet-ferry", "--filter", "is:mine", "--lang", "en")
    assert shown.stdout.count("- Your note: Ask at the quay.\n  Twice.") == 2
    assert "Ask at the quay" not in program("export", "--no-mine", "--story", "quiet-ferry", "--lang", "en").stdout


def test_saved_draft_of_a_note_is_recovered_after_sigkill(dashboard, program, notebook):
    session = dashboard("quiet-ferry", "--lang", "en", "--at", "bell-hung", size=(60, 20))
    wait_for_row(session, "A bell is hung")
    session.press("a")
    session.wait_for("Saved as you type")
    safe: list[str] = []
    for number in range(100_000):  # Words are typed without pause until a draft has been saved.
        word = f"w{number:05}"
        session.press(*word, " ")
        session.wait_for(word)
        safe = draft(notebook)
        if safe:
            break
    session.process.kill()
    session.process.wait()
    assert safe

    session = dashboard("quiet-ferry", "--lang", "en", "--at", "bell-hung", size=(60, 20))
    session.wait_for("A note left unsaved")
    leave(session)
    note = program("export", "mine", "--story", "quiet-ferry", "--lang", "en").stdout
    assert [word for word in safe if word not in note.split()] == []

    session = dashboard("quiet-ferry", "--lang", "en", size=(60, 20))
    session.wait_for("✎")
    assert "left unsaved" not in session.settled()


def test_annotations_from_two_dashboards_with_the_same_story_are_all_kept(dashboard, program, notebook):
    left, right = (dashboard("quiet-ferry", "--lang", "en", "--at", "bell-hung", size=(100, 40)) for _ in range(2))
    for session, words in ((left, "From the left."), (right, "From the right.")):
        wait_for_row(session, "A bell is hung")
        session.press("a")
        session.wait_for("Saved as you type")
        session.press(*words)
        session.wait_for(re.escape(words))
    for session in (left, right):
        session.press("escape")
        session.wait_until_gone("Saved as you type")
        session.wait_for("✎")
    left.press("k", "m")
    left.wait_for("Bookmark added")
    right.press("j", "m")
    right.wait_for("Bookmark added")
    exported = program("export", "mine", "--story", "quiet-ferry", "--lang", "en").stdout
    assert exported.count("From the left.") == exported.count("From the right.") == 1
    assert exported.count("**bookmarked**") == 2
    left.press("6", "2")  # Opening a pane reads the annotations made in other dashboards.
    left.wait_until(lambda: left.text.count("★") == 2, "the other's bookmark")
    for session in (left, right):
        leave(session)


IN_USE = "not saved yet: the notebook is in use"


@contextmanager
def lock_after_first_bookmark(session: Session, notebook: Path) -> Iterator[None]:
    """Bookmark the current item, and keep the notebook locked as another program would."""
    wait_for_row(session, "A bell is hung")
    session.press("m")
    session.wait_for("★")
    session.wait_until(notebook.is_file, "the notebook to be made")
    with closing(sqlite3.connect(notebook, isolation_level=None, timeout=TIMEOUT)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        yield


def test_annotations_are_saved_when_the_lock_of_the_notebook_is_released(dashboard, program, notebook):
    session = dashboard("quiet-ferry", "--lang", "en", "--at", "bell-hung", size=(100, 40))
    with lock_after_first_bookmark(session, notebook):
        session.press("a")
        session.wait_for("Saved as you type")
        session.press(*"While it is in use.", "escape")
        session.wait_for("✎")
        session.wait_for(IN_USE)
        session.press("k", "m")
        session.wait_until(lambda: session.text.count("★") == 2, "the second bookmark")
        assert IN_USE in session.text
    session.wait_until_gone(IN_USE)
    leave(session)
    exported = program("export", "mine", "--story", "quiet-ferry", "--lang", "en").stdout
    assert exported.count("While it is in use.") == 1
    assert exported.count("**bookmarked**") == 2


def test_quitting_with_a_locked_notebook_prints_where_the_notes_are_saved(dashboard, program, notebook):
    session = dashboard("quiet-ferry", "--lang", "en", "--at", "bell-hung", size=(100, 40))
    with lock_after_first_bookmark(session, notebook):
        session.press("a")
        session.wait_for("Saved as you type")
        session.press(*"Kept beside it.", "escape")
        session.wait_for("✎")
        leave(session)
        assert "Another program is still using your notebook." in " ".join(session.text.split())
        assert "notebook.jsonl" in session.text.replace("\n", "")
        exported = program("export", "mine", "--story", "quiet-ferry", "--lang", "en")
        assert (exported.stdout.count("Kept beside it."), exported.stderr) == (1, "")
    session = dashboard("quiet-ferry", "--lang", "en", "--at", "bell-hung", size=(100, 40))
    session.wait_for("Kept beside it.")
    leave(session)
    with closing(sqlite3.connect(notebook)) as connection:
        assert connection.execute("SELECT note FROM marks").fetchall() == [("Kept beside it.",)]


@pytest.mark.parametrize("end", ["SIGTERM", "SIGHUP", "SIGINT", "the window is closed"])
def test_unfinished_note_is_kept_when_the_program_is_ended(dashboard, program, end):
    session = dashboard("quiet-ferry", "--lang", "en", "--at", "bell-hung")
    wait_for_row(session, "A bell is hung")
    session.press("a")
    session.wait_for("Saved as you type")
    session.press(*"Unfinished.")
    session.wait_for("Unfinished[.]")
    if number := getattr(signal, end, 0):
        os.kill(session.process.pid, number)
        assert session.wait_for_exit() == 128 + number
        assert session.modes_now == session.modes_before
        assert session.modes_left_on == set()
        assert b"Traceback" not in session.raw
    else:
        session.hang_up()
    assert "Unfinished." in program("export", "mine", "--story", "quiet-ferry", "--lang", "en").stdout

    session = dashboard("quiet-ferry", "--lang", "en")
    wait_for_row(session, "A bell is hung")
    session.wait_for("✎")
    assert "left unsaved" not in session.settled()


def test_damaged_user_data_is_reported_once_and_quarantined(dashboard, environment, notebook):
    session = dashboard("quiet-ferry", "--lang", "en", "--at", "bell-hung", size=(160, 45))
    wait_for_row(session, "A bell is hung")
    session.press("m")
    session.wait_for("★")
    leave(session)
    state = Path(environment["XDG_STATE_HOME"]) / "deepseek-tui"
    (visit,), (seen,) = state.glob("session/*.json"), state.glob("seen/*.seen")
    for file in (notebook, visit, seen):
        file.write_bytes(b"\x00 nothing that anybody could read \xff" * 40)

    session = dashboard("quiet-ferry", "--lang", "en", size=(160, 45))
    session.wait_for("At a glance")
    for told in ("Your notebook was", "The record of where you stopped", "The copy of the edition you last read"):
        session.wait_for(told)
    aside = [
        *notebook.parent.glob("*damaged-*.sqlite3"),
        *state.glob("session/*.damaged-*"),
        *state.glob("seen/*.damaged-*"),
    ]
    assert len(aside) == 3
    assert {file.read_bytes() for file in aside} == {b"\x00 nothing that anybody could read \xff" * 40}
    session.press("2", "m")
    session.wait_for("★")
    leave(session)

    session = dashboard("quiet-ferry", "--lang", "en", size=(160, 45))
    session.wait_for("★")
    assert not re.search("Your notebook was|The file that says|The copy of the story", session.settled())
