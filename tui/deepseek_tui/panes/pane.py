"""Base class of panes: a list of rows, each with a page."""

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
    """The sign at the start of the first line, on the rail of a timeline."""
    rail: str = ""
    """The sign at the start of the other lines, which continues the rail."""
    second: str = ""
    """The second line of the row, in a quieter style."""
    tail: str = ""
    """The text at the right edge: a count or a status."""


class Pane(ABC):
    """Base class for the content of one section in one language.

    Rows and pages are built on demand.
    """

    section: Section
    title: str
    lines: int = 2
    """The number of lines of a row: all but the last belong to the title."""
    order: str = ""
    """The order of the rows in a few words; empty if it needs no explanation."""
    order_rule: str = ""
    """The order of the rows in a sentence, for printed output."""
    nothing: str = ""
    """The text shown when there are no rows; empty for the default text."""

    @property
    @abstractmethod
    def keys(self) -> Sequence[str]:
        """The key of each row, which is an id or empty.

        Rows of the Overview have keys of their own. The key of a heading is empty.
        """

    @abstractmethod
    def row(self, number: int) -> Row:
        """Return the row at a position in the list."""

    @abstractmethod
    def document(self, key: str) -> Document:
        """Return the page of an item.

        Raises KeyError if the pane does not have the key.
        """

    def places(self, key: str) -> Sequence[Evidence]:
        """Return the evidence of an item or a part of the Overview."""
        return ()

    def headings(self) -> Iterator[int]:
        """Return the numbers of the rows that are headings."""
        return (number for number, key in enumerate(self.keys) if not key)
