"""Output of a lab on the command line: plain text or JSON."""

from deepseek_tui.labs.control import Value, Values, parse_number
from deepseek_tui.labs.lab import Lab, Quantity
from deepseek_tui.panes.blocks import Block, Field, Heading
from deepseek_tui.panes.common_blocks import plain
from deepseek_tui.panes.page_layout import PageLayout


def _value_with_unit(lab: Lab, id: str, values: Values) -> str:
    """Format the value of a control, with its unit."""
    return f"{lab.format_value(id, values)} {lab.control(id).unit}".rstrip()


def lab_as_text(lab: Lab, values: Values, width: int, result: object | None = None) -> str:
    """Return the lab's page as lines of at most `width` cells."""
    inputs = (Field(control.label, plain(_value_with_unit(lab, control.id, values))) for control in lab.controls)
    blocks: tuple[Block, ...] = (
        Heading(lab.title, 1),
        *inputs,
        *lab.page(values, result),
        *lab.guided_step_blocks(commands=True),
        *lab.background_blocks(),
    )
    lines = PageLayout(lab.reading, width).lines(blocks)
    return "".join(f"{line.plain.rstrip()}\n" for line in lines)


def lab_as_json(lab: Lab, values: Values, result: object | None = None) -> dict[str, object]:
    """Return all inputs and numbers of a lab as JSON.

    Numbers have full precision, and units.
    """
    units = {option.id: option.unit for option in lab.options}
    return {
        "lab": lab.name,
        "inputs": {id: Quantity(_as_number(value), units[id]).as_json() for id, value in values.items()},
        "numbers": {id: quantity.as_json() for id, quantity in lab.numbers(values, result).items()},
    }


def _as_number(value: Value) -> Value:
    """Return a choice such as "2" as a number.

    Other choices stay unchanged.
    """
    number = parse_number(value) if isinstance(value, str) else value
    return value if number is None else number
