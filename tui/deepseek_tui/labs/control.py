"""Controls of a lab: values that the user can change."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol

from deepseek_tui.i18n.languages import FALLBACK, language_of
from deepseek_tui.story.format.messages import Message

Value = int | float | str
"""Value of a control: a number, or the id of a choice."""
Values = Mapping[str, Value]
"""Values of all controls by control id, in mappings that are never modified."""

_SPACES = re.compile(r"[\s\u00a0\u202f_]+")
_PLAIN = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?", re.IGNORECASE | re.ASCII)
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?", re.ASCII)


class StepScale(Enum):
    """Series of values through which a control steps."""

    DOUBLE = "double"
    """Powers of two, for network sizes and text lengths."""
    ROUND = "round"
    """Round numbers (1, 1.5, 2, 3, 5, 7, 10 …), for counts and rates."""
    EVEN = "even"
    """Steps of equal size."""


ROUND = ("1", "1.5", "2", "3", "5", "7")
"""Leading digits of the round numbers, for each power of ten."""


@dataclass(frozen=True, slots=True)
class Control:
    """Value of a lab that the user can change, with its label."""

    id: str
    label: str
    description: str
    """Description of the control in one line."""
    choices: dict[str, str] = field(default_factory=dict)
    """Names of the choices by id; empty for a number."""
    unit: str = ""
    low: float = 0
    high: float = 1
    whole: bool = True
    """Whether the value must be a whole number."""
    step_scale: StepScale = StepScale.EVEN
    step_size: float = 1
    """Size of one step on an even scale."""

    def step(self, value: Value, direction: int) -> Value:
        """Return the next larger (1) or smaller (-1) value, or next choice.

        Numbers stop at the ends of the range. Choices wrap around.
        """
        if self.choices:
            ids = list(self.choices)
            return ids[(ids.index(str(value)) + direction) % len(ids)]
        stepped = min(max(self._next_scale_value(float(value), direction), self.low), self.high)
        return round(stepped) if self.whole else float(stepped)

    def _next_scale_value(self, value: float, direction: int) -> float:
        if self.step_scale is StepScale.EVEN:
            return round(value + direction * self.step_size, 10)
        values = self._scale_values()
        if direction > 0:
            at = bisect_right(values, value)
            return values[at] if at < len(values) else self.high
        at = bisect_left(values, value) - 1
        return values[at] if at >= 0 else self.low

    def _scale_values(self) -> list[float]:
        if self.step_scale is StepScale.DOUBLE:
            return [float(2**power) for power in range(64)]
        values = [float(f"{digit}e{power}") for power in range(-9, 16) for digit in ROUND]
        return [candidate for candidate in values if candidate == int(candidate)] if self.whole else values


class ControlWords(Protocol):
    """Interface texts that every lab has for its controls, by id."""

    @property
    def labels(self) -> Mapping[str, str]:
        """The label of each control."""

    @property
    def abouts(self) -> Mapping[str, str]:
        """A one-line description of each control."""

    @property
    def units(self) -> Mapping[str, str]:
        """The unit of each control.

        Controls with choices have none.
        """


@dataclass(frozen=True, slots=True)
class Option:
    """Declaration of a lab's control and of its command-line option."""

    id: str
    help: Message
    """Help on the option in the command line."""
    unit: str = ""
    """Unit in plain English, the same in every language of the interface."""
    choices: tuple[str, ...] = ()
    """Ids of the possible choices, if the value is not a number; a story may lack some of them."""
    low: float = 0
    high: float = 1
    whole: bool = True
    step_scale: StepScale = StepScale.EVEN
    step_size: float = 1

    def control(self, words: ControlWords, choices: Mapping[str, str] | None = None) -> Control:
        """Return the control with its texts in one language.

        `choices` are the names of its choices by id.
        """
        named = {id: choices[id] for id in self.choices if id in choices} if choices else {}
        unit = "" if named else words.units.get(self.id, "")
        bounds = self.low, self.high, self.whole, self.step_scale, self.step_size
        return Control(self.id, words.labels[self.id], words.abouts[self.id], named, unit, *bounds)


def parse_number(text: str, language: str = FALLBACK) -> int | float | None:
    """Parse a number typed in the notation of a language.

    Spaces and group separators are accepted: 1,300,000 in English, 1 300 000 or 0,75 in French. A point is a decimal
    point in both languages, and 1.3e6 is read too. Returns None when the text is not a finite number.
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
