"""Coming in: where a story opens, at an item that was named, or where the reader left it."""

from deepseek_tui.navigation.location import Location, Locations
from deepseek_tui.panes.catalogue import keys_of, pane_of, shown_at
from deepseek_tui.panes.grouping import Grouping, GroupsPane, groupings
from deepseek_tui.panes.overview import PREFIX
from deepseek_tui.panes.pane import Section
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.format.messages import Message
from deepseek_tui.story.loading.diagnostics import nearest, quoted
from deepseek_tui.user_data.session import SavedVisit


class UnknownLocationError(LookupError):
    """The story has no item of this id; its words say so, and which may have been meant."""


def initial_location(reading: RenderContext, visit: SavedVisit | None, at: str = "") -> Locations:
    """The places to open with: those of the last visit, and in front the item that was named.

    Raises UnknownPlaceError where the story has no such item, or does not show it.
    """
    places = visit.places(_Known(reading)) if visit else Locations()
    if at:
        known, stop = keys_of(reading), _stop(reading, at)
        if at not in known or stop is None:
            hint = nearest(at, known) or Message("ids stand in the story's file, and Y in the dashboard copies one")
            raise UnknownLocationError(Message("this story has no item {0} to open at; {1}", quoted(at), hint))
        places.section, places.by_section[stop[0]] = stop[0], Location(stop[1])
    return places


class _Known:
    """Every id of a story, every block of its Overview, and every group that it has when it is sorted."""

    def __init__(self, reading: RenderContext) -> None:
        self._reading = reading

    def __contains__(self, key: object) -> bool:
        """Whether the story has it; groups are made where one is asked for, of this way of sorting alone."""
        reading = self._reading
        if key in reading.index.items or key in pane_of(Section.OVERVIEW, reading).keys:
            return True
        sorted_by = str(key).removeprefix(PREFIX).partition(":")[0]
        ways = (lens for lens in groupings(Section.OVERVIEW) if lens is not Grouping.OWN)
        return any(key in GroupsPane(reading, lens).keys for lens in ways if lens == sorted_by)


def _stop(reading: RenderContext, at: str) -> tuple[Section, str] | None:
    return (Section.OVERVIEW, at) if at.startswith(PREFIX) else shown_at(at, reading)
