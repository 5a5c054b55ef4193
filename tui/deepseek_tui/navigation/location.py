"""The user's location in each pane of the dashboard."""

from dataclasses import dataclass, field

from deepseek_tui.panes.grouping import Grouping
from deepseek_tui.panes.pane import PANES, Section

AT_MATCH = -1.0
"""The scroll position of the first search match."""


@dataclass
class Location:
    """The user's location in one pane: item, scroll positions, grouping, filter."""

    key: str = ""
    row: int = -1
    """The number of the row, because an item may appear in several groups; -1 when unknown."""
    grouping: Grouping = Grouping.OWN
    list_scroll: float = 0
    detail_scroll: float = 0
    """The scroll position, or `AT_MATCH` for the first search match."""
    filter: str = ""
    """The filter query of the list, as typed."""


@dataclass
class Locations:
    """The open pane, and the user's location in every pane."""

    section: Section = Section.OVERVIEW
    by_section: dict[Section, Location] = field(default_factory=dict)
    inside: bool = False
    """Whether the detail panel had the focus when the locations were saved."""

    @property
    def here(self) -> Location:
        """The user's location in the open pane."""
        return self.at(self.section)

    def at(self, section: Section) -> Location:
        """Return the user's location in a pane."""
        return self.by_section.setdefault(section, Location())

    @property
    def number(self) -> int:
        """The number of the open pane, counted from 0."""
        return PANES.index(self.section)

    def turn(self, step: int) -> Section:
        """Return the pane some positions after the open one.

        The count wraps around at the ends.
        """
        return PANES[(self.number + step) % len(PANES)]
