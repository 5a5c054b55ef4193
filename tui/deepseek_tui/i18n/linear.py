"""Definition of the texts used when a story is printed."""

from typing import NamedTuple


class LinearWords(NamedTuple):
    """Texts that stand for charts, symbols and columns in plain text."""

    source: str
    """The label of a source from outside the article."""
    ceiling: str
    """The word for an upper bound."""
    floor: str
    """The word for a lower bound."""
    partly: str
    """The word for a partly known date."""
    asks_nothing: str
    """The message for a filter without search words."""
    semicolon: str
    """The separator between speakers, and between the cells of a row."""
