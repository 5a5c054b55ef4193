"""Suspension by Ctrl+Z, SIGTSTP and SIGSTOP: the terminal is given back, and repainted on resuming."""

import ctypes
import os
import signal
from pathlib import Path

import pytest

from terminal.pty_session import Session
from terminal.steps import leave

STOPPED = """
import signal
from textual.drivers._writer_thread import WriterThread
from deepseek_tui.cli.main import main
from deepseek_tui.ui.dashboard import Dashboard
write, armed = WriterThread.write, []
def writing(self, text):
    if armed:
        with self._queue.mutex:
            signal.raise_signal(armed.pop())
    write(self, text)
WriterThread.write = writing
Dashboard.action_zoom = lambda self: (armed.append(signal.SIGTSTP), self.refresh())
raise SystemExit(main(["--lang", "en"]))
"""
"""Script of the dashboard, which receives SIGTSTP while it draws after the key z."""


def wait_for_stop(session: Session) -> None:
    """Wait until the program is stopped, as a shell does."""
    stopped = os.WUNTRACED | os.WNOHANG
    session.wait_until(lambda: os.waitpid(session.process.pid, stopped)[0] > 0, "the program to stop")
    session.settled()


def check_resume(session: Session) -> None:
    """Check that a stopped program restored the terminal, and repaints when resumed."""
    wait_for_stop(session)
    assert session.modes_left_on == set()
    assert session.modes_now == session.modes_before
    shown = session.text
    session.clear()  # A shell would write to the terminal while the program is suspended.
    os.kill(session.process.pid, signal.SIGCONT)
    session.wait_until(lambda: session.text == shown, "the dashboard to be repainted")
    assert "1049" in session.modes_left_on
    session.press("2")
    session.wait_for("─ Timeline ─")
    session.press("q")
    assert session.wait_for_exit() == 0
    assert session.modes_now == session.modes_before


def test_dashboard_is_suspended_and_resumed(dashboard):
    session = dashboard("--lang", "en", size=(80, 24))
    session.wait_for("Overview")
    os.kill(session.process.pid, signal.SIGTSTP)
    check_resume(session)


def test_signal_delivered_to_another_thread_is_handled_at_once(dashboard):
    session = dashboard("--lang", "en", size=(80, 24))
    session.wait_for("Overview")
    session.settled()
    process = session.process.pid
    other = next(int(task.name) for task in Path(f"/proc/{process}/task").iterdir() if int(task.name) != process)
    assert ctypes.CDLL(None).tgkill(process, other, signal.SIGTSTP) == 0
    check_resume(session)


def test_ctrl_z_suspends_the_dashboard(dashboard):
    session = dashboard("--lang", "en", size=(80, 24))
    session.wait_for("Overview")
    session.press("ctrl+z")
    check_resume(session)


@pytest.mark.parametrize("key", ["?", "s", "f"])
def test_ctrl_z_suspends_a_dialog(dashboard, key: str):
    session = dashboard("--lang", "en", size=(80, 24))
    session.wait_for("Overview")
    before = session.settled()
    session.press(key)
    session.wait_for_change(before)
    session.settled()
    session.press("ctrl+z")
    wait_for_stop(session)
    shown = session.text
    session.clear()
    os.kill(session.process.pid, signal.SIGCONT)
    session.wait_until(lambda: session.text == shown, "the dialog to be repainted")


def test_dashboard_is_repainted_after_sigstop(dashboard):
    session = dashboard("--lang", "en", size=(80, 24))
    session.wait_for("Overview")
    shown = session.settled()
    os.kill(session.process.pid, signal.SIGSTOP)
    wait_for_stop(session)
    session.clear()
    os.kill(session.process.pid, signal.SIGCONT)
    session.wait_until(lambda: session.text == shown, "the dashboard to be repainted")
    session.press("2")
    session.wait_for("─ Timeline ─")
    leave(session)


def test_dashboard_is_suspended_and_resumed_while_drawing(installed, environment):
    with Session([installed / "python", "-c", STOPPED], (80, 24), environment) as session:
        session.wait_for("Overview")
        session.press("z")
        check_resume(session)
