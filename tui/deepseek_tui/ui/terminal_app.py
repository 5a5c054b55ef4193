"""The base of the program's applications: signals, suspension and the driver."""

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
    """An application that can be suspended, and that a signal ends within two seconds."""

    BINDINGS: ClassVar[list[BindingType]] = [SUSPEND]

    _termination: Termination | None = None
    _is_shown = False
    """Whether the first frame is shown."""
    _requested = 0
    """The exit status that a signal asked for; 0 when none did."""

    def get_driver_class(self) -> type[Driver]:
        """Return the program's own driver in place of the one that it derives from."""
        found = super().get_driver_class()
        if found.__name__ != "LinuxDriver":  # another system's, or one that TEXTUAL_DRIVER names
            return found
        from deepseek_tui.ui.driver import TerminalDriver

        return TerminalDriver

    def run(self, **options: Any) -> Returned | None:
        """Run the application, and let signals end it."""
        self._termination = Termination(self._ask_to_end, self._give_back)
        try:
            return super().run(**options)
        finally:
            self._termination.close()

    def on_mount(self) -> None:
        """Replace signal handlers of the driver, which would not save the session."""
        if self._termination is not None:
            self._termination.listen()

    def _give_back(self, number: int) -> None:
        give_back = getattr(self._driver, "give_back", None)
        if give_back is not None:
            give_back(number)

    def _ask_to_end(self, number: int) -> None:
        loop = self._loop
        if loop is not None:
            with suppress(RuntimeError):  # the event loop is closed: the application has ended
                loop.call_soon_threadsafe(self._end, number)

    def _end(self, number: int) -> None:
        self._requested = 128 + number
        if self._is_shown:  # parts of the screen are missing before that, and ending needs them
            with self._context():  # as a message handler has it
                self.end(self._requested)

    def on_ready(self) -> None:
        """End now if a signal asked for it during the start."""
        self._is_shown = True
        if self._requested:
            self.end(self._requested)

    @property
    def signal_status(self) -> int:
        """The exit status that a signal asks for; 0 when none has arrived."""
        number = self._termination.number if self._termination is not None else 0
        return 128 + number if number else 0

    def end(self, status: int) -> None:
        """Leave with this exit status, because a signal asks for it."""
        self.exit(return_code=status)

    @on(Driver.SignalResume)
    def repaint(self) -> None:
        """Draw everything again after another program has used the terminal."""
        self.refresh(layout=True)
