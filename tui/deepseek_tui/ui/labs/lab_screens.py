"""Selection of the screen class for a lab, imported when needed."""

from collections.abc import Callable

from deepseek_tui.labs.lab import Lab
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.ui.labs.lab_screen import LabScreen


def screen_of(lab: Lab, switch_language: Callable[[], RenderContext] | None = None) -> LabScreen:
    """Return the screen that shows a lab.

    `switch_language` switches the dashboard to the other language and returns its new render context.
    """
    if lab.name == "grpo":
        from deepseek_tui.ui.labs.grpo_screen import GrpoScreen

        return GrpoScreen(lab, switch_language)
    return LabScreen(lab, switch_language)
