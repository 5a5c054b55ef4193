"""A lab: values that a reader changes, and what follows from them, in numbers and in words, without a terminal."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import isnan

from deepseek_tui.i18n.labs import FrameWords
from deepseek_tui.labs.control import Control, Value, Values, number_of
from deepseek_tui.labs.number_format import told
from deepseek_tui.panes.blocks import Block, Bullet, Heading, Role, Span
from deepseek_tui.panes.common_blocks import plain
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.panes.wrapping import fit
from deepseek_tui.story.format.text import harmless

ReportProgress = Callable[[float], None]
"""Takes the share of the work that is done, 0 to 1; raises Cancelled where nobody waits for the rest."""


class OutOfRange(ValueError):  # noqa: N818  it is a value that is unreasonable, not the program that erred
    """A value that makes no sense; its message is one sentence in the reader's language."""


class Cancelled(Exception):  # noqa: N818  nothing went wrong
    """Whoever asked for the work has left."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that a lab shows, in full precision, and its unit in plain English, the same in every language."""

    value: int | float | str | bool | tuple[float, ...] | None
    unit: str = ""

    @property
    def number(self) -> float:
        """The value, where it is a number; ValueError where it is none."""
        if isinstance(self.value, int | float):
            return self.value
        raise ValueError(self.value)

    def as_json(self) -> dict[str, object]:
        """The number and its unit."""
        return {"value": self.value, "unit": self.unit}


@dataclass(frozen=True, slots=True)
class GuidedStep:
    """A guided step: what to look for, and the values that it sets; all others go back to where they began."""

    words: str
    values: Values


class Lab(ABC):
    """What the frame needs of a lab; one is made for each reading, and holds no state of its own.

    The reader's values are a mapping that the frame keeps, so that a lab is a function of them: `page` says it in words,
    `numbers` in numbers, and the two agree because both come from the same arithmetic.
    """

    name: str
    """The word that opens it: of a story's innovation, and on the command line."""
    runs: str = ""
    """What the long work is called in the footer, in the reader's language; empty where a lab has none."""
    eager: bool = False
    """Whether the long work begins by itself, when the lab opens and after each change."""

    def __init__(self, reading: RenderContext) -> None:
        self.reading = reading

    @property
    def frame(self) -> FrameWords:
        """The words of the frame."""
        return self.reading.words.labs

    @property
    @abstractmethod
    def title(self) -> str:
        """What the lab is called, in a few words."""

    @cached_property
    @abstractmethod
    def controls(self) -> tuple[Control, ...]:
        """The values that can be changed, from the top; one that sets others stands before them."""

    @cached_property
    @abstractmethod
    def start(self) -> Values:
        """What every control is set to at first."""

    @cached_property
    @abstractmethod
    def steps(self) -> tuple[GuidedStep, ...]:
        """The guided steps, in their order: three."""

    @abstractmethod
    def page(self, values: Values, result: object | None = None) -> tuple[Block, ...]:
        """What follows from the values, in blocks of words; `result` is the long work's, where it has been done."""

    @abstractmethod
    def behind(self) -> tuple[Block, ...]:
        """What the article says against what this shows, and the sources: the end of the page, whatever the values."""

    @abstractmethod
    def numbers(self, values: Values, result: object | None = None) -> Mapping[str, Quantity]:
        """Every number that the page shows, by a name that says what it is."""

    def settle(self, values: Values, changed: str) -> Values:
        """The values with what depends on the control just changed."""
        return values

    def together(self, values: Values) -> Values:
        """The values, where they go together; Unreasonable, with the reason, where they don't."""
        return values

    def run(self, values: Values, tell: ReportProgress) -> object:
        """Do the long work, off the event loop; call `tell` often enough that it stops within a tenth of a second."""
        raise NotImplementedError

    # what the frame does with it

    def control(self, id: str) -> Control:
        """The control with this id."""
        return next(control for control in self.controls if control.id == id)

    def changed(self, values: Values, changes: Mapping[str, Value]) -> Values:
        """The values after changes, one after the other in the controls' order; Unreasonable where one makes no sense."""
        for control in self.controls:
            if control.id in changes:
                value = self.checked(control, changes[control.id])
                values = self.settle({**values, control.id: value}, control.id)
        return self.together(values)

    def at_step(self, index: int) -> Values:
        """The values that a guided step sets."""
        return self.changed(self.start, self.steps[index].values)

    def checked(self, control: Control, value: Value) -> Value:
        """A value that a control can have; Unreasonable, with a sentence that says what it can, for any other."""
        words = self.frame
        if control.choices:
            if value not in control.choices:
                names = ", ".join(control.choices)
                raise OutOfRange(words.no_choice.format(label=control.label, value=_quoted(value), choices=names))
            return value
        if isinstance(value, str) or isnan(value):
            raise OutOfRange(words.no_number.format(label=control.label, value=_quoted(value)))
        if not control.low <= value <= control.high:
            raise OutOfRange(
                words.out_of_range.format(label=control.label, value=self.told(value), range=self.range(control))
            )
        if control.whole and value != int(value):
            raise OutOfRange(words.not_whole.format(label=control.label, value=self.told(value)))
        return int(value) if control.whole else float(value)

    def typed(self, control: Control, text: str) -> Value:
        """The value that somebody typed for a control; Unreasonable where it is none."""
        if control.choices:
            return self.checked(control, text.strip())
        value = number_of(text, self.reading.language)
        return self.checked(control, text if value is None else value)

    def told(self, value: float) -> str:
        """A number as the reader’s language writes it; a very large or very small one by its power of ten."""
        return told(value, self.reading.language)

    def shown(self, id: str, values: Values) -> str:
        """What a control is set to, without its unit."""
        control, value = self.control(id), values[id]
        if isinstance(value, str):
            return control.choices[value]
        return self.told(value)

    def range(self, control: Control) -> str:
        """From where to where a control goes."""
        return self.frame.range.format(low=self.told(control.low), high=self.told(control.high), unit=control.unit).rstrip()

    def to_try(self, *, commands: bool = False) -> tuple[Block, ...]:
        """The guided steps as a list, each under the key that sets it, or with the command that does."""
        steps = enumerate(self.steps, 1)
        return (Heading(self.frame.to_try), *(Bullet(self._step(step, commands), mark=str(index)) for index, step in steps))

    def _step(self, step: GuidedStep, commands: bool) -> tuple[Span, ...]:
        command = " ".join(
            ("deepseek-tui lab", self.name, *(f"--{id.replace('_', '-')} {value}" for id, value in step.values.items()))
        )
        return (*plain(step.words), *((Span(f" {command}", Role.MUTED),) if commands else ()))


def _quoted(value: Value) -> str:
    """What somebody typed, harmless to a terminal and short."""
    return fit(harmless(str(value)), 40)
