"""Counter of executed lines of code, a machine-independent measure of work."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import deepseek_tui

PACKAGE_FOLDER = str(Path(deepseek_tui.__file__).parent)
TOLERANCE = 1.5
"""The factor by which linear work may exceed the growth of its input, for logarithms and fixed costs."""


def executed_lines(do: Callable[[], object]) -> int:
    """Return the number of lines of the package executed in a call.

    A line that is executed twice counts twice.
    """
    count = 0

    def line(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal count
        count += event == "line"
        return line

    def call(frame: FrameType, event: str, arg: Any) -> Any:
        return line if frame.f_code.co_filename.startswith(PACKAGE_FOLDER) else None

    before = sys.gettrace()
    sys.settrace(call)
    try:
        do()
    finally:
        sys.settrace(before)
    return count


def is_linear(small: Callable[[], object], large: Callable[[], object], times: int) -> bool:
    """Return whether work grows in proportion to the size of the input.

    The input is `times` as large.
    """
    return executed_lines(large) < TOLERANCE * times * executed_lines(small)
