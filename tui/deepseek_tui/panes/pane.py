"""A pane: a list of rows and, for each of them, a document."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from deepseek_tui.panes.blocks import Document
from deepseek_tui.story.format.model import Evidence
from deepseek_tui.story.format.sections import PANES, Section

__all__ = ["PANES", "Pane", "Row", "Section"]


class Row(NamedTuple):
    """One row of a list, already in the reader's language."""

    title: str
    lead: str = ""
    """Stands before the title: a sign on the rail."""
    rail: str = ""
    """Stands under the lead on the lines below."""
    second: str = ""
    """A second, quieter line."""
    tail: str = ""
    """Stands at the right edge: a count, a status."""


class Pane(ABC):
    """What one section says, in one language; rows and documents are made when they are asked for."""

    section: Section
    title: str
    lines: int = 2
    """How many lines a row takes: all but the last are the title's."""
    nothing: str = ""
    """What there is to say where it has no rows; empty where that goes without saying."""

    @property
    @abstractmethod
    def keys(self) -> Sequence[str]:
        """One key a row: the id of an item, or of a block of the Overview; empty for a heading."""

    @abstractmethod
    def row(self, number: int) -> Row:
        """The words of a row."""

    @abstractmethod
    def document(self, key: str) -> Document:
        """Everything there is to say of the item with this key; KeyError where the pane has none."""

    def places(self, key: str) -> Sequence[Evidence]:
        """The sentences of the article that an item, or a block of the Overview, rests on."""
        return ()

    def headings(self) -> Iterator[int]:
        """The numbers of the rows that are headings."""
        return (number for number, key in enumerate(self.keys) if not key)
