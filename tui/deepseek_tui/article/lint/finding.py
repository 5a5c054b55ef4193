"""Findings: problems that lint rules report at positions in a story."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from deepseek_tui.story.format.messages import Message
from deepseek_tui.story.loading.diagnostics import MAX_MESSAGE_LENGTH, KeyPath, one_line


class Severity(StrEnum):
    """Severity of a lint finding.

    Only a strict check fails on warnings.
    """

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem that a lint rule reports, still without severity and line."""

    path: KeyPath
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class PlacedFinding:
    """A lint finding with its line and column in the story file.

    Both are counted from 1.
    """

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
        """Return the lint finding as one line in the interface language."""
        severity, message, hint = map(translate, (Message(self.severity.value), self.message, self.hint))
        words = f"{self.file}:{self.line}:{self.column}: {severity}: {self.path}: {message}"
        return one_line(f"{words} ({hint}) [{self.rule}]" if hint else f"{words} [{self.rule}]", 3 * MAX_MESSAGE_LENGTH)

    def as_json(self) -> dict[str, Any]:
        """Return the lint finding as a JSON object without control characters."""
        return {key: one_line(value) if isinstance(value, str) else value for key, value in asdict(self).items()}
