"""Table of sections: the parts of a story with names.

A section can be opened, printed or exported by its name. Tabs, their keys, reserved ids, completion and the help of the
command line are derived from it. The class that shows a section is named in `panes.catalogue`, its title in
`i18n.panes`.
"""

from enum import StrEnum
from typing import NamedTuple


class Section(StrEnum):
    """Name of a section on the command line.

    Exports and lists follow the order of these names.
    """

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
    """Properties of a section: whether it is a tab, and its items."""

    is_tab: bool = True
    """Whether the section is a tab of the dashboard; the others are part of the Overview."""
    items: str = ""
    """The list of the story whose items the section shows."""


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
"""The name of the whole story on the command line."""
PANES = tuple(section for section, entry in SECTIONS.items() if entry.is_tab)
"""The sections that are tabs of the dashboard, in their order."""
RESERVED = (*(section.value for section in Section), ALL)
"""Words that name a section on the command line, and so cannot be an id."""
