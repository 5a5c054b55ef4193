"""Visits, snapshots and local copies written by several processes at once."""

import subprocess
import sys
from pathlib import Path

import pytest

from deepseek_tui.user_data.atomic_files import save
from deepseek_tui.user_data.local_copies import local_copy_of
from deepseek_tui.user_data.session import SessionStore
from deepseek_tui.user_data.snapshots import SnapshotStore

PROGRAM = """
import pathlib, sys
from deepseek_tui.user_data.atomic_files import save
from deepseek_tui.user_data.local_copies import remember_local_copy
from deepseek_tui.user_data.snapshots import SnapshotStore
from deepseek_tui.user_data.session import SavedLocation, SavedVisit, SessionStore
folder, name = pathlib.Path(sys.argv[1]), sys.argv[2]
def write(file, data):
    save(file, data, overwrite=True)
session, seen = SessionStore(folder / "visits", write), SnapshotStore(folder / "seen", write)
sys.stdin.read()  # all processes start when their input is closed
for number in range(25):
    for story in (name, "shared"):
        text = f"{name}:{number}/"
        assert session.save(story, "place", SavedVisit("claims", "en", {"claims": SavedLocation(text)}))
        assert seen.save(story, "place", text.encode() * 1000)
        item, copy = session.read(story, "place").item, seen.read(story, "place")
        assert copy is not None and len(set(copy.decode().split("/"))) == 2
        assert story == "shared" or (item, copy) == (text, text.encode() * 1000)
    assert remember_local_copy(f"{name}-{number}", folder / name, folder / "copies.json", write)
assert session.take_errors() == seen.take_errors() == ()
"""


@pytest.mark.slow
@pytest.mark.parametrize("count", [2, 8])
def test_processes_that_save_at_the_same_time_lose_no_saved_visit_or_snapshot(tmp_path: Path, count: int) -> None:
    names = [f"dashboard-{number}" for number in range(count)]
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", PROGRAM, tmp_path, name], stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for name in names
    ]
    try:
        for program in programs:
            assert program.stdin is not None
            program.stdin.close()
            program.stdin = None
        ended = [(program.communicate(timeout=120)[1], program.returncode) for program in programs]
    finally:
        for program in programs:
            program.kill()
    assert ended == [("", 0)] * count
    session, seen = SessionStore(tmp_path / "visits", _write), SnapshotStore(tmp_path / "seen", _write)
    for name in (*names, "shared"):
        visit, copy = session.read(name, "place"), seen.read(name, "place")
        assert visit is not None
        assert copy is not None
        last = {f"{one}:24/" for one in (names if name == "shared" else [name])}
        assert visit.item in last
        assert copy.decode() in {words * 1000 for words in last}
    assert session.take_errors() == seen.take_errors() == ()
    kept = [local_copy_of(f"{name}-{number}", tmp_path / "copies.json") for name in names for number in range(25)]
    assert kept == [str(tmp_path / name) for name in names for _ in range(25)]
    assert list(tmp_path.rglob("*damaged*")) == []


def _write(file: Path, data: bytes) -> None:
    save(file, data, overwrite=True)
