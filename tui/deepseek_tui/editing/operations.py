"""Operations on the objects of a story: set, add, duplicate and move."""

from copy import deepcopy
from dataclasses import dataclass
from itertools import count
from typing import Any

from pydantic import BaseModel

from deepseek_tui.editing.errors import EditError
from deepseek_tui.editing.operation import StoryView
from deepseek_tui.editing.steps import Insert, Remove, Replace, Step, StoryDocument, is_same, value_at
from deepseek_tui.editing.targets import Target
from deepseek_tui.story.format.messages import Message
from deepseek_tui.story.format.model import MAX_ID_LENGTH, Story
from deepseek_tui.story.format.sections import RESERVED
from deepseek_tui.story.format.structure import item_lists
from deepseek_tui.story.loading.diagnostics import KeyPath, nearest, quoted


@dataclass(frozen=True, slots=True)
class SetField:
    """Set a field of an object.

    `field` is the path inside the object, such as ("when",) or ("title", "fr").
    """

    target: Target
    field: KeyPath
    value: Any

    def steps(self, story: StoryView) -> tuple[Step, ...]:
        """Return the steps that set the field.

        They replace its value, or insert a missing key in the order of the format. Raises EditError if there is
        no such object.
        """
        path = (*self.target.path(story.document), *self.field)
        try:
            old = value_at(story.document, path)
        except LookupError:
            return (self._insert(story.document, path),)
        return () if is_same(old, self.value) else (Replace(path, deepcopy(self.value)),)

    def _insert(self, document: StoryDocument, path: KeyPath) -> Step:
        key, container = path[-1], _container(document, path)
        if isinstance(container, dict):
            return Insert(path, deepcopy(self.value), _key_position(container, str(key), self._owner()))
        if key != len(container):
            raise EditError.of(Message("there is no such object"), path=path)
        return Insert(path, deepcopy(self.value))

    def _owner(self) -> type[BaseModel] | None:
        """Return the model of the innermost object with the field; None inside a text."""
        try:
            return self.target._replace(inside=(*self.target.inside, *self.field[:-1])).model()
        except EditError:
            return None


@dataclass(frozen=True, slots=True)
class ClearField:
    """Remove an optional field of an object, or an element of one of its lists."""

    target: Target
    field: KeyPath

    def steps(self, story: StoryView) -> tuple[Step, ...]:
        """Remove the field if it exists. Raises EditError if the object does not exist."""
        path = (*self.target.path(story.document), *self.field)
        try:
            value_at(story.document, path)
        except LookupError:
            return ()
        return (Remove(path),)


@dataclass(frozen=True, slots=True)
class AddObject:
    """Add an item to a list of the story; its id must be unused. The default position is the last."""

    kind: str
    value: StoryDocument
    position: int | None = None

    def steps(self, story: StoryView) -> tuple[Step, ...]:
        """Insert the item, and the list where it is missing. Raises EditError for an unknown list."""
        if self.kind not in item_lists():
            raise EditError.of(Message("there is no key {} here", quoted(self.kind)), nearest(self.kind, item_lists()))
        items, value = story.document.get(self.kind), deepcopy(self.value)
        if items is None:
            return (Insert((self.kind,), [value], _key_position(story.document, self.kind, Story)),)
        position = len(items) if self.position is None else max(0, min(self.position, len(items)))
        return (Insert((self.kind, position), value),)


@dataclass(frozen=True, slots=True)
class DuplicateObject:
    """Add a copy of an item or of a part after the original.

    The copy of an item has another id.
    """

    target: Target
    new_id: str = ""
    """The id of the copy; by default the id of the original with the next free number."""

    def steps(self, story: StoryView) -> tuple[Step, ...]:
        """Insert the copy. Raises EditError if the object is not one of a list."""
        path = self.target.path(story.document)
        if not path or not isinstance(path[-1], int):
            raise EditError.of(Message("only an element of a list can be duplicated or moved"), path=path)
        copy = value_at(story.document, path)
        if not self.target.inside:
            copy = {**copy, "id": self.new_id or free_id(story, self.target.id)}
        return (Insert((*path[:-1], path[-1] + 1), copy),)


@dataclass(frozen=True, slots=True)
class MoveObject:
    """Move an item, or a part of an object, to another position of its list."""

    target: Target
    position: int
    """The position after the move; a position beyond the end means the last one."""

    def steps(self, story: StoryView) -> tuple[Step, ...]:
        """Remove the object and insert it again. Raises EditError if it is not one of a list."""
        path = self.target.path(story.document)
        if not path or not isinstance(path[-1], int):
            raise EditError.of(Message("only an element of a list can be duplicated or moved"), path=path)
        last = len(value_at(story.document, path[:-1])) - 1
        position = max(0, min(self.position, last))
        if position == path[-1]:
            return ()
        return Remove(path), Insert((*path[:-1], position), value_at(story.document, path))


def free_id(story: StoryView, wanted: str) -> str:
    """Return the wanted id if it is free, else one with a number.

    The number is the first free one from 2.
    """
    if _is_free(story, wanted):
        return wanted
    stem, _, number = wanted.rpartition("-")
    stem = stem if stem and number.isdigit() else wanted
    endings = (f"-{number}" for number in count(2))
    ids = (f"{stem[: MAX_ID_LENGTH - len(ending)].rstrip('-')}{ending}" for ending in endings)
    return next(id for id in ids if _is_free(story, id))


def _is_free(story: StoryView, id: str) -> bool:
    return id not in story.places and id not in RESERVED


def _container(document: StoryDocument, path: KeyPath) -> dict[str, Any] | list[Any]:
    try:
        container = value_at(document, path[:-1])
    except LookupError:
        container = None
    if not isinstance(container, list if isinstance(path[-1], int) else dict):
        raise EditError.of(Message("there is no such object"), path=path)
    return container


def _key_position(container: dict[str, Any], key: str, model: type[BaseModel] | None) -> int:
    """Return the position for a new key, in the order of the story format.

    It comes after the last existing key that the format defines before it.
    """
    order = [field.alias or name for name, field in model.model_fields.items()] if model else []
    present = list(container)
    if key not in order:
        return len(present)
    earlier = [one for one in order[: order.index(key)] if one in container]
    return present.index(earlier[-1]) + 1 if earlier else 0
