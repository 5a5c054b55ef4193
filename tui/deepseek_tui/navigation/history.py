"""The navigation history, with back and forward as in a web browser."""

from dataclasses import dataclass, field
from typing import NamedTuple

from deepseek_tui.navigation.location import Location
from deepseek_tui.panes.pane import Section

LONGEST = 500
"""The most earlier locations that are kept."""


class HistoryEntry(NamedTuple):
    """Earlier location of the user: pane, item, scroll position and more.

    It also has the filter, the grouping and the focused panel.
    """

    section: Section
    place: Location
    inside: bool = False
    """Whether the detail panel had the focus."""
    jumped: bool = False
    """Whether the user left by a jump to an item, rather than by opening a pane."""


@dataclass
class History:
    """Locations before and after the current one, as in a web browser."""

    behind: list[HistoryEntry] = field(default_factory=list)
    ahead: list[HistoryEntry] = field(default_factory=list)

    def leave(self, step: HistoryEntry) -> None:
        """Add the location that the user leaves.

        Locations after it are removed.
        """
        self.behind = [*self.behind[-LONGEST + 1 :], step]
        self.ahead.clear()

    def back(self, here: HistoryEntry) -> HistoryEntry | None:
        """Go one location back, and return it.

        Return None at the start of the history.
        """
        return self._go(self.behind, self.ahead, here)

    def forward(self, here: HistoryEntry) -> HistoryEntry | None:
        """Go one location forward, and return it.

        Return None at the end of the history.
        """
        return self._go(self.ahead, self.behind, here)

    @property
    def jumped(self) -> bool:
        """Whether the user followed a link here, so that Esc returns."""
        return bool(self.behind) and self.behind[-1].jumped

    def _go(self, source: list[HistoryEntry], target: list[HistoryEntry], here: HistoryEntry) -> HistoryEntry | None:
        if not source:
            return None
        step = source.pop()
        # A move counts as a jump both when going back and when going forward.
        target.append(here._replace(jumped=step.jumped))
        return step
