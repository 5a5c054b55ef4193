"""The words of the linear text: what a picture, a sign or a column says on the screen, said in words."""

from dataclasses import dataclass


@dataclass(frozen=True)
class LinearWords:
    """What the linear text says besides the words of the panes."""

    source: str
    """Stands before a source from outside the article."""
    ceiling: str
    """Of a figure that is less than its value."""
    floor: str
    """Of a figure that is more than its value."""
    partly: str
    """Of a date of which only a part is known."""
    semicolon: str
    """Between the voices behind a statement, and the cells of a row."""


ENGLISH = LinearWords(
    source="Source",
    ceiling="at most; how far below is not said",
    floor="at least; how far above is not said",
    partly="known in part",
    semicolon="; ",
)

FRENCH = LinearWords(
    source="Source",
    ceiling="au plus\u00a0; de combien au-dessous n’est pas dit",
    floor="au moins\u00a0; de combien au-dessus n’est pas dit",
    partly="connue en partie",
    semicolon="\u00a0; ",
)
