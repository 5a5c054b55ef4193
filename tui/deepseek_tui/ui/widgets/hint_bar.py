"""The keys of a dialog in one line: as many as fit; a click does what the key does."""

from typing import NamedTuple

from textual.content import Content
from textual.reactive import reactive
from textual.style import Style

from deepseek_tui.ui.widgets.bars import OneLineBar
from deepseek_tui.ui.widgets.truncation import hints


class Hint(NamedTuple):
    """A key, what it does in a word or two, its action on the screen, and its rank: the small ones stay longest."""

    key: str
    words: str
    action: str
    rank: int


class HintBar(OneLineBar):
    """Shows hints that its screen sets."""

    offered: reactive[tuple[Hint, ...]] = reactive(())

    def render(self) -> Content:
        """The hints, by rank, in the order given."""
        found = hints([(hint.rank, hint.key, hint.words) for hint in self.offered], self.size.width - 2)
        actions = {hint.key: hint.action for hint in self.offered}
        parts = []
        for key, words in found:
            part = Content.assemble((key, "bold $accent"), " ", (words, "$quiet"))
            parts.append(part.stylize(Style.from_meta({"@click": f"screen.{actions[key]}"})) if actions[key] else part)
        return Content.assemble(" ", Content("  ").join(parts))
