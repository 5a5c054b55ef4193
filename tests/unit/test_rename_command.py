"""Command `rename`, which changes an id and all references to it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from deepseek_tui.cli import main as cli
from stories import minimal_story, write_story

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_story(tmp_path, minimal_story())


def rename(path: Path | str, old: str, new: str) -> int:
    return cli.main(["rename", str(path), old, new])


def test_id_is_renamed_with_its_references_and_only_their_lines_change(path: Path, capfd: Captured) -> None:
    before = path.read_text("utf-8").splitlines()
    assert rename(path, "launch", "the-start") == 0
    after = path.read_text("utf-8").splitlines()
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert len(changed) == 5
    assert all(old.replace('"launch"', '"the-start"') == new for old, new in changed)
    assert '"launch"' not in path.read_text("utf-8")
    shown = capfd.readouterr()
    assert shown.out == ""
    assert shown.err == f"deepseek-tui: {path}: launch is now the-start, and so are the 4 references to it\n"


@pytest.mark.parametrize(
    ("old", "says"), [("will-it-last", "nothing refers to it"), ("broke-once", "and so is the one reference to it")]
)
def test_rename_command_prints_the_number_of_changed_references(path: Path, old: str, says: str, capfd: Captured) -> None:
    assert rename(path, old, "x") == 0
    assert says in capfd.readouterr().err


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("lunch", "x", 'nothing has the id "lunch" (did you mean launch?)'),
        ("launch", "acme", 'the id "acme" is taken already, by players[0]'),
        ("launch", "timeline", '"timeline" cannot be an id, because it names a section (timeline-1 would do)'),
        ("launch", "The Start", '"The Start" is no id'),
        ("launch", "launch", "the old and the new id are the same"),
        ("launch", "\x1b[31m", '"␛[31m" is no id'),
    ],
)
def test_rename_command_refuses_an_unusable_id_and_leaves_the_file_unchanged(
    path: Path, old: str, new: str, says: str, capfd: Captured
) -> None:
    before = path.read_bytes()
    assert rename(path, old, new) == 2
    shown = capfd.readouterr()
    assert shown.out == ""
    assert says in shown.err
    assert shown.err.count("\n") == 1
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir()] == ["story.json"]


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ("deepseek", "comes with the program"),
        ("-", "standard input"),
        ("/dev/null", "no regular file"),
        ("nope", "no such file"),
    ],
)
def test_story_that_cannot_be_edited_is_refused(word: str, says: str, capfd: Captured) -> None:
    assert rename(word, "a", "b") == 2
    assert says in capfd.readouterr().err


def test_invalid_story_is_refused_with_its_problems(tmp_path: Path, capfd: Captured) -> None:
    path = write_story(tmp_path, minimal_story() | {"version": 2})
    before = path.read_bytes()
    assert rename(path, "launch", "x") == 2
    assert capfd.readouterr().err == f"{path}:3:14: version: must be 1, not 2\n"
    assert path.read_bytes() == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write every file")
def test_write_protected_file_is_refused(path: Path, capfd: Captured) -> None:
    path.chmod(0o444)
    assert rename(path, "launch", "x") == 2
    assert "write-protected" in capfd.readouterr().err


def test_messages_of_the_rename_command_are_in_the_interface_language(
    path: Path, capfd: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    assert rename(path, "launch", "depart") == 0
    assert "launch devient depart, de même que les 4 renvois qui y mènent" in capfd.readouterr().err
    assert rename(path, "depart", "acme") == 2
    assert "est déjà pris" in capfd.readouterr().err


def test_rename_command_imports_neither_textual_nor_rich_nor_numpy(path: Path) -> None:
    code = (
        "import sys; from deepseek_tui.cli.main import main; "
        f"main(['rename', {str(path)!r}, 'launch', 'x']); print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert loaded & {"textual", "rich", "numpy"} == set()
    assert '"launch"' not in path.read_text("utf-8")


def test_story_is_valid_after_the_rename(path: Path, capfd: Captured) -> None:
    for id in ("launch", "made-it", "the-article", "jane-doe", "launch-praise", "things", "thing", "how-many"):
        assert rename(path, id, f"new-{id}") == 0
    assert cli.main(["check", str(path), "--ignore", "uncited-sentence"]) == 0
    assert json.loads(path.read_bytes())["claims"][0]["speaker"] == "new-the-article"
