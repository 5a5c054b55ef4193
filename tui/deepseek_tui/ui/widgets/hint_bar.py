"""Bar with hints on the keys of a screen."""

from typing import NamedTuple

from textual.content import Content
from textual.reactive import reactive
from textual.style import Style

from deepseek_tui.ui.widgets.bars import OneLineBar
from deepseek_tui.ui.widgets.truncation import hints


class Hint(NamedTuple):
    """Key hint: key, label, action and rank.

    Hints with the lowest ranks are kept longest.
    """

    key: str
    words: str
    action: str
    rank: int


class HintBar(OneLineBar):
    """Bar with as many key hints as fit.

    A click on a hint runs the action.
    """

    offered: reactive[tuple[Hint, ...]] = reactive(())

    def render(self) -> Content:
        """Return the most important key hints that fit, in the given order."""
        found = hints([(hint.rank, hint.key, hint.words) for hint in self.offered], self.size.width - 2)
        actions = {hint.key: hint.action for hint in self.offered}
        parts = []
        for key, words in found:
            part = Content.assemble((key, "bold $accent"), " ", (words, "$quiet"))
            parts.append(part.stylize(Style.from_meta({"@click": f"screen.{actions[key]}"})) if actions[key] else part)
        return Content.assemble(" ", Content("  ").join(parts))
