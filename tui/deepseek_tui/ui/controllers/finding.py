"""The controller of the search dialog and the command palette."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.screen import Screen

from deepseek_tui.navigation.navigator import Navigator
from deepseek_tui.navigation.views import PaneView
from deepseek_tui.panes.pane import Section
from deepseek_tui.ui.asking import ask
from deepseek_tui.ui.messages import StoryChosen
from deepseek_tui.ui.styles.themes import THEMES
from deepseek_tui.ui.widgets.panels import Panels

if TYPE_CHECKING:
    from deepseek_tui.navigation.search_cursor import RowKey, SearchCursor
    from deepseek_tui.panes.palette import PaletteEntry


class FindingController:
    """Controller that opens the search dialog and the command palette.

    It carries out the user's choice. `show` displays a view of the Navigator.
    """

    def __init__(self, screen: Screen[None], navigator: Navigator, show: Callable[[PaneView | None], None]) -> None:
        self._screen, self._navigator, self._show = screen, navigator, show

    def open_search(self) -> None:
        """Open the search dialog for the whole story."""
        from deepseek_tui.ui.dialogs.search import SearchScreen

        cursor = self._navigator.search_cursor
        ask(self._screen, SearchScreen(self._navigator.search, cursor.query.text if cursor else ""), self._searched)

    def _searched(self, found: "tuple[SearchCursor, RowKey] | None") -> None:
        if found is not None:
            self._show(self._navigator.open_result(*found))
            panels = self._screen.query_one(Panels)
            # A narrow screen shows one panel at a time, so the detail panel with the match is shown.
            (panels.enter if self._screen.has_class("-narrow") else panels.leave)()

    def open_palette(self) -> None:
        """Open the command palette."""
        from deepseek_tui.panes.palette import palette_entries
        from deepseek_tui.story.loading.library import bundled
        from deepseek_tui.ui.dialogs.palette import Palette

        entries = palette_entries(self._navigator.reading, list(THEMES), list(bundled()))
        ask(self._screen, Palette(self._navigator.reading, entries), self._chosen)

    async def _chosen(self, choice: "PaletteEntry | None") -> None:
        if choice is None:
            return
        match choice.action:
            case "story":
                self._screen.post_message(StoryChosen(choice.argument))
            case "theme":
                self._screen.app.theme = choice.argument
            case "section":
                self._show(self._navigator.open_pane(Section(choice.argument)))
            case "item":
                self._show(self._navigator.go_to(choice.argument))
            case action:
                await self._screen.run_action(action)
