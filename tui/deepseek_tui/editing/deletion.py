"""Operations that delete any object, or reject a guess."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from deepseek_tui.editing.errors import EditError, ReferencedError
from deepseek_tui.editing.operation import StoryView
from deepseek_tui.editing.references import Reference, Removal
from deepseek_tui.editing.steps import Remove, Step, value_at
from deepseek_tui.editing.targets import Target, target_of
from deepseek_tui.story.format.messages import Message
from deepseek_tui.story.loading.diagnostics import KeyPath


class References(Enum):
    """The treatment of references to an object that is to be deleted."""

    REFUSE = auto()
    """Refuse to delete the object while others refer to it."""
    REMOVE = auto()
    """Remove the references, and the links and comparisons that need the object."""


@dataclass(frozen=True, slots=True)
class DeleteObject:
    """Delete an item or a part of an object."""

    target: Target
    references: References = References.REFUSE

    def steps(self, story: StoryView) -> tuple[Step, ...]:
        """Delete the object.

        Raises ReferencedError with the references that stand in the way: all of them, or with `References.REMOVE` those
        of objects that need the deleted one.
        """
        path = self.target.path(story.document)
        if not path:
            raise EditError.of(Message("a story cannot be deleted"))
        if not self.target.kind or self.target.inside:
            return (Remove(path),)
        return _deleted(story, self.target, path, self.references)


@dataclass(frozen=True, slots=True)
class RejectGuess:
    """Delete an object that a program guessed."""

    target: Target
    references: References = References.REFUSE

    def steps(self, story: StoryView) -> tuple[Step, ...]:
        """Delete the object as `DeleteObject` does. Raises EditError if it is no unconfirmed guess."""
        path = self.target.path(story.document)
        if value_at(story.document, path).get("draft") is not True:
            raise EditError.of(Message("is no unconfirmed guess"), path=path)
        return DeleteObject(self.target, self.references).steps(story)


def references_outside(story: StoryView, target: Target) -> tuple[Reference, ...]:
    """Return the references to an item that other objects hold."""
    return tuple(one for one in story.references_to(target.id) if one.holder != (target.kind, target.id))


def _deleted(story: StoryView, target: Target, path: KeyPath, choice: References) -> tuple[Step, ...]:
    paths, needed = {path}, list[Reference]()
    waiting = [target]
    while waiting:
        deleted = waiting.pop()
        outside = references_outside(story, deleted)
        if outside and choice is References.REFUSE:
            raise ReferencedError(deleted.id, outside)
        for reference in outside:
            if reference.removal is Removal.NEVER:
                needed.append(reference)
            elif reference.removal is Removal.ITSELF:
                paths.add(reference.path)
            elif reference.path[:-1] not in paths:
                paths.add(reference.path[:-1])
                holder = target_of(story.document, reference.path[:-1])
                waiting.extend([holder] if holder.kind and not holder.inside else ())
    needed = [one for one in needed if not _is_inside(one.path, paths)]
    if needed:
        raise ReferencedError(target.id, needed)
    paths |= _emptied_reading_paths(story, paths)
    return tuple(Remove(one) for one in sorted(_outermost(paths), key=_sort_key, reverse=True))


def _emptied_reading_paths(story: StoryView, removed: Iterable[KeyPath]) -> set[KeyPath]:
    """Return the reading paths that a deletion leaves empty."""
    lost: dict[KeyPath, int] = {}
    for path in removed:
        if path[0] == "reading_paths":
            lost[path[:2]] = lost.get(path[:2], 0) + 1
    return {path for path, count in lost.items() if len(value_at(story.document, path)["items"]) == count}


def _outermost(paths: set[KeyPath]) -> list[KeyPath]:
    return [path for path in paths if not _is_inside(path, paths)]


def _is_inside(path: KeyPath, paths: set[KeyPath]) -> bool:
    return any(path[:length] in paths for length in range(1, len(path)))


def _sort_key(path: KeyPath) -> list[tuple[bool, int, str]]:
    """Return a sort key for paths, in which keys and positions can be compared."""
    return [(isinstance(step, int), step if isinstance(step, int) else 0, str(step)) for step in path]
