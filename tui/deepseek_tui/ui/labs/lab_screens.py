"""The screen that draws a lab: most share the frame's, one draws curves; each is imported when its lab is opened."""

from collections.abc import Callable

from deepseek_tui.labs.lab import Lab
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.ui.labs.lab_screen import LabScreen


def screen_of(lab: Lab, turn: Callable[[], RenderContext] | None = None) -> LabScreen:
    """The screen that draws a lab; `turn` has the dashboard read in the other language, and says how it reads then."""
    if lab.name == "grpo":
        from deepseek_tui.ui.labs.grpo_screen import GrpoScreen

        return GrpoScreen(lab, turn)
    return LabScreen(lab, turn)
