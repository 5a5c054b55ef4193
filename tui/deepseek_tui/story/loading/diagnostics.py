"""A problem of a story file: where it is, what is wrong, and what may have been meant."""

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Any, NamedTuple

from deepseek_tui.story.format.escaping import harmless_line
from deepseek_tui.story.format.messages import Message

NOTHING = Message("")

KeyPath = tuple[str | int, ...]
"""The keys and positions that lead to a value, from the top of the document."""

LONGEST = 400
"""How many characters of a message are shown."""
QUOTED = 60
"""How many characters of a value are quoted in a message."""
MANY = 3000
"""Among more words than this, only those of the same beginning are compared, which keeps a large story quick."""


class Diagnostic(NamedTuple):
    """One fault; `line` and `column` count characters from 1, and are 0 where the fault has no place in the text."""

    file: str
    line: int
    column: int
    path: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        return self.worded()

    def worded(self, translate: Callable[[str], str] = str) -> str:
        """Return the diagnostic as one line, its messages put into another language by a function."""
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        message, hint = translate(self.message), translate(self.hint)
        words = ": ".join(part for part in (place, self.path, message) if part)
        return one_line(f"{words} ({hint})" if hint else words, 3 * LONGEST)

    def as_json(self) -> dict[str, Any]:
        """The same as an object, for machines: its words are as harmless as those on paper."""
        return {key: one_line(value, LONGEST) if isinstance(value, str) else value for key, value in self._asdict().items()}


class InvalidInput(Exception):  # noqa: N818 - it says what the story is, as a sentence at its `except` reads
    """A story that cannot be used, with every reason; `unreadable` where there was no file to read at all."""

    def __init__(self, problems: Iterable[Diagnostic], *, unreadable: bool = False) -> None:
        self.problems = list(problems)
        self.unreadable = unreadable
        super().__init__("\n".join(str(problem) for problem in self.problems))


def one_line(words: str, longest: int = LONGEST) -> str:
    """The words on one line, harmless to a terminal, and shortened in the middle where they are long."""
    if len(words) > longest:
        half = longest // 2
        words = f"{words[:half]} … {words[-half:]}"
    return harmless_line(words)


def quoted(value: object) -> str:
    """A value as a message quotes it: short, and between quotation marks where it is a string."""
    if isinstance(value, str):
        return f'"{one_line(value if len(value) <= QUOTED else value[:QUOTED] + "…")}"'
    if value is None or isinstance(value, bool | dict | list):
        return kind_of(value) if not isinstance(value, bool) else str(value).lower()
    return one_line(repr(value), QUOTED)


def kind_of(value: object) -> str:
    """What JSON calls a value of this kind, with its article."""
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
    """A path as a person reads it: events[3].when."""
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
    """A hint that names the known word nearest to this one, or nothing."""
    if not isinstance(word, str) or len(word) > 200:
        return NOTHING
    choices = list(known)
    if len(choices) > MANY:
        choices = [choice for choice in choices if choice[:2] == word[:2]][:MANY]
    found = get_close_matches(word.lower(), choices, n=1)
    return Message("did you mean {}?", found[0]) if found else NOTHING
