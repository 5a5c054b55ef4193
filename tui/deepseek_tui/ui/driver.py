"""Terminal driver that supports any character set, size and input."""

import errno
import os
import selectors
import signal
import sys
import termios
import time
from asyncio import TimerHandle
from codecs import getincrementaldecoder, lookup
from contextlib import suppress
from io import TextIOWrapper
from threading import Lock
from types import SimpleNamespace
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
"""Seconds between two queries of the size of a terminal that does not report one."""
GIVE_BACK_TRIES = 20
GIVE_BACK_PAUSE = 0.01
"""Attempts to write to a blocked terminal, and seconds between them."""
LEAVE = (
    b"\x1b\\\x1b[0m\x1b[?2026l\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l\x1b[?2004l\x1b[?2048l\x1b[?1004l"
    b"\x1b[?7h\x1b[<u\x1b[?1049l\x1b[?25h"
)
"""Characters that end an incomplete escape sequence, and reset every mode that the driver sets."""


def character_set() -> str:
    """Return the terminal's character set according to the locale."""
    return lookup(getattr(sys.__stderr__, "encoding", None) or UTF_8).name


class TerminalDriver(LinuxDriver):
    """Terminal driver that accepts any input bytes.

    Characters that the terminal lacks are replaced.
    """

    def __init__(self, app: "App[Any]", **options: Any) -> None:
        super().__init__(app, **options)
        self.character_set = character_set()
        if self.character_set != UTF_8 and isinstance(sys.__stderr__, TextIOWrapper):
            from deepseek_tui.ui.styles.ascii_fallback import ASCII_FALLBACK

            sys.__stderr__.reconfigure(errors=ASCII_FALLBACK)
        self._is_on = False
        """Whether the terminal is in application mode."""
        self._is_suspended = False
        self._input_end: tuple[int, int] | None = None
        """A pipe whose first end becomes readable when the input thread must end; None without that thread."""
        self._giving_back = Lock()
        """The lock that is held while `give_back` restores the terminal."""
        self._look: TimerHandle | None = None
        """The timer for the next query of the size; None once the terminal reports it."""
        # The application uses this size for the layout before the first Resize message.
        self._size = self._get_terminal_size()

    def start_application_mode(self) -> None:
        """Switch the terminal to application mode: full screen, without echo."""
        self._is_on = True
        self._input_end = os.pipe()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        # Textual's own signal handler could pass on a stale size that another thread has read.
        signal.signal(signal.SIGWINCH, lambda *_: self._loop.call_soon_threadsafe(self._update_size))
        self._look_at_unknown_size()

    def close(self) -> None:
        """Wait until all output is written and the terminal restored."""
        if self._look is not None:
            self._look.cancel()
        super().close()
        with self._giving_back:  # `give_back` releases a blocked event loop, which may end the program before it is done.
            self._is_on = False

    # The following methods determine the size of the terminal.

    def _get_terminal_size(self) -> tuple[int, int]:
        """Return the terminal's own size, rather than COLUMNS and LINES."""
        self._known_size = usable_size(self._measured_size(), os.environ)
        return self._known_size

    def _measured_size(self) -> tuple[int, int]:
        return measured_size(stream.fileno() for stream in (sys.__stderr__, sys.__stdin__, sys.__stdout__) if stream)

    def _look_at_unknown_size(self) -> None:
        """Ask for the screen size repeatedly until the terminal reports it."""
        self._update_size()
        is_known = self._in_band_window_resize or all(self._measured_size())
        self._look = None if is_known else self._loop.call_later(LOOK_AGAIN, self._look_at_unknown_size)

    def _update_size(self) -> None:
        """Post a changed screen size, unless the terminal reports it itself."""
        known = self._known_size
        if not self._in_band_window_resize and self._get_terminal_size() != known:
            size = Size(*self._known_size)
            self.send_message(Resize(size, size))

    def process_message(self, message: Message) -> None:
        """Pass on a message, with the screen size limited to the maximum."""
        # SIGWINCH reaches only programs with a controlling terminal, so each key also checks the size.
        if isinstance(message, Key):
            self._loop.call_soon_threadsafe(self._update_size)
        elif isinstance(message, Resize):
            if not message.size:
                return
            size = Size(*map(min, message.size, MAXIMUM))
            message = Resize(size, size, pixel_size=message.pixel_size)
        super().process_message(message)

    # The following methods suspend and resume the program.

    def _sigtstp_application(self, *_: object) -> None:
        """Suspend the program from the event loop.

        Textual 8.2 could deadlock otherwise.
        """
        self._loop.call_soon_threadsafe(self._suspend)

    def _suspend(self) -> None:
        self._is_suspended = True
        super()._sigtstp_application()

    def _sigcont_application(self, *_: object) -> None:
        """Resume the suspended program from the event loop."""
        self._loop.call_soon_threadsafe(self._resume)

    def _resume(self) -> None:
        """Enter application mode again after the program was suspended.

        Textual 8.2 would start every thread twice after SIGSTOP.
        """
        if self._is_suspended:
            self._is_suspended = False
            super()._sigcont_application()
        else:
            self._update_size()
            self.send_message(self.SignalResume())

    # The following methods restore the terminal.

    def give_back(self, number: int) -> None:
        """Restore the terminal without waiting, even while another thread writes to it.

        `number` is a signal with a handler, used to interrupt a blocked write.
        """
        with self._giving_back:
            if self._is_on:
                self._give_back(number)

    def _give_back(self, number: int) -> None:
        if self.attrs_before is not None:
            with suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
        try:
            # The terminal is opened again, because setting O_NONBLOCK on the shared open file would affect the shell.
            terminal = os.open(os.ttyname(self._output_descriptor), os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
        except OSError:
            return
        self._discard_output()
        for _ in range(GIVE_BACK_TRIES):
            with suppress(BlockingIOError):
                if os.write(terminal, LEAVE) == len(LEAVE):
                    return
            # The terminal is blocked, so the write that holds the lock is interrupted and pending output is discarded.
            writer = self._writer_thread
            if writer is not None and writer.ident is not None and writer.is_alive():
                signal.pthread_kill(writer.ident, number)
            with suppress(termios.error):
                termios.tcflush(terminal, termios.TCOFLUSH)
            time.sleep(GIVE_BACK_PAUSE)

    @property
    def _output_descriptor(self) -> int:
        return self._file.fileno() if self._file else self.fileno

    def _discard_output(self) -> None:
        """Redirect all further terminal output to the null device."""
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, self._output_descriptor)
        os.close(null)

    # The following methods read keys.

    def run_input_thread(self) -> None:
        """Read keys, and decode them from the terminal's character set.

        Textual 8.2 decodes strict UTF-8, and an invalid byte ends the program. Here it becomes a replacement character.
        ASCII is read as UTF-8: the C locale is often a default, while the terminal itself sends UTF-8.
        """
        encoding = UTF_8 if self.character_set == ASCII else self.character_set
        vars(linux_driver)["getincrementaldecoder"] = lambda _: lambda: _KeyDecoder(encoding)
        if self._input_end is not None:
            end = self._input_end[0]
            vars(linux_driver)["selectors"] = SimpleNamespace(
                EVENT_READ=selectors.EVENT_READ, SelectSelector=lambda: _InputSelector(end)
            )
        super().run_input_thread()

    def disable_input(self) -> None:
        """Stop reading keys without a delay.

        Textual 8.2 waits 0.1 to 0.2 s for its input thread.
        """
        ends, self._input_end = self._input_end, None
        if ends is not None:
            os.write(ends[1], b"\0")
        super().disable_input()
        for end in ends or ():
            os.close(end)

    def _run_input_thread(self) -> None:
        """Read keys in a thread, but raise errors in the application."""
        try:
            self.run_input_thread()
        except (EOFError, OSError) as error:
            if isinstance(error, OSError) and error.errno != errno.EIO:
                self._app.call_later(_raise, error)
                return
            self._discard_output()  # Without this, flushing the output at exit could fail and change the exit status.
            if not self.exit_event.is_set():  # The terminal was closed but SIGHUP is ignored, as under nohup.
                self._app.call_later(self._app.exit, return_code=128 + signal.SIGHUP)
        except Exception as error:  # noqa: BLE001 - raised again in the application
            self._app.call_later(_raise, error)


class _InputSelector(selectors.SelectSelector):
    """Selector that also returns when one file descriptor becomes readable.

    It returns no event for that file descriptor.
    """

    def __init__(self, end: int) -> None:
        super().__init__()
        self._end = self.register(end, selectors.EVENT_READ)

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """Return the events of all file descriptors but the interrupting one."""
        return [event for event in super().select(timeout) if event[0] != self._end]


class _KeyDecoder:
    """Decoder of terminal input that raises EOFError at the end of input.

    Textual 8.2 would keep reading at the end of input in a busy loop.
    """

    def __init__(self, encoding: str) -> None:
        self._decoder = getincrementaldecoder(encoding)("replace")

    def decode(self, data: bytes, *, final: bool = False) -> str:
        if not data:
            raise EOFError
        return self._decoder.decode(data, final)


def _raise(error: Exception) -> None:
    raise error
