"""Atomic file writes that fail or are killed at any system call."""

import errno
import itertools
import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import BuiltinFunctionType
from typing import Any

import pytest

from deepseek_tui.user_data.atomic_files import SaveError, save

NOT_SYSTEM_CALLS = ("fspath", "strerror")
"""Functions of `os` that make no system call."""
STATUS_CALLS = ("stat", "lstat")
"""Calls that resolve a path; their number depends on its folders."""
OLD, NEW = b"old", b"new"


class FaultInjector:
    """Wrapper of functions of `os` that lets one recorded call fail."""

    def __init__(self, number: int = -1, *, done: bool = False, links: bool = True) -> None:
        """Make the call with the given number fail.

        With `done`, it fails after the real system call.
        """
        self.number, self.done, self.links = number, done, links
        self.calls: list[str] = []

    def wrap(self, name: str) -> Callable[..., Any]:
        """Return the wrapped function of `os`."""
        real = getattr(os, name)

        def call(*arguments: Any, **options: Any) -> Any:
            self.calls.append(name)
            fails = len(self.calls) - 1 == self.number
            if name == "link" and not self.links:
                raise OSError(errno.EPERM, "no links here")
            # A failing call of close still closes the file, so the real function is called first.
            if fails and not self.done and name != "close":
                raise OSError(errno.EIO, "injected")
            answer = real(*arguments, **options)
            if fails:
                raise OSError(errno.EIO, "injected")
            return answer

        return call


def saved(path: Path, faults: FaultInjector, *, overwrite: bool, expected: bytes | None = None) -> bool:
    """Return whether a file was saved through the fault injector."""
    with pytest.MonkeyPatch.context() as patch:
        for name, function in vars(os).copy().items():
            if isinstance(function, BuiltinFunctionType) and name not in NOT_SYSTEM_CALLS:
                patch.setattr(os, name, faults.wrap(name))
        try:
            save(path, NEW, overwrite=overwrite, expected=expected)
        except SaveError:
            return False
        return True


def prepared(folder: Path, old: bytes | None) -> Path:
    """Return the path of a file in a new folder.

    The file has the old content if there is one, and otherwise does not exist.
    """
    folder.mkdir()
    path = folder / "a.md"
    if old is not None:
        path.write_bytes(old)
    return path


def open_files() -> int:
    return len(os.listdir("/dev/fd"))  # noqa: PTH208  no folder of files


COMPARE = "open fstat read close"
"""The calls that compare the content of a file with the expected content."""
SAVES = {
    "new": (None, None, True, "open write fsync close link unlink open fsync close"),
    "new without hard links": (None, None, False, "open write fsync close link open close replace unlink open fsync close"),
    "over the expected content": (
        OLD,
        OLD,
        True,
        f"access {COMPARE} open fstat fchmod write fsync close {COMPARE} replace unlink open fsync close",
    ),
    "over another": (OLD, None, True, "access open fstat fchmod write fsync close replace unlink open fsync close"),
}
"""The old and the expected content, whether there are hard links, and the expected system calls, by case."""


@pytest.mark.parametrize(("old", "expected", "links", "calls"), SAVES.values(), ids=SAVES)
def test_failure_of_any_system_call_leaves_the_old_or_the_new_file(
    tmp_path: Path, old: bytes | None, expected: bytes | None, links: bool, calls: str
) -> None:
    intact = FaultInjector(links=links)
    assert saved(prepared(tmp_path / "intact", old), intact, overwrite=old is not None, expected=expected)
    assert " ".join(name for name in intact.calls[intact.calls.index("open") - (old is not None) :]) == calls
    assert set(intact.calls) <= {*calls.split(), *STATUS_CALLS}
    for number, name in enumerate(intact.calls):
        for done in (False, True):
            if done and name == "open":
                continue  # A file created by a failed call of open cannot be distinguished from a file of another program.
            case = f"call {number}, {name}, {'done' if done else 'not done'}"
            path, faults = prepared(tmp_path / case, old), FaultInjector(number, done=done, links=links)
            before = open_files()
            is_saved = saved(path, faults, overwrite=old is not None, expected=expected)
            found = path.read_bytes() if path.exists() else None
            assert faults.calls[: number + 1] == intact.calls[: number + 1], case
            assert found == NEW if is_saved else found == old or (done and found == NEW), case
            assert open_files() == before, case
            if done or name != "unlink":
                assert [entry.name for entry in path.parent.iterdir() if entry != path] == [], case


KILLED = """
import os, sys
from deepseek_tui.user_data.atomic_files import save
path, overwrite = sys.argv[1], sys.argv[2] == "over"
for number in range(1_000_000):
    save(path, b"%06d" % number * 50_000, overwrite=overwrite)
    print(number, flush=True)
    if not overwrite:
        os.unlink(path)
"""
"""A process that saves again and again and prints each number; a complete file repeats one number."""


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["over", "new"])
def test_killing_the_process_at_any_moment_leaves_a_complete_file(tmp_path: Path, mode: str) -> None:
    path, chance = tmp_path / "a.md", random.Random(6)
    for _ in range(12):
        path.unlink(missing_ok=True)
        with subprocess.Popen([sys.executable, "-c", KILLED, path, mode], stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            printed = list(itertools.islice(writer.stdout, chance.randrange(1, 9)))
            for _ in range(chance.randrange(30_000)):
                pass  # The loop waits until a random moment of the next save.
            writer.kill()
            printed += writer.stdout
        last = int([line for line in printed if line.endswith("\n")][-1])
        found = path.read_bytes() if path.exists() else None
        assert found in (b"%06d" % last * 50_000, b"%06d" % (last + 1) * 50_000, *([None] if mode == "new" else []))
    save(path, NEW, overwrite=True)
    assert path.read_bytes() == NEW
