"""The size of the terminal, limited to usable values."""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress

FALLBACK = (80, 24)
"""Columns and rows that are assumed when the terminal reports no size."""
MAXIMUM = (1000, 500)
"""The maximum of columns and rows; drawing larger sizes would take minutes."""


def measured_size(descriptors: Iterable[int]) -> tuple[int, int]:
    """Return the columns and rows that the terminal reports.

    An unknown size is 0.
    """
    columns = rows = 0
    for descriptor in descriptors:
        with suppress(OSError, ValueError):
            size = os.get_terminal_size(descriptor)
            columns, rows = columns or size.columns, rows or size.lines
        if columns and rows:
            break
    return columns, rows


def usable_size(measured: tuple[int, int], environment: Mapping[str, str]) -> tuple[int, int]:
    """Return a number of columns and rows between 1 and the maximum.

    `COLUMNS` and `LINES` are used only if the terminal reports nothing: a shell exports them once, and resizing the
    window makes them stale.
    """
    columns, rows = (
        min(value or _positive(environment.get(name, "")) or fallback, maximum)
        for value, name, fallback, maximum in zip(measured, ("COLUMNS", "LINES"), FALLBACK, MAXIMUM, strict=True)
    )
    return columns, rows


def _positive(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
