"""Initial location of a story: a named item, or the last visit."""

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
    """Raised for an id that the story does not show.

    The message suggests a similar one.
    """


def initial_location(reading: RenderContext, visit: SavedVisit | None, at: str = "") -> Locations:
    """Return the locations in the panes when a story opens.

    They are those of the last visit, with the item `at` opened if one is named. Raises UnknownLocationError when the
    story has no such item, or does not show it.
    """
    locations = visit.locations(_KnownKeys(reading)) if visit else Locations()
    if at:
        known = keys_of(reading)
        found = (Section.OVERVIEW, at) if at.startswith(PREFIX) else shown_at(at, reading)
        if at not in known or found is None:
            hint = nearest(at, known) or Message("ids are in the story file, and Y in the dashboard copies one")
            raise UnknownLocationError(Message("this story has no item {0}; {1}", quoted(at), hint))
        section, key = found
        locations.section, locations.by_section[section] = section, Location(key)
    return locations


class _KnownKeys:
    """Ids of everything that a story shows.

    They are those of items, of the parts of the Overview and of the groups of each grouping.
    """

    def __init__(self, reading: RenderContext) -> None:
        self._reading = reading

    def __contains__(self, key: object) -> bool:
        reading = self._reading
        if key in reading.index.items or key in pane_of(Section.OVERVIEW, reading).keys:
            return True
        # Only the grouping named in the key is computed, because each grouping takes a pass over the story.
        name = str(key).removeprefix(PREFIX).partition(":")[0]
        grouping = next((one for one in groupings(Section.OVERVIEW) if one is not Grouping.OWN and one == name), None)
        return grouping is not None and key in GroupsPane(reading, grouping).keys
