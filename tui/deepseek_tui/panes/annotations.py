"""Mine: what the reader has marked in a story, and written on it; never a part of the story itself."""

from collections.abc import Container, Mapping
from types import MappingProxyType
from typing import NamedTuple


class Annotation(NamedTuple):
    """What the reader keeps on one item: a bookmark, a note, or both."""

    ref: str
    """The item's id, or the key of a block of the Overview."""
    title: str
    """What the item was called when it was marked: all that is left of it where a later edition has it no more."""
    bookmarked: bool = False
    note: str = ""
    changed: str = ""
    """When it was last changed: UTC, ISO 8601, to the second."""


class Annotations(NamedTuple):
    """The reader's marks in one story, by the item's id."""

    marks: Mapping[str, Annotation] = MappingProxyType({})
    passed_on: bool = False
    """Whether others may read them: then they are called the reader's, and not yours."""


NOTHING_MINE = Annotations()


def orphaned(mine: Annotations, known: Container[str]) -> tuple[Annotation, ...]:
    """The marks whose item the story has no more, in their order; `known` holds every id and key that it has."""
    return tuple(mark for ref, mark in mine.marks.items() if ref not in known)
