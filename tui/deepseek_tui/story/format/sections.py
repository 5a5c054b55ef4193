"""The table of sections: the parts of a story that can be opened, printed or exported by name.

Tabs, their keys, reserved ids, completion and the help of the command line are derived from it. The class that shows
a section is named in `panes.catalogue`, its title in `i18n.panes`.
"""

from enum import StrEnum
from typing import NamedTuple


class Section(StrEnum):
    """The name of a section as typed on the command line; exports and lists follow this order."""

    OVERVIEW = "overview"
    TIMELINE = "timeline"
    PLAYERS = "players"
    INNOVATIONS = "innovations"
    QUESTIONS = "questions"
    CLAIMS = "claims"
    SOURCES = "sources"
    TERMS = "terms"
    MINE = "mine"
    """The reader's own bookmarks and notes."""


class SectionEntry(NamedTuple):
    """The properties of a section: whether it is a tab, and the list of items that it shows."""

    is_tab: bool = True
    """Whether it is a tab of the dashboard; the others are read in the Overview."""
    items: str = ""
    """The list of the story whose items it shows."""


SECTIONS = {
    Section.OVERVIEW: SectionEntry(),
    Section.TIMELINE: SectionEntry(items="events"),
    Section.PLAYERS: SectionEntry(items="players"),
    Section.INNOVATIONS: SectionEntry(items="innovations"),
    Section.QUESTIONS: SectionEntry(items="questions"),
    Section.CLAIMS: SectionEntry(items="claims"),
    Section.SOURCES: SectionEntry(is_tab=False, items="sources"),
    Section.TERMS: SectionEntry(is_tab=False, items="terms"),
    Section.MINE: SectionEntry(is_tab=False),
}

ALL = "all"
"""Names the whole story."""
PANES = tuple(section for section, entry in SECTIONS.items() if entry.is_tab)
"""The sections that are tabs of the dashboard, in their order."""
RESERVED = (*(section.value for section in Section), ALL)
"""Words that name a section on the command line, and so cannot be an id."""
