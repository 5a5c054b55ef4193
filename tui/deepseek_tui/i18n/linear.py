"""The shape of the words of the linear text."""

from typing import NamedTuple


class LinearWords(NamedTuple):
    """The words that replace charts, signs and columns in linear text."""

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
    """The separator of speakers and of the cells of a row."""
