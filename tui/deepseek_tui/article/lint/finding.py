"""Findings: what a rule has to say of one place of a story."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from deepseek_tui.story.format.messages import Message
from deepseek_tui.story.loading.diagnostics import LONGEST, KeyPath, one_line


class Severity(StrEnum):
    """How much a finding weighs: an error fails a check, a warning only a strict one."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found, before its severity and its place in the text are known."""

    path: KeyPath
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A finding in a file; `line` and `column` count characters from 1."""

    file: str
    line: int
    column: int
    severity: Severity
    rule: str
    path: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        return self.worded()

    def worded(self, translate: Callable[[str], str] = str) -> str:
        """Return the finding as one line, its messages put into another language by a function."""
        severity, message, hint = map(translate, (Message(self.severity.value), self.message, self.hint))
        words = f"{self.file}:{self.line}:{self.column}: {severity}: {self.path}: {message}"
        return one_line(f"{words} ({hint}) [{self.rule}]" if hint else f"{words} [{self.rule}]", 3 * LONGEST)

    def as_json(self) -> dict[str, Any]:
        """The same as an object, for machines: its words are as harmless as those on paper."""
        return {key: one_line(value) if isinstance(value, str) else value for key, value in asdict(self).items()}
