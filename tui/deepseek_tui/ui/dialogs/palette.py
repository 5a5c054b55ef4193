"""The palette: find a command, a pane, a theme or an item of the story by a few letters of its name."""

from textual.fuzzy import Matcher

from deepseek_tui.panes.palette import PaletteEntry, PaletteRows
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.ui.dialogs.picker import Picker


def found(choices: list[PaletteEntry], query: str) -> list[int]:
    """The numbers of the choices that a query matches, best first; all of them, in their order, for no query.

    Names that hold the query as it stands leave out those that only have its letters in that order.
    """
    query = query.strip()
    if not query:
        return list(range(len(choices)))
    whole = [number for number, choice in enumerate(choices) if query.casefold() in choice.name.casefold()]
    if whole:
        return sorted(whole, key=lambda number: choices[number].name.casefold().index(query.casefold()))
    matcher = Matcher(query)
    scores = {number: matcher.match(choice.name) for number, choice in enumerate(choices)}
    return sorted((number for number, score in scores.items() if score > 0), key=lambda number: -scores[number])


class Palette(Picker[PaletteEntry | None]):
    """Answers with the choice, or with none."""

    NAME = TOPIC = "palette"

    def __init__(self, reading: RenderContext, choices: list[PaletteEntry]) -> None:
        words = reading.words.screen
        super().__init__(words.palette_title, words.palette_close, words.palette_hint)
        self.choices = choices
        self._nothing = words.palette_none

    def offer(self, query: str) -> None:
        """Offer the choices that match."""
        numbers = found(self.choices, query)
        self.show(PaletteRows(self.choices, numbers), () if numbers else (self._nothing,))

    def action_choose(self) -> None:
        """Answer with the current choice."""
        key = self.rows.key
        self.dismiss(self.choices[int(key)] if key else None)
