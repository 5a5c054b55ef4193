"""Malformed and endless files on the command line: exit status, message, memory."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from fuzz.hostile_files import HOSTILE_FILES, HUGE_FILES

SECONDS = 300
"""Maximum seconds for one file, on a machine that is busy with other work."""
BASE, TIMES = 120, 45
"""Maximum memory: a fixed number of megabytes, plus a multiple of the size of the file."""

EXPORT = ("export", "claims", "--lang", "en", "--story")
COMMANDS = (("check",), pytest.param(EXPORT, marks=pytest.mark.fuzz))
"""The commands tried on each malformed file; test_commands.py tries the export with a sample of them in every run."""


def run(path: Path, *command: str, seconds: float = SECONDS) -> tuple[int, str, str, float]:
    """Return exit status, output, error output and peak memory of a command.

    The memory is in MB.
    """
    code = (  # Peak memory is read from /proc: resource.getrusage would include the memory of the test process.
        "import sys; from deepseek_tui.cli.main import main; status = main(sys.argv[1:]);"
        "marks = dict(line.split(':', 1) for line in open('/proc/self/status'));"
        "print(int(marks['VmHWM'].split()[0]) // 1024, file=sys.stderr); sys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *command, path],
        capture_output=True,
        timeout=seconds,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    talk = done.stderr.decode("utf-8")
    said, _, memory = talk.rstrip("\n").rpartition("\n")
    assert memory.isdigit(), talk[-2000:]
    return done.returncode, done.stdout.decode("utf-8"), said, float(memory)


def ends_well(data: bytes, folder: Path, command: tuple[str, ...]) -> None:
    """Assert that a command handles a file without traceback or excessive memory."""
    path = folder / "story.json"
    path.write_bytes(data)
    status, output, said, memory = run(path, *command)
    assert status in (0, 1, 2)
    assert "Traceback" not in said
    if status:
        assert str(path.name) in output + said
        assert len(said) < 1_000_000
    assert memory < BASE + TIMES * len(data) / 2**20


@pytest.mark.parametrize("command", COMMANDS, ids=["check", "export"])
@pytest.mark.parametrize("what", HOSTILE_FILES)
def test_malformed_file_is_loaded_or_refused_without_traceback(tmp_path: Path, what: str, command: tuple[str, ...]) -> None:
    ends_well(HOSTILE_FILES[what](), tmp_path, command)


@pytest.mark.fuzz
@pytest.mark.parametrize("what", HUGE_FILES)
def test_huge_malformed_file_is_loaded_or_refused_without_traceback(tmp_path: Path, what: str) -> None:
    ends_well(HUGE_FILES[what](), tmp_path, ("check",))


def test_devices_and_other_special_files_are_refused_immediately(tmp_path: Path) -> None:
    for path in (Path("/dev/zero"), Path("/dev/null"), Path("/dev/full"), tmp_path):
        status, output, said, _ = run(path, "check", seconds=20)
        assert (status, output) == (2, ""), path
        assert said.count("\n") == 0
        assert str(path) in said


def test_file_that_changes_during_reading_is_loaded_or_refused(tmp_path: Path) -> None:
    path = tmp_path / "story.json"
    good = HOSTILE_FILES["links in a circle"]()
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            path.write_bytes(good[: len(good) // 2])
            path.write_bytes(good)
            path.unlink()

    path.write_bytes(good)
    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(5):
            status, _, said, _ = run(path, "check")
            assert status in (0, 1, 2)
            assert "Traceback" not in said
    finally:
        stop.set()
        writer.join()


def test_endless_standard_input_is_refused_when_the_size_limit_is_reached() -> None:
    code = "import sys; from deepseek_tui.story.loading import document; document.MAX_BYTES = 2**20; from deepseek_tui.cli.main import main; sys.exit(main(sys.argv[1:]))"  # noqa: E501
    with Path("/dev/zero").open("rb") as endless:
        done = subprocess.run(
            [sys.executable, "-c", code, "check", "-"], stdin=endless, capture_output=True, timeout=SECONDS, check=False
        )
    assert done.returncode == 2
    assert b"MiB" in done.stderr
