"""The screen that draws a lab: most share the frame's, one draws curves; each is imported when its lab is opened."""

from collections.abc import Callable

from deepseek_tui.labs.lab import Lab
from deepseek_tui.panes.reading import Reading
from deepseek_tui.screens.lab import LabScreen


def screen_of(lab: Lab, turn: Callable[[], Reading] | None = None) -> LabScreen:
    """The screen that draws a lab; `turn` has the dashboard read in the other language, and says how it reads then."""
    if lab.name == "grpo":
        from deepseek_tui.screens.grpo import GrpoScreen

        return GrpoScreen(lab, turn)
    return LabScreen(lab, turn)
