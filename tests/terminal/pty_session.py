"""A person at a terminal: starts a program in a pseudo-terminal, presses keys, and waits until something is on the screen.

Nothing here sleeps for a fixed time: every wait is for something to be seen, and fails with the screen as it stood.
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

PATIENCE = 60.0
"""Seconds until a wait gives up; long, since a busy machine is not a fault of the program."""
SILENCE = 0.05
"""Seconds without output, while the program sleeps, after which it has settled: three of its frames."""
GLANCE = 0.01
"""Seconds between two looks at whether the program sleeps."""

KEYS = {
    "enter": "\r",
    "escape": "\x1b[27u",  # as the Kitty protocol has it: the program need not wait for the rest of a sequence
    "bare escape": "\x1b",  # as terminals without that protocol send it
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
"""What a terminal and its shell send."""

CONTROL = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|[P^_X\]].*?(?:\x1b\\|\x07)|[ -/]+[0-~]|[0-Z\\^-~])", re.DOTALL)
"""One control sequence, of any family."""
FOREIGN = re.compile(rb"\x1b(?:\[[<=>][0-?]*[ -/]*[@-~]|\[[0-?]*[ -/]+[@-~]|[P^_X].*?\x1b\\)", re.DOTALL)
"""Sequences that pyte would print as words: private ones, queries, strings."""
CSI = re.compile(rb"\x1b\[([0-?]*)([ -/]*)([@-~])")
ASKED, ANSWER = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
"""Whether the terminal shows a frame only when it is whole; this one does, so that no test sees half a frame."""
FRAME = re.compile(rb"\x1b\[\?2026([hl])")
END = b"\x1b[?2026l"
"""The end of a frame; what is seen for a frame is seen, whatever comes right behind it."""
ON_AT_FIRST = {"7", "25"}
"""Private modes that a terminal starts with: lines wrap, the cursor shows."""


class Session:
    """A program in a terminal of its own."""

    def __init__(
        self, argv: Sequence[str | Path], size: tuple[int, int] = (80, 24), env: Mapping[str, str] | None = None
    ) -> None:
        """Start the program, with nothing in its environment but what is given and what a terminal needs."""
        width, height = size
        self.raw = bytearray()
        """Every byte that has reached the terminal; mutable, since adding to `bytes` copies all of them each time."""
        self._fed = 0
        """How many of them stand on the screen."""
        self._scanned = 0
        """How many of them have been looked through for the ends of frames."""
        self._arrived = b""
        """What has arrived after the frame that is shown."""
        self._tail = b""
        self._drawing = False
        self._gone = False
        self._text: str | None = None
        """The words on the screen; None until they are asked for again after a change."""
        self._screen = pyte.Screen(width, height)
        self._stream = pyte.ByteStream(self._screen)
        self.master, self.slave = pty.openpty()
        self._size(width, height)
        self.modes_before = termios.tcgetattr(self.slave)
        self.born = time.monotonic()
        """When the program was started, by the clock that only goes forward."""
        self.process = subprocess.Popen(
            [str(word) for word in argv],
            stdin=self.slave,
            stdout=self.slave,
            stderr=self.slave,
            env={"TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": os.defpath, **(env or {})},
            start_new_session=True,
            preexec_fn=_as_from_a_terminal,  # noqa: PLW1509 - there are no threads here
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        if not self._gone:
            os.close(self.master)
            os.close(self.slave)

    # What a person does.

    def press(self, *keys: str) -> None:
        """Press keys, by name or as they are typed."""
        for key in keys:
            os.write(self.master, KEYS.get(key, key).encode())

    def resize(self, width: int, height: int) -> None:
        """Change the size of the window; the program is told as by any terminal."""
        self._size(width, height)
        self.screen.resize(height, width)
        self._text = None

    def clear(self) -> None:
        """Clear the screen, as another program that used the terminal would."""
        self.screen.reset()
        self._text = None

    def hang_up(self, patience: float = PATIENCE) -> int:
        """Take the terminal away, as when its window is closed, wait until the program has ended, and answer its status."""
        self._gone = True
        os.close(self.slave)
        os.close(self.master)
        return self.process.wait(patience)

    # What a person sees.

    @property
    def screen(self) -> pyte.Screen:
        """The terminal in memory; it draws what has arrived only when it is looked at, since drawing is slow."""
        if self._fed < self._scanned:
            self._stream.feed(FOREIGN.sub(b"", bytes(self.raw[self._fed : self._scanned])))
            self._fed = self._scanned
        return self._screen

    @property
    def text(self) -> str:
        """The words on the screen, line by line."""
        if self._text is None:  # pyte measures every character of the screen each time
            self._text = "\n".join(line.rstrip() for line in self.screen.display)
        return self._text

    @property
    def cursor(self) -> tuple[int, int]:
        """Where the terminal's cursor stands: column and line, from 0."""
        return self.screen.cursor.x, self.screen.cursor.y

    def wait_until(self, done: Callable[[], bool], what: str, patience: float = PATIENCE) -> None:
        """Wait until this is true of what is on the screen; AssertionError, with the screen, where it never is."""
        end = time.monotonic() + patience
        while self._drawing or not done():
            ended = self.process.poll() is not None
            if not self._read(0.02) and ended:
                raise AssertionError(
                    f"the program ended ({self.process.returncode}) before {what}; the screen:\n{self._framed()}"
                )
            if time.monotonic() > end:
                raise AssertionError(f"waited {patience:g} s for {what}; the screen:\n{self._framed()}")

    def wait_for(self, pattern: str, patience: float = PATIENCE) -> re.Match[str]:
        """Wait until a regular expression is found on the screen; AssertionError, with the screen, where it never is."""
        match = None

        def seen() -> bool:
            nonlocal match
            match = re.search(pattern, self.text)
            return match is not None

        self.wait_until(seen, f"{pattern!r} to appear", patience)
        assert match is not None
        return match

    def wait_until_gone(self, pattern: str, patience: float = PATIENCE) -> None:
        """Wait until a regular expression is no longer found on the screen."""
        self.wait_until(lambda: re.search(pattern, self.text) is None, f"{pattern!r} to go away", patience)

    def wait_for_change(self, before: str, patience: float = PATIENCE) -> str:
        """Wait until the screen's words are others than these, and answer them."""
        self.wait_until(lambda: self.text != before, "the screen to change", patience)
        return self.text

    def settled(self, silence: float = SILENCE, patience: float = PATIENCE) -> str:
        """The screen's words once the program has drawn all it had to draw."""
        self.settle(silence, patience)
        return self.text

    def settle(self, silence: float = SILENCE, patience: float = PATIENCE) -> None:
        """Wait until the program has slept for a moment and written nothing.

        One that is given none of the machine's time says nothing either, but does not sleep.
        """
        end = time.monotonic() + patience
        since = time.monotonic()
        while time.monotonic() < since + silence:
            if self._read(min(GLANCE, silence)) or self._drawing or not self._sleeps():
                since = time.monotonic()
            if time.monotonic() > end:
                raise AssertionError(f"the program draws without end; the screen:\n{self._framed()}")

    def _sleeps(self) -> bool:
        """Whether the program has read every key and waits, but not for its turn; yes, where that cannot be told."""
        tasks = Path(f"/proc/{self.process.pid}/task")
        try:
            states = {stat.read_text("utf-8", "replace").rpartition(")")[2].split()[0] for stat in tasks.glob("*/stat")}
        except OSError:  # a thread that ended meanwhile
            return False
        (unread,) = struct.unpack("i", fcntl.ioctl(self.slave, termios.FIONREAD, b"\0" * 4))
        return not unread and not states & {"R", "D"}

    def wait_for_exit(self, patience: float = PATIENCE) -> int:
        """Wait until the program has ended, and answer its exit status."""
        end = time.monotonic() + patience
        while self.process.poll() is None:
            self._read(0.02)
            if time.monotonic() > end:
                raise AssertionError(f"the program is still running after {patience:g} s; the screen:\n{self._framed()}")
        while self._read(0):
            pass
        return self.process.returncode

    # What the terminal itself can tell.

    @property
    def modes_now(self) -> list[Any]:
        """The line discipline as it stands, to compare with `modes_before`."""
        return termios.tcgetattr(self.slave)

    @property
    def left_on(self) -> set[str]:
        """Private modes (1049: the other screen; 1000 and others: the mouse; 25: no cursor) that are not as at first."""
        now = set(ON_AT_FIRST)
        keyboard = 0
        for match in CSI.finditer(self.raw):
            parameters, between, final = (part.decode() for part in match.groups())
            if final in "hl" and parameters.startswith("?") and not between:
                for mode in parameters[1:].split(";"):
                    (now.add if final == "h" else now.discard)(mode)
            elif final == "u" and parameters[:1] in (">", "<"):
                keyboard += 1 if parameters[0] == ">" else -1
        return (now ^ ON_AT_FIRST) | ({"kitty keyboard"} if keyboard else set())

    @property
    def colours(self) -> set[str]:
        """The colours that have been asked for, as the parameters of SGR; to go back to the default is none."""
        found: set[str] = set()
        for match in CSI.finditer(self.raw):
            if match[3] == b"m" and not match[2]:
                found.update(_colours(match[1].decode()))
        return found

    def _size(self, width: int, height: int) -> None:
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    def _read(self, patience: float) -> bool:
        """Take in what has arrived; False where nothing has."""
        if not self._arrived:
            if not select.select([self.master], [], [], patience)[0]:
                return False
            self._arrived = os.read(self.master, 1 << 16)
            self._answer(self._arrived)
        frame, end, self._arrived = self._arrived.partition(END)
        self._draw(frame + end)
        return True

    def _answer(self, data: bytes) -> None:
        asked = self._tail + data
        if ASKED in asked:
            os.write(self.master, ANSWER)
        self._tail = asked[1 - len(ASKED) :] if ASKED not in asked else b""

    def _draw(self, data: bytes) -> None:
        self.raw += data
        end = _whole(self.raw)
        for match in FRAME.finditer(self.raw, self._scanned, end):
            self._drawing = match[1] == b"h"
        self._scanned = end
        self._text = None

    def _framed(self) -> str:
        return "\n".join(f"│{line}│" for line in self.screen.display)


def _as_from_a_terminal() -> None:
    """Give a new process its controlling terminal, and signals as they are in a login shell.

    A signal that `nohup` or `make test &` ignores stays ignored in every process that is started from there.
    """
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    for number in SIGNALS:
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())


def _whole(raw: bytearray) -> int:
    """Where the last whole control sequence ends: half of one must wait for its other half."""
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
