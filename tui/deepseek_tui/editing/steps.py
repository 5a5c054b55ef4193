"""Elementary changes of a JSON document, each with its inverse.

A document is never changed in place: applying a step copies the containers on the path to the change and shares all
others. So an older document stays valid, and whatever two documents share is known to be equal.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from deepseek_tui.story.loading.diagnostics import KeyPath

StoryDocument = dict[str, Any]
"""A story as a JSON object, in the key order of its file."""


@dataclass(frozen=True, slots=True)
class Replace:
    """Replace the value at a path."""

    path: KeyPath
    value: Any

    def apply(self, document: StoryDocument) -> "tuple[StoryDocument, Step]":
        """Return the changed document and the inverse step. Raises LookupError if the path does not exist."""
        key = self.path[-1]

        old = value_at(document, self.path)

        def replace(container: Any) -> Any:
            copy = container.copy()
            copy[key] = self.value
            return copy

        return _changed(document, self.path[:-1], replace), Replace(self.path, old)


@dataclass(frozen=True, slots=True)
class Insert:
    """Insert an element into a list, or a key into an object."""

    path: KeyPath
    """The path of the value after the insertion."""
    value: Any
    position: int = -1
    """The position of the key in its object; -1 for the last. Unused for a list."""

    def apply(self, document: StoryDocument) -> "tuple[StoryDocument, Step]":
        """Return the changed document and the inverse step. Raises LookupError if the container does not exist."""
        key, parent = self.path[-1], _container(document, self.path)
        if not 0 <= key <= len(parent) if isinstance(key, int) else key in parent:
            raise KeyError(key)

        def insert(container: Any) -> Any:
            if isinstance(key, int):
                return [*container[:key], self.value, *container[key:]]
            position = len(container) if self.position < 0 else self.position
            members = iter(container.items())
            return dict(chain(islice(members, position), [(key, self.value)], members))

        return _changed(document, self.path[:-1], insert), Remove(self.path)


@dataclass(frozen=True, slots=True)
class Remove:
    """Remove an element from a list, or a key from an object."""

    path: KeyPath

    def apply(self, document: StoryDocument) -> "tuple[StoryDocument, Step]":
        """Return the changed document and the inverse step. Raises LookupError if the path does not exist."""
        key, parent = self.path[-1], _container(document, self.path)
        value = parent[key]
        position = -1 if isinstance(key, int) else list(parent).index(key)

        def remove(container: Any) -> Any:
            copy = container.copy()
            del copy[key]
            return copy

        return _changed(document, self.path[:-1], remove), Insert(self.path, value, position)


Step = Replace | Insert | Remove


def apply_steps(document: StoryDocument, steps: Iterable[Step]) -> tuple[StoryDocument, tuple[Step, ...]]:
    """Apply steps in order; return the changed document and inverse steps."""
    inverse = []
    for step in steps:
        document, undone = step.apply(document)
        inverse.append(undone)
    return document, tuple(reversed(inverse))


def value_at(document: Any, path: KeyPath) -> Any:
    """Return the value at a path. Raises LookupError if it does not exist."""
    value: Any = document
    for step in path:
        value = _fitting(value, step)[step]
    return value


def _container(document: StoryDocument, path: KeyPath) -> Any:
    """Return the list or object that contains the last element of a path.

    Raises LookupError if there is none.
    """
    return _fitting(value_at(document, path[:-1]), path[-1])


def _fitting(value: Any, step: str | int) -> Any:
    """Return the value if it fits: a list for a position, an object for a key.

    Otherwise raises LookupError.
    """
    if not (isinstance(value, list) if isinstance(step, int) else isinstance(value, dict)):
        raise KeyError(step)
    return value


def is_same(one: Any, other: Any) -> bool:
    """Return whether two JSON values are equal, including key order and number types."""
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return list(one) == list(other) and all(is_same(value, other[key]) for key, value in one.items())
    if isinstance(one, list):
        return len(one) == len(other) and all(map(is_same, one, other))
    return repr(one) == repr(other) if isinstance(one, float) else bool(one == other)


def _changed(container: Any, path: KeyPath, change: Callable[[Any], Any]) -> Any:
    """Return a copy of a document with one container changed."""
    if not path:
        return change(container)
    copy = container.copy()
    copy[path[0]] = _changed(container[path[0]], path[1:], change)
    return copy
