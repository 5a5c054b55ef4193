"""Highlighting of search matches, including those that span wrapped lines."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from deepseek_tui.panes.blocks import Role, Span
from deepseek_tui.panes.page_layout import Line

Find = Callable[[str], list[tuple[int, int]]]
"""A function that returns the matches in a text.

Matches are (start, end) offsets in order, without overlap.
"""


def highlighted(lines: Sequence[Line], find: Find) -> list[Line]:
    """Return lines of text with the search matches marked.

    They have the role MATCH.
    """
    found: list[Line] = []
    for run in _runs(lines):
        found += _marked(run, find)
    return found


def first_match(lines: Sequence[Line]) -> int:
    """Return the number of the first line with a match, or -1."""
    return next((n for n, line in enumerate(lines) if any(span.role is Role.MATCH for span in line.spans)), -1)


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield groups of lines that were one text before wrapping."""
    run: list[Line] = []
    for line in lines:
        if run and not line.continued:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _marked(run: list[Line], find: Find) -> list[Line]:
    text, starts = "", list[int]()
    for line in run:
        text += " " if text and not line.cut else ""
        starts.append(len(text))
        text += line.plain[line.indent :]
    found = find(text)
    if not found:
        return run
    return [
        line._replace(spans=tuple(_split(line, start, found))) if line.spans else line
        for line, start in zip(run, starts, strict=True)
    ]


def _split(line: Line, start: int, found: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """Yield the parts of a line, split at the search matches."""
    offset = start - line.indent
    for span in line.spans:
        cuts = {0, len(span.text)}
        for begin, end in found:
            cuts |= {cut for cut in (max(begin, start) - offset, end - offset) if 0 < cut < len(span.text)}
        edges = sorted(cuts)
        for begin, end in pairwise(edges):
            inside = offset + begin >= start and any(
                first <= offset + begin and offset + end <= last for first, last in found
            )
            yield span._replace(text=span.text[begin:end], role=Role.MATCH if inside else span.role)
        offset += len(span.text)
