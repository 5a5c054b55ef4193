"""References between the objects of a story document, and an index of them."""

from collections.abc import Iterable, Iterator
from enum import Enum, auto
from functools import cache
from typing import Any, NamedTuple

from pydantic import BaseModel

from deepseek_tui.editing.steps import StoryDocument
from deepseek_tui.story.format.model import Comparison, Link, Story
from deepseek_tui.story.format.structure import item_lists, structure_of
from deepseek_tui.story.loading.diagnostics import KeyPath

Holder = tuple[str, str]
"""An item with references, as its list and id; for other parts, an empty string and a key of the story."""


class Removal(Enum):
    """How a reference can be removed."""

    ITSELF = auto()
    """Alone: it is in a list of ids, or in an optional field."""
    WITH_OBJECT = auto()
    """With the link or comparison that contains it, which has no meaning without it."""
    NEVER = auto()
    """Not at all, because its object needs it, as a claim needs its speaker."""


class Reference(NamedTuple):
    """One reference to an item."""

    id: str
    path: KeyPath
    """The path of the id in the document."""
    removal: Removal
    holder: Holder


class ReferenceIndex:
    """The objects that refer to each id."""

    def __init__(self, document: StoryDocument) -> None:
        self._holders: dict[str, dict[Holder, None]] = {}
        for kind in item_lists():
            self.add(kind, document.get(kind, ()))
        self.add_parts(document)

    def holders(self, id: str) -> tuple[Holder, ...]:
        """Return the objects that refer to an id."""
        return tuple(self._holders.get(id, ()))

    def add(self, kind: str, items: Iterable[Any]) -> None:
        """Add the references in items of a list to the index."""
        for item in items:
            for id in _ids_in(item, item_lists()[kind]):
                self._holders.setdefault(id, {})[(kind, item["id"])] = None

    def remove(self, kind: str, items: Iterable[Any]) -> None:
        """Remove the references in items of a list from the index."""
        for item in items:
            for id in _ids_in(item, item_lists()[kind]):
                self._holders.get(id, {}).pop((kind, item["id"]), None)

    def add_parts(self, parts: StoryDocument) -> None:
        """Add the references in other parts of the story to the index."""
        for key in _part_keys().intersection(parts):
            for id in _ids_in({key: parts[key]}, Story):
                self._holders.setdefault(id, {})[("", key)] = None

    def remove_parts(self, parts: StoryDocument) -> None:
        """Remove the references in other parts of the story from the index."""
        for key in _part_keys().intersection(parts):
            for id in _ids_in({key: parts[key]}, Story):
                self._holders.get(id, {}).pop(("", key), None)


def references_in(value: Any, model: type[BaseModel], path: KeyPath, holder: Holder) -> Iterator[Reference]:
    """Yield the references in an object and its nested objects.

    Malformed values are skipped.
    """
    if not isinstance(value, dict):
        return
    structure = structure_of(model)
    for key, _, several in structure.references:
        found = value.get(key)
        if several and isinstance(found, list):
            for position, id in enumerate(found):
                yield Reference(id, (*path, key, position), Removal.ITSELF, holder)
        elif isinstance(found, str):
            yield Reference(found, (*path, key), _removal(model, key), holder)
    for key, part, several in structure.parts:
        found = value.get(key)
        if several and isinstance(found, list):
            for position, inner in enumerate(found):
                yield from references_in(inner, part, (*path, key, position), holder)
        else:
            yield from references_in(found, part, (*path, key), holder)


def held_references(document: StoryDocument, holders: Iterable[Holder]) -> Iterator[Reference]:
    """Yield the references in parts of the story, then in items in their order."""
    names: dict[str, set[str]] = {}
    for kind, name in holders:
        names.setdefault(kind, set()).add(name)
    for key in sorted(names.pop("", ())):
        yield from references_in({key: document[key]}, Story, (), ("", key))
    for kind in item_lists():
        for position, item in enumerate(document[kind] if kind in names else ()):
            if item["id"] in names[kind]:
                yield from references_in(item, item_lists()[kind], (kind, position), (kind, item["id"]))


def _ids_in(value: Any, model: type[BaseModel]) -> Iterator[str]:
    """Yield the ids to which an object and its nested objects refer.

    Malformed values are skipped.
    """
    if not isinstance(value, dict):
        return
    structure = _referring_structure(model)
    for key, several in structure.keys:
        found = value.get(key)
        if several and isinstance(found, list):
            yield from (id for id in found if isinstance(id, str))
        elif isinstance(found, str):
            yield found
    for key, part, several in structure.parts:
        found = value.get(key)
        for inner in found if several and isinstance(found, list) else (found,):
            yield from _ids_in(inner, part)


class _ReferringStructure(NamedTuple):
    keys: tuple[tuple[str, bool], ...]
    """The keys of an object that hold references, and whether each holds several."""
    parts: tuple[tuple[str, type[BaseModel], bool], ...]
    """The keys with nested objects that may contain references."""


@cache
def _referring_structure(model: type[BaseModel]) -> _ReferringStructure:
    structure = structure_of(model)
    parts = (part for part in structure.parts if model is not Story or part[0] not in item_lists())
    keys = tuple((key, several) for key, _, several in structure.references)
    return _ReferringStructure(keys, tuple(part for part in parts if any(_referring_structure(part[1]))))


@cache
def _part_keys() -> frozenset[str]:
    return frozenset(key for key, _, _ in _referring_structure(Story).parts)


@cache
def _removal(model: type[BaseModel], key: str) -> Removal:
    if model in (Link, Comparison):
        return Removal.WITH_OBJECT
    field = next(field for name, field in model.model_fields.items() if (field.alias or name) == key)
    return Removal.NEVER if field.is_required() else Removal.ITSELF
