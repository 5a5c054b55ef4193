"""The desk of a story that is opened: what is watched, what is remembered, and the command that comes back to it."""

import io
import shlex
import sys
from pathlib import Path

import pytest

from bundled import FILE
from deepseek_tui.cli.open import _desk
from deepseek_tui.cli.story_options import opened_from
from deepseek_tui.user_data.settings import Settings
from deepseek_tui.user_data.workspace import Workspace
from stories import minimal_story, write_story

pytestmark = pytest.mark.usefixtures("home")


def desk(word: str) -> Workspace:
    """The desk of the story that a word names."""
    opened = opened_from(word)
    assert opened is not None
    return _desk(opened, Settings())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A story in a folder whose name a shell would take apart."""
    folder = tmp_path / "my stories"
    folder.mkdir()
    return write_story(folder, minimal_story())


@pytest.mark.parametrize("named", ["by its whole path", "by a path from here", "by a link"])
def test_a_story_in_a_file_is_watched_however_it_is_named(named: str, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    word = {"by its whole path": str(path.resolve()), "by a path from here": path.name, "by a link": "link.json"}[named]
    Path("link.json").symlink_to(path)
    found = desk(word)
    assert found.watch_file() is not None
    assert found.origin == str(path.resolve())
    words = shlex.split(found.command("an-item"))
    assert words[:1] + words[2:] == ["deepseek-tui", "--at", "an-item"]
    assert Path(words[1]).is_absolute()
    assert Path(words[1]).samefile(path)


@pytest.mark.parametrize("word", ["deepseek", str(FILE)])
def test_a_story_that_comes_with_the_program_is_not_watched(word: str) -> None:
    found = desk(word)
    assert found.watch_file() is None
    assert found.origin == "deepseek"
    assert found.command("an-item") == "deepseek-tui --at an-item"


def test_a_story_from_standard_input_is_not_watched_nor_remembered(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(path.read_bytes())))
    found = desk("-")
    assert found.watch_file() is None
    assert (found.session, found.snapshots) == (None, None)
    assert found.command("an-item") == ""
    assert found.notebook is not None  # marks are kept by the story's id
    found.close()
