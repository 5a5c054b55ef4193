"""Base class of the operations on a story, and groups of operations."""

from dataclasses import dataclass
from typing import Protocol

from deepseek_tui.editing.references import Reference, ReferenceIndex, held_references
from deepseek_tui.editing.steps import Step, StoryDocument, apply_steps
from deepseek_tui.editing.targets import Target, unknown_id
from deepseek_tui.story.loading.integrity import item_places


class StoryView:
    """A read-only view of a story for operations: document, ids and references."""

    def __init__(self, document: StoryDocument) -> None:
        self.document = document
        self.places, _ = item_places(document)
        """The list that holds each id."""
        self._index: ReferenceIndex | None = None

    @property
    def index(self) -> ReferenceIndex:
        """The index of references, built when it is first needed."""
        if self._index is None:
            self._index = ReferenceIndex(self.document)
        return self._index

    def target(self, id: str) -> Target:
        """Return the address of the item with an id. Raises EditError with the most similar id if there is none."""
        if id not in self.places:
            raise unknown_id(id, self.places)
        return Target(self.places[id], id)

    def references_to(self, id: str) -> tuple[Reference, ...]:
        """Return all references to an item."""
        return tuple(one for one in held_references(self.document, self.index.holders(id)) if one.id == id)


class Operation(Protocol):
    """A change of a story, as an immutable value."""

    def steps(self, story: StoryView) -> tuple[Step, ...]:
        """Return the elementary changes of the operation; none if nothing changes.

        Raises EditError if the operation does not fit the story.
        """


@dataclass(frozen=True, slots=True)
class Steps:
    """An operation made of elementary changes, such as the inverse of an operation."""

    all: tuple[Step, ...]

    def steps(self, story: StoryView) -> tuple[Step, ...]:
        """Return the elementary changes."""
        return self.all


@dataclass(frozen=True, slots=True)
class OperationGroup:
    """Several operations that are carried out, checked and undone as one."""

    operations: tuple[Operation, ...]

    def steps(self, story: StoryView) -> tuple[Step, ...]:
        """Return the elementary changes of all operations, applied in order."""
        found: list[Step] = []
        for operation in self.operations:
            steps = operation.steps(story)
            found.extend(steps)
            if steps:
                story = StoryView(apply_steps(story.document, steps)[0])
        return tuple(found)
