"""A program in a terminal, under the clock.

While it starts or answers a key, nothing happens here but reading and stamping what arrives; what that looks like on a
screen is worked out afterwards, chunk by chunk, so that a terminal emulated in Python is in no interval that is
measured. A frame counts when it is whole, which is when its synchronised update is closed.
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
"""The same between keys: three frames and more."""
LONGEST = 8.0
"""Seconds that the answer to a key may take to begin."""
GIVE_UP = 120.0
"""Seconds that a start may take."""


class Clocked(Session):
    """A program whose output is stamped when it comes and looked at later."""

    def __init__(self, argv: Sequence[str | Path], size: tuple[int, int], env: Mapping[str, str]) -> None:
        self.waiting: list[tuple[float, bytes]] = []
        self.written = 0
        self._before: dict[int, tuple[object, ...]] = {}
        super().__init__(argv, size, env)

    def _read(self, patience: float) -> bool:
        """Take in what has arrived, and stamp it; False where nothing has."""
        if not select.select([self.master], [], [], patience)[0]:
            return False
        data = os.read(self.master, 1 << 16)
        self.waiting.append((time.monotonic(), data))
        self.written += len(data)
        self._answer(data)
        return True

    def take(self, silence: float, most: float) -> None:
        """Take in what comes, until nothing has for so many seconds."""
        end = time.monotonic() + most
        while self._read(silence) and time.monotonic() < end:
            pass

    def frames(self) -> Iterator[float]:
        """Draw what has come; the moment at which each whole frame stood."""
        waiting, self.waiting = self.waiting, []
        for moment, data in waiting:
            self._draw(data)
            if not self._drawing:
                yield moment

    def changed(self) -> bool:
        """Whether what is on the screen differs from the last time this was asked; the cursor alone does not count."""
        differs = False
        for y in sorted(self.screen.dirty):
            row = self.screen.buffer[y]
            cells = tuple(row[x] for x in range(self.screen.columns))
            if self._before.get(y) != cells:
                self._before[y], differs = cells, True
        self.screen.dirty.clear()
        return differs

    # what it costs

    @property
    def processor(self) -> float:
        """Seconds of processor time so far, to the nanosecond: the clock of another process, as Linux numbers them."""
        return time.clock_gettime((~self.process.pid << 3) | 2)

    @property
    def wakes(self) -> int:
        """How often any of its threads went to sleep, and so was woken."""
        threads = psutil.Process(self.process.pid).threads()
        return sum(psutil.Process(thread.id).num_ctx_switches().voluntary for thread in threads)

    @property
    def peak(self) -> float:
        """The most memory that it has held, in MB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text("ascii")
        found = re.search(r"VmHWM:\s+(\d+)", status)
        return int(found[1]) / 1024 if found else 0.0


@dataclass(frozen=True)
class Contestant:
    """A program to measure: how it is started, when its first screen is complete, and what is done to it then."""

    argv: tuple[str, ...]
    until: tuple[str, ...]
    """Regular expressions that all stand on its first complete screen."""
    keys: tuple[str, ...] = ()
    """Keys to answer, one after the other."""
    prepare: tuple[str, ...] = ()
    """Keys pressed before, on no clock."""
    burst: tuple[str, ...] = ()
    """Keys pressed all at once, at the end."""
    idle: float = 0.0
    """Seconds to watch it do nothing."""


@dataclass
class Run:
    """What one run showed; seconds, MB, bytes."""

    paint: float = float("nan")
    memory: float = 0.0
    idle_processor: float = 0.0
    """Of one core, between 0 and 1."""
    idle_wakes: float = 0.0
    """Each second."""
    idle_bytes: int = 0
    to_paint: dict[str, list[float]] = field(default_factory=dict)
    to_settle: dict[str, list[float]] = field(default_factory=dict)
    unanswered: int = 0
    burst: float = 0.0
    screen: str = ""
    """The words on the screen at the end."""


class Lost(Exception):  # noqa: N818 - it says what happened to the run
    """A program never showed what it was to show."""


def run(contestant: Contestant, size: tuple[int, int], env: Mapping[str, str]) -> Run:
    """One run of a program, from its start to its end. Raises Lost."""
    with Clocked(contestant.argv, size, env) as session:
        found = Run()
        found.paint = _first_paint(session, contestant) - session.born
        found.memory = session.peak
        if contestant.idle:
            _idle(session, contestant.idle, found)
        for key in contestant.prepare:
            session.press(key)
            session.take(QUIET, 20)
            _now(session)
        for number, key in enumerate(contestant.keys):
            session.take(0.005 + number % 7 * 0.0023, 1)  # out of step with any timer of the program
            _key(session, key, found)
        if contestant.burst:
            _now(session)
            pressed = time.monotonic()
            session.press(*contestant.burst)
            session.take(QUIET * 2, 20)
            found.burst = max((moment - pressed for moment in session.frames() if session.changed()), default=0.0)
        _now(session)
        found.memory = max(found.memory, session.peak)
        found.screen = session.text
        return found


def _first_paint(session: Clocked, contestant: Contestant) -> float:
    """The moment of the first whole frame that shows all it has to; everything that comes after is taken in as well."""
    patterns = [re.compile(pattern) for pattern in contestant.until]
    complete: float | None = None
    while time.monotonic() - session.born < GIVE_UP:
        session.take(QUIET, GIVE_UP)
        for moment in session.frames():
            if complete is None and all(pattern.search(session.text) for pattern in patterns):
                complete = moment
        if complete is not None:
            return complete
        if session.process.poll() is not None:
            break
    raise Lost(f"{contestant.argv} did not show {contestant.until}; it showed:\n{session.text}")


def _idle(session: Clocked, seconds: float, found: Run) -> None:
    processor, wakes, written, began = session.processor, session.wakes, session.written, time.monotonic()
    while (left := began + seconds - time.monotonic()) > 0:
        session._read(left)
    took = time.monotonic() - began
    found.idle_processor = (session.processor - processor) / took
    found.idle_wakes = (session.wakes - wakes) / took
    found.idle_bytes = session.written - written


def _key(session: Clocked, key: str, found: Run) -> None:
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


def _now(session: Clocked) -> None:
    """Draw what has come, so that only what comes next is a change."""
    for _ in session.frames():
        pass
    session.changed()


def lasted(argv: Sequence[str | Path], env: Mapping[str, str]) -> tuple[float, float]:
    """How long a command without a screen takes, in seconds, and the most memory it holds, in MB. Raises Lost."""
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
        raise Lost(f"{argv} ended with {os.waitstatus_to_exitcode(status)}")
    return took, usage.ru_maxrss / 1024
