"""Command palette, which finds commands, panes and items by name."""

from textual.fuzzy import Matcher

from deepseek_tui.panes.palette import PaletteEntry, PaletteRows
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.ui.dialogs.picker import Picker


def found(choices: list[PaletteEntry], query: str) -> list[int]:
    """Return the numbers of the palette entries that match a query.

    The best match comes first. An empty query matches all entries. Fuzzy matches are used only if no name contains the
    query.
    """
    query = query.strip()
    if not query:
        return list(range(len(choices)))
    exact = [number for number, choice in enumerate(choices) if query.casefold() in choice.name.casefold()]
    if exact:
        return sorted(exact, key=lambda number: choices[number].name.casefold().index(query.casefold()))
    matcher = Matcher(query)
    scores = {number: matcher.match(choice.name) for number, choice in enumerate(choices)}
    return sorted((number for number, score in scores.items() if score > 0), key=lambda number: -scores[number])


class Palette(Picker[PaletteEntry | None]):
    """Dialog that finds palette entries by name.

    It returns the chosen entry or None.
    """

    NAME = TOPIC = "palette"

    def __init__(self, reading: RenderContext, choices: list[PaletteEntry]) -> None:
        words = reading.words.screen
        super().__init__(words.palette_title, words.palette_close, words.palette_hint)
        self.choices = choices
        self._nothing = words.palette_none

    def offer(self, query: str) -> None:
        """Show the palette entries that match a query."""
        numbers = found(self.choices, query)
        self.show(PaletteRows(self.choices, numbers), () if numbers else (self._nothing,))

    def action_choose(self) -> None:
        """Close the palette and return the current entry."""
        key = self.rows.key
        self.dismiss(self.choices[int(key)] if key else None)
