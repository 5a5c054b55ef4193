"""The differences between two editions of a story, item by item.

The position of an item in its list does not count.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from deepseek_tui.story.analysis.index import LISTS, Item
from deepseek_tui.story.format.model import Model, Passage, Story

PARTS = ("title", "identity", "languages", "summary", "reading_paths", "edition", "article")
"""The parts of a story that are not in a list."""

TEXT_FIELDS = frozenset(
    [
        "body",
        "by",
        "caveat",
        "changes",
        "definition",
        "guess",
        "identity",
        "interest",
        "known",
        "label",
        "licence",
        "name",
        "publisher",
        "question",
        "role",
        "scope",
        "settle",
        "text",
        "title",
        "unit",
        "watch",
        "why",
        "word",
        "wording",
        "author",
    ]
)
"""The fields that hold a `Text`, whose changes count as rewordings.

The `by` of a link is not one of them: it is a word of a vocabulary.
"""

STATUS_FIELDS = ("status", "phase")
"""The fields whose change is a change of status: of a claim, a question, an event or a figure."""


class ItemChange(StrEnum):
    """Change of a whole item: added, removed or changed."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class ChangeKind(StrEnum):
    """Kind of a change, by which changes are counted.

    Where several apply to a changed item, the first of `STATUS`, `CHANGED` and `REWORDED` counts.
    """

    ADDED = "added"
    REMOVED = "removed"
    STATUS = "status"
    """A status or phase changed."""
    REWORDED = "reworded"
    """Only the wording changed."""
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One changed field of an item, named as in the file.

    `old` and `new` are values of the model, or None for a field that was absent.
    """

    name: str
    old: Any
    new: Any

    @property
    def reworded(self) -> bool:
        """Whether the change affects only the wording of the field."""
        if isinstance(self.old, Passage) and isinstance(self.new, Passage):
            return self.old.model_copy(update={"text": self.new.text}) == self.new
        return self.name in TEXT_FIELDS and None not in (self.old, self.new) and not isinstance(self.new, StrEnum)


@dataclass(frozen=True, slots=True)
class Change:
    """A change of one item, or of a part of the story."""

    part: str
    """The list of the item, such as `events`, or the name of the part, such as `title`."""
    id: str
    """The id of the item, empty for a part."""
    action: ItemChange
    fields: tuple[FieldChange, ...] = ()
    """The changed fields in the format's order; empty for an added or removed item."""

    @property
    def kind(self) -> ChangeKind:
        """The kind of the change, by which changes are counted."""
        if self.action is not ItemChange.CHANGED:
            return ChangeKind(self.action.value)
        if any(field.name in STATUS_FIELDS for field in self.fields):
            return ChangeKind.STATUS
        return ChangeKind.REWORDED if all(field.reworded for field in self.fields) else ChangeKind.CHANGED


@dataclass(frozen=True)
class Changes:
    """All changes between two editions, in the new story's order.

    Removed items keep their position.
    """

    old: Story
    new: Story

    @cached_property
    def all(self) -> tuple[Change, ...]:
        """The changes of the story's parts, followed by those of each list."""
        return (
            *_part_changes(self.old, self.new),
            *(change for name in LISTS for change in _list_changes(name, self.old, self.new)),
        )

    def __iter__(self) -> Iterator[Change]:
        return iter(self.all)

    def __len__(self) -> int:
        return len(self.all)

    @property
    def same_story(self) -> bool:
        """Whether both editions have the same story id."""
        return self.old.id == self.new.id

    def counts(self) -> Mapping[tuple[ChangeKind, str], int]:
        """Count the changes by kind and list or part.

        The order is that of `ChangeKind`, then that of the format.
        """
        return counts(self.all)


def counts(changes: Iterable[Change]) -> Mapping[tuple[ChangeKind, str], int]:
    """Count changes by kind, then by list or part."""
    found = Counter((change.kind, change.part) for change in changes)
    return {(kind, part): found[kind, part] for kind in ChangeKind for part in (*LISTS, *PARTS) if found[kind, part]}


def _part_changes(old: Story, new: Story) -> Iterator[Change]:
    for part in PARTS:
        before, after = getattr(old, part), getattr(new, part)
        if before == after:
            continue
        both = isinstance(before, Model) and isinstance(after, Model)
        fields = tuple(_field_changes(before, after)) if both else (FieldChange(part, before, after),)
        if fields:
            yield Change(part, "", ItemChange.CHANGED, fields)


def _list_changes(name: str, old: Story, new: Story) -> Iterator[Change]:
    """Yield the changes between two versions of a list of items.

    The time is linear in their number.
    """
    before: dict[str, Item] = {item.id: item for item in getattr(old, name)}
    after: dict[str, Item] = {item.id: item for item in getattr(new, name)}
    removed_after: dict[str, list[str]] = {}
    last = ""
    for ref in before:
        if ref in after:
            last = ref
        else:
            removed_after.setdefault(last, []).append(ref)
    yield from (Change(name, ref, ItemChange.REMOVED) for ref in removed_after.get("", ()))
    for ref, item in after.items():
        if ref not in before:
            yield Change(name, ref, ItemChange.ADDED)
        elif before[ref] != item:
            fields = tuple(_field_changes(before[ref], item))
            if fields:
                yield Change(name, ref, ItemChange.CHANGED, fields)
        yield from (Change(name, other, ItemChange.REMOVED) for other in removed_after.get(ref, ()))


def _field_changes(old: Model, new: Model) -> Iterator[FieldChange]:
    for name, info in type(new).model_fields.items():
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield FieldChange(info.alias or name, before, after)
