"""Diagnostics: problems of a story file, with positions and hints."""

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Any, NamedTuple

from deepseek_tui.story.format.escaping import harmless_line
from deepseek_tui.story.format.messages import Message

NOTHING = Message("")

KeyPath = tuple[str | int, ...]
"""The keys and positions from the document's root to a value."""

MAX_MESSAGE_LENGTH = 400
"""The most characters of a message."""
MAX_QUOTED_LENGTH = 60
"""The most characters of a quoted value."""
MAX_COMPARED = 3000
"""The number of words above which only those with the same first letters are compared.

This keeps large stories fast.
"""


class Diagnostic(NamedTuple):
    """One problem found in a file, with its position and a hint.

    Line and column count characters from 1. They are 0 for a problem without a position in the text.
    """

    file: str
    line: int
    column: int
    path: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        return self.worded()

    def worded(self, translate: Callable[[str], str] = str) -> str:
        """Return the diagnostic as one line, with its messages translated."""
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        message, hint = translate(self.message), translate(self.hint)
        words = ": ".join(part for part in (place, self.path, message) if part)
        return one_line(f"{words} ({hint})" if hint else words, 3 * MAX_MESSAGE_LENGTH)

    def as_json(self) -> dict[str, Any]:
        """Return the diagnostic as a JSON object with harmless strings."""
        return {
            key: one_line(value, MAX_MESSAGE_LENGTH) if isinstance(value, str) else value
            for key, value in self._asdict().items()
        }


class InvalidInput(Exception):  # noqa: N818 - it says what the story is, as a sentence at its `except` reads
    """Raised when a file cannot be used, with all reasons.

    `unreadable` is true if the file itself could not be read.
    """

    def __init__(self, problems: Iterable[Diagnostic], *, unreadable: bool = False) -> None:
        self.problems = list(problems)
        self.unreadable = unreadable
        super().__init__("\n".join(str(problem) for problem in self.problems))


def one_line(words: str, longest: int = MAX_MESSAGE_LENGTH) -> str:
    """Return safe text on one line, shortened in the middle if long."""
    if len(words) > longest:
        half = longest // 2
        words = f"{words[:half]} … {words[-half:]}"
    return harmless_line(words)


def quoted(value: object) -> str:
    """Return a value in the form in which messages quote it.

    It is short, and a string is in quotation marks.
    """
    if isinstance(value, str):
        return f'"{one_line(value if len(value) <= MAX_QUOTED_LENGTH else value[:MAX_QUOTED_LENGTH] + "…")}"'
    if value is None or isinstance(value, bool | dict | list):
        return kind_of(value) if not isinstance(value, bool) else str(value).lower()
    return one_line(repr(value), MAX_QUOTED_LENGTH)


def kind_of(value: object) -> str:
    """Return the JSON type of a value in words, such as "null"."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return Message("true or false")
    if isinstance(value, int | float):
        return Message("a number")
    if isinstance(value, str):
        return Message("a string")
    return Message("a list") if isinstance(value, list) else Message("an object")


def path_text(path: KeyPath) -> str:
    """Return a readable path such as events[3].when."""
    words = ""
    for step in path:
        if isinstance(step, int):
            words += f"[{step}]"
        elif step.replace("_", "").replace("-", "").replace("$", "").isalnum():
            words += f".{step}" if words else step
        else:
            words += f"[{quoted(step)}]"
    return words


def nearest(word: object, known: Iterable[str]) -> Message:
    """Return a hint with the most similar known word.

    The hint is empty if there is none.
    """
    if not isinstance(word, str) or len(word) > 200:
        return NOTHING
    choices = list(known)
    if len(choices) > MAX_COMPARED:
        choices = [choice for choice in choices if choice[:2] == word[:2]][:MAX_COMPARED]
    found = get_close_matches(word.lower(), choices, n=1)
    return Message("did you mean {}?", found[0]) if found else NOTHING
