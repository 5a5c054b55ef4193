"""Undo and redo of the operations on a story, without limit."""

from deepseek_tui.editing.edited_story import EditedStory
from deepseek_tui.editing.operation import Operation, Steps

_Entry = tuple[Operation, Steps]
"""An operation, with the steps that undo it or, if it is undone, the steps that redo it."""


class EditHistory:
    """The operations on a story in this session, which can be undone and redone."""

    def __init__(self, story: EditedStory) -> None:
        self.story = story
        self._done: list[_Entry] = []
        self._undone: list[_Entry] = []

    def do(self, operation: Operation) -> bool:
        """Carry out an operation, and return whether it changed anything. Raises EditError, with nothing changed.

        Operations that were undone can then no longer be redone.
        """
        inverse = self.story.apply(operation)
        if not inverse.all:
            return False
        self._done.append((operation, inverse))
        self._undone.clear()
        return True

    def undo(self) -> Operation | None:
        """Undo the last operation and return it, or return None without one."""
        if not self._done:
            return None
        operation, steps = self._done.pop()
        self._undone.append((operation, self.story.apply(steps)))
        return operation

    def redo(self) -> Operation | None:
        """Redo the last undone operation and return it, or return None without one."""
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
        """Whether there is an operation to redo."""
        return bool(self._undone)
