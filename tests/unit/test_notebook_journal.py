"""Journal of the notebook: damaged lines, compaction, killed and concurrent processes."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from deepseek_tui.panes.annotations import Annotation
from deepseek_tui.user_data.annotation_edit import AnnotationEdit, annotations_by_story
from deepseek_tui.user_data.notebook import Notebook
from deepseek_tui.user_data.notebook_journal import Journal, journal_path

SEPARATOR = "=/=/="


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """Return a journal whose file does not exist yet."""
    return Journal(tmp_path / "data" / "notebook.jsonl")


def edit(number: int, note: str = "A note.") -> AnnotationEdit:
    return AnnotationEdit(f"token:{number}", "s", f"item-{number}", "T", "2031-05-06T12:00:07Z", note=note)


def annotations(*notes: str) -> list[tuple[str, Annotation]]:
    return [("s", Annotation(f"item-{number}", "T", note=note)) for number, note in enumerate(notes)]


def test_journal_edits_are_read_back_in_order(journal: Journal) -> None:
    edits = (edit(1), edit(2, "Two\nlines \u2028 and é."), edit(3)._replace(note=None, bookmarked=False))
    for each in edits:
        journal.add(each, 1)
    assert journal.read() == (edits, frozenset(), True)
    assert all(json.loads(line) for line in journal.file.read_text("utf-8").split("\n")[:-1])


def test_reading_a_missing_journal_returns_nothing_and_creates_no_file(journal: Journal) -> None:
    assert journal.read().edits == ()
    assert not journal.file.parent.exists()


def test_journal_file_is_readable_by_the_owner_only(journal: Journal) -> None:
    journal.add(edit(1), 1)
    assert journal.file.stat().st_mode & 0o077 == 0
    journal.compact(lambda: annotations("x"), 1)
    assert journal.file.stat().st_mode & 0o077 == 0


def test_journal_edit_is_pending_until_it_is_confirmed(journal: Journal) -> None:
    journal.add(edit(1), 1)
    journal.add(edit(2), 1)
    journal.confirm([edit(1)], 1)
    content = journal.read()
    assert (content.pending, content.confirmed) == ((edit(2),), (edit(1),))


@pytest.mark.parametrize("cut", range(1, 40))
def test_incomplete_last_line_of_the_journal_is_ignored_and_the_next_edit_is_intact(journal: Journal, cut: int) -> None:
    journal.add(edit(1), 1)
    journal.add(edit(2), 1)
    os.truncate(journal.file, journal.file.stat().st_size - cut)
    assert journal.read().edits == (edit(1),)
    journal.add(edit(3), 1)
    assert edit(1) in journal.read().edits
    assert edit(3) in journal.read().edits


def test_invalid_lines_of_the_journal_are_ignored_and_others_are_read(journal: Journal) -> None:
    journal.add(edit(1), 1)
    with journal.file.open("ab") as file:
        file.write(b'\xff\xfe\n[1]\n{"id": 3}\n{"id":"a","story":"s"}\nnot JSON\n')
    journal.add(edit(2), 1)
    content = journal.read()
    assert (content.edits, content.is_intact) == ((edit(1), edit(2)), False)


def test_journal_compaction_keeps_annotations_and_pending_edits(journal: Journal) -> None:
    for number in range(10):
        journal.add(edit(number), 1)
    journal.confirm([edit(number) for number in range(9)], 1)
    journal.compact(lambda: annotations("one", "two"), 1)
    content = journal.read()
    assert content.pending == (edit(9),)
    marks = annotations_by_story(content.confirmed, SEPARATOR)["s"]
    assert [mark.note for mark in marks.values()] == ["one", "two"]
    assert len(content.edits) == 3


def test_failed_compaction_does_not_change_the_journal(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    journal.add(edit(1), 1)
    before = journal.file.read_bytes()

    def fail() -> list[tuple[str, Annotation]]:
        raise OSError

    with pytest.raises(OSError):  # noqa: PT011 - any
        journal.compact(fail, 1)
    assert journal.file.read_bytes() == before


def test_adding_an_edit_waits_until_a_journal_compaction_ends(journal: Journal) -> None:
    journal.add(edit(1), 1)

    def meanwhile() -> list[tuple[str, Annotation]]:
        with pytest.raises(TimeoutError):
            Journal(journal.file).add(edit(2), 0)
        return annotations("kept")

    journal.compact(meanwhile, 1)
    Journal(journal.file).add(edit(3), 0)
    assert journal.read().pending == (edit(1), edit(3))


KILLED = """
import os, signal, sys
from pathlib import Path
from deepseek_tui.user_data import notebook_journal as module
from deepseek_tui.panes.annotations import Annotation
step, count = int(sys.argv[2]), 0
def traced(name):
    real = getattr(os, name)
    def call(*words, **more):
        global count
        count += 1
        if count == step:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*words, **more)
    setattr(os, name, call)
journal = module.Journal(Path(sys.argv[1]))
import filelock
for name in ("open", "write", "fsync", "close", "replace", "rename"):
    traced(name)
journal.compact(lambda: [("s", Annotation(f"item-{n}", "T", note="A note.")) for n in range(50)], 1)
print(count)
"""
"""Script that compacts a journal and kills itself before its system call number `step`."""


@pytest.mark.slow
def test_journal_compaction_killed_at_any_system_call_loses_no_edit(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "notebook.jsonl")
    for number in range(50):
        journal.add(edit(number), 1)
    journal.confirm([edit(number) for number in range(50)], 1)
    journal.add(edit(50), 1)
    for step in range(1, 40):
        done = subprocess.run([sys.executable, "-c", KILLED, journal.file, str(step)], capture_output=True, check=False)
        content = journal.read()
        assert content.is_intact
        assert content.pending == (edit(50),)
        assert len(annotations_by_story(content.edits, SEPARATOR)["s"]) == 51
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL, done.stderr
    else:
        pytest.fail("the compaction never finished")
    assert step > 5


ADDING = """
import sys
from pathlib import Path
from deepseek_tui.user_data.annotation_edit import AnnotationEdit
from deepseek_tui.user_data.notebook_journal import Journal
journal, name = Journal(Path(sys.argv[1])), sys.argv[2]
sys.stdin.read()  # all processes start when their input is closed
for number in range(300):
    journal.add(AnnotationEdit(f"{name}:{number}", "s", f"{name}-{number}", "T", "", note="A note."), 60)
    if number % 10 == 0:
        journal.compact(list, 60)
"""


@pytest.mark.slow
def test_processes_that_add_and_compact_at_the_same_time_lose_no_edit(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "notebook.jsonl")
    command = [sys.executable, "-c", ADDING, str(journal.file)]
    adding = [subprocess.Popen([*command, f"p{number}"], stdin=subprocess.PIPE) for number in range(3)]
    for process in adding:
        assert process.stdin is not None
        process.stdin.close()
    assert [process.wait(300) for process in adding] == [0] * 3
    assert {found.id for found in journal.read().pending} == {
        f"p{process}:{number}" for process in range(3) for number in range(300)
    }


def test_journal_above_a_size_limit_is_compacted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deepseek_tui.user_data.notebook_journal.COMPACTION_SIZE", 20_000)
    file = tmp_path / "notebook.sqlite3"
    with Notebook(file) as notebook:
        for number in range(300):
            notebook.draft("s", "item", "T").finish(f"Text {number}. " * 10)
        assert journal_path(file).stat().st_size < 40_000
        marks = notebook.annotations("s")
    assert annotations_by_story(Journal(journal_path(file)).read().confirmed, SEPARATOR)["s"] == marks.marks
