"""Table of all labs with their command-line options.

The code of a lab is loaded on first use.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deepseek_tui.labs import compute_controls, mla_controls
from deepseek_tui.labs.control import Option
from deepseek_tui.labs.grpo import controls as grpo_controls
from deepseek_tui.story.format.messages import Message

if TYPE_CHECKING:
    from deepseek_tui.labs.lab import Lab
    from deepseek_tui.panes.render_context import RenderContext


@dataclass(frozen=True, slots=True)
class LabEntry:
    """The description and the command-line options of a lab."""

    words: str
    example: str
    options: tuple[Option, ...]
    runs: Option | None = None
    """The option that starts the long computation; None if there is none or it always runs."""


LABS: dict[str, LabEntry] = {
    "compute": LabEntry(
        Message("counts of chips compared, hours multiplied by price"),
        "deepseek-tui lab compute --count wang",
        compute_controls.OPTIONS,
    ),
    "mla": LabEntry(
        Message("the memory of a key-value cache under four attention schemes"),
        "deepseek-tui lab mla --preset deepseek-v3 --context 131072",
        mla_controls.OPTIONS,
        Option("proof", Message("decode small layers naively and absorbed, and compare")),
    ),
    "grpo": LabEntry(
        Message("advantages of a group of answers, training of a policy, memory of a critic"),
        "deepseek-tui lab grpo --arms 8 --group 64 --lr 0.5 --steps 200 --seed 1",
        grpo_controls.OPTIONS,
    ),
}
"""Every lab by name, in display order."""


def lab_of(name: str, reading: "RenderContext") -> "Lab":
    """Return the lab with the given name.

    Raises KeyError.
    """
    match name:
        case "compute":
            from deepseek_tui.labs.compute_lab import ComputeLab

            return ComputeLab(reading)
        case "mla":
            from deepseek_tui.labs.mla_lab import MlaLab

            return MlaLab(reading)
        case "grpo":
            from deepseek_tui.labs.grpo.lab import GrpoLab

            return GrpoLab(reading)
        case _:
            raise KeyError(name)


def lab_for(ref: str, reading: "RenderContext") -> "Lab | None":
    """Return the lab of an innovation of the story, or None."""
    item = reading.index.items.get(ref)
    name = getattr(item, "lab", None)
    return lab_of(name.value, reading) if name is not None and name.value in LABS else None
