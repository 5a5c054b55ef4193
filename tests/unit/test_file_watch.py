"""Watching a story's file: what is new is told once, when its writer has finished, and nothing is read in between."""

import os
from pathlib import Path

import pytest

from deepseek_tui.story.loading.diagnostics import InvalidInput
from deepseek_tui.story.loading.document import read
from deepseek_tui.user_data.file_watch import WatchedFile

LONG_AGO = 1_000_000_000_000_000_000


class Desk:
    """A file in the hands of an author, and the dashboard that watches it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.reads = 0
        self.clock = LONG_AGO
        self.write(b"{1}")
        self.watched = WatchedFile(str(path), b"{1}", read=self.read, parses=self.parses, now=lambda: self.clock)

    def read(self, path: str) -> bytes:
        self.reads += 1
        return read(path)

    def parses(self, data: bytes) -> bool:
        return data.endswith(b"}")

    def write(self, data: bytes) -> None:
        """Write the file; ten seconds go by before anybody looks."""
        self.path.write_bytes(data)
        os.utime(self.path, ns=(self.clock, self.clock))
        self.clock += 10_000_000_000

    def replace(self, data: bytes) -> None:
        other = self.path.with_name("other")
        other.write_bytes(data)
        os.utime(other, ns=(LONG_AGO, LONG_AGO))
        other.replace(self.path)

    def look(self) -> bytes | None:
        return self.watched.poll()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "story.json")


def test_a_file_that_does_not_change_is_read_once_and_then_never(desk: Desk) -> None:
    assert [desk.look() for _ in range(5)] == [None] * 5
    assert desk.reads == 1


def test_what_changed_before_the_first_look_is_news(desk: Desk) -> None:
    desk.write(b"{2}")
    assert desk.look() == b"{2}"


def test_a_change_is_told_once(desk: Desk) -> None:
    desk.look()
    desk.write(b"{22}")
    assert [desk.look(), desk.look(), desk.look()] == [b"{22}", None, None]
    assert desk.reads == 2


def test_a_file_that_is_touched_is_no_news(desk: Desk) -> None:
    desk.look()
    desk.write(b"{1}")
    assert [desk.look(), desk.look()] == [None, None]


def test_a_file_replaced_by_another_of_the_same_age_and_size_is_news(desk: Desk) -> None:
    desk.look()
    before = desk.path.stat()
    desk.replace(b"{2}")
    after = desk.path.stat()
    assert (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    assert desk.look() == b"{2}"


def test_a_writer_that_is_half_way_is_waited_for(desk: Desk) -> None:
    desk.look()
    desk.write(b"{2")
    assert desk.look() is None
    desk.write(b"{2 and")
    assert desk.look() is None
    desk.write(b"{2 and more}")
    assert desk.look() == b"{2 and more}"


def test_a_broken_edit_that_stays_is_told_for_what_it_is(desk: Desk) -> None:
    desk.look()
    desk.write(b"{broken")
    assert [desk.look(), desk.look(), desk.look()] == [None, b"{broken", None]
    desk.write(b"{1}")
    assert desk.look() == b"{1}"


def test_a_file_that_is_cut_to_nothing_and_written_again_is_one_change(desk: Desk) -> None:
    desk.look()
    desk.write(b"")
    assert desk.look() is None
    desk.write(b"{3}")
    assert [desk.look(), desk.look()] == [b"{3}", None]


def test_a_file_that_is_gone_for_a_moment_is_no_news(desk: Desk) -> None:
    desk.look()
    desk.path.unlink()
    assert desk.look() is None
    desk.write(b"{1}")
    assert [desk.look(), desk.look()] == [None, None]
    desk.path.unlink()
    assert desk.look() is None
    desk.write(b"{4}")
    assert desk.look() == b"{4}"


def test_a_file_that_stays_away_is_told_once_and_so_is_its_return(desk: Desk) -> None:
    desk.look()
    desk.path.unlink()
    assert desk.look() is None
    with pytest.raises(InvalidInput, match="there is no such file"):
        desk.look()
    assert [desk.look(), desk.look()] == [None, None]
    desk.write(b"{1}")
    assert [desk.look(), desk.look()] == [b"{1}", None]


def test_a_folder_in_its_place_is_told_once(desk: Desk) -> None:
    desk.look()
    desk.path.unlink()
    desk.path.mkdir()
    assert desk.look() is None
    with pytest.raises(InvalidInput, match="it is a folder"):
        desk.look()
    assert desk.look() is None
    desk.path.rmdir()
    desk.write(b"{1}")
    assert desk.look() == b"{1}"


def test_a_file_written_twice_in_one_tick_of_the_clock_is_not_missed(desk: Desk) -> None:
    class Tick(WatchedFile):
        def _stamp(self) -> tuple[int, int, int, int, int]:
            return desk.clock - 1, 0, 3, 0, 0

    watched = Tick(str(desk.path), b"{1}", read=desk.read, parses=desk.parses, now=lambda: desk.clock)
    assert watched.poll() is None
    desk.path.write_bytes(b"{2}")
    assert watched.poll() == b"{2}"


def test_what_is_written_while_it_is_read_is_looked_at_again(desk: Desk) -> None:
    desk.look()
    desk.write(b"{2}")
    hasty = desk.watched._read

    def slow(path: str) -> bytes:
        data = hasty(path)
        desk.write(b"{33}")
        return data

    desk.watched._read = slow
    assert desk.look() is None
    desk.watched._read = hasty
    assert desk.look() == b"{33}"
