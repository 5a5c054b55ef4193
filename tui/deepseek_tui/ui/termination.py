"""Termination of the program on a signal, even while it is blocked."""

import os
import signal
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from threading import Thread

SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, name))
"""Signals that end the program with exit status 128 plus their number."""
GRACE = 1.5
"""Seconds for the event loop to end the program before it is forced to exit."""


class Termination:
    """Thread that waits for a signal and ends the program.

    Python runs signal handlers in the main thread, between two instructions, and asyncio runs its own in the event
    loop. Neither happens while the main thread is blocked in a library or a coroutine never yields. The interpreter
    writes the number of each signal to a socket at once (`signal.set_wakeup_fd`), where another thread can read it.
    """

    def __init__(
        self,
        end: Callable[[int], None],
        give_back: Callable[[int], None] = lambda _: None,
        wake: Callable[[], None] = lambda: None,
    ) -> None:
        """Start waiting for signals.

        Must be called in the main thread. `end` asks the event loop to end the program, from any thread. If the program
        still runs after `GRACE` seconds, `give_back` restores the terminal without waiting for anything, and the
        process exits. Both get the signal's number. `wake` wakes the event loop for any other signal: if the system
        delivers it to another thread, the main thread would call its handler only after the next event.
        """
        self._end, self._give_back, self._wake = end, give_back, wake
        self.number = 0
        """The number of the signal that arrived; 0 without one."""
        self._reading, self._writing = socket.socketpair()
        self._writing.setblocking(False)
        self._previous = -1
        self._numbers = [number for number in SIGNALS if signal.getsignal(number) is not signal.SIG_IGN]
        self.listen()
        Thread(target=self._wait, name="termination", daemon=True).start()

    def listen(self) -> None:
        """Install the signal handlers, in place of any previous ones.

        Must be called in the main thread.
        """
        descriptor = signal.set_wakeup_fd(self._writing.fileno(), warn_on_full_buffer=False)
        if descriptor != self._writing.fileno():
            self._previous = descriptor
        for number in self._numbers:
            signal.signal(number, _woken)

    def close(self) -> None:
        """Stop waiting for signals.

        If one has arrived, the thread continues, because the process must end.
        """
        if self.number:
            return
        signal.set_wakeup_fd(self._previous)
        for number in self._numbers:
            signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)
        self._writing.close()

    def _wait(self) -> None:
        number = self._next_number()
        if not number:
            return
        self._end(number)
        time.sleep(GRACE)
        with suppress(Exception):  # The process must end even if the terminal cannot be restored.
            self._give_back(number)
        os._exit(128 + number)

    def _next_number(self) -> int:
        while woken := self._reading.recv(1):
            if woken[0] in self._numbers:
                self.number = woken[0]
                return self.number
            self._wake()
        self._reading.close()
        return 0


def _woken(*_: object) -> None:
    """Handle a signal by doing nothing, so that Python reports it.

    Python reports a signal to the waiting thread only if it has a handler.
    """
