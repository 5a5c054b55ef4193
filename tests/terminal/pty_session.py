"""Test driver for a program in a pseudo-terminal: send keys and wait for screen content.

Nothing sleeps for a fixed time. Every wait is for a condition, and a timeout reports the screen.
"""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pyte

TIMEOUT = 60.0
"""Seconds until a wait fails; generous, for busy machines."""
SILENCE = 0.05
"""Seconds without output, while the program sleeps, after which it has settled: three of its frames."""
POLL_INTERVAL = 0.01
"""Seconds between two checks of whether the program sleeps."""

KEYS = {
    "enter": "\r",
    "escape": "\x1b[27u",  # The Kitty protocol encodes escape as a complete sequence, so the program need not wait for more.
    "bare escape": "\x1b",  # Terminals without the Kitty protocol send a single ESC byte.
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "f1": "\x1bOP",
    "backspace": "\x7f",
    "space": " ",
    "ctrl+c": "\x03",
    "ctrl+p": "\x10",
    "ctrl+q": "\x11",
    "ctrl+z": "\x1a",
}

SIGNALS = (
    signal.SIGHUP,
    signal.SIGINT,
    signal.SIGQUIT,
    signal.SIGTERM,
    signal.SIGTSTP,
    signal.SIGTTIN,
    signal.SIGTTOU,
    signal.SIGCONT,
    signal.SIGWINCH,
)
"""Signals sent by terminals and shells."""

CONTROL = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|[P^_X\]].*?(?:\x1b\\|\x07)|[ -/]+[0-~]|[0-Z\\^-~])", re.DOTALL)
"""A control sequence of any kind."""
UNSUPPORTED_BY_PYTE = re.compile(rb"\x1b(?:\[[<=>][0-?]*[ -/]*[@-~]|\[[0-?]*[ -/]+[@-~]|[P^_X].*?\x1b\\)", re.DOTALL)
"""Sequences that pyte would print as text: private ones, queries, strings."""
CSI = re.compile(rb"\x1b\[([0-?]*)([ -/]*)([@-~])")
MODE_QUERY, MODE_REPLY = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
"""Query and reply for synchronised updates, so that no test sees half a frame."""
FRAME = re.compile(rb"\x1b\[\?2026([hl])")
END = b"\x1b[?2026l"
"""The end of a frame; output is read frame by frame, so that a short-lived frame is seen."""
INITIAL_MODES = {"7", "25"}
"""Private modes that are set at first: line wrapping, visible cursor."""


class Session:
    """A program that runs in a separate pseudo-terminal."""

    def __init__(
        self, argv: Sequence[str | Path], size: tuple[int, int] = (80, 24), env: Mapping[str, str] | None = None
    ) -> None:
        """Start the program with the given environment variables and those of the terminal only."""
        width, height = size
        self.raw = bytearray()
        """Every byte that has reached the terminal; mutable, since adding to `bytes` copies all of them each time."""
        self._fed = 0
        """Number of bytes drawn on the screen."""
        self._scanned = 0
        """Number of bytes searched for ends of frames."""
        self._arrived = b""
        """Bytes read after the end of the current frame."""
        self._tail = b""
        self._drawing = False
        self._is_closed = False
        self._text: str | None = None
        """The cached text of the screen; None after a change."""
        self._screen = pyte.Screen(width, height)
        self._stream = pyte.ByteStream(self._screen)
        self.master, self.slave = pty.openpty()
        self._set_window_size(width, height)
        self.modes_before = termios.tcgetattr(self.slave)
        self.started_at = time.monotonic()
        """Monotonic time of the start."""
        self.process = subprocess.Popen(
            [str(word) for word in argv],
            stdin=self.slave,
            stdout=self.slave,
            stderr=self.slave,
            env={"TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": os.defpath, **(env or {})},
            start_new_session=True,
            preexec_fn=_set_up_terminal,  # noqa: PLW1509 - there are no threads here
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        if not self._is_closed:
            os.close(self.master)
            os.close(self.slave)

    # Methods that send input.

    def press(self, *keys: str) -> None:
        """Send keys to the program, given by name or as characters."""
        for key in keys:
            os.write(self.master, KEYS.get(key, key).encode())

    def resize(self, width: int, height: int) -> None:
        """Resize the terminal window, which sends SIGWINCH to the program."""
        self._set_window_size(width, height)
        self.screen.resize(height, width)
        self._text = None

    def clear(self) -> None:
        """Clear the emulated screen, as another program in the same terminal would."""
        self.screen.reset()
        self._text = None

    def hang_up(self, timeout: float = TIMEOUT) -> int:
        """Close the terminal, wait until the program ends, and return the exit status."""
        self._is_closed = True
        os.close(self.slave)
        os.close(self.master)
        return self.process.wait(timeout)

    # Methods that read the screen.

    @property
    def screen(self) -> pyte.Screen:
        """The emulated screen, updated only on access because pyte is slow."""
        if self._fed < self._scanned:
            self._stream.feed(UNSUPPORTED_BY_PYTE.sub(b"", bytes(self.raw[self._fed : self._scanned])))
            self._fed = self._scanned
        return self._screen

    @property
    def text(self) -> str:
        """The text of the screen, line by line."""
        if self._text is None:  # The text is cached because pyte measures every character of the screen on each access.
            self._text = "\n".join(line.rstrip() for line in self.screen.display)
        return self._text

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and line of the cursor, counted from 0."""
        return self.screen.cursor.x, self.screen.cursor.y

    def wait_until(self, done: Callable[[], bool], what: str, timeout: float = TIMEOUT) -> None:
        """Wait until a condition is true; after a timeout, fail and report the screen."""
        end = time.monotonic() + timeout
        while self._drawing or not done():
            ended = self.process.poll() is not None
            if not self._read(0.02) and ended:
                raise AssertionError(
                    f"the program ended ({self.process.returncode}) before {what}; the screen:\n{self._boxed_screen()}"
                )
            if time.monotonic() > end:
                raise AssertionError(f"waited {timeout:g} s for {what}; the screen:\n{self._boxed_screen()}")

    def wait_for(self, pattern: str, timeout: float = TIMEOUT) -> re.Match[str]:
        """Wait until a regular expression matches the screen; fail after a timeout."""
        match = None

        def seen() -> bool:
            nonlocal match
            match = re.search(pattern, self.text)
            return match is not None

        self.wait_until(seen, f"{pattern!r} to appear", timeout)
        assert match is not None
        return match

    def wait_until_gone(self, pattern: str, timeout: float = TIMEOUT) -> None:
        """Wait until a regular expression no longer matches the screen."""
        self.wait_until(lambda: re.search(pattern, self.text) is None, f"{pattern!r} to go away", timeout)

    def wait_for_change(self, before: str, timeout: float = TIMEOUT) -> str:
        """Wait until the text of the screen changes, and return the new text."""
        self.wait_until(lambda: self.text != before, "the screen to change", timeout)
        return self.text

    def settled(self, silence: float = SILENCE, timeout: float = TIMEOUT) -> str:
        """Wait until the program is idle, and return the text of the screen."""
        self.settle(silence, timeout)
        return self.text

    def settle(self, silence: float = SILENCE, timeout: float = TIMEOUT) -> None:
        """Wait until the program is idle and has written nothing for a short time.

        A program that waits for processor time is silent too, but not asleep.
        """
        settle_together((self,), silence, timeout)

    def is_busy(self, timeout: float) -> bool:
        """Read output for at most the given seconds; return whether there was any, or the program is working."""
        return self._read(timeout) or self._drawing or not self._is_sleeping()

    def _is_sleeping(self) -> bool:
        """Return whether the program has read all input and is idle; True if unknown."""
        tasks = Path(f"/proc/{self.process.pid}/task")
        try:
            states = {stat.read_text("utf-8", "replace").rpartition(")")[2].split()[0] for stat in tasks.glob("*/stat")}
        except OSError:  # A thread ended between listing and reading.
            return False
        (unread,) = struct.unpack("i", fcntl.ioctl(self.slave, termios.FIONREAD, b"\0" * 4))
        return not unread and not states & {"R", "D"}

    def wait_for_exit(self, timeout: float = TIMEOUT) -> int:
        """Wait until the program has ended, and return the exit status."""
        end = time.monotonic() + timeout
        while self.process.poll() is None:
            self._read(0.02)
            if time.monotonic() > end:
                raise AssertionError(
                    f"the program is still running after {timeout:g} s; the screen:\n{self._boxed_screen()}"
                )
        while self._read(0):
            pass
        return self.process.returncode

    # Properties that describe the state of the terminal.

    @property
    def modes_now(self) -> list[Any]:
        """The current terminal attributes, to compare with `modes_before`."""
        return termios.tcgetattr(self.slave)

    @property
    def modes_left_on(self) -> set[str]:
        """Private terminal modes that differ from the initial ones, such as 1049 or 1000."""
        now = set(INITIAL_MODES)
        keyboard = 0
        for match in CSI.finditer(self.raw):
            parameters, between, final = (part.decode() for part in match.groups())
            if final in "hl" and parameters.startswith("?") and not between:
                for mode in parameters[1:].split(";"):
                    (now.add if final == "h" else now.discard)(mode)
            elif final == "u" and parameters[:1] in (">", "<"):
                keyboard += 1 if parameters[0] == ">" else -1
        return (now ^ INITIAL_MODES) | ({"kitty keyboard"} if keyboard else set())

    @property
    def colours(self) -> set[str]:
        """Parameters of all escape sequences in the output that set a colour."""
        found: set[str] = set()
        for match in CSI.finditer(self.raw):
            if match[3] == b"m" and not match[2]:
                found.update(_colours(match[1].decode()))
        return found

    def _set_window_size(self, width: int, height: int) -> None:
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    def _read(self, timeout: float) -> bool:
        """Read one frame of output; return False if there is none."""
        if not self._arrived:
            if not select.select([self.master], [], [], timeout)[0]:
                return False
            self._arrived = os.read(self.master, 1 << 16)
            self._answer(self._arrived)
        frame, end, self._arrived = self._arrived.partition(END)
        self._draw(frame + end)
        return True

    def _answer(self, data: bytes) -> None:
        asked = self._tail + data
        if MODE_QUERY in asked:
            os.write(self.master, MODE_REPLY)
        self._tail = asked[1 - len(MODE_QUERY) :] if MODE_QUERY not in asked else b""

    def _draw(self, data: bytes) -> None:
        self.raw += data
        end = _end_of_last_sequence(self.raw)
        for match in FRAME.finditer(self.raw, self._scanned, end):
            self._drawing = match[1] == b"h"
        self._scanned = end
        self._text = None

    def _boxed_screen(self) -> str:
        return "\n".join(f"│{line}│" for line in self.screen.display)


def settle_together(sessions: Sequence[Session], silence: float = SILENCE, timeout: float = TIMEOUT) -> None:
    """Wait until several programs are idle and have written nothing for a short time, see `Session.settle`."""
    since = time.monotonic()
    end = since + timeout
    while time.monotonic() < since + silence:
        busy = [session.is_busy(min(POLL_INTERVAL, silence) / len(sessions)) for session in sessions]
        if True in busy:
            since = time.monotonic()
        if time.monotonic() > end:
            screens = "\n".join(session._boxed_screen() for session in sessions)
            raise AssertionError(f"the program draws without end; the screen:\n{screens}")


def _set_up_terminal() -> None:
    """Give a new process a controlling terminal and default signal handlers.

    A signal ignored by `nohup` or `make test &` would stay ignored in child processes.
    """
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    for number in SIGNALS:
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())


def _end_of_last_sequence(raw: bytearray) -> int:
    """Return the offset at which the last complete control sequence ends."""
    last = raw.rfind(b"\x1b", max(0, len(raw) - 4096))
    return len(raw) if last < 0 or CONTROL.match(raw, last) else last


def _colours(parameters: str) -> list[str]:
    found = []
    numbers = parameters.replace(":", ";").split(";")
    position = 0
    while position < len(numbers):
        number = int(numbers[position] or 0)
        if number in (38, 48, 58):
            found.append(";".join(numbers[position:]))
            position += {"5": 3, "2": 5}.get(numbers[position + 1] if position + 1 < len(numbers) else "", 1)
            continue
        if 30 <= number <= 37 or 40 <= number <= 47 or 90 <= number <= 97 or 100 <= number <= 107:
            found.append(str(number))
        position += 1
    return found
