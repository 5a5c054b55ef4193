"""The end of the program on a signal, even while its event loop is blocked."""

import os
import signal
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from threading import Thread

SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, name))
"""Signals that ask a program to end. The exit status is then 128 plus the number."""
GRACE = 1.5
"""Seconds that the event loop has to end the program before it is ended without it."""


class Termination:
    """Waits in a thread of its own for a signal that asks the program to end.

    Python runs its signal handlers in the main thread, between two instructions, and asyncio runs its own in the event
    loop. Neither happens while the main thread is blocked in a library or a loop never yields. The interpreter writes the
    number of each signal to a socket at once, though (`signal.set_wakeup_fd`), and a thread that reads it needs neither.
    """

    def __init__(self, end: Callable[[int], None], give_back: Callable[[int], None] = lambda _: None) -> None:
        """Start to wait. Must be called in the main thread.

        `end` asks the event loop to end the program, from any thread. If the program still runs after `GRACE` seconds,
        `give_back` restores the terminal without waiting for anything, and the process exits. Both get the signal's number.
        """
        self._end, self._give_back = end, give_back
        self.number = 0
        """The number of the signal that asked the program to end; 0 when none has."""
        self._reading, self._writing = socket.socketpair()
        self._writing.setblocking(False)
        self._previous = -1
        self._numbers = [number for number in SIGNALS if signal.getsignal(number) is not signal.SIG_IGN]
        self.listen()
        Thread(target=self._wait, name="termination", daemon=True).start()

    def listen(self) -> None:
        """Install the handlers, in place of any others.

        Must be called in the main thread.
        """
        descriptor = signal.set_wakeup_fd(self._writing.fileno(), warn_on_full_buffer=False)
        if descriptor != self._writing.fileno():
            self._previous = descriptor
        for number in self._numbers:
            signal.signal(number, _woken)

    def close(self) -> None:
        """Stop waiting, unless a signal has arrived: the process then has to end."""
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
        with suppress(Exception):  # whatever state the program is in, the process ends
            self._give_back(number)
        os._exit(128 + number)

    def _next_number(self) -> int:
        while woken := self._reading.recv(1):
            if woken[0] in self._numbers:
                self.number = woken[0]
                return self.number
        self._reading.close()
        return 0


def _woken(*_: object) -> None:
    """Do nothing: a handler must be there for the interpreter to report the signal."""
