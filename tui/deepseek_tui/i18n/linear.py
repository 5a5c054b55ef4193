"""The words of the linear text: what a picture, a sign or a column says on the screen, said in words."""

from typing import NamedTuple


class LinearWords(NamedTuple):
    """What the linear text says besides the words of the panes."""

    source: str
    """Stands before a source from outside the article."""
    ceiling: str
    """Of a figure that is less than its value."""
    floor: str
    """Of a figure that is more than its value."""
    partly: str
    """Of a date of which only a part is known."""
    asks_nothing: str
    """A filter that has no words to look for."""
    semicolon: str
    """Between the voices behind a statement, and the cells of a row."""
