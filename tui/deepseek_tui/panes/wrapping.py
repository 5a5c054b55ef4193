"""Wrapping of text by cells.

No line breaks at a no-break space, which French needs.
"""

import re
from collections.abc import Iterator

from rich.cells import cell_len, chop_cells

QUOTED = 24
"""The most cells of a query quoted in a title, so that the rest stays visible."""
_TOKEN = re.compile(r"\n|[ ]+|[^ \n]+")


def breaks(text: str, width: int, *, cut: bool = True) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each line of a wrapped text.

    Lines break only at spaces and line breaks, which belong to no line; a word wider
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
    """Return a text on one line, shortened to `width` cells.

    A shortened text ends with an ellipsis.
    """
    text = text.replace("\n", " ")
    if (len(text) if text.isascii() else cell_len(text)) <= width:
        return text
    if width <= 1:
        return "…"[:width]
    return chop_cells(text, width - 1)[0].rstrip() + "…"


def lines(text: str, width: int, most: int) -> list[str]:
    """Return the first lines of a text, at most `most` of them.

    If the text has more, an ellipsis is added.
    """
    found = list(breaks(text, width))
    words = [text[start:end] for start, end in found[:most]]
    if len(found) > most and words:
        rest = text[found[most - 1][0] :]
        words[-1] = fit(rest, width)
    return words
