"""Columns of a printed page, one after the other."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

MIN_LINES = 8
"""The fewest lines with text on both sides of the space between two columns."""
MAX_CROSSING = 0.1
"""The largest share of lines, such as headlines, that cross the space between two columns."""
MIN_GAP = 2
"""The fewest blank characters between two columns."""


class _Gap(NamedTuple):
    """The space between two columns, as a range of character positions."""

    start: int
    end: int


def columns(page: list[str]) -> Iterator[list[str]]:
    """Yield the lines of a page, column by column from the left.

    A line across the columns keeps its place between the columns above and below it.
    """
    gap = _gap(page)
    if gap is None:
        yield page
        return
    for is_across, lines in groupby(page, lambda line: bool(line[gap.start : gap.end].strip())):
        block = list(lines)
        if is_across:
            yield block
        else:
            yield [line[: gap.start] for line in block]
            yield from columns([line[gap.end :] for line in block])


def _gap(page: Sequence[str]) -> _Gap | None:
    """Return the first space between columns, or None if the page has one column."""
    written = [line.rstrip() for line in page if line.strip()]
    if len(written) < MIN_LINES:
        return None
    width = max(map(len, written))
    inked = [sum(line[at : at + 1] not in ("", " ") for line in written) for at in range(width)]
    for crossing in range(int(MAX_CROSSING * len(written)) + 1):
        for start, end in _bands(inked, crossing):
            if end - start >= MIN_GAP and _separates(written, start, end):
                return _Gap(start, end)
    return None


def _bands(inked: Sequence[int], crossing: int) -> Iterator[tuple[int, int]]:
    """Yield the ranges of character positions in which few lines have text.

    `crossing` is the largest number of such lines.
    """
    at = 0
    for is_blank, places in groupby(inked, lambda count: count <= crossing):
        length = len(list(places))
        if is_blank:
            yield at, at + length
        at += length


def _separates(lines: Sequence[str], start: int, end: int) -> bool:
    """Return whether a space separates two columns.

    Enough lines must have text on both sides of it, and few lines may cross it.
    """
    beside = [line for line in lines if line[:start].strip() and line[end:].strip()]
    crossing = sum(bool(line[start:end].strip()) for line in beside)
    return len(beside) - crossing >= MIN_LINES and crossing <= MAX_CROSSING * len(beside)
