"""Undo and redo of the operations on a story, without limit."""

from deepseek_tui.editing.edited_story import EditedStory
from deepseek_tui.editing.operation import Operation, Steps

_Entry = tuple[Operation, Steps]
"""An operation, with the steps that undo it or, once it is undone, that do it again."""


class EditHistory:
    """The operations on a story in this session: done ones, and undone ones that can be done again."""

    def __init__(self, story: EditedStory) -> None:
        self.story = story
        self._done: list[_Entry] = []
        self._undone: list[_Entry] = []

    def do(self, operation: Operation) -> bool:
        """Carry out an operation, and return whether it changed anything. Raises EditError, with nothing changed.

        Undone operations can then no longer be done again.
        """
        inverse = self.story.apply(operation)
        if not inverse.all:
            return False
        self._done.append((operation, inverse))
        self._undone.clear()
        return True

    def undo(self) -> Operation | None:
        """Undo the last operation and return it, or return None if there is none."""
        if not self._done:
            return None
        operation, steps = self._done.pop()
        self._undone.append((operation, self.story.apply(steps)))
        return operation

    def redo(self) -> Operation | None:
        """Carry out the last undone operation again and return it, or return None if there is none."""
        if not self._undone:
            return None
        operation, steps = self._undone.pop()
        self._done.append((operation, self.story.apply(steps)))
        return operation

    @property
    def can_undo(self) -> bool:
        """Whether there is an operation to undo."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is an operation to do again."""
        return bool(self._undone)
