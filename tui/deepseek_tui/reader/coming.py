"""Coming in: where a story opens, at an item that was named, or where the reader left it."""

from deepseek_tui.panes.catalogue import keys_of, pane_of, shown_at
from deepseek_tui.panes.lens import Groups, Lens, lenses
from deepseek_tui.panes.overview import PREFIX
from deepseek_tui.panes.pane import Section
from deepseek_tui.panes.place import Place, Places
from deepseek_tui.panes.reading import Reading
from deepseek_tui.reader.session import Visit
from deepseek_tui.story.problem import nearest, quoted


class UnknownPlaceError(LookupError):
    """The story has no item of this id; its words say so, and which may have been meant."""


def start(reading: Reading, visit: Visit | None, at: str = "") -> Places:
    """The places to open with: those of the last visit, and in front the item that was named.

    Raises UnknownPlaceError where the story has no such item, or does not show it.
    """
    places = visit.places(_Known(reading)) if visit else Places()
    if at:
        known, stop = keys_of(reading), _stop(reading, at)
        if at not in known or stop is None:
            hint = nearest(at, known) or "ids stand in the story's file, and Y in the dashboard copies one"
            raise UnknownPlaceError(f"this story has no item {quoted(at)} to open at; {hint}")
        places.section, places.by_section[stop[0]] = stop[0], Place(stop[1])
    return places


class _Known:
    """Every id of a story, every block of its Overview, and every group that it has when it is sorted."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def __contains__(self, key: object) -> bool:
        """Whether the story has it; groups are made where one is asked for, of this way of sorting alone."""
        reading = self._reading
        if key in reading.index.items or key in pane_of(Section.OVERVIEW, reading).keys:
            return True
        sorted_by = str(key).removeprefix(PREFIX).partition(":")[0]
        ways = (lens for lens in lenses(Section.OVERVIEW) if lens is not Lens.OWN)
        return any(key in Groups(reading, lens).keys for lens in ways if lens == sorted_by)


def _stop(reading: Reading, at: str) -> tuple[Section, str] | None:
    return (Section.OVERVIEW, at) if at.startswith(PREFIX) else shown_at(at, reading)
