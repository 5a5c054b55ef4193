"""Changes: what is different between two editions of a story, item by item; where an item stands in its list is not."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from deepseek_tui.story.analysis.index import LISTS, Item
from deepseek_tui.story.format.model import Model, Passage, Story

PARTS = ("title", "languages", "summary", "edition", "article")
"""What a story has beside its lists; the kind of a change in one of them is its name."""

PROSE = frozenset(
    [
        "body",
        "by",
        "caveat",
        "changes",
        "definition",
        "interest",
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
"""The fields that hold a `Text`: one that changed is worded otherwise (the `by` of a link is a word of a vocabulary)."""

STANDING = ("status", "phase")
"""The fields that say how something stands: a claim, a question, an event, a figure."""


class ItemChange(StrEnum):
    """What became of an item."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class ChangeKind(StrEnum):
    """The same, told more closely, for counting; of what holds at once, the first of `STATUS`, `CHANGED`, `REWORDED`."""

    ADDED = "added"
    REMOVED = "removed"
    STATUS = "status"
    """It stands otherwise: a status, a stage."""
    REWORDED = "reworded"
    """Its words alone changed."""
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that is not what it was, by its name in the file; the values are the model's, None where there was none."""

    name: str
    old: Any
    new: Any

    @property
    def reworded(self) -> bool:
        """Whether its words alone changed."""
        if isinstance(self.old, Passage) and isinstance(self.new, Passage):
            return self.old.model_copy(update={"text": self.new.text}) == self.new
        return self.name in PROSE and None not in (self.old, self.new) and not isinstance(self.new, StrEnum)


@dataclass(frozen=True, slots=True)
class Change:
    """One item that was added, removed or changed; or a part of the story itself, whose id is empty."""

    kind: str
    """The list that it stands in (`events`), or the part of the story that it is (`title`)."""
    id: str
    what: ItemChange
    fields: tuple[FieldChange, ...] = ()
    """For a change, the fields in the format's order."""

    @property
    def manner(self) -> ChangeKind:
        """What became of it, for counting."""
        if self.what is not ItemChange.CHANGED:
            return ChangeKind(self.what.value)
        if any(field.name in STANDING for field in self.fields):
            return ChangeKind.STATUS
        return ChangeKind.REWORDED if all(field.reworded for field in self.fields) else ChangeKind.CHANGED


@dataclass(frozen=True)
class Changes:
    """Everything that is different, in the new story's order; what is gone stands where it was."""

    old: Story
    new: Story

    @cached_property
    def all(self) -> tuple[Change, ...]:
        """The changes: of the story itself, then list by list."""
        return (*_of_parts(self.old, self.new), *(change for name in LISTS for change in _of_list(name, self.old, self.new)))

    def __iter__(self) -> Iterator[Change]:
        return iter(self.all)

    def __len__(self) -> int:
        return len(self.all)

    @property
    def same_story(self) -> bool:
        """Whether these are two editions of one story, by its id."""
        return self.old.id == self.new.id

    def counts(self) -> Mapping[tuple[ChangeKind, str], int]:
        """How many changes there are of each manner and kind, in the order of manners, then of the format."""
        return counts(self.all)


def counts(changes: Iterable[Change]) -> Mapping[tuple[ChangeKind, str], int]:
    """How many of these changes there are of each manner and kind, in the order of manners, then of the format."""
    found = Counter((change.manner, change.kind) for change in changes)
    return {(manner, kind): found[manner, kind] for manner in ChangeKind for kind in (*LISTS, *PARTS) if found[manner, kind]}


def _of_parts(old: Story, new: Story) -> Iterator[Change]:
    for part in PARTS:
        before, after = getattr(old, part), getattr(new, part)
        if before == after:
            continue
        both = isinstance(before, Model) and isinstance(after, Model)
        fields = tuple(_fields(before, after)) if both else (FieldChange(part, before, after),)
        if fields:
            yield Change(part, "", ItemChange.CHANGED, fields)


def _of_list(name: str, old: Story, new: Story) -> Iterator[Change]:
    """The changes of one list; linear in its length."""
    before: dict[str, Item] = {item.id: item for item in getattr(old, name)}
    after: dict[str, Item] = {item.id: item for item in getattr(new, name)}
    gone: dict[str, list[str]] = {}
    last = ""
    for ref in before:
        if ref in after:
            last = ref
        else:
            gone.setdefault(last, []).append(ref)
    yield from (Change(name, ref, ItemChange.REMOVED) for ref in gone.get("", ()))
    for ref, item in after.items():
        if ref not in before:
            yield Change(name, ref, ItemChange.ADDED)
        elif before[ref] != item:
            fields = tuple(_fields(before[ref], item))
            if fields:
                yield Change(name, ref, ItemChange.CHANGED, fields)
        yield from (Change(name, other, ItemChange.REMOVED) for other in gone.get(ref, ()))


def _fields(old: Model, new: Model) -> Iterator[FieldChange]:
    for name, about in type(new).model_fields.items():
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield FieldChange(about.alias or name, before, after)
