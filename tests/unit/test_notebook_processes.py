"""Notebook in several processes at once, some of which are killed."""

import itertools
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from deepseek_tui.user_data.notebook import Notebook

SEPARATOR = "=/=/="

WRITER = """
import pathlib, sys
from deepseek_tui.user_data.notebook import Notebook
file, name = pathlib.Path(sys.argv[1]), sys.argv[2]
sys.stdin.read()  # all processes start when their input is closed
with Notebook(file, separator="=/=/=") as notebook:
    for number in range(100):
        notebook.toggle_bookmark("s", f"{name}-{number}", "T")
        notebook.draft("s", f"{name}-{number}", "T").finish(f"Note {number} of {name}.")
    draft = notebook.draft("s", "shared", "T")
    before = draft.text
    draft.save(before + " half a word")
    draft.finish(f"{before}\\nWord of {name}.")
    assert notebook.is_persistent and not notebook.take_errors(), notebook.take_errors()
"""
"""Script of a process that writes to items of its own, and to one item that all processes share."""

ENDLESS = """
import itertools, pathlib, sys
from deepseek_tui.user_data.notebook import Notebook
notebook = Notebook(pathlib.Path(sys.argv[1]))
draft = notebook.draft("s", "item", "T")
for number in itertools.count():
    draft.save(f"{sys.argv[2]} kept {number}")
    print(number, flush=True)
"""
"""Script of a process that saves drafts without end, and prints the number of each saved text."""


def start(code: str, *words: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", code, *words]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.slow
@pytest.mark.parametrize("damaged", [False, True], ids=["new", "damaged"])
@pytest.mark.parametrize("count", [2, 8])
def test_processes_that_write_at_the_same_time_lose_no_annotation(tmp_path: Path, count: int, damaged: bool) -> None:
    file = tmp_path / "notebook.sqlite3"
    if damaged:
        file.write_bytes(random.Random(3).randbytes(9000))
    names = [f"dashboard-{number}" for number in range(count)]
    writers = [
        start(WRITER if not damaged else WRITER.replace("and not notebook.take_errors()", ""), str(file), name)
        for name in names
    ]
    try:
        for writer in writers:
            assert writer.stdin is not None
            writer.stdin.close()
            writer.stdin = None
        ended = [(writer.communicate(timeout=300)[1], writer.returncode) for writer in writers]
    finally:
        for writer in writers:
            writer.kill()
    assert ended == [("", 0)] * count
    with Notebook(file) as notebook:
        marks = dict(notebook.annotations("s").marks)
        shared = marks.pop("shared").note
        assert notebook.take_errors() == ()
    assert {ref: (mark.bookmarked, mark.note) for ref, mark in marks.items()} == {
        f"{name}-{number}": (True, f"Note {number} of {name}.") for name in names for number in range(100)
    }
    assert sorted(line for line in shared.splitlines() if line not in ("", SEPARATOR)) == [
        f"Word of {name}." for name in names
    ]
    # Only one of the processes quarantined the damaged file.
    assert len(list(tmp_path.glob("*damaged*.sqlite3"))) == damaged


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6))
def test_killed_process_loses_only_note_text_since_the_last_save(tmp_path: Path, seed: int) -> None:
    file = tmp_path / "notebook.sqlite3"
    wanted = random.Random(seed).randrange(1, 400)
    with start(ENDLESS, str(file), "Text") as writer:
        assert writer.stdout is not None
        printed = list(itertools.islice(writer.stdout, wanted))
        writer.send_signal(signal.SIGKILL)
        printed += writer.stdout.readlines()
    last = int([line for line in printed if line.endswith("\n")][-1])
    with Notebook(file) as notebook:
        assert [(found.story, found.ref, found.title) for found in notebook.take_recovered_notes()] == [("s", "item", "T")]
        kept = int(notebook.annotations("s").marks["item"].note.removeprefix("Text kept "))
        # The process may have been killed after saving a text and before printing the number.
        assert kept in (last, last + 1)
        assert notebook.take_errors() == ()
    with Notebook(file) as notebook:
        assert notebook.take_recovered_notes() == ()
        assert notebook.annotations("s").marks["item"].note == f"Text kept {kept}"
    assert list(tmp_path.glob("*writing*")) == []


@pytest.mark.slow
def test_draft_of_a_killed_process_is_merged_with_a_note_written_meanwhile(tmp_path: Path) -> None:
    file = tmp_path / "notebook.sqlite3"
    with Notebook(file, separator=SEPARATOR) as notebook:
        draft = notebook.draft("s", "item", "T")
        draft.save("Mine so far")
        with start(ENDLESS, str(file), "Theirs") as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            # The draft is not taken over, because the other process still runs and has not finished the draft.
            assert notebook.draft("s", "item", "T").text == ""
            writer.send_signal(signal.SIGKILL)
        recovered = notebook.draft("s", "item", "T").text
        assert recovered.startswith("Theirs kept ")
        assert len(notebook.take_recovered_notes()) == 1
        assert draft.finish("Mine.") == f"{recovered}\n\n{SEPARATOR}\n\nMine."


@pytest.mark.slow
def test_crash_with_an_empty_draft_does_not_change_the_note(tmp_path: Path) -> None:
    file = tmp_path / "notebook.sqlite3"
    with Notebook(file) as notebook:
        notebook.draft("s", "item", "T").finish("A long note.")
    code = ENDLESS.replace('draft.save(f"{sys.argv[2]} kept {number}")', 'draft.save("")')
    with start(code, str(file), "") as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        writer.send_signal(signal.SIGKILL)
    with Notebook(file) as notebook:
        assert notebook.annotations("s").marks["item"].note == "A long note."
        assert notebook.take_recovered_notes() == ()
