"""Controls: the values that a reader of a lab may change, how far, and in which steps."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from deepseek_tui.i18n.languages import FALLBACK, language_of

Value = int | float | str
"""What a control is set to: a number, or the id of a choice."""
Values = Mapping[str, Value]
"""What every control of a lab is set to, by the controls' ids; never changed in place."""

_SPACES = re.compile(r"[\s\u00a0\u202f_]+")
_PLAIN = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?", re.IGNORECASE | re.ASCII)
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?", re.ASCII)


class StepScale(Enum):
    """The rungs that a step goes to."""

    DOUBLE = "double"
    """1, 2, 4, 8 …: sizes of networks and lengths of texts."""
    ROUND = "round"
    """1, 1.5, 2, 3, 5, 7, 10 …: counts and rates of any size."""
    EVEN = "even"
    """The same step everywhere."""


ROUND = ("1", "1.5", "2", "3", "5", "7")
"""The round numbers of each power of ten."""


@dataclass(frozen=True, slots=True)
class Control:
    """One value that a reader may change; its words are in the reader's language."""

    id: str
    label: str
    about: str
    """What it is, in one line."""
    choices: dict[str, str] = field(default_factory=dict)
    """The names of the choices by their ids; none where the value is a number."""
    unit: str = ""
    low: float = 0
    high: float = 1
    whole: bool = True
    ladder: StepScale = StepScale.EVEN
    by: float = 1
    """The step of an even ladder."""

    def step(self, value: Value, direction: int) -> Value:
        """The next rung above or below; the end of the range at the end of it. Choices go round."""
        if self.choices:
            ids = list(self.choices)
            return ids[(ids.index(str(value)) + direction) % len(ids)]
        found = self._rung(float(value), direction)
        found = min(max(found, self.low), self.high)
        return round(found) if self.whole else float(found)

    def _rung(self, value: float, direction: int) -> float:
        if self.ladder is StepScale.EVEN:
            return round(value + direction * self.by, 10)
        rungs = self._rungs()
        if direction > 0:
            at = bisect_right(rungs, value)
            return rungs[at] if at < len(rungs) else self.high
        at = bisect_left(rungs, value) - 1
        return rungs[at] if at >= 0 else self.low

    def _rungs(self) -> list[float]:
        if self.ladder is StepScale.DOUBLE:
            return [float(2**power) for power in range(64)]
        rungs = [float(f"{digit}e{power}") for power in range(-9, 16) for digit in ROUND]
        return [rung for rung in rungs if rung == int(rung)] if self.whole else rungs


def number_of(text: str, language: str = FALLBACK) -> int | float | None:
    """The number that somebody typed, as their language writes it; None where it is none, or is not finite.

    Spaces and group separators may stand where a language puts them: 1,300,000 in English, 1 300 000 or 0,75 in French.
    A point is a decimal point in both. 1.3e6 is read too.
    """
    bare = _SPACES.sub("", text).replace("\u2212", "-")
    ways = language_of(language)
    if ways.point != ".":
        bare = bare.replace(ways.point, ".") if bare.count(ways.point) == 1 else bare
    elif _GROUPED.fullmatch(bare):
        bare = bare.replace(ways.group, "")
    if not _PLAIN.fullmatch(bare):
        return None
    value = float(bare)
    if value in (float("inf"), float("-inf")):
        return None
    return int(bare) if bare.lstrip("+-").isdigit() else int(value) if value.is_integer() else value
