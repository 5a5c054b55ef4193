"""The navigation history, with back and forward as in a web browser."""

from dataclasses import dataclass, field
from typing import NamedTuple

from deepseek_tui.navigation.location import Location
from deepseek_tui.panes.pane import Section

LONGEST = 500
"""The maximum number of entries behind."""


class HistoryEntry(NamedTuple):
    """A previous location: pane, item, scroll position, filter, grouping and focused panel."""

    section: Section
    place: Location
    inside: bool = False
    """Whether the detail had the focus."""
    jumped: bool = False
    """Whether the user left by a jump to an item, rather than by opening a pane."""


@dataclass
class History:
    """The history entries before and after the current location."""

    behind: list[HistoryEntry] = field(default_factory=list)
    ahead: list[HistoryEntry] = field(default_factory=list)

    def leave(self, step: HistoryEntry) -> None:
        """Add an entry before the current location, and remove the entries after it."""
        self.behind = [*self.behind[-LONGEST + 1 :], step]
        self.ahead.clear()

    def back(self, here: HistoryEntry) -> HistoryEntry | None:
        """Go one entry back; return the entry, or None at the start of the history."""
        return self._go(self.behind, self.ahead, here)

    def forward(self, here: HistoryEntry) -> HistoryEntry | None:
        """Go one entry forward; return the entry, or None at the end of the history."""
        return self._go(self.ahead, self.behind, here)

    @property
    def jumped(self) -> bool:
        """Whether the current location was reached by following a link, which Esc undoes."""
        return bool(self.behind) and self.behind[-1].jumped

    def _go(self, source: list[HistoryEntry], target: list[HistoryEntry], here: HistoryEntry) -> HistoryEntry | None:
        if not source:
            return None
        step = source.pop()
        # A move counts as a jump both when going back and when going forward.
        target.append(here._replace(jumped=step.jumped))
        return step
