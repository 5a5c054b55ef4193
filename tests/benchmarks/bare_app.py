"""Minimal Textual app with five tabs, measured for comparison with the dashboard."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Footer, Header, OptionList, Static, TabbedContent, TabPane


class BareApp(App[None]):
    """Textual app with five tabs of placeholder text."""

    TITLE = "bare app"
    BINDINGS: ClassVar[list[BindingType]] = [("q", "quit", "Quit"), ("l", "turn", "Next")]
    CSS = "OptionList { width: 40; height: 1fr; } Static { width: 1fr; }"

    def compose(self) -> ComposeResult:
        """Create the widgets of the five tabs."""
        yield Header()
        with TabbedContent():
            for pane in range(5):
                with TabPane(f"Pane {pane}", id=f"pane-{pane}"), Horizontal():
                    yield OptionList(*[f"pane {pane} item {item}" for item in range(10)], id=f"list-{pane}")
                    yield Static("detail", id=f"detail-{pane}")
        yield Footer()

    def on_mount(self) -> None:
        """Focus the list of the first tab."""
        self.query_one("#list-0").focus()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the text of the highlighted list item."""
        number = (event.option_list.id or "").removeprefix("list-")
        self.query_one(f"#detail-{number}", Static).update(f"detail of {event.option.prompt}")

    def action_turn(self) -> None:
        """Activate the next tab and focus its list."""
        tabs = self.query_one(TabbedContent)
        number = (int(tabs.active.removeprefix("pane-")) + 1) % 5
        tabs.active = f"pane-{number}"
        self.call_after_refresh(self.query_one(f"#list-{number}").focus)


if __name__ == "__main__":
    BareApp().run()
