"""The presenter, which displays the Navigator's views in the widgets."""

from textual.messages import Update
from textual.screen import Screen
from textual.widget import Widget

from deepseek_tui.navigation.navigator import Navigator
from deepseek_tui.navigation.views import PaneView
from deepseek_tui.panes.pane import PANES
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.panes.story_header import StoryHeader
from deepseek_tui.ui.asking import tell
from deepseek_tui.ui.controllers.lifecycle import StoryLifecycle
from deepseek_tui.ui.widgets.bars import KeyBar, TabBar, TitleBar
from deepseek_tui.ui.widgets.panels import Panels


class Presenter:
    """Updates the contents of the dashboard's bars and panels.

    `lifecycle` provides the status of the user's files for the title bar.
    """

    def __init__(self, screen: Screen[None], navigator: Navigator, lifecycle: StoryLifecycle) -> None:
        self._screen, self._navigator, self._lifecycle = screen, navigator, lifecycle
        self.title_bar, self.tab_bar, self.key_bar = TitleBar(), TabBar(), KeyBar()
        self.panels = Panels()
        self._reading: RenderContext | None = None
        """The display options for the texts in the bars."""
        self._is_drawing = False
        """Whether an item is scheduled to be shown after the next refresh."""

    @property
    def widgets(self) -> tuple[Widget, ...]:
        """The widgets of the dashboard, from top to bottom."""
        return self.title_bar, self.tab_bar, self.panels, self.key_bar

    def show(self, view: PaneView) -> None:
        """Show a pane with its list and its current item.

        The detail of the current item is shown after the list is drawn.
        """
        if view.inside is not None:
            (self.panels.enter if view.inside else self.panels.leave)()
        if view.reading is not self._reading:
            self.write_bars()
        self.tab_bar.active = view.number
        self.panels.show_pane(view)
        if view.empty_item is not None:
            self.key_bar.lab = False
        elif self.panels.inside:  # The detail panel has the focus, so the next key must already scroll the new item.
            self.show_item()
        if view.notice is not None:
            tell(self._screen, *view.notice)

    def write_bars(self) -> None:
        """Update the texts of the title bar, the tabs and the footer."""
        self._reading = reading = self._navigator.reading
        words, reload = reading.words, self._lifecycle.live_reload
        is_unsaved = self._lifecycle.annotations.is_unsaved
        header = StoryHeader.of(reading, error=reload.error, progress=reload.progress, is_unsaved=is_unsaved)
        self._screen.app.title = header.story_title
        self.title_bar.title, self.title_bar.state = header.title, header.state
        self.tab_bar.names = tuple(words.panes.titles[section] for section in PANES)
        self.key_bar.words, self.key_bar.keymap = words.keys, self._navigator.keymap
        self.panels.side.border_title = words.screen.side

    def show_item(self) -> None:
        """Show the current item in the detail panel.

        Nothing happens if it is displayed already.
        """
        item = self._navigator.next_item()
        if item is not None:
            self.key_bar.lab = item.has_lab
            self.panels.show_item(item)
            self._draw_together()

    def show_item_soon(self) -> None:
        """Show the item under the cursor after the list is drawn.

        Keys then respond quickly. When several keys arrive before the next frame, only the last item is shown.
        """
        if not self._is_drawing:
            self._is_drawing = True
            self._screen.call_after_refresh(self._list_drawn)

    def _list_drawn(self) -> None:
        self._is_drawing = False
        self.show_item()

    def fit_width(self) -> None:
        """Fit the panels to a new screen width after the next refresh."""
        self._screen.call_after_refresh(self._fit_width)

    def _fit_width(self) -> None:
        if self.panels.fit_width():
            self._draw_together()

    def _draw_together(self) -> None:
        """Draw all changed widgets in the same frame.

        Otherwise each widget would need a frame of its own.
        """
        for part in (self.tab_bar, self.panels.items, self.panels.detail, self.panels.side):
            self._screen.post_message(Update(part))
            if part.show_vertical_scrollbar:
                self._screen.post_message(Update(part.vertical_scrollbar))
