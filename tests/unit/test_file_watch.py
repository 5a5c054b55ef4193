"""Polling of a story file, with each change returned once complete."""

import os
from pathlib import Path

import pytest

from deepseek_tui.story.loading.diagnostics import InvalidInput
from deepseek_tui.story.loading.document import read
from deepseek_tui.user_data.file_watch import WatchedFile

START = 1_000_000_000_000_000_000


class Editing:
    """A file that is edited while it is watched."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.reads = 0
        self.clock = START
        self.write(b"{1}")
        self.watched = WatchedFile(str(path), b"{1}", read=self.read, parses=self.parses, now=lambda: self.clock)

    def read(self, path: str) -> bytes:
        self.reads += 1
        return read(path)

    def parses(self, data: bytes) -> bool:
        return data.endswith(b"}")

    def write(self, data: bytes) -> None:
        """Write the file, and advance the clock by ten seconds."""
        self.path.write_bytes(data)
        os.utime(self.path, ns=(self.clock, self.clock))
        self.clock += 10_000_000_000

    def replace(self, data: bytes) -> None:
        other = self.path.with_name("other")
        other.write_bytes(data)
        os.utime(other, ns=(START, START))
        other.replace(self.path)

    def poll(self) -> bytes | None:
        return self.watched.poll()


@pytest.fixture
def editing(tmp_path: Path) -> Editing:
    return Editing(tmp_path / "story.json")


def test_unchanged_file_is_read_only_once(editing: Editing) -> None:
    assert [editing.poll() for _ in range(5)] == [None] * 5
    assert editing.reads == 1


def test_file_change_before_the_first_poll_is_detected(editing: Editing) -> None:
    editing.write(b"{2}")
    assert editing.poll() == b"{2}"


def test_each_file_change_is_returned_only_once(editing: Editing) -> None:
    editing.poll()
    editing.write(b"{22}")
    assert [editing.poll(), editing.poll(), editing.poll()] == [b"{22}", None, None]
    assert editing.reads == 2


def test_file_with_a_new_time_and_the_same_content_counts_as_unchanged(editing: Editing) -> None:
    editing.poll()
    editing.write(b"{1}")
    assert [editing.poll(), editing.poll()] == [None, None]


def test_replaced_file_with_the_same_time_and_size_is_detected(editing: Editing) -> None:
    editing.poll()
    before = editing.path.stat()
    editing.replace(b"{2}")
    after = editing.path.stat()
    assert (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    assert editing.poll() == b"{2}"


def test_incomplete_file_content_is_returned_only_when_it_is_complete(editing: Editing) -> None:
    editing.poll()
    editing.write(b"{2")
    assert editing.poll() is None
    editing.write(b"{2 and")
    assert editing.poll() is None
    editing.write(b"{2 and more}")
    assert editing.poll() == b"{2 and more}"


def test_invalid_file_content_is_returned_if_it_is_unchanged_at_the_next_poll(editing: Editing) -> None:
    editing.poll()
    editing.write(b"{broken")
    assert [editing.poll(), editing.poll(), editing.poll()] == [None, b"{broken", None]
    editing.write(b"{1}")
    assert editing.poll() == b"{1}"


def test_truncating_and_rewriting_a_file_counts_as_one_change(editing: Editing) -> None:
    editing.poll()
    editing.write(b"")
    assert editing.poll() is None
    editing.write(b"{3}")
    assert [editing.poll(), editing.poll()] == [b"{3}", None]


def test_file_that_is_missing_for_one_poll_counts_as_unchanged(editing: Editing) -> None:
    editing.poll()
    editing.path.unlink()
    assert editing.poll() is None
    editing.write(b"{1}")
    assert [editing.poll(), editing.poll()] == [None, None]
    editing.path.unlink()
    assert editing.poll() is None
    editing.write(b"{4}")
    assert editing.poll() == b"{4}"


def test_missing_file_raises_an_error_once_and_a_recreated_file_is_a_change(editing: Editing) -> None:
    editing.poll()
    editing.path.unlink()
    assert editing.poll() is None
    with pytest.raises(InvalidInput, match="there is no such file"):
        editing.poll()
    assert [editing.poll(), editing.poll()] == [None, None]
    editing.write(b"{1}")
    assert [editing.poll(), editing.poll()] == [b"{1}", None]


def test_folder_in_place_of_the_file_raises_an_error_once(editing: Editing) -> None:
    editing.poll()
    editing.path.unlink()
    editing.path.mkdir()
    assert editing.poll() is None
    with pytest.raises(InvalidInput, match="it is a folder"):
        editing.poll()
    assert editing.poll() is None
    editing.path.rmdir()
    editing.write(b"{1}")
    assert editing.poll() == b"{1}"


def test_second_write_within_the_file_time_resolution_is_detected(editing: Editing) -> None:
    class Tick(WatchedFile):
        def _stamp(self) -> tuple[int, int, int, int, int]:
            return editing.clock - 1, 0, 3, 0, 0

    watched = Tick(str(editing.path), b"{1}", read=editing.read, parses=editing.parses, now=lambda: editing.clock)
    assert watched.poll() is None
    editing.path.write_bytes(b"{2}")
    assert watched.poll() == b"{2}"


def test_file_that_changes_during_reading_is_read_again(editing: Editing) -> None:
    editing.poll()
    editing.write(b"{2}")
    original = editing.watched._read

    def slow(path: str) -> bytes:
        data = original(path)
        editing.write(b"{33}")
        return data

    editing.watched._read = slow
    assert editing.poll() is None
    editing.watched._read = original
    assert editing.poll() == b"{33}"
