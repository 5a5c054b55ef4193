"""Search, links, filters, annotations and the last location, in a terminal."""

import base64
import json
import os
import re
import shlex
import signal
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from shutil import rmtree
from typing import Any

import pytest

from conftest import home_environment
from terminal.pty_session import TIMEOUT, Session

FERRY = Path(__file__).parents[2] / "content" / "quiet-ferry.json"
SIZES = [(60, 20), (160, 45)]
EVENT, CLAIM = "A rowing boat is startled", "The Marigold startled a rowing boat"
CLIPBOARD = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)(?:\x07|\x1b\\)")


def by_size(size: tuple[int, int]) -> str:
    return "{}x{}".format(*size)


both_layouts = pytest.mark.parametrize("size", SIZES, ids=by_size)


def current(session: Session) -> str:
    """Return the title of the current row, or of the item shown alone."""
    # Further right, the character ▌ is the edge of a notification.
    rows = [line for line in session.screen.display if "▌" in line[:4]]
    row = rows[0] if rows else session.screen.display[3].replace("│ ", "▌", 1)
    match = re.search(r"▌[○◐●◇┊ ]*([^│]*?)\s*(?:│|…|×|[★✎]|$)", row)
    return match[1] if match else ""


def wait_for_row(session: Session, title: str) -> None:
    """Wait until the current row has this title, or its beginning."""
    session.wait_until(lambda: current(session).startswith(title[:30]), f"the list to be on {title!r}")


def is_highlighted(session: Session, word: str) -> bool:
    """Return whether a word is highlighted somewhere on the screen."""
    for y, line in enumerate(session.screen.display):
        for match in re.finditer(rf"(?i)(?<= ){word}", line):
            before, here = (session.screen.buffer[y][x] for x in (match.start() - 1, match.start()))
            if (before.bg, before.reverse) != (here.bg, here.reverse):
                return True
    return False


def select_row(session: Session, title: str) -> None:
    """Press j until the row with this title is current."""
    for _ in range(40):
        if current(session).startswith(title[:30]):
            return
        before = current(session)
        session.press("j")
        session.wait_until(lambda before=before: current(session) != before, "j to move")
    raise AssertionError(f"no row {title!r}; the screen:\n{session.text}")


def leave(session: Session) -> None:
    """Quit and check that the terminal is restored."""
    session.press("q")
    assert session.wait_for_exit() == 0
    assert session.modes_now == session.modes_before
    assert session.modes_left_on == set()
    assert b"Traceback" not in session.raw


@pytest.fixture
def notebook(environment: dict[str, str]) -> Path:
    """Return the path of the notebook."""
    return Path(environment["XDG_DATA_HOME"]) / "deepseek-tui" / "notebook.sqlite3"


def draft(notebook: Path) -> list[str]:
    """Return the saved words of the note being written."""
    with closing(sqlite3.connect(f"file:{notebook}?mode=ro", uri=True, timeout=TIMEOUT)) as file:
        return " ".join(text for (text,) in file.execute("SELECT text FROM drafts")).split()


def by_id(items: list[dict[str, Any]], identity: str) -> dict[str, Any]:
    """Return the item with this id."""
    return next(item for item in items if item["id"] == identity)


@pytest.fixture
def story() -> Iterator[Path]:
    """Copy a story to a path short enough for the smallest screen."""
    folder = Path(tempfile.mkdtemp(prefix="s-"))
    path = folder / "story.json"
    path.write_text(json.dumps(json.loads(FERRY.read_bytes()), indent=1), "utf-8")
    yield path
    rmtree(folder)


def edit(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Replace a story with a changed edition, as an editor does."""
    document = json.loads(path.read_bytes())
    change(document)
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(document, indent=1), "utf-8")
    fresh.replace(path)


# Tests of search, links and filters.


@both_layouts
def test_search_results_are_highlighted_and_visited_across_panes(dashboard, size):
    session = dashboard("quiet-ferry", "--lang", "en", size=size)
    session.wait_for("At a glance")
    session.press("s")
    session.wait_for("Search the whole story")
    session.press(*"STARTLED")
    session.wait_for(f"▌{EVENT}")
    session.wait_for("Claims +1 result")
    session.press("enter")
    session.wait_until_gone("Search the whole story")
    wait_for_row(session, EVENT)
    session.wait_until(lambda: is_highlighted(session, "startled"), "the word to be marked")
    session.press("n")
    wait_for_row(session, CLAIM)
    session.wait_until(lambda: is_highlighted(session, "startled"), "the word to be marked there as well")
    session.press("N")
    wait_for_row(session, EVENT)
    session.press("s")
    session.wait_for("Search the whole story")
    session.press(*" nowherre")
    session.wait_for("does not occur in this story")
    session.press("escape")
    session.wait_until_gone("Search the whole story")
    wait_for_row(session, EVENT)
    leave(session)


@both_layouts
def test_back_and_forward_restore_the_screen_after_a_link(dashboard, size):
    session = dashboard("quiet-ferry", "--lang", "en", "--at", "rowing-boat-startled", size=size)
    wait_for_row(session, EVENT)
    before = session.settled()
    session.press("f")
    letter = session.wait_for(r"\b([a-z]) Marigold\b")[1]
    session.press(letter)
    wait_for_row(session, "Marigold")
    there = session.settled()
    session.press("b")
    session.wait_until(lambda: session.text == before, "the screen as it was")
    session.press("B")
    session.wait_until(lambda: session.text == there, "the screen as it was after the link")
    session.press("b")
    session.wait_until(lambda: session.text == before, "the screen as it was")
    session.press("6")
    session.wait_until(lambda: session.text != before, "another pane")
    session.settled()
    session.press("B")
    session.wait_for("End of the history")  # Opening another pane has cleared the forward history.
    leave(session)


@both_layouts
def test_filter_is_kept_when_another_pane_is_opened_until_it_is_cleared(dashboard, size):
    session = dashboard("quiet-ferry", "--lang", "en", "--at", "bell-hung", size=size)
    wait_for_row(session, "A bell is hung")
    session.press("F")
    session.settled()
    session.press(*"bell")
    session.wait_for(r"\b2 of 1\d\b")
    session.press("enter")
    session.settled()
    session.press("3")
    session.wait_until_gone(r"\b2 of 1\d\b")
    session.press("2")
    session.wait_for(r"\b2 of 1\d\b")
    wait_for_row(session, "A bell is hung")
    session.press("X")
    session.wait_until_gone(r"\b2 of 1\d\b")
    wait_for_row(session, "A bell is hung")
    leave(session)


# Tests of annotations.


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
    session.wait_for("It comes after the fright")
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


def test_annotations_are_saved_when_the_lock_of_the_notebook_is_released(dashboard, program, notebook):
    session = dashboard("quiet-ferry", "--lang", "en", "--at", "bell-hung", size=(100, 40))
    wait_for_row(session, "A bell is hung")
    session.press("m")
    session.wait_for("★")
    session.wait_until(notebook.is_file, "the notebook to be made")
    with closing(sqlite3.connect(notebook, isolation_level=None, timeout=TIMEOUT)) as holder:
        holder.execute("BEGIN IMMEDIATE")
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
    wait_for_row(session, "A bell is hung")
    session.press("m")
    session.wait_for("★")
    session.wait_until(notebook.is_file, "the notebook to be made")
    with closing(sqlite3.connect(notebook, isolation_level=None, timeout=TIMEOUT)) as holder:
        holder.execute("BEGIN IMMEDIATE")
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


# Tests of the last location and of live reload.


def test_story_opens_at_the_last_location_without_the_option_fresh(dashboard):
    session = dashboard("quiet-ferry", "--lang", "en", "--at", "lantern-doubts", size=(60, 20))
    wait_for_row(session, "The Wendle Lantern is less convinced")
    session.press("L")
    session.wait_for("Le Wendle Lantern est moins")
    session.press("j", "j", "j")
    wait_for_row(session, "Le Marigold n’a manqué")
    leave(session)

    session = dashboard("quiet-ferry", size=(60, 20))
    wait_for_row(session, "Le Marigold n’a manqué")
    leave(session)

    session = dashboard("quiet-ferry", "--fresh", size=(60, 20))
    wait_for_row(session, "At a glance")
    leave(session)


def test_story_changed_on_disk_is_reloaded_at_the_same_location(dashboard, story):
    session = dashboard(str(story), "--lang", "en", "--at", "bell-hung", size=(60, 20))
    wait_for_row(session, "A bell is hung")
    session.settled()
    edit(story, lambda document: document["events"][-1]["title"].update(en="A third ferry is to follow"))
    session.wait_for("Story reloaded")
    wait_for_row(session, "A bell is hung")
    session.press("u")
    session.wait_for("What changed")
    session.wait_for("A third ferry is to follow")
    session.press("escape")
    session.wait_until_gone("What changed")

    def spoil(document: dict[str, Any]) -> None:
        document["events"][0]["colour"] = "red"

    good = story.read_bytes()
    edit(story, spoil)
    line = next(number for number, line in enumerate(story.read_text("utf-8").splitlines(), 1) if '"colour"' in line)
    session.wait_for(rf"story\.json:{line}:\d+")
    wait_for_row(session, "A bell is hung")
    session.press("j")
    session.wait_until(lambda: not current(session).startswith("A bell"), "the story to be read on")
    story.write_bytes(good)
    session.wait_until(lambda: "story.json" not in session.screen.display[0], "the title to be without a fault")
    leave(session)


def test_changes_since_the_last_visit_are_shown_and_bookmarks_of_removed_items_kept(dashboard, program, story):
    session = dashboard(str(story), "--lang", "en", "--at", "right-town-asked", size=(120, 40))
    wait_for_row(session, "Should a town of six thousand")
    session.press("m")
    session.wait_for("Bookmark added")
    leave(session)
    edit(story, lambda document: document["claims"].remove(by_id(document["claims"], "right-town-asked")))
    session = dashboard(str(story), "--lang", "en", size=(120, 40))
    session.wait_for("Since you last read it: 1 .*")
    session.wait_for("no longer")
    session.press("u")
    session.wait_for("What changed")
    session.press("escape")
    session.settled()
    leave(session)
    exported = program("export", "mine", "--story", str(story), "--lang", "en").stdout
    assert "Should a town of six thousand" in exported
    assert "no longer in the story" in exported


# Tests of stories opened at an item.


def test_copied_command_opens_the_story_at_the_current_item(dashboard, story):
    session = dashboard(str(story), "--lang", "en", "--at", "bell-hung", size=(120, 40))
    wait_for_row(session, "A bell is hung")
    session.press("Y")
    session.wait_for("Copied")
    session.wait_until(lambda: CLIPBOARD.search(session.raw) is not None, "the clipboard to be set")
    command = base64.b64decode(CLIPBOARD.findall(session.raw)[-1]).decode()
    assert shlex.split(command) == ["deepseek-tui", str(story), "--at", "bell-hung"]
    leave(session)
    session = dashboard(*shlex.split(command)[1:], "--fresh", size=(120, 40))
    wait_for_row(session, "A bell is hung")


def test_unknown_item_id_is_refused_with_a_suggestion(dashboard):
    session = dashboard("quiet-ferry", "--at", "bell-hun")
    assert session.wait_for_exit() == 2
    assert "did you mean bell-hu" in session.text
    assert b"\x1b[?1049h" not in session.raw
    assert b"Traceback" not in session.raw


def test_story_from_standard_input_reads_keys_from_the_terminal(installed, environment):
    command = f"cat {shlex.quote(str(FERRY))} | {shlex.quote(str(installed / 'deepseek-tui'))} open - --lang en"
    with Session(["/bin/sh", "-c", command], (80, 24), environment) as session:
        session.wait_for("At a glance")
        session.press("2", "j")
        wait_for_row(session, "The old engines")
        session.press("m")
        session.wait_for("★")
        session.press("Y")
        session.wait_for("No command opens this")
        session.settled()
        leave(session)


# Tests of damaged and unwritable user data.


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


@pytest.mark.parametrize("home", ["/dev/null/home", "/sys/home"])
def test_story_opens_with_a_warning_when_the_home_folder_is_not_writable(dashboard, home):
    if not Path(home).parent.exists():
        pytest.skip(f"no {Path(home).parent} here")
    session = dashboard("quiet-ferry", "--lang", "en", size=(160, 45), **home_environment(Path(home)))
    session.wait_for("At a glance")
    session.wait_for("Bookmarks and notes made now are lost when you quit")
    session.press("2", "m")
    session.wait_for("★")
    leave(session)


def test_missing_home_directory_is_created(dashboard, tmp_path):
    home = tmp_path / "not" / "yet"
    session = dashboard("quiet-ferry", "--lang", "en", **home_environment(home))
    session.wait_for("At a glance")
    session.press("m")
    session.wait_for("★")
    leave(session)
    assert (home / ".local/share/deepseek-tui/notebook.sqlite3").is_file()


# Tests of other ways to end the program.


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
