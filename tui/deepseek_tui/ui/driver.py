"""The driver: Textual's way to the terminal, where no character set and no byte that arrives is the end of the program."""

import sys
from codecs import getincrementaldecoder, lookup
from functools import partial
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any

from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from textual.app import App

UTF_8, ASCII = "utf-8", "ascii"


def character_set() -> str:
    """The terminal's character set, as the locale has it."""
    return lookup(getattr(sys.__stderr__, "encoding", None) or UTF_8).name


class TerminalDriver(LinuxDriver):
    """Draws with the signs that the terminal has, and takes any byte for a key."""

    def __init__(self, app: "App[Any]", **options: Any) -> None:
        super().__init__(app, **options)
        self.character_set = character_set()
        if self.character_set != UTF_8 and isinstance(sys.__stderr__, TextIOWrapper):
            from deepseek_tui.ui.styles.ascii_fallback import ASCII_FALLBACK

            sys.__stderr__.reconfigure(errors=ASCII_FALLBACK)

    def _sigtstp_application(self, *_: object) -> None:
        """Stop between two steps: amid a write, Textual 8.2 would wait for a lock that it holds itself."""
        self._loop.call_soon_threadsafe(super()._sigtstp_application)

    def _sigcont_application(self, *_: object) -> None:
        """Go on, alike."""
        self._loop.call_soon_threadsafe(super()._sigcont_application)

    def run_input_thread(self) -> None:
        """Wait for keys.

        Textual 8.2 decodes them as strict UTF-8, and a byte that is none ends the program: here it is a sign of its own.
        A terminal of another set types in that; ASCII alone may be a locale that nobody chose, and the terminal know more.
        """
        typed = UTF_8 if self.character_set == ASCII else self.character_set
        vars(linux_driver)["getincrementaldecoder"] = lambda _: partial(getincrementaldecoder(typed), "replace")
        super().run_input_thread()

    def _run_input_thread(self) -> None:
        """An error among the keys ends the program as any other does; Textual would print its traceback."""
        try:
            self.run_input_thread()
        except Exception as error:  # noqa: BLE001 - it is raised again where the application heeds it
            self._app.call_later(_raise, error)


def _raise(error: Exception) -> None:
    raise error
