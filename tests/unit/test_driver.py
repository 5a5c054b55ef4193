"""Tests of the terminal driver."""

import os
from collections.abc import Iterator
from selectors import EVENT_READ

import pytest

from deepseek_tui.ui.driver import _InputSelector

Pipe = tuple[int, int]


@pytest.fixture
def pipes() -> Iterator[tuple[Pipe, Pipe]]:
    """Yield two pipes: one for keys, one for the end of input."""
    keys, end = os.pipe(), os.pipe()
    yield keys, end
    for descriptor in (*keys, *end):
        os.close(descriptor)


def test_input_selector_returns_a_key_and_then_nothing_when_input_ends(pipes: tuple[Pipe, Pipe]) -> None:
    keys, end = pipes
    with _InputSelector(end[0]) as selector:
        selector.register(keys[0], EVENT_READ)
        os.write(keys[1], b"j")
        assert [key.fd for key, _ in selector.select()] == [keys[0]]
        os.read(keys[0], 1)
        os.write(end[1], b"\0")
        assert selector.select() == []  # Without a time limit, another selector would wait for a key.
