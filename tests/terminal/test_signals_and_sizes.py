"""Random sizes, signals, limited terminals and errors: the terminal is restored."""

import ctypes
import os
import random
import signal
from pathlib import Path

import pytest

from terminal.pty_session import TIMEOUT, Session

SIZES = (1, 2, 3, 5, 8, 13, 20, 40, 60, 80, 120, 200, 250)


@pytest.mark.slow
@pytest.mark.parametrize("count", [100, pytest.param(500, marks=pytest.mark.fuzz)])
def test_program_reacts_to_keys_after_random_resizes(dashboard, count: int):
    session = dashboard("--lang", "en", size=(80, 24))
    chance = random.Random(6)

    def is_drawn() -> bool:  # The first resize is sent before the first frame is drawn.
        session.resize(chance.choice(SIZES), chance.choice(SIZES))
        return b"\x1b[?2026h" in session.raw

    session.wait_until(is_drawn, "the first frame")
    keys = ["j", "k", "l", "h", "enter", "escape", "tab", "pagedown", "G", "g", "z", "w", "c", "v", "escape", "b", "n"]
    for number in range(count):
        session.resize(chance.choice(SIZES), chance.choice(SIZES))
        session.press(chance.choice(keys))
        if number % 10 == 0:
            session.settled(0.02)
    session.resize(1, 1)
    session.settled()
    session.resize(80, 24)
    for key in ("escape", "escape", "escape", "1"):
        session.press(key)
        session.settled()
    session.wait_for("Overview")
    session.press("q")
    assert session.wait_for_exit() == 0
    assert session.modes_now == session.modes_before
    assert session.modes_left_on == set()


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_terminal_is_restored_after_a_signal(dashboard, name: str):
    session = dashboard("--lang", "en", size=(80, 24))
    session.wait_for("Overview")
    os.kill(session.process.pid, getattr(signal, name))
    assert session.wait_for_exit() == 128 + getattr(signal, name)
    assert session.modes_now == session.modes_before
    assert session.modes_left_on == set()
    assert b"Traceback" not in session.raw


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
"""A program that receives SIGTSTP while it writes a frame, after z."""


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
    session.press("q")
    assert session.wait_for_exit() == 0
    assert session.modes_now == session.modes_before
    assert session.modes_left_on == set()


def test_dashboard_is_suspended_and_resumed_while_drawing(installed, environment):
    with Session([installed / "python", "-c", STOPPED], (80, 24), environment) as session:
        session.wait_for("Overview")
        session.press("z")
        check_resume(session)


@pytest.mark.parametrize("terminal", ["linux", "vt100", "xterm-16color", "unheard-of"])
def test_terminal_without_modern_features_is_restored_at_exit(dashboard, terminal: str):
    session = dashboard("--lang", "en", size=(80, 24), TERM=terminal, COLORTERM="")
    session.wait_for("Overview")
    for key in ("2", "j", "enter", "bare escape"):
        session.press(key)
        session.settled(0.15)  # ESC directly followed by a letter would be read as Alt with that letter.
    session.press("q")
    assert session.wait_for_exit() == 0
    assert session.modes_now == session.modes_before
    assert session.modes_left_on == set()


def test_closed_window_ends_the_dashboard(dashboard):
    session = dashboard("--lang", "en", size=(80, 24))
    session.wait_for("Overview")
    os.close(session.slave)
    os.close(session.master)
    try:
        assert session.process.wait(TIMEOUT) is not None
    finally:
        session.master, session.slave = os.openpty()  # The session closes its terminal at its end, so these must be open.


@pytest.mark.parametrize("terminal", ["dumb", "unknown"])
def test_terminal_without_cursor_addressing_is_refused_with_a_hint(dashboard, terminal: str):
    session = dashboard("--lang", "en", size=(80, 24), TERM=terminal)
    assert session.wait_for_exit() == 2
    assert "deepseek-tui show" in session.text
    assert session.modes_left_on == set()


@pytest.mark.parametrize(
    "variable", [("TEXTUAL_DRIVER", "junk"), ("TEXTUAL_LOG", "/proc/nowhere/log"), ("TEXTUAL_COLOR_SYSTEM", "junk")]
)
def test_invalid_textual_environment_variable_is_reported_by_name(dashboard, variable: tuple[str, str]):
    name, value = variable
    session = dashboard("--lang", "en", **{name: value})
    assert session.wait_for_exit() == 2
    assert f"deepseek-tui: {name}" in session.text
    assert "Traceback" not in session.text
    assert session.modes_left_on == set()


BROKEN = """
from deepseek_tui.cli.main import main
from deepseek_tui.ui.dashboard import Dashboard
def broken(self):
    secret = "none of the reader's words"
    raise RuntimeError(secret)
Dashboard.action_zoom = broken
raise SystemExit(main(["--lang", "en"]))
"""


def test_internal_error_prints_one_sentence_and_the_terminal_is_restored(installed, environment):
    with Session([installed / "python", "-c", BROKEN], (100, 30), environment) as session:
        session.wait_for("Overview")
        session.press("z")
        assert session.wait_for_exit() == 2
        assert session.modes_now == session.modes_before
        assert session.modes_left_on == set()
        said = " ".join(session.text.split())
        assert "internal error (RuntimeError)" in said
        assert "Traceback" not in said
        assert "reader's words" not in said
