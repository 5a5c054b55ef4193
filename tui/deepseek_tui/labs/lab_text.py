"""A lab without a screen: as plain lines of text, for pipes and screen readers, or as numbers for machines."""

from deepseek_tui.labs.control import Value, Values, number_of
from deepseek_tui.labs.lab import Lab, Quantity
from deepseek_tui.panes.blocks import Block, Field, Heading
from deepseek_tui.panes.common_blocks import plain
from deepseek_tui.panes.page_layout import PageLayout


def value_words(lab: Lab, id: str, values: Values) -> str:
    """What a control is set to, with its unit."""
    return f"{lab.shown(id, values)} {lab.control(id).unit}".rstrip()


def text_of(lab: Lab, values: Values, width: int, result: object | None = None) -> str:
    """What the screen shows, as lines no wider than `width` cells."""
    inputs = (Field(control.label, plain(value_words(lab, control.id, values))) for control in lab.controls)
    blocks: tuple[Block, ...] = (
        Heading(lab.title, 1),
        *inputs,
        *lab.page(values, result),
        *lab.to_try(commands=True),
        *lab.behind(),
    )
    lines = PageLayout(lab.reading, width).lines(blocks)
    return "".join(f"{line.plain.rstrip()}\n" for line in lines)


def json_of(lab: Lab, values: Values, result: object | None = None) -> dict[str, object]:
    """What every control is set to and every number that the lab shows, in full precision, with their units."""
    units = {option.id: option.unit for option in lab.options}
    return {
        "lab": lab.name,
        "inputs": {id: Quantity(_plain(value), units[id]).as_json() for id, value in values.items()},
        "numbers": {id: quantity.as_json() for id, quantity in lab.numbers(values, result).items()},
    }


def _plain(value: Value) -> Value:
    """A choice that is a number, as a number."""
    number = number_of(value) if isinstance(value, str) else value
    return value if number is None else number
