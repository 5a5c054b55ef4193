"""Work: how much the program does for something, counted and not timed, and so the same on every machine."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import deepseek_tui

HOME = str(Path(deepseek_tui.__file__).parent)
ROOM = 1.5
"""What is proportional may grow by so much more than its input: for logarithms, and for what is done once."""


def lines(do: Callable[[], object]) -> int:
    """How many lines of the program are gone through; those of a loop count each time round."""
    count = 0

    def line(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal count
        count += event == "line"
        return line

    def call(frame: FrameType, event: str, arg: Any) -> Any:
        return line if frame.f_code.co_filename.startswith(HOME) else None

    before = sys.gettrace()
    sys.settrace(call)
    try:
        do()
    finally:
        sys.settrace(before)
    return count


def grows_with(small: Callable[[], object], large: Callable[[], object], times: int) -> bool:
    """Whether what is so many times as large takes about so many times the work, and not the square of it."""
    return lines(large) < ROOM * times * lines(small)
