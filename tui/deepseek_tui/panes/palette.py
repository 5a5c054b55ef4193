"""Entries of the command palette, such as commands, panes and items."""

from collections.abc import Sequence
from typing import NamedTuple

from deepseek_tui.commands import ACTIONS
from deepseek_tui.panes.catalogue import section_of
from deepseek_tui.panes.pane import PANES, Row
from deepseek_tui.panes.render_context import RenderContext


class PaletteEntry(NamedTuple):
    """An entry of the palette: its name, its kind and its action."""

    name: str
    kind: str
    action: str
    argument: str = ""


def palette_entries(reading: RenderContext, themes: Sequence[str], stories: Sequence[str] = ()) -> list[PaletteEntry]:
    """Return every entry of the palette, in the interface language."""
    words = reading.words
    found = [
        PaletteEntry(words.keys.long[command.id], words.screen.command, command.action)
        for command in ACTIONS
        if command.palette
    ]
    found += [PaletteEntry(words.panes.titles[section], words.screen.pane, "section", section.value) for section in PANES]
    for theme in themes:
        name = words.screen.theme.format(words.screen.themes.get(theme, theme))
        found.append(PaletteEntry(name, words.screen.appearance, "theme", theme))
    found += [PaletteEntry(name, words.screen.story, "story", name) for name in stories if name != reading.story.id]
    for ref, item in reading.index.items.items():
        section = section_of(ref, reading)
        if section in PANES:
            found.append(PaletteEntry(reading.title(item), words.panes.titles[section], "item", ref))
    return found


class PaletteRows:
    """Palette entries as rows of a list, keyed by their number."""

    lines = 1

    def __init__(self, all_choices: Sequence[PaletteEntry], numbers: Sequence[int]) -> None:
        self._choices = all_choices
        self.keys: Sequence[str] = [str(number) for number in numbers]

    def row(self, number: int) -> Row:
        """Return an entry of the palette as a row with its kind."""
        choice = self._choices[int(self.keys[number])]
        return Row(choice.name, tail=choice.kind)
