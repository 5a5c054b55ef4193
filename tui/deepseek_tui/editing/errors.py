"""Errors of operations that cannot be carried out."""

from collections.abc import Iterable

from deepseek_tui.editing.references import Reference
from deepseek_tui.story.format.messages import Message
from deepseek_tui.story.loading.diagnostics import Diagnostic, KeyPath, path_text, quoted


class EditError(Exception):
    """Raised when an operation is refused, with every reason; the document is unchanged."""

    def __init__(self, problems: Iterable[Diagnostic]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))

    @classmethod
    def of(cls, message: str, hint: str = "", path: KeyPath = ()) -> "EditError":
        """Create an error with one reason."""
        return cls([Diagnostic("", 0, 0, path_text(path), message, hint)])


class ReferencedError(EditError):
    """Raised when an object cannot be deleted because other objects refer to it."""

    def __init__(self, id: str, references: Iterable[Reference]) -> None:
        self.references = tuple(references)
        message = Message("refers to {}", quoted(id))
        super().__init__(Diagnostic("", 0, 0, path_text(one.path), message) for one in self.references)
