"""Workspace of an open story: watched file, saved state and reopening command."""

import io
import shlex
import sys
from pathlib import Path

import pytest

from bundled import FILE
from deepseek_tui.cli.open import _workspace
from deepseek_tui.cli.story_options import open_story
from deepseek_tui.user_data.settings import Settings
from deepseek_tui.user_data.workspace import Workspace
from stories import minimal_story, write_story

pytestmark = pytest.mark.usefixtures("home")


def workspace(argument: str) -> Workspace:
    """Return the workspace of a story named on the command line."""
    opened = open_story(argument)
    assert opened is not None
    return _workspace(opened, Settings())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a story's path in a folder whose name needs shell quoting."""
    folder = tmp_path / "my stories"
    folder.mkdir()
    return write_story(folder, minimal_story())


@pytest.mark.parametrize("named", ["by its whole path", "by a path from here", "by a link"])
def test_story_file_is_watched_for_any_form_of_the_path(named: str, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    word = {"by its whole path": str(path.resolve()), "by a path from here": path.name, "by a link": "link.json"}[named]
    Path("link.json").symlink_to(path)
    found = workspace(word)
    assert found.watch_file() is not None
    assert found.origin == str(path.resolve())
    words = shlex.split(found.command("an-item"))
    assert words[:1] + words[2:] == ["deepseek-tui", "--at", "an-item"]
    assert Path(words[1]).is_absolute()
    assert Path(words[1]).samefile(path)


@pytest.mark.parametrize("word", ["deepseek", str(FILE)])
def test_bundled_story_is_not_watched_for_changes(word: str) -> None:
    found = workspace(word)
    assert found.watch_file() is None
    assert found.origin == "deepseek"
    assert found.command("an-item") == "deepseek-tui --at an-item"


def test_story_from_standard_input_is_not_watched_and_no_session_is_saved(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(path.read_bytes())))
    found = workspace("-")
    assert found.watch_file() is None
    assert (found.session, found.snapshots) == (None, None)
    assert found.command("an-item") == ""
    assert found.notebook is not None  # Annotations work, because they depend only on the id of the story.
    found.close()
