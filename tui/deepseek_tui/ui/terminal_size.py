"""The size of the terminal, whatever the terminal and the environment claim."""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress

FALLBACK = (80, 24)
"""Columns and rows of a terminal that does not know its size."""
MAXIMUM = (1000, 500)
"""More columns and rows than any screen has; a terminal that claims more would take minutes for a frame."""


def measured_size(descriptors: Iterable[int]) -> tuple[int, int]:
    """Return columns and rows as the first terminal with a size reports them, each 0 where it is unknown."""
    columns = rows = 0
    for descriptor in descriptors:
        with suppress(OSError, ValueError):
            size = os.get_terminal_size(descriptor)
            columns, rows = columns or size.columns, rows or size.lines
        if columns and rows:
            break
    return columns, rows


def usable_size(measured: tuple[int, int], environment: Mapping[str, str]) -> tuple[int, int]:
    """Return a size that can be drawn for.

    `COLUMNS` and `LINES` count only where the terminal reports nothing: a shell exports them once, and a window that is
    resized later makes them stale.
    """
    columns, rows = (
        min(value or _positive(environment.get(name, "")) or fallback, maximum)
        for value, name, fallback, maximum in zip(measured, ("COLUMNS", "LINES"), FALLBACK, MAXIMUM, strict=True)
    )
    return columns, rows


def _positive(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
