"""Home folders that are missing or not writable: one warning, and the program works."""

import os
import subprocess
from pathlib import Path

import pytest

from conftest import home_environment
from terminal.steps import leave

MISSING = Path("/proc/nobody's-home")
"""A path at which even root cannot create a home folder."""


def home_of(kind: str, folder: Path) -> Path:
    """Return a home folder of the given kind, missing or unusable."""
    if kind == "missing":
        if not Path("/proc").is_dir():
            pytest.skip("every missing folder could be made here")
        return MISSING
    home = folder / kind
    home.write_text("no folder") if kind == "a file" else home.mkdir()
    if kind == "read-only":
        for part in (home, home / ".local", home / ".config"):
            part.mkdir(exist_ok=True)
            part.chmod(0o500)
        if os.access(home, os.W_OK):
            pytest.skip("nothing is read-only to root")
    return home


@pytest.mark.parametrize(
    ("kind", "language", "said"),
    [
        ("missing", "fr", "Les signets et notes ajoutés"),
        ("a file", "en", "Bookmarks and notes made now"),
        ("read-only", "en", "Bookmarks and notes made now"),
    ],
)
def test_unusable_home_folder_is_reported_once_and_annotations_still_work(
    dashboard, tmp_path: Path, kind: str, language: str, said: str
):
    home = home_of(kind, tmp_path)
    session = dashboard("--lang", language, size=(100, 40), **home_environment(home))
    session.wait_for(said)
    assert session.text.count(said) == 1
    session.wait_for(r"\.sq")
    session.press("2", "m")
    session.wait_for("★")
    session.press("a")
    session.settled()
    session.press("Ask the shop")
    session.settled()
    session.press("escape")
    session.wait_for("✎")
    session.wait_for("Ask the shop")
    assert session.text.count(said) <= 1
    session.press("q")
    assert session.wait_for_exit() == 0
    assert session.modes_now == session.modes_before


@pytest.mark.parametrize("kind", ["missing", "a file", "read-only"])
@pytest.mark.parametrize(
    "command",
    [("show", "overview"), ("export", "mine"), ("where",), ("config", "--check"), ("check", "deepseek")],
    ids=" ".join,
)
def test_commands_work_without_a_home_folder(program, environment, tmp_path: Path, kind: str, command: tuple[str, ...]):
    environment.update(home_environment(home_of(kind, tmp_path)))
    done: subprocess.CompletedProcess[str] = program(*command)
    assert (done.returncode, done.stderr) == (0, "")


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
