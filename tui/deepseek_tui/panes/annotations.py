"""The reader's bookmarks and notes in a story."""

from collections.abc import Container, Mapping
from types import MappingProxyType
from typing import NamedTuple


class Annotation(NamedTuple):
    """The reader's bookmark or note, or both, on one item."""

    ref: str
    """The item's id, or the key of a block of the Overview."""
    title: str
    """The item's title when it was annotated.

    Shown if a later edition lacks the item.
    """
    bookmarked: bool = False
    note: str = ""
    changed: str = ""
    """The time of the last change: UTC, ISO 8601, to the second."""


class Annotations(NamedTuple):
    """The reader's annotations in one story, by item id."""

    marks: Mapping[str, Annotation] = MappingProxyType({})
    passed_on: bool = False
    """Whether others may read the annotations, as in an export.

    The heading then names the reader.
    """


NO_ANNOTATIONS = Annotations()


def orphaned(mine: Annotations, known: Container[str]) -> tuple[Annotation, ...]:
    """Return the annotations on items whose ids are unknown.

    These items have been removed from the story.
    """
    return tuple(mark for ref, mark in mine.marks.items() if ref not in known)
