"""Editing of a list's filter, which is applied while the user types."""

from dataclasses import replace

from deepseek_tui.navigation.location import Location, Locations
from deepseek_tui.panes.pane import Section


class FilterEdit:
    """Filter of a list while the user types it.

    It is applied at once, and the previous filter can be restored.
    """

    def __init__(self, locations: Locations) -> None:
        self._locations = locations
        self._before: tuple[Section, Location] | None = None
        """The pane being filtered and its location before; None while no filter is being typed."""

    @property
    def is_active(self) -> bool:
        """Whether the user is typing a filter."""
        return self._before is not None

    def start(self, place: Location) -> None:
        """Start editing the filter of the open pane.

        `place` is the current location in the pane.
        """
        self._before = self._locations.section, place

    def change(self, query: str) -> None:
        """Apply the filter text typed so far.

        The current item is kept if it still matches.
        """
        if self._before is not None:
            section, before = self._before
            self._locations.by_section[section] = replace(before, filter=query, row=-1, list_scroll=0)

    def finish(self, query: str) -> bool:
        """Keep the typed filter text.

        Return whether it differs from the filter applied before.
        """
        is_new = self._before is not None and query != self._locations.at(self._before[0]).filter
        if is_new:
            self.change(query)
        self._before = None
        return is_new

    def undo(self) -> None:
        """Restore the filter and the location from before the edit."""
        if self._before is not None:
            section, self._locations.by_section[section] = self._before
            self._before = None

    def leave(self, section: Section) -> None:
        """End the edit if the user has opened another pane."""
        if self._before is not None and self._before[0] is not section:
            self._before = None
