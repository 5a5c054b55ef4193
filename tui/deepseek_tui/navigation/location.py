"""A place: where a reader is in each pane, so that coming back is coming back to the same item."""

from dataclasses import dataclass, field

from deepseek_tui.panes.grouping import Grouping
from deepseek_tui.panes.pane import PANES, Section

AT_MATCH = -1.0


@dataclass
class Location:
    """The current item of one pane, how far its list and its detail are scrolled, in lines, and how it is sorted."""

    key: str = ""
    row: int = -1
    """Which row: an item may stand in several groups."""
    lens: Grouping = Grouping.OWN
    list_scroll: float = 0
    detail_scroll: float = 0
    """`AT_MATCH` for the first line with what was searched for."""
    filter: str = ""
    """The query that its list is filtered by, as typed."""


@dataclass
class Locations:
    """The pane that is open, and the place in each."""

    section: Section = Section.OVERVIEW
    by_section: dict[Section, Location] = field(default_factory=dict)
    inside: bool = False
    """Whether the reader was in the detail when this was noted."""

    @property
    def here(self) -> Location:
        """The place in the pane that is open."""
        return self.at(self.section)

    def at(self, section: Section) -> Location:
        """The place in a pane."""
        return self.by_section.setdefault(section, Location())

    @property
    def number(self) -> int:
        """The number of the pane that is open, from 0."""
        return PANES.index(self.section)

    def turn(self, step: int) -> Section:
        """The pane so many steps on, round the end."""
        return PANES[(self.number + step) % len(PANES)]
