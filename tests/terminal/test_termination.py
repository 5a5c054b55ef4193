"""Signals that end the program, whatever its event loop is doing."""

import os
import signal
import time
from pathlib import Path

import pytest

from terminal.pty_session import TIMEOUT, Session

BLOCKED = """
import time
from pathlib import Path
from deepseek_tui.cli.main import main
from deepseek_tui.ui import termination
from deepseek_tui.ui.dashboard import Dashboard
termination.GRACE = 0.1
def block(self):
    Path({marker!r}).touch()
    {block}
Dashboard.action_zoom = block
raise SystemExit(main(["--lang", "en"]))
"""
"""Script of the dashboard, whose main thread blocks after the key z and first creates a file.

The time before a forced exit is shortened, because a blocked program always needs one.
"""
BUSY = "while True: pass"
ASLEEP = "time.sleep(10**6)"
WRITING = "for _ in range(1000): self.app._driver.write('x' * 65536)"

IGNORING = """
import signal
from deepseek_tui.cli.main import main
signal.signal(signal.SIGHUP, signal.SIG_IGN)
raise SystemExit(main(["--lang", "en"]))
"""


def wait_for_file(file: Path) -> None:
    """Wait until a file exists, without reading the terminal."""
    end = time.monotonic() + TIMEOUT
    while not file.exists():
        assert time.monotonic() < end, f"there is no {file.name}"
        time.sleep(0.01)


@pytest.fixture
def blocked(installed, environment, tmp_path: Path):
    """Return a function that starts a program and blocks it: `blocked(BUSY)`."""
    sessions: list[Session] = []

    def start(block: str) -> Session:
        marker = tmp_path / "blocked"
        program = BLOCKED.format(marker=str(marker), block=block)
        session = Session([installed / "python", "-c", program], (80, 24), environment)
        sessions.append(session)
        session.wait_for("Overview")
        session.press("z")
        wait_for_file(marker)
        return session

    yield start
    for session in sessions:
        session.__exit__(None, None, None)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
@pytest.mark.parametrize("block", [BUSY, ASLEEP], ids=["busy", "asleep"])
def test_signal_ends_the_program_when_the_event_loop_is_blocked(blocked, block: str, name: str):
    number = getattr(signal, name)
    session = blocked(block)
    os.kill(session.process.pid, number)
    assert session.wait_for_exit() == 128 + number
    assert session.modes_now == session.modes_before
    assert session.modes_left_on == set()


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_signal_ends_the_program_when_nothing_reads_the_terminal_output(blocked, name: str):
    number = getattr(signal, name)
    session = blocked(WRITING)
    os.kill(session.process.pid, number)
    assert session.process.wait(TIMEOUT) == 128 + number
    assert session.modes_now == session.modes_before
    session.wait_for_exit()  # Waiting for the exit also reads the pending output of the terminal.
    assert session.modes_left_on == set()


def test_closed_window_ends_the_program_when_the_event_loop_is_blocked(blocked):
    assert blocked(BUSY).hang_up() == 128 + signal.SIGHUP


def test_closed_window_ends_the_program_when_sighup_is_ignored(installed, environment):
    with Session([installed / "python", "-c", IGNORING], (80, 24), environment) as session:
        session.wait_for("Overview")
        assert session.hang_up() == 128 + signal.SIGHUP


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_signal_before_the_first_frame_ends_the_program(dashboard, name: str):
    number = getattr(signal, name)
    session = dashboard("--lang", "en")
    session.wait_until(lambda: "1049" in session.modes_left_on, "the dashboard to take the terminal")
    os.kill(session.process.pid, number)
    assert session.wait_for_exit() == 128 + number, session.text
    assert session.modes_now == session.modes_before
    assert session.modes_left_on == set()


def test_note_is_kept_when_a_signal_ends_the_program(dashboard, program):
    session = dashboard("--lang", "en")
    session.wait_for("Overview")
    session.press("2")
    session.wait_for("─ Timeline ─")
    session.press("a")
    session.settled()
    session.press("Ask the shop")
    session.wait_for("Ask the shop")
    os.kill(session.process.pid, signal.SIGTERM)
    assert session.wait_for_exit() == 128 + signal.SIGTERM
    assert "Ask the shop" in program("export", "mine").stdout


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_terminal_is_restored_after_a_signal(dashboard, name: str):
    session = dashboard("--lang", "en", size=(80, 24))
    session.wait_for("Overview")
    os.kill(session.process.pid, getattr(signal, name))
    assert session.wait_for_exit() == 128 + getattr(signal, name)
    assert session.modes_now == session.modes_before
    assert session.modes_left_on == set()
    assert b"Traceback" not in session.raw


def test_closed_window_ends_the_dashboard(dashboard):
    session = dashboard("--lang", "en", size=(80, 24))
    session.wait_for("Overview")
    os.close(session.slave)
    os.close(session.master)
    try:
        assert session.process.wait(TIMEOUT) is not None
    finally:
        session.master, session.slave = os.openpty()  # The session closes its terminal at its end, so these must be open.
