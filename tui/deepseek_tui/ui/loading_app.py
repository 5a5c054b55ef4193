"""The application that shows the progress of loading a large story."""

import os
import signal
from collections.abc import Generator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from deepseek_tui.i18n.loading import LoadingWords
from deepseek_tui.story.format.model import Story
from deepseek_tui.story.loading.incremental import with_progress
from deepseek_tui.ui.latest_size import LatestSize
from deepseek_tui.ui.styles import themes
from deepseek_tui.ui.styles.no_colour import WithoutColour
from deepseek_tui.ui.terminal_app import TerminalApp


class WaitingScreen(LatestSize, Screen[None]):
    """Screen that shows the progress of loading a story."""


class LoadingApp(TerminalApp[Story | None]):
    """Application that loads a story in steps, with progress.

    Keys are handled between the steps. Returns the result of the steps. `given_up` is the exit status if the user
    cancelled, otherwise 0. `broken` is an unexpected exception.
    """

    CSS = "Screen { align: center middle; } Static { width: 1fr; text-align: center; }"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,ctrl+c,ctrl+q", "give_up", show=False, priority=True)]

    def __init__(self, name: str, steps: Generator[float, None, Story | None], words: LoadingWords, theme: str = "") -> None:
        no_colour = bool(os.environ.get("NO_COLOR"))
        super().__init__(ansi_color=True if no_colour else None)
        self._name, self._steps, self._words = name, steps, words
        self._said = ""
        self.given_up = 0
        self.broken: Exception | None = None
        for available in themes.THEMES.values():
            self.register_theme(available)
        self.theme = themes.TERMINAL.name if no_colour else theme or themes.DEFAULT
        if no_colour:
            self._filters = [WithoutColour()]

    def get_default_screen(self) -> Screen[None]:
        """Return the empty screen on which the loading progress is shown."""
        return WaitingScreen()

    def compose(self) -> ComposeResult:
        """Create the loading progress and a hint how to cancel."""
        yield Static(id="share")
        yield Static(Content(self._words.give_up))

    def on_mount(self) -> None:
        """Start loading the story."""
        self._say(0)
        self.run_worker(self._read())

    async def _read(self) -> None:
        try:
            self.exit(await with_progress(self._steps, self._say))
        except Exception as error:  # noqa: BLE001 - reported after the terminal is restored
            self.broken = error
            self.exit()

    def _say(self, share: float) -> None:
        words = self._words.reading.format(name=self._name, share=int(100 * share))
        if words != self._said:
            self._said = words
            self.query_one("#share", Static).update(Content(words))

    def action_give_up(self) -> None:
        """Cancel the loading of the story."""
        self.end(128 + signal.SIGINT)

    def end(self, status: int) -> None:
        """Exit with the given status, without a story."""
        self.given_up = status
        self.exit()
