"""Wrapping words into lines of cells; a no-break space never breaks, which French typography relies on."""

import re
from collections.abc import Iterator

from rich.cells import cell_len, chop_cells

QUOTED = 24
"""How many cells of a query a title quotes, so that what follows it is seen as well."""
_TOKEN = re.compile(r"\n|[ ]+|[^ \n]+")


def breaks(text: str, width: int, *, cut: bool = True) -> Iterator[tuple[int, int]]:
    """Where each line of a text starts and ends, as offsets, so that no line is wider than `width` cells.

    Lines break at spaces and line breaks alone, and the spaces they break at belong to none; a word wider
    than a line is cut at its edge, or left whole without `cut`. A text of no words is one empty line.
    """
    width = max(width, 2)
    start = end = cells = 0
    empty = True
    for token in _TOKEN.finditer(text):
        word = token.group()
        if word == "\n":
            yield start, end
            start = end = token.end()
            cells, empty = 0, True
            continue
        size = len(word) if word.isascii() else cell_len(word)
        if word[0] == " ":
            cells += size
            continue
        if not empty and cells + size > width:
            yield start, end
            start, cells, empty = token.start(), 0, True
        if empty:
            start, cells = token.start(), 0
        if size > width and cut:
            at = token.start()
            for piece in chop_cells(word, width)[:-1]:
                yield at, at + len(piece)
                at += len(piece)
            start, size = at, cell_len(text[at : token.end()])
        cells += size
        end, empty = token.end(), False
    yield start, max(start, end)


def fit(text: str, width: int) -> str:
    """One line of a text, shortened with an ellipsis where it is wider than `width` cells."""
    text = text.replace("\n", " ")
    if (len(text) if text.isascii() else cell_len(text)) <= width:
        return text
    if width <= 1:
        return "…"[:width]
    return chop_cells(text, width - 1)[0].rstrip() + "…"


def lines(text: str, width: int, most: int) -> list[str]:
    """At most so many lines of a text; the last one ends in an ellipsis where there is more."""
    found = list(breaks(text, width))
    words = [text[start:end] for start, end in found[:most]]
    if len(found) > most and words:
        rest = text[found[most - 1][0] :]
        words[-1] = fit(rest, width)
    return words
