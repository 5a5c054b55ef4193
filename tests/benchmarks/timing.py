"""Measurement of time and memory of a program in a pseudo-terminal.

While the program starts or answers a key, output is only read and timestamped. It is drawn afterwards, chunk by
chunk, so that the terminal emulator is not part of a measured interval. A frame is complete when its synchronised update
ends.
"""

import os
import re
import select
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from terminal.pty_session import Session

QUIET = 0.25
"""Seconds without output after which a program has settled."""
KEY_QUIET = 0.06
"""Seconds without output after which a program has answered a key: more than three frames."""
LONGEST = 8.0
"""Maximum seconds until the first output after a key."""
GIVE_UP = 120.0
"""Maximum seconds for the start of a program."""


class TimedSession(Session):
    """Program in a pseudo-terminal, with the arrival time of its output.

    The output is parsed after the run.
    """

    def __init__(self, argv: Sequence[str | Path], size: tuple[int, int], env: Mapping[str, str]) -> None:
        self.waiting: list[tuple[float, bytes]] = []
        self.written = 0
        self._before: dict[int, tuple[object, ...]] = {}
        super().__init__(argv, size, env)

    def _read(self, timeout: float) -> bool:
        """Read and timestamp the available output.

        Return False if there is none.
        """
        if not select.select([self.master], [], [], timeout)[0]:
            return False
        data = os.read(self.master, 1 << 16)
        self.waiting.append((time.monotonic(), data))
        self.written += len(data)
        self._answer(data)
        return True

    def take(self, silence: float, most: float) -> None:
        """Read output until the program has written nothing for `silence` seconds."""
        end = time.monotonic() + most
        while self._read(silence) and time.monotonic() < end:
            pass

    def frames(self) -> Iterator[float]:
        """Draw the recorded output and yield the time of each complete frame."""
        waiting, self.waiting = self.waiting, []
        for moment, data in waiting:
            self._draw(data)
            if not self._drawing:
                yield moment

    def changed(self) -> bool:
        """Return whether any cell of the screen changed since the last call."""
        differs = False
        for y in sorted(self.screen.dirty):
            row = self.screen.buffer[y]
            cells = tuple(row[x] for x in range(self.screen.columns))
            if self._before.get(y) != cells:
                self._before[y], differs = cells, True
        self.screen.dirty.clear()
        return differs

    # Properties that measure resource use.

    @property
    def processor(self) -> float:
        """Processor time of the program so far, in seconds (Linux only)."""
        return time.clock_gettime((~self.process.pid << 3) | 2)

    @property
    def wakes(self) -> int:
        """Number of voluntary context switches of all threads of the program."""
        threads = psutil.Process(self.process.pid).threads()
        return sum(psutil.Process(thread.id).num_ctx_switches().voluntary for thread in threads)

    @property
    def peak(self) -> float:
        """Peak resident memory of the program in MB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text("ascii")
        found = re.search(r"VmHWM:\s+(\d+)", status)
        return int(found[1]) / 1024 if found else 0.0


@dataclass(frozen=True)
class MeasuredProgram:
    """Definition of a measurement: command, expected first screen, and keys to press."""

    argv: tuple[str, ...]
    until: tuple[str, ...]
    """Regular expressions that all match the first complete screen."""
    keys: tuple[str, ...] = ()
    """Keys that are timed one by one."""
    prepare: tuple[str, ...] = ()
    """Keys pressed before the timed ones."""
    burst: tuple[str, ...] = ()
    """Keys written at once at the end."""
    idle: float = 0.0
    """Seconds of idling to measure."""


@dataclass
class Run:
    """Measurements of one execution of a program, in seconds, MB and bytes."""

    paint: float = float("nan")
    memory: float = 0.0
    idle_processor: float = 0.0
    """Share of one core, between 0 and 1."""
    idle_wakes: float = 0.0
    """Wake-ups per second."""
    idle_bytes: int = 0
    to_paint: dict[str, list[float]] = field(default_factory=dict)
    to_settle: dict[str, list[float]] = field(default_factory=dict)
    unanswered: int = 0
    burst: float = 0.0
    screen: str = ""
    """The text of the screen at the end."""


class ProgramFailed(Exception):  # noqa: N818 - the name states what happened
    """Raised when a measured program fails or shows the wrong screen."""


def run(measured: MeasuredProgram, size: tuple[int, int], env: Mapping[str, str]) -> Run:
    """Execute a program once and return the measurements.

    Raises ProgramFailed.
    """
    with TimedSession(measured.argv, size, env) as session:
        found = Run()
        found.paint = _first_paint(session, measured) - session.started_at
        found.memory = session.peak
        if measured.idle:
            _idle(session, measured.idle, found)
        for key in measured.prepare:
            session.press(key)
            session.take(QUIET, 20)
            _now(session)
        for number, key in enumerate(measured.keys):
            # The waiting times vary so that keys do not coincide with a timer of the program.
            session.take(0.005 + number % 7 * 0.0023, 1)
            _key(session, key, found)
        if measured.burst:
            _now(session)
            pressed = time.monotonic()
            session.press(*measured.burst)
            session.take(QUIET * 2, 20)
            found.burst = max((moment - pressed for moment in session.frames() if session.changed()), default=0.0)
        _now(session)
        found.memory = max(found.memory, session.peak)
        found.screen = session.text
        return found


def _first_paint(session: TimedSession, measured: MeasuredProgram) -> float:
    """Return the time of the first frame that matches all expected patterns."""
    patterns = [re.compile(pattern) for pattern in measured.until]
    complete: float | None = None
    while time.monotonic() - session.started_at < GIVE_UP:
        session.take(QUIET, GIVE_UP)
        for moment in session.frames():
            if complete is None and all(pattern.search(session.text) for pattern in patterns):
                complete = moment
        if complete is not None:
            return complete
        if session.process.poll() is not None:
            break
    raise ProgramFailed(f"{measured.argv} did not show {measured.until}; it showed:\n{session.text}")


def _idle(session: TimedSession, seconds: float, found: Run) -> None:
    processor, wakes, written, began = session.processor, session.wakes, session.written, time.monotonic()
    while (left := began + seconds - time.monotonic()) > 0:
        session._read(left)
    took = time.monotonic() - began
    found.idle_processor = (session.processor - processor) / took
    found.idle_wakes = (session.wakes - wakes) / took
    found.idle_bytes = session.written - written


def _key(session: TimedSession, key: str, found: Run) -> None:
    _now(session)
    pressed = time.monotonic()
    session.press(key)
    session._read(LONGEST)
    session.take(KEY_QUIET, 2)
    moments = [moment for moment in session.frames() if session.changed()]
    if moments:
        found.to_paint.setdefault(key, []).append(moments[0] - pressed)
        found.to_settle.setdefault(key, []).append(moments[-1] - pressed)
    else:
        found.unanswered += 1


def _now(session: TimedSession) -> None:
    """Process pending output before a measurement, so that only new output counts."""
    for _ in session.frames():
        pass
    session.changed()


def time_command(argv: Sequence[str | Path], env: Mapping[str, str]) -> tuple[float, float]:
    """Run a command and return seconds and peak memory in MB.

    Raises ProgramFailed.
    """
    began = time.monotonic()
    read, write = os.pipe()
    pid = os.posix_spawn(
        str(argv[0]), [str(word) for word in argv], dict(env), file_actions=[(os.POSIX_SPAWN_DUP2, write, 1)]
    )
    os.close(write)
    while os.read(read, 1 << 20):
        pass
    os.close(read)
    _, status, usage = os.wait4(pid, 0)
    took = time.monotonic() - began
    if os.waitstatus_to_exitcode(status) != 0:
        raise ProgramFailed(f"{argv} ended with {os.waitstatus_to_exitcode(status)}")
    return took, usage.ru_maxrss / 1024
