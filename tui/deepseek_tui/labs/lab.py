"""Base class of the labs: input values, derived numbers and page blocks."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import isnan
from typing import ClassVar

from deepseek_tui.i18n.labs import FrameWords
from deepseek_tui.labs.control import Control, Option, Value, Values, parse_number
from deepseek_tui.labs.number_format import format_number
from deepseek_tui.panes.blocks import Block, Bullet, Heading, Role, Span
from deepseek_tui.panes.common_blocks import plain
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.panes.wrapping import fit
from deepseek_tui.story.format.text import harmless

ReportProgress = Callable[[float], None]
"""Callback for the share of work done, 0 to 1.

It raises Cancelled to stop the work.
"""


class OutOfRange(ValueError):  # noqa: N818  The value is wrong, not the program.
    """Raised for an invalid value of a control.

    The message is shown to the user.
    """


class Cancelled(Exception):  # noqa: N818  Cancelling is not an error.
    """Raised when the user has cancelled the lab's long computation."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number shown by a lab, in full precision, with its unit.

    Units are in English whatever the interface language, as they are part of the JSON output.
    """

    value: int | float | str | bool | tuple[float, ...] | None
    unit: str = ""

    @property
    def number(self) -> float:
        """The value of the quantity as a number.

        Raises ValueError when the value is not a number.
        """
        if isinstance(self.value, int | float):
            return self.value
        raise ValueError(self.value)

    def as_json(self) -> dict[str, object]:
        """Return the quantity's value and unit as a JSON object."""
        return {"value": self.value, "unit": self.unit}


@dataclass(frozen=True, slots=True)
class GuidedStep:
    """Suggested values of a lab, with a sentence about what to observe.

    Values that a step does not set take their defaults.
    """

    description: str
    values: Values


class Lab(ABC):
    """Base class of labs, which compute numbers and a page from values.

    The caller keeps the values as a mapping of control ids. `page` and `numbers` derive from the same arithmetic, so
    they always agree.
    """

    options: ClassVar[tuple[Option, ...]]
    """The declarations of the lab's controls."""
    name: str
    """Identifier of the lab, in stories and on the command line."""
    run_label: str = ""
    """Label of the long computation, or empty when there is none."""
    eager: bool = False
    """Whether the long computation starts by itself.

    If so, it starts when the lab opens and after each change.
    """

    def __init__(self, reading: RenderContext) -> None:
        self.reading = reading

    @property
    def shared_words(self) -> FrameWords:
        """The interface texts that all labs share."""
        return self.reading.words.labs

    @property
    @abstractmethod
    def title(self) -> str:
        """Title of the lab, a few words long."""

    @cached_property
    @abstractmethod
    def controls(self) -> tuple[Control, ...]:
        """The controls of the lab, from top to bottom.

        A control that sets others comes before them.
        """

    @cached_property
    @abstractmethod
    def defaults(self) -> Values:
        """The default value of every control."""

    @cached_property
    @abstractmethod
    def guided_steps(self) -> tuple[GuidedStep, ...]:
        """The lab's three guided steps, in order."""

    @abstractmethod
    def page(self, values: Values, result: object | None = None) -> tuple[Block, ...]:
        """Return the blocks of the lab's page for a set of values.

        `result` is the result of the long computation for these values, if it has run.
        """

    @abstractmethod
    def background_blocks(self) -> tuple[Block, ...]:
        """Return the end of the page, which depends on no value.

        It compares what the article says with what the lab shows, and lists the sources.
        """

    @abstractmethod
    def numbers(self, values: Values, result: object | None = None) -> Mapping[str, Quantity]:
        """Return every number of the lab's page by name."""

    def update_dependents(self, values: Values, changed: str) -> Values:
        """Return the values, with those that depend on a changed control updated."""
        return values

    def check_combination(self, values: Values) -> Values:
        """Return the values of the controls if their combination is valid.

        Raises OutOfRange, with the reason, when they are not.
        """
        return values

    def run(self, values: Values, report_progress: ReportProgress) -> object:
        """Run the lab's long computation in the calling thread.

        `report_progress` must be called at least every 0.1 s, because it is also the way to cancel.
        """
        raise NotImplementedError

    # The following methods are the same for all labs.

    def control(self, id: str) -> Control:
        """Return the control with the given id."""
        return next(control for control in self.controls if control.id == id)

    def apply_changes(self, values: Values, changes: Mapping[str, Value]) -> Values:
        """Return the values after some changes, applied in order of the controls.

        Raises OutOfRange when a value or the combination is invalid.
        """
        for control in self.controls:
            if control.id in changes:
                value = self.validate_value(control, changes[control.id])
                values = self.update_dependents({**values, control.id: value}, control.id)
        return self.check_combination(values)

    def values_at_step(self, index: int) -> Values:
        """Return the values that a guided step of the lab sets."""
        return self.apply_changes(self.defaults, self.guided_steps[index].values)

    def validate_value(self, control: Control, value: Value) -> Value:
        """Return a value after validation, converted to the control's type.

        Raises OutOfRange, with a sentence that names the valid values, when it is invalid.
        """
        words = self.shared_words
        if control.choices:
            if value not in control.choices:
                names = ", ".join(control.choices)
                raise OutOfRange(words.no_choice.format(label=control.label, value=_printable(value), choices=names))
            return value
        if isinstance(value, str) or isnan(value):
            raise OutOfRange(words.no_number.format(label=control.label, value=_printable(value)))
        if not control.low <= value <= control.high:
            raise OutOfRange(
                words.out_of_range.format(
                    label=control.label, value=self.format_number(value), range=self.format_range(control)
                )
            )
        if control.whole and value != int(value):
            raise OutOfRange(words.not_whole.format(label=control.label, value=self.format_number(value)))
        return int(value) if control.whole else float(value)

    def parse_value(self, control: Control, text: str) -> Value:
        """Return the value of a control from text that the user typed.

        Raises OutOfRange when the text is not a valid value.
        """
        if control.choices:
            return self.validate_value(control, text.strip())
        value = parse_number(text, self.reading.language)
        return self.validate_value(control, text if value is None else value)

    def format_number(self, value: float) -> str:
        """Format a number in the interface language."""
        return format_number(value, self.reading.language)

    def format_value(self, id: str, values: Values) -> str:
        """Format the value of a control, without its unit."""
        control, value = self.control(id), values[id]
        if isinstance(value, str):
            return control.choices[value]
        return self.format_number(value)

    def format_range(self, control: Control) -> str:
        """Format the range of valid values of a control, with the unit."""
        return self.shared_words.range.format(
            low=self.format_number(control.low), high=self.format_number(control.high), unit=control.unit
        ).rstrip()

    def guided_step_blocks(self, *, commands: bool = False) -> tuple[Block, ...]:
        """Return the guided steps as a list of page blocks.

        With `commands`, each step includes the shell command that sets its values.
        """
        steps = enumerate(self.guided_steps, 1)
        return (
            Heading(self.shared_words.to_try),
            *(Bullet(self._guided_step_spans(step, commands), mark=str(index)) for index, step in steps),
        )

    def _guided_step_spans(self, step: GuidedStep, commands: bool) -> tuple[Span, ...]:
        command = " ".join(
            ("deepseek-tui lab", self.name, *(f"--{id.replace('_', '-')} {value}" for id, value in step.values.items()))
        )
        return (*plain(step.description), *((Span(f" {command}", Role.MUTED),) if commands else ()))


def _printable(value: Value) -> str:
    """Return typed text without control characters, at most 40 cells wide."""
    return fit(harmless(str(value)), 40)
