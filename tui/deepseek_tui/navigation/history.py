"""The history: where the reader has been, one step for each time they went somewhere else, as in a browser."""

from dataclasses import dataclass, field
from typing import NamedTuple

from deepseek_tui.navigation.location import Location
from deepseek_tui.panes.pane import Section

LONGEST = 500
"""How many steps are kept."""


class HistoryEntry(NamedTuple):
    """A place that was left: the pane, the item, its scroll, its filter and its lens; and which part had the focus."""

    section: Section
    place: Location
    inside: bool = False
    """The reader was in the detail."""
    jumped: bool = False
    """It was left by a jump to an item, and not by opening another pane."""


@dataclass
class History:
    """Steps behind and ahead of where the reader is; a new step forgets what was ahead."""

    behind: list[HistoryEntry] = field(default_factory=list)
    ahead: list[HistoryEntry] = field(default_factory=list)

    def leave(self, step: HistoryEntry) -> None:
        """Note a place that is left for a new one."""
        self.behind = [*self.behind[-LONGEST + 1 :], step]
        self.ahead.clear()

    def back(self, here: HistoryEntry) -> HistoryEntry | None:
        """The place to go back to, this one kept ahead; none at the beginning."""
        return self._go(self.behind, self.ahead, here)

    def forward(self, here: HistoryEntry) -> HistoryEntry | None:
        """The place to go forward to, this one kept behind; none at the end."""
        return self._go(self.ahead, self.behind, here)

    @property
    def jumped(self) -> bool:
        """Whether the last step was a jump, from which one step back out leads back."""
        return bool(self.behind) and self.behind[-1].jumped

    def _go(self, source: list[HistoryEntry], target: list[HistoryEntry], here: HistoryEntry) -> HistoryEntry | None:
        if not source:
            return None
        step = source.pop()
        target.append(here._replace(jumped=step.jumped))  # the way between the two is the same in both directions
        return step
