"""The application before the dashboard, of a large story alone: how much of it is read, until it is, or nobody waits."""

import asyncio
import os
import signal
from collections.abc import Generator
from contextlib import suppress
from functools import partial
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.driver import Driver
from textual.widgets import Static

from deepseek_tui.i18n.loading import LoadingWords
from deepseek_tui.story.format.model import Story
from deepseek_tui.story.loading.incremental import with_progress
from deepseek_tui.ui.styles import themes
from deepseek_tui.ui.styles.no_colour import WithoutColour

ENDINGS = ("SIGTERM", "SIGHUP", "SIGINT")
"""Signals that ask a program to end; its status is then 128 and the number."""


class LoadingApp(App[Story | None]):
    """Takes the steps of a reading, one after the other, and answers keys between any two of them.

    Ends with what the steps end with. `given_up` is the exit status where nobody waited for that, and 0 otherwise;
    `broken` is an error of the program's own.
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

    def get_driver_class(self) -> type[Driver]:
        """The driver that the dashboard has, which no byte that arrives meanwhile can end."""
        found = super().get_driver_class()
        if found.__name__ != "LinuxDriver":
            return found
        from deepseek_tui.ui.driver import TerminalDriver

        return TerminalDriver

    def compose(self) -> ComposeResult:
        """How much is read, and how to give up."""
        yield Static(id="share")
        yield Static(Content(self._words.give_up))

    def on_mount(self) -> None:
        """Begin to read; who is told to end gives the terminal back."""
        self._say(0)
        self.run_worker(self._read())
        if not self.is_headless:
            loop = asyncio.get_running_loop()
            for name in ENDINGS:
                number = getattr(signal, name, None)
                if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                    with suppress(NotImplementedError):  # of a system that has no such thing
                        loop.add_signal_handler(number, partial(self._give_up, 128 + number))

    async def _read(self) -> None:
        try:
            self.exit(await with_progress(self._steps, self._say))
        except Exception as error:  # noqa: BLE001 - it is told once the terminal is given back
            self.broken = error
            self.exit()

    def _say(self, share: float) -> None:
        words = self._words.reading.format(name=self._name, share=int(100 * share))
        if words != self._said:
            self._said = words
            self.query_one("#share", Static).update(Content(words))

    def action_give_up(self) -> None:
        """End without a story."""
        self._give_up(128 + signal.SIGINT)

    def _give_up(self, status: int) -> None:
        self.given_up = status
        self.exit()
