"""What the repository promises of itself."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

import deepseek_tui

ROOT = Path(__file__).parents[2]
MACHINE_PATH = re.compile(r"(?<![\w.<{~-])(?<!\w/)/(?:work|root|farm|home/[\w.-]+|Users/[\w.-]+)/|\b[A-Z]:\\Users\\")
"""A path into one machine's own folders."""

AT_ROOT = frozenset(
    [
        ".ci",
        ".gitignore",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "LICENSE",
        "Makefile",
        "README.md",
        "constraints.txt",
        "content",
        "pyproject.toml",
        "screenshots",
        "tests",
        "tui",
    ]
)
"""Files and folders at the root; a new one is added here with the commit that needs it."""
PINNED = re.compile(r"[.-]lock\b|\block\b|requirements|constraints")
"""Names of files that pin versions. An address in one ties an installation to somebody's server."""


def tracked() -> dict[str, str]:
    """Every text file under version control, by its name."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a checkout: what is tracked is not known")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
    texts = {}
    for name in filter(None, listed.split("\0")):
        try:
            texts[name] = (ROOT / name).read_text("utf-8")
        except (UnicodeDecodeError, FileNotFoundError):
            continue  # not a text, or about to be removed
    return texts


def test_no_file_holds_a_path_of_one_machine():
    found = [
        f"{name}:{number}: {line.strip()[:80]}"
        for name, text in tracked().items()
        for number, line in enumerate(text.splitlines(), 1)
        if MACHINE_PATH.search(line)
    ]
    assert found == []


def test_no_unknown_file_is_at_the_root():
    assert {name.split("/")[0] for name in tracked()} - AT_ROOT == set()


def test_no_file_of_pins_holds_a_download_address():
    assert [name for name, text in tracked().items() if PINNED.search(name) and "://" in text] == []


@pytest.mark.parametrize("folders", [("home", "ada"), ("root",), ("Users", "ada")])
@pytest.mark.parametrize("frame", ["{}", '"{}"', "see ({})", "file://{}"])
def test_such_a_path_would_be_found(folders: tuple[str, ...], frame: str):
    assert MACHINE_PATH.search(frame.format("/".join(("", *folders, "story.json"))))


@pytest.mark.parametrize("harmless", ["./work/", "https://example.org/home/ada/", "deepseek_tui/work/", "$HOME/root/x"])
def test_such_a_path_would_not(harmless: str):
    assert not MACHINE_PATH.search(harmless)


def test_the_version_is_the_same_everywhere():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == deepseek_tui.__version__
    assert re.search(rf"^## \[{re.escape(project['version'])}\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)


def test_every_pin_is_a_plain_name_and_an_exact_version():
    lines = [line for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines() if line and line[0] != "#"]
    assert [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.]+", line)] == []


def test_every_package_of_the_tree_is_shipped():
    shipped = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]["packages"]
    source = ROOT / "tui"
    here = {".".join(path.parent.relative_to(source).parts) for path in source.rglob("__init__.py")}
    assert here | {"deepseek_tui.content"} == set(shipped)


def test_make_says_what_there_is():
    said = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for target in ("run", "test", "check", "screenshots", "wheel", "clean"):
        assert re.search(rf"^  {target} ", said, re.MULTILINE), target
