"""Base class of the applications, which handles signals and suspension."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any, ClassVar, TypeVar

from textual import on
from textual.app import App
from textual.binding import BindingType
from textual.driver import Driver

from deepseek_tui.ui.latest_size import SUSPEND
from deepseek_tui.ui.termination import Termination

Returned = TypeVar("Returned")


class TerminalApp(App[Returned]):
    """Application that can be suspended, and exits soon after a signal.

    It exits within two seconds.
    """

    BINDINGS: ClassVar[list[BindingType]] = [SUSPEND]

    _termination: Termination | None = None
    _is_shown = False
    """Whether the first frame was drawn."""
    _requested = 0
    """The exit status requested by a signal; 0 without one."""

    def get_driver_class(self) -> type[Driver]:
        """Return `TerminalDriver` in place of Textual's Linux driver."""
        found = super().get_driver_class()
        if found.__name__ != "LinuxDriver":  # Another driver is used on Windows, or if TEXTUAL_DRIVER names one.
            return found
        from deepseek_tui.ui.driver import TerminalDriver

        return TerminalDriver

    def run(self, **options: Any) -> Returned | None:
        """Run the application until it exits or a signal ends it."""
        self._termination = Termination(self._ask_to_end, self._give_back, self._wake)
        try:
            return super().run(**options)
        finally:
            self._termination.close()

    def on_mount(self) -> None:
        """Replace the driver's signal handlers, which would not save the user's session."""
        if self._termination is not None:
            self._termination.listen()

    def _give_back(self, number: int) -> None:
        give_back = getattr(self._driver, "give_back", None)
        if give_back is not None:
            give_back(number)

    def _ask_to_end(self, number: int) -> None:
        self._call_soon(self._end, number)

    def _wake(self) -> None:
        self._call_soon(bool)

    def _call_soon(self, function: Callable[..., object], *arguments: object) -> None:
        """Call a function in the event loop.

        Any thread may call this method.
        """
        loop = self._loop
        if loop is not None:
            with suppress(RuntimeError):  # The event loop may be closed, because the application has ended.
                loop.call_soon_threadsafe(function, *arguments)

    def _end(self, number: int) -> None:
        self._requested = 128 + number
        if self._is_shown:  # Before the first frame, widgets that are needed for saving may not exist.
            with self._context():  # This code runs outside a message handler, so Textual's context variables must be set.
                self.end(self._requested)

    def on_ready(self) -> None:
        """Exit if a signal arrived while the application was starting."""
        self._is_shown = True
        if self._requested:
            self.end(self._requested)

    @property
    def signal_status(self) -> int:
        """The exit status for a signal that arrived, or 0 without one."""
        number = self._termination.number if self._termination is not None else 0
        return 128 + number if number else 0

    def end(self, status: int) -> None:
        """Exit with the given status after a signal."""
        self.exit(return_code=status)

    @on(Driver.SignalResume)
    def repaint(self) -> None:
        """Redraw the screen after the program was suspended."""
        self.refresh(layout=True)
