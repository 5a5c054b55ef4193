"""Consistency of the repository's files."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

import deepseek_tui

ROOT = Path(__file__).parents[2]
MACHINE_PATH = re.compile(r"(?<![\w.<{~-])(?<!\w/)/(?:work|root|farm|home/[\w.-]+|Users/[\w.-]+)/|\b[A-Z]:\\Users\\")
"""A path that exists only on one machine."""

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
"""Names of files that pin versions. A download address in one ties installation to one server."""


def tracked() -> dict[str, str]:
    """Return the content of every text file under version control, by name."""
    if not (ROOT / ".git").exists():
        pytest.skip("needs a git checkout")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
    texts = {}
    for name in filter(None, listed.split("\0")):
        try:
            texts[name] = (ROOT / name).read_text("utf-8")
        except (UnicodeDecodeError, FileNotFoundError):
            continue  # The file is binary, or it was deleted after the files were listed.
    return texts


def test_no_file_contains_a_machine_specific_path():
    found = [
        f"{name}:{number}: {line.strip()[:80]}"
        for name, text in tracked().items()
        for number, line in enumerate(text.splitlines(), 1)
        if MACHINE_PATH.search(line)
    ]
    assert found == []


def test_repository_root_has_no_unknown_files():
    assert {name.split("/")[0] for name in tracked()} - AT_ROOT == set()


def test_files_with_pinned_versions_have_no_download_addresses():
    assert [name for name, text in tracked().items() if PINNED.search(name) and "://" in text] == []


@pytest.mark.parametrize("folders", [("home", "ada"), ("root",), ("Users", "ada")])
@pytest.mark.parametrize("frame", ["{}", '"{}"', "see ({})", "file://{}"])
def test_machine_specific_path_is_detected(folders: tuple[str, ...], frame: str):
    assert MACHINE_PATH.search(frame.format("/".join(("", *folders, "story.json"))))


@pytest.mark.parametrize("harmless", ["./work/", "https://example.org/home/ada/", "deepseek_tui/work/", "$HOME/root/x"])
def test_ordinary_path_is_not_detected_as_machine_specific(harmless: str):
    assert not MACHINE_PATH.search(harmless)


def test_program_version_is_the_same_in_all_files():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == deepseek_tui.__version__
    assert re.search(rf"^## \[{re.escape(project['version'])}\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)


def test_pinned_dependencies_have_exact_versions():
    lines = [line for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines() if line and line[0] != "#"]
    assert [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.]+", line)] == []


def test_distribution_includes_all_packages():
    shipped = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]["packages"]
    source = ROOT / "tui"
    existing = {".".join(path.parent.relative_to(source).parts) for path in source.rglob("__init__.py")}
    assert existing | {"deepseek_tui.content"} == set(shipped)


def test_make_without_a_target_lists_the_targets():
    output = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for target in ("run", "test", "check", "screenshots", "wheel", "clean"):
        assert re.search(rf"^  {target} ", output, re.MULTILINE), target
