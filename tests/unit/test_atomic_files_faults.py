"""A save in bad weather: any call that fails, a kill at any moment, and afterwards the old file or the new one, whole."""

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

NO_CALLS = ("fspath", "strerror")
"""What `os` works out by itself, without asking the system."""
LOOKING = ("stat", "lstat")
"""Where does a path lead? As many calls as it has folders."""
OLD, NEW = b"old", b"new"


class Weather:
    """Stands between the program and the system: writes down every call of `os`, and lets one of them fail."""

    def __init__(self, number: int = -1, *, done: bool = False, links: bool = True) -> None:
        """The call of this number fails; `done` is whether it was carried out all the same, and only the answer is lost."""
        self.number, self.done, self.links = number, done, links
        self.calls: list[str] = []

    def over(self, name: str) -> Callable[..., Any]:
        """The call of this name, in this weather."""
        real = getattr(os, name)

        def call(*arguments: Any, **options: Any) -> Any:
            self.calls.append(name)
            fails = len(self.calls) - 1 == self.number
            if name == "link" and not self.links:
                raise OSError(errno.EPERM, "no links here")
            if fails and not self.done and name != "close":  # a file is closed, whatever closing it answers
                raise OSError(errno.EIO, "bad weather")
            answer = real(*arguments, **options)
            if fails:
                raise OSError(errno.EIO, "bad weather")
            return answer

        return call


def saved(path: Path, weather: Weather, *, overwrite: bool) -> bool:
    """Whether a file was saved in this weather; every function of `os` that asks the system is under it."""
    with pytest.MonkeyPatch.context() as patch:
        for name, function in vars(os).copy().items():
            if isinstance(function, BuiltinFunctionType) and name not in NO_CALLS:
                patch.setattr(os, name, weather.over(name))
        try:
            save(path, NEW, overwrite=overwrite)
        except SaveError:
            return False
        return True


def placed(folder: Path, old: bytes | None) -> Path:
    """A file's path in a new folder, with what it held before."""
    folder.mkdir()
    path = folder / "a.md"
    if old is not None:
        path.write_bytes(old)
    return path


def open_files() -> int:
    return len(os.listdir("/dev/fd"))  # noqa: PTH208  no folder of files


SAVES = {
    "new": (None, True, "open write fsync close link unlink open fsync close"),
    "new without hard links": (None, False, "open write fsync close link open close replace unlink open fsync close"),
    "over another": (OLD, True, "access open fstat fchmod write fsync close replace unlink open fsync close"),
}
"""Each way to save: what was there, whether the disk knows hard links, and all that is asked of the system."""


@pytest.mark.parametrize(("old", "links", "calls"), SAVES.values(), ids=SAVES)
def test_whichever_call_of_a_save_fails_the_old_file_or_the_new_one_is_there(
    tmp_path: Path, old: bytes | None, links: bool, calls: str
) -> None:
    calm = Weather(links=links)
    assert saved(placed(tmp_path / "calm", old), calm, overwrite=old is not None)
    assert " ".join(name for name in calm.calls[calm.calls.index("open") - (old is not None) :]) == calls
    assert set(calm.calls) <= {*calls.split(), *LOOKING}
    for number, name in enumerate(calm.calls):
        for done in (False, True):
            if done and name == "open":
                continue  # what was opened although the system said no cannot be told from another's
            case = f"call {number}, {name}, {'done' if done else 'not done'}"
            path, weather = placed(tmp_path / case, old), Weather(number, done=done, links=links)
            before = open_files()
            is_saved = saved(path, weather, overwrite=old is not None)
            found = path.read_bytes() if path.exists() else None
            assert weather.calls[: number + 1] == calm.calls[: number + 1], case
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
"""Saves for ever, and says what it has saved; a whole file is one number, again and again."""


@pytest.mark.slow
@pytest.mark.parametrize("way", ["over", "new"])
def test_a_kill_at_any_moment_leaves_a_whole_file_and_nothing_in_the_way(tmp_path: Path, way: str) -> None:
    path, chance = tmp_path / "a.md", random.Random(6)
    for _ in range(12):
        path.unlink(missing_ok=True)
        with subprocess.Popen([sys.executable, "-c", KILLED, path, way], stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            told = list(itertools.islice(writer.stdout, chance.randrange(1, 9)))
            for _ in range(chance.randrange(30_000)):
                pass  # somewhere within the next save
            writer.kill()
            told += writer.stdout
        last = int([line for line in told if line.endswith("\n")][-1])
        whole = path.read_bytes() if path.exists() else None
        assert whole in (b"%06d" % last * 50_000, b"%06d" % (last + 1) * 50_000, *([None] if way == "new" else []))
    save(path, NEW, overwrite=True)
    assert path.read_bytes() == NEW
