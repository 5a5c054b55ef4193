"""Textual's driver for the terminal, for any character set, size and byte."""

import errno
import os
import signal
import sys
import termios
import time
from asyncio import TimerHandle
from codecs import getincrementaldecoder, lookup
from contextlib import suppress
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any

from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key, Resize
from textual.geometry import Size
from textual.message import Message

from deepseek_tui.ui.terminal_size import MAXIMUM, measured_size, usable_size

if TYPE_CHECKING:
    from textual.app import App

UTF_8, ASCII = "utf-8", "ascii"
LOOK_AGAIN = 1.0
"""Seconds between two looks at the size of a terminal that does not know it yet."""
GIVE_BACK_TRIES = 20
GIVE_BACK_PAUSE = 0.01
"""Tries to write to a terminal that takes nothing, and seconds between them."""
LEAVE = (
    b"\x1b\\\x1b[0m\x1b[?2026l\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l\x1b[?2004l\x1b[?2048l\x1b[?1004l"
    b"\x1b[?7h\x1b[<u\x1b[?1049l\x1b[?25h"
)
"""Ends a sequence that was cut short, and resets every mode that the driver sets."""


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
        self._is_on = False
        """Whether the terminal is in application mode."""
        self._is_suspended = False
        self._look: TimerHandle | None = None
        """The next look at the size; none where the terminal knows it."""
        self._size = self._get_terminal_size()  # the application lays out for it before the first Resize message

    def start_application_mode(self) -> None:
        """Take the terminal."""
        self._is_on = True
        super().start_application_mode()  # type: ignore[no-untyped-call]
        # Textual reads the size in the signal handler itself, and what another thread has read before may reach the
        # application after it.
        signal.signal(signal.SIGWINCH, lambda *_: self._loop.call_soon_threadsafe(self._update_size))
        self._look_at_unknown_size()

    def close(self) -> None:
        """Wait until everything is written."""
        if self._look is not None:
            self._look.cancel()
        super().close()
        self._is_on = False

    # the size

    def _get_terminal_size(self) -> tuple[int, int]:
        """Return the size that the terminal reports, where Textual 8.2 prefers COLUMNS and LINES."""
        self._known_size = usable_size(self._measured_size(), os.environ)
        return self._known_size

    def _measured_size(self) -> tuple[int, int]:
        return measured_size(stream.fileno() for stream in (sys.__stderr__, sys.__stdin__, sys.__stdout__) if stream)

    def _look_at_unknown_size(self) -> None:
        """Look at the size again until the terminal knows it: not every change sends a signal."""
        self._update_size()
        is_known = self._in_band_window_resize or all(self._measured_size())
        self._look = None if is_known else self._loop.call_later(LOOK_AGAIN, self._look_at_unknown_size)

    def _update_size(self) -> None:
        """Tell the application about a changed size, unless the terminal reports it in band."""
        known = self._known_size
        if not self._in_band_window_resize and self._get_terminal_size() != known:
            size = Size(*self._known_size)
            self.send_message(Resize(size, size))

    def process_message(self, message: Message) -> None:
        """Pass a message from the terminal on, with a size that can be drawn for."""
        if isinstance(message, Key):  # a terminal that is not the controlling one sends no signal
            self._loop.call_soon_threadsafe(self._update_size)
        elif isinstance(message, Resize):
            if not message.size:
                return
            size = Size(*map(min, message.size, MAXIMUM))
            message = Resize(size, size, pixel_size=message.pixel_size)
        super().process_message(message)

    # suspension

    def _sigtstp_application(self, *_: object) -> None:
        """Stop between two steps: amid a write, Textual 8.2 would wait for a lock that it holds itself."""
        self._loop.call_soon_threadsafe(self._suspend)

    def _suspend(self) -> None:
        self._is_suspended = True
        super()._sigtstp_application()

    def _sigcont_application(self, *_: object) -> None:
        """Go on, between two steps as well."""
        self._loop.call_soon_threadsafe(self._resume)

    def _resume(self) -> None:
        """Take the terminal again.

        After a SIGSTOP it is still taken, and Textual 8.2 would start every thread twice.
        """
        if self._is_suspended:
            self._is_suspended = False
            super()._sigcont_application()
        else:
            self._update_size()
            self.send_message(self.SignalResume())

    # the end

    def give_back(self, number: int) -> None:
        """Restore the terminal without waiting, even while another thread writes to it.

        `number` is a signal that has a handler: it interrupts a write to a terminal that is not read.
        """
        if not self._is_on:
            return
        if self.attrs_before is not None:
            with suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
        try:
            # Another open file of the same terminal: not to block is a property of the file, which a shell may share.
            terminal = os.open(os.ttyname(self._drawn_on), os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
        except OSError:
            return
        self._discard_output()
        for _ in range(GIVE_BACK_TRIES):
            with suppress(BlockingIOError):
                if os.write(terminal, LEAVE) == len(LEAVE):
                    return
            # Nobody reads: drop what waits to be read, and end the write that holds the terminal's lock.
            writer = self._writer_thread
            if writer is not None and writer.ident is not None and writer.is_alive():
                signal.pthread_kill(writer.ident, number)
            with suppress(termios.error):
                termios.tcflush(terminal, termios.TCOFLUSH)
            time.sleep(GIVE_BACK_PAUSE)

    @property
    def _drawn_on(self) -> int:
        return self._file.fileno() if self._file else self.fileno

    def _discard_output(self) -> None:
        """Let whatever is still to be written go nowhere."""
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self._drawn_on)
        os.close(nowhere)

    # the keys

    def run_input_thread(self) -> None:
        """Wait for keys.

        Textual 8.2 decodes them as strict UTF-8, and a byte that is none ends the program: here it is a sign of its own.
        A terminal of another set types in that; ASCII alone may be a locale that nobody chose, and the terminal know more.
        """
        typed = UTF_8 if self.character_set == ASCII else self.character_set
        vars(linux_driver)["getincrementaldecoder"] = lambda _: lambda: _KeyDecoder(typed)
        super().run_input_thread()

    def _run_input_thread(self) -> None:
        """An error among the keys ends the program as any other does; Textual would print its traceback."""
        try:
            self.run_input_thread()
        except (EOFError, OSError) as error:
            if isinstance(error, OSError) and error.errno != errno.EIO:
                self._app.call_later(_raise, error)
                return
            self._discard_output()  # or the interpreter fails to write what is left, and changes the exit status
            if not self.exit_event.is_set():  # the terminal is gone, and SIGHUP may be ignored, as under nohup
                self._app.call_later(self._app.exit, return_code=128 + signal.SIGHUP)
        except Exception as error:  # noqa: BLE001 - it is raised again where the application heeds it
            self._app.call_later(_raise, error)


class _KeyDecoder:
    """Decodes what is typed, and raises EOFError at the end of it.

    Textual 8.2 would read the end again and again, as fast as it can.
    """

    def __init__(self, encoding: str) -> None:
        self._decoder = getincrementaldecoder(encoding)("replace")

    def decode(self, data: bytes, *, final: bool = False) -> str:
        if not data:
            raise EOFError
        return self._decoder.decode(data, final)


def _raise(error: Exception) -> None:
    raise error
