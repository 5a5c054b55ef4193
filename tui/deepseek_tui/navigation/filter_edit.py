"""The filter of a list while it is typed."""

from dataclasses import replace

from deepseek_tui.navigation.location import Location, Locations
from deepseek_tui.panes.pane import Section


class FilterEdit:
    """Changes the filter of one list with every letter, and can restore the filter and the place from before."""

    def __init__(self, locations: Locations) -> None:
        self._locations = locations
        self._before: tuple[Section, Location] | None = None
        """The list that is being filtered and the place in it before; None while nobody types."""

    @property
    def is_active(self) -> bool:
        """Whether a filter is being typed."""
        return self._before is not None

    def start(self, place: Location) -> None:
        """Begin to type a filter for the pane that is open; `place` is where the user is in it."""
        self._before = self._locations.section, place

    def change(self, query: str) -> None:
        """Filter by what is typed so far. The current item stays the same when the filter leaves it."""
        if self._before is not None:
            section, before = self._before
            self._locations.by_section[section] = replace(before, filter=query, row=-1, list_scroll=0)

    def finish(self, query: str) -> bool:
        """Keep this filter, and return whether it differs from the last one."""
        is_new = self._before is not None and query != self._locations.at(self._before[0]).filter
        if is_new:
            self.change(query)
        self._before = None
        return is_new

    def undo(self) -> None:
        """Restore the filter and the place from before."""
        if self._before is not None:
            section, self._locations.by_section[section] = self._before
            self._before = None

    def leave(self, section: Section) -> None:
        """End where another pane has been opened: a filter is typed for one list."""
        if self._before is not None and self._before[0] is not section:
            self._before = None
