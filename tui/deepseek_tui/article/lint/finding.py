"""Findings: what a lint rule reports about one place in a story."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from deepseek_tui.story.loading.diagnostics import LONGEST, KeyPath, one_line


class Severity(StrEnum):
    """The severity of a finding: only a strict check fails on warnings."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding before its severity and its line are known."""

    path: KeyPath
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class PlacedFinding:
    """A finding in a file. Line and column count characters from 1."""

    file: str
    line: int
    column: int
    severity: Severity
    rule: str
    path: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        words = f"{self.file}:{self.line}:{self.column}: {self.severity}: {self.path}: {self.message}"
        return one_line(f"{words} ({self.hint}) [{self.rule}]" if self.hint else f"{words} [{self.rule}]", 3 * LONGEST)

    def as_json(self) -> dict[str, Any]:
        """Return the finding as a JSON object with harmless strings."""
        return {key: one_line(value) if isinstance(value, str) else value for key, value in asdict(self).items()}
