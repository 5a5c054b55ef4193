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


ENGLISH = LinearWords(
    source="Source",
    ceiling="at most; how far below is not said",
    floor="at least; how far above is not said",
    partly="known in part",
    asks_nothing='the filter “{}” asks for nothing: it takes words, "phrases", and fields such as by:name and p:6',
    semicolon="; ",
)

FRENCH = LinearWords(
    source="Source",
    ceiling="au plus\u00a0; de combien au-dessous n’est pas dit",
    floor="au moins\u00a0; de combien au-dessus n’est pas dit",
    partly="connue en partie",
    asks_nothing='le filtre «\u00a0{}\u00a0» ne demande rien\u00a0: il prend des mots, des "expressions", '
    "et des champs comme par:nom et p:6",
    semicolon="\u00a0; ",
)
