"""The screen that draws a lab: most share the frame's, one draws curves; each is imported when its lab is opened."""

from deepseek_tui.labs.lab import Lab
from deepseek_tui.screens.lab import LabScreen


def screen_of(lab: Lab) -> LabScreen:
    """The screen that draws a lab."""
    if lab.name == "grpo":
        from deepseek_tui.screens.grpo import GrpoScreen

        return GrpoScreen(lab)
    return LabScreen(lab)
