"""Saved visits: the reader's last location in each story.

It is restored when the story is opened again.
"""

from collections.abc import Container, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from deepseek_tui.i18n.languages import LANGUAGES
from deepseek_tui.navigation.location import Location, Locations
from deepseek_tui.panes.grouping import Grouping, groupings
from deepseek_tui.panes.pane import Section
from deepseek_tui.user_data.atomic_files import WriteFile
from deepseek_tui.user_data.per_story_store import PerStoryStore
from deepseek_tui.user_data.storage_errors import StorageError, StorageErrorKind

FORMAT = 1
"""The version of the file format."""
_SECTIONS = {section.value: section for section in Section}
_MAX_NUMBER = 1_000_000_000
_MAX_LENGTH = 10_000
"""The longest text in a file, in characters."""


class SavedLocation(NamedTuple):
    """Saved location in one pane.

    The field names are the keys in the session file.
    """

    item: str = ""
    row: int = -1
    lens: str = Grouping.OWN.value
    """The value of the pane's `Grouping`."""
    list_scroll: float = 0
    """The scroll offset of the list, in lines."""
    detail_scroll: float = 0
    """The scroll offset of the detail panel, in lines."""
    filter: str = ""


class SavedVisit(NamedTuple):
    """The reader's locations in all panes when the story was closed.

    An empty field is unknown. The field names are keys of the file.
    """

    pane: str = ""
    """The value of the open pane's `Section`."""
    language: str = ""
    stops: Mapping[str, SavedLocation] = MappingProxyType({})
    """The location in each pane."""
    inside: bool = False
    """Whether the detail panel was open in place of the list."""

    @property
    def item(self) -> str:
        """The id of the item at which the open pane was left."""
        return self.stops[self.pane].item if self.pane in self.stops else ""

    @classmethod
    def of(cls, locations: Locations, language: str) -> "SavedVisit":
        """Create a visit from the current location in each pane."""
        stops = {
            section.value: SavedLocation(
                location.key,
                location.row,
                location.grouping.value,
                location.list_scroll,
                max(location.detail_scroll, 0),
                location.filter,
            )
            for section, location in locations.by_section.items()
        }
        return cls(locations.section.value, language, stops, locations.inside)

    def locations(self, known_keys: Container[str]) -> Locations:
        """Return the locations to restore.

        A pane whose item is not among `known_keys` starts at the top.
        """
        found: dict[Section, Location] = {}
        for name, stop in self.stops.items():
            section = _SECTIONS.get(name)
            if section is not None and (not stop.item or stop.item in known_keys):
                grouping = next((grouping for grouping in groupings(section) if grouping == stop.lens), Grouping.OWN)
                found[section] = Location(stop.item, stop.row, grouping, stop.list_scroll, stop.detail_scroll, stop.filter)
        return Locations(_SECTIONS.get(self.pane, Section.OVERVIEW), found, self.inside and self.item in known_keys)


class SessionStore:
    """Store of the last visit to each story, in a folder.

    `limit` is the number of stories kept.
    """

    def __init__(self, folder: Path, write: WriteFile, limit: int = 200) -> None:
        self._store = PerStoryStore(folder, ".json", write, StorageErrorKind.VISIT_DAMAGED, limit)

    def read(self, story: str, origin: str) -> SavedVisit | None:
        """Return the last visit to a story.

        The result is None when there is none or its file is damaged. The story has an id and an origin, see
        `story_origin`. Invalid fields are ignored and their file is quarantined, unless a newer version of the program
        wrote it.
        """
        import orjson

        data = self._store.read(story, origin)
        if data is None:
            return None
        try:
            document = orjson.loads(data)
        except orjson.JSONDecodeError:
            document = None
        parser = _VisitParser()
        visit = parser.visit(document) if isinstance(document, dict) else None
        is_newer = isinstance(document, dict) and isinstance(document.get("format"), int) and document["format"] > FORMAT
        if visit is None or (not parser.is_valid and not is_newer):
            self._store.quarantine(story, origin)
        return visit

    def save(self, story: str, origin: str, visit: SavedVisit) -> bool:
        """Save a visit and return whether that was possible."""
        import orjson

        origin_text = origin.encode("utf-8", "replace").decode()
        document = {"format": FORMAT, "story": story, "place": origin_text} | visit._asdict()
        document["stops"] = {name: stop._asdict() for name, stop in visit.stops.items()}
        try:
            data = orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
        except orjson.JSONEncodeError:  # orjson raises JSONEncodeError for a lone surrogate, which UTF-8 cannot encode.
            return False
        return self._store.write(story, origin, data)

    def take_errors(self) -> tuple[StorageError, ...]:
        """Return the storage errors since the last call."""
        return self._store.take_errors()


class _VisitParser:
    """Parser of a saved visit that ignores invalid fields.

    `is_valid` is False if any were found.
    """

    def __init__(self) -> None:
        self.is_valid = True

    def visit(self, document: Mapping[str, Any]) -> SavedVisit:
        pane, language = self._text(document, "pane"), self._text(document, "language")
        stops = document.get("stops", {})
        if not isinstance(stops, dict):
            self.is_valid, stops = False, {}
        found = {name: self._location(stop) for name, stop in stops.items() if self._is_object(stop)}
        inside = document.get("inside", False)
        self.is_valid &= isinstance(inside, bool)
        return SavedVisit(pane, language if language in LANGUAGES else "", found, inside is True)

    def _location(self, document: Mapping[str, Any]) -> SavedLocation:
        return SavedLocation(
            item=self._text(document, "item"),
            row=int(self._number(document, "row")) if "row" in document else -1,
            lens=self._text(document, "lens") or Grouping.OWN.value,
            list_scroll=max(self._number(document, "list_scroll"), 0),
            detail_scroll=max(self._number(document, "detail_scroll"), 0),
            filter=self._text(document, "filter"),
        )

    def _is_object(self, value: object) -> bool:
        self.is_valid &= isinstance(value, dict)
        return isinstance(value, dict)

    def _text(self, document: Mapping[str, Any], name: str) -> str:
        value = document.get(name, "")
        is_valid = isinstance(value, str) and len(value) <= _MAX_LENGTH
        self.is_valid &= is_valid
        return value if is_valid else ""

    def _number(self, document: Mapping[str, Any], name: str) -> float:
        value = document.get(name, 0)
        is_valid = isinstance(value, int | float) and not isinstance(value, bool) and -1 <= value <= _MAX_NUMBER
        self.is_valid &= is_valid
        return value if is_valid else 0
