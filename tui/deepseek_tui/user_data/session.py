"""The session: where the reader was in each story, so that opening it again is coming back."""

from collections.abc import Container, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from deepseek_tui.i18n.languages import LANGUAGES
from deepseek_tui.navigation.location import Location, Locations
from deepseek_tui.panes.grouping import Grouping, groupings
from deepseek_tui.panes.pane import Section
from deepseek_tui.user_data.per_story_store import PerStoryStore, Save
from deepseek_tui.user_data.storage_errors import StorageError, StorageErrorKind

FORMAT = 1
_SECTIONS = {section.value: section for section in Section}
_FAR = 1_000_000_000
_LONG = 10_000


class SavedLocation(NamedTuple):
    """The place in one pane, as it is written down: item, row, how the pane is sorted and filtered, scrolls in lines."""

    item: str = ""
    row: int = -1
    lens: str = Grouping.OWN.value
    list_scroll: float = 0
    detail_scroll: float = 0
    filter: str = ""


class SavedVisit(NamedTuple):
    """Where the reader was when they left: the pane, the place in each, and the language; empty is unknown."""

    pane: str = ""
    language: str = ""
    stops: Mapping[str, SavedLocation] = MappingProxyType({})
    inside: bool = False
    """In the detail of the item, and not in the list."""

    @property
    def item(self) -> str:
        """The item in the pane that was open."""
        return self.stops[self.pane].item if self.pane in self.stops else ""

    @classmethod
    def of(cls, places: Locations, language: str) -> "SavedVisit":
        """The visit that these places are."""
        stops = {
            section.value: SavedLocation(
                place.key, place.row, place.lens.value, place.list_scroll, max(place.detail_scroll, 0), place.filter
            )
            for section, place in places.by_section.items()
        }
        return cls(places.section.value, language, stops, places.inside)

    def places(self, known: Container[str]) -> Locations:
        """The places to come back to; where an item is gone (`known` has every id and key), its pane begins at the top."""
        found: dict[Section, Location] = {}
        for name, stop in self.stops.items():
            section = _SECTIONS.get(name)
            if section is not None and (not stop.item or stop.item in known):
                lens = next((lens for lens in groupings(section) if lens == stop.lens), Grouping.OWN)
                found[section] = Location(stop.item, stop.row, lens, stop.list_scroll, stop.detail_scroll, stop.filter)
        return Locations(_SECTIONS.get(self.pane, Section.OVERVIEW), found, self.inside and bool(self.item in known))


class SessionStore:
    """The visits to each story, in a folder. `save` writes a file whole or not at all; `most` is how many are remembered."""

    def __init__(self, folder: Path, save: Save, most: int = 200) -> None:
        self._shelf = PerStoryStore(folder, ".json", save, StorageErrorKind.VISIT_DAMAGED, most)

    def last(self, story: str, place: str) -> SavedVisit | None:
        """The last visit to a story with this id at this place (see `shelf.place_of`); None where there was none.

        What cannot be read is passed over, and its file put aside.
        """
        import orjson

        file = self._shelf.file(story, place)
        try:
            data = file.read_bytes()
        except IsADirectoryError:
            self._shelf.set_aside(file)
            return None
        except (OSError, ValueError):
            return None
        try:
            document = orjson.loads(data)
        except orjson.JSONDecodeError:
            document = None
        reading = _Reading()
        visit = reading.visit(document) if isinstance(document, dict) else None
        newer = isinstance(document, dict) and isinstance(document.get("format"), int) and document["format"] > FORMAT
        if visit is None or (not reading.sound and not newer):
            self._shelf.set_aside(file)
        return visit

    def keep(self, story: str, place: str, visit: SavedVisit) -> bool:
        """Remember where the reader is as they leave; whether that was possible."""
        import orjson

        told = {"format": FORMAT, "story": story, "place": place.encode("utf-8", "replace").decode()} | visit._asdict()
        told["stops"] = {name: stop._asdict() for name, stop in visit.stops.items()}
        try:
            data = orjson.dumps(told, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
        except orjson.JSONEncodeError:  # half of a surrogate pair, which no JSON can hold
            return False
        return self._shelf.put(story, place, data)

    def troubles(self) -> tuple[StorageError, ...]:
        """What was damaged, since this was last asked: each is told once."""
        return self._shelf.troubles()


class _Reading:
    """Takes from a document what is as it should be; `sound` is whether all of it was."""

    def __init__(self) -> None:
        self.sound = True

    def visit(self, document: Mapping[str, Any]) -> SavedVisit:
        pane, language = self._words(document, "pane"), self._words(document, "language")
        stops = document.get("stops", {})
        if not isinstance(stops, dict):
            self.sound, stops = False, {}
        found = {name: self._stop(stop) for name, stop in stops.items() if self._is_object(stop)}
        inside = document.get("inside", False)
        self.sound &= isinstance(inside, bool)
        return SavedVisit(pane, language if language in LANGUAGES else "", found, inside is True)

    def _stop(self, stop: Mapping[str, Any]) -> SavedLocation:
        lens = self._words(stop, "lens") or Grouping.OWN.value
        row, down, further = (self._number(stop, name) for name in ("row", "list_scroll", "detail_scroll"))
        number = int(row) if "row" in stop else -1
        return SavedLocation(
            self._words(stop, "item"), number, lens, max(down, 0), max(further, 0), self._words(stop, "filter")
        )

    def _is_object(self, value: object) -> bool:
        self.sound &= isinstance(value, dict)
        return isinstance(value, dict)

    def _words(self, document: Mapping[str, Any], name: str) -> str:
        value = document.get(name, "")
        fits = isinstance(value, str) and len(value) <= _LONG
        self.sound &= fits
        return value if fits else ""

    def _number(self, document: Mapping[str, Any], name: str) -> float:
        value = document.get(name, 0)
        fits = isinstance(value, int | float) and not isinstance(value, bool) and -1 <= value <= _FAR
        self.sound &= fits
        return value if fits else 0
