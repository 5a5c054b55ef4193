"""Hostile files and arguments for every command."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from deepseek_tui.cli.main import COMMANDS
from fuzz.hostile_files import HOSTILE_FILES
from fuzz.test_hostile_files import EXPORT, run

READERS = {
    "open": ("open",),
    "export": EXPORT,
    "show": ("show", "--story"),
    "show --article": ("show", "mla", "--article"),
    "check --json": ("check", "--json"),
    "check --article": ("check", "deepseek", "--article"),
    "diff": ("diff", "deepseek"),
    "diff --json": ("diff", "--json", "quiet-ferry"),
    "new": ("new", "-o", "-"),
    "fingerprint": ("fingerprint",),
    "config": ("config", "--check"),
}
"""Commands and options that read a file; the path comes last."""
FEW = ("a number of a million digits", "half a character, raw", "UTF-16", "links in a circle")
SAFE = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def told(path: Path, command: tuple[str, ...]) -> None:
    """Check that a command succeeds or reports an error without a traceback."""
    status, output, said, _ = run(path, *command)
    assert status in (0, 1, 2), command
    for fault in ("Traceback", "error of the program"):
        assert fault not in output + said
    if status == 2:
        assert said
        assert output == ""


@pytest.mark.parametrize("way", READERS)
def test_each_command_that_reads_files_accepts_or_refuses_a_sample_of_malformed_files(tmp_path: Path, way: str) -> None:
    for what in FEW:
        (tmp_path / "story.json").write_bytes(HOSTILE_FILES[what]())
        told(tmp_path / "story.json", READERS[way])


@pytest.mark.fuzz
@pytest.mark.parametrize("what", HOSTILE_FILES)
def test_each_command_that_reads_files_accepts_or_refuses_every_malformed_file(tmp_path: Path, what: str) -> None:
    (tmp_path / "story.json").write_bytes(HOSTILE_FILES[what]())
    for command in READERS.values():
        told(tmp_path / "story.json", command)


@pytest.mark.parametrize("world", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}], ids=["locale", "asked-for"])
def test_help_is_printed_in_any_terminal_character_set(world: dict[str, str]) -> None:
    environment = {**os.environ, **SAFE, **world}
    for command in ([], *([name] for name in COMMANDS)):
        words = [sys.executable, "-m", "deepseek_tui", *command, "--help"]
        done = subprocess.run(words, env=environment, capture_output=True, check=False, timeout=60)
        assert (done.returncode, done.stderr) == (0, b"")
        assert b"usage: deepseek-tui" in done.stdout


@pytest.mark.parametrize(
    "words",
    [
        *(["--é"], ["é"], ["export", "é"], ["check", "é"], ["diff", "é", "à"]),
        *(
            ["show", "--lang", "é"],
            ["--theme", "é"],
            ["--at", "é"],
            ["lab", "é"],
            ["completion", "é"],
            ["new", "é", "-o", "à"],
        ),
    ],
    ids=" ".join,
)
def test_argument_outside_the_locale_character_set_is_refused_with_a_message(words: list[str]) -> None:
    environment = {**os.environ, **SAFE, "LC_ALL": "C"}
    done = subprocess.run(
        [sys.executable, "-m", "deepseek_tui", *words], env=environment, capture_output=True, check=False, timeout=60
    )
    assert done.returncode == 2
    assert done.stdout == b""
    assert b"Traceback" not in done.stderr
    assert b"error of the program" not in done.stderr
    assert done.stderr.isascii()
