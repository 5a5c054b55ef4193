"""The title bar, the tabs and the footer of the dashboard."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from deepseek_tui.commands import COMMANDS, Keymap
from deepseek_tui.i18n.keys import KeyWords
from deepseek_tui.panes.key_labels import key_name
from deepseek_tui.panes.wrapping import fit
from deepseek_tui.ui.widgets.truncation import hints, tab_names


class OneLineBar(Widget):
    """Bar of one line, whose clickable parts do not look like links."""

    auto_links = reactive(False)


class TitleBar(OneLineBar):
    """Bar with the story's title and, at the right, its status.

    The status has the edition and the language.
    """

    title: reactive[str] = reactive("")
    state: reactive[str] = reactive("")

    def render(self) -> Content:
        """Return the title line.

        The last parts of the status are left out if they do not fit.
        """
        width = self.size.width - 2
        parts = self.state.split(" · ")
        states = (" · ".join(parts[:count]) for count in range(len(parts), -1, -1))
        state = next(state for state in states if not state or cell_len(self.title) + cell_len(state) + 2 <= width)
        title = fit(self.title, width)
        gap = width - cell_len(title) - cell_len(state)
        return Content.assemble(" ", (title, "bold"), " " * max(0, gap), (state, "$quiet"))


class TabBar(OneLineBar):
    """Tabs with the number and the name of each pane.

    A click opens a pane.
    """

    names: reactive[Sequence[str]] = reactive(())
    active: reactive[int] = reactive(0)

    def render(self) -> Content:
        """Return the tabs, shortened to the width of the bar."""
        parts: list[Content] = []
        for number, label in enumerate(tab_names(self.names, self.active, self.size.width)):
            chosen = number == self.active
            tab = Content.styled(f" {label} ", "bold $tab-foreground on $tab-background" if chosen else "$quiet")
            if chosen:
                tab = tab.stylize("reverse") if self.app.no_color else tab
            parts.append(tab.stylize(Style.from_meta({"@click": f"screen.pane({number})"})))
        return Content("").join(parts)


class KeyBar(OneLineBar):
    """Footer with the keys of the focused panel.

    A click runs the command.
    """

    words: reactive[KeyWords | None] = reactive(None)
    keymap: reactive[Keymap] = reactive(Keymap())
    inside: reactive[bool] = reactive(False)
    """Whether the detail panel has the focus, where `back` applies and `open` does not."""
    lab: reactive[bool] = reactive(False)
    """Whether the current item has a lab."""

    def render(self) -> Content:
        """Return the most important key hints that fit.

        They are in the order of the commands.
        """
        words = self.words
        if words is None:
            return Content("")
        unavailable = {"open" if self.inside else "back", *(() if self.lab else ("lab",))}
        offered = {
            key_name(keys[0], words): command
            for command in COMMANDS
            if command.footer and command.id not in unavailable and (keys := self.keymap.keys(command.id))
        }
        candidates = [(command.footer, key, words.short[command.id]) for key, command in offered.items()]
        parts = []
        for key, short in hints(candidates, self.size.width - 2):
            hint = Content.assemble((key, "bold $accent"), " ", (short, "$quiet"))
            parts.append(hint.stylize(Style.from_meta({"@click": f"screen.{offered[key].action}"})))
        return Content.assemble(" ", Content("  ").join(parts))
