"""The size of the terminal, reported and usable."""

import fcntl
import os
import pty
import struct
import termios
from collections.abc import Iterator

import pytest

from deepseek_tui.ui.terminal_size import FALLBACK, MAXIMUM, measured_size, usable_size


@pytest.fixture
def terminal() -> Iterator[int]:
    master, slave = pty.openpty()
    yield slave
    os.close(master)
    os.close(slave)


def resize(terminal: int, columns: int, rows: int) -> None:
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def test_terminal_size_is_the_size_that_the_terminal_reports(terminal: int):
    resize(terminal, 100, 30)
    assert measured_size([-1, terminal]) == (100, 30)


def test_terminal_size_is_unknown_without_a_terminal():
    assert measured_size([-1]) == (0, 0)
    assert measured_size([]) == (0, 0)


def test_unknown_width_or_height_is_taken_from_the_next_terminal(terminal: int):
    master, other = pty.openpty()
    resize(terminal, 100, 0)
    resize(other, 80, 24)
    assert measured_size([terminal, other]) == (100, 24)
    os.close(master)
    os.close(other)


@pytest.mark.parametrize(
    ("measured", "environment", "size"),
    [
        ((100, 30), {}, (100, 30)),
        ((100, 30), {"COLUMNS": "20", "LINES": "5"}, (100, 30)),
        ((1, 1), {"COLUMNS": "20", "LINES": "5"}, (1, 1)),
        ((0, 0), {}, FALLBACK),
        ((0, 0), {"COLUMNS": "20", "LINES": "5"}, (20, 5)),
        ((100, 0), {}, (100, FALLBACK[1])),
        ((0, 30), {"LINES": "5"}, (FALLBACK[0], 30)),
        ((0, 0), {"COLUMNS": "-1", "LINES": "x"}, FALLBACK),
        ((0, 0), {"COLUMNS": "0", "LINES": ""}, FALLBACK),
        ((0, 0), {"COLUMNS": "9" * 5000, "LINES": "\N{SUPERSCRIPT TWO}"}, FALLBACK),
        ((0, 0), {"COLUMNS": "99999", "LINES": "99999"}, MAXIMUM),
        ((65535, 65535), {}, MAXIMUM),
        ((65535, 24), {}, (MAXIMUM[0], 24)),
    ],
)
def test_drawing_size_comes_from_terminal_then_environment_within_limits(
    measured: tuple[int, int], environment: dict[str, str], size: tuple[int, int]
):
    assert usable_size(measured, environment) == size
