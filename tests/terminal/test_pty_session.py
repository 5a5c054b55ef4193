"""Tests of `pty_session`."""

import signal
import sys

import pytest

from terminal.pty_session import SIGNALS, Session


def python(program: str, size: tuple[int, int] = (40, 10)) -> Session:
    return Session([sys.executable, "-u", "-c", program], size)


def test_session_reports_text_and_exit_status():
    with python("print('bonjour à tous'); raise SystemExit(3)") as session:
        session.wait_for("bonjour à tous")
        assert session.wait_for_exit() == 3
        assert session.modes_now == session.modes_before


def test_session_sends_keys_given_by_name():
    program = "import os, tty; tty.setraw(0); print('ready', end=''); [print(os.read(0, 9), end='') for _ in range(2)]"
    with python(program) as session:
        session.wait_for("ready")
        session.press("f1")
        session.wait_for("OP")
        session.press("j")
        session.wait_for("'j'")
        session.wait_for_exit()
        # The started program changes the terminal modes and does not restore them.
        assert session.modes_now != session.modes_before


def test_program_sees_the_initial_and_the_changed_terminal_size():
    program = (
        "import os, signal; signal.signal(signal.SIGWINCH, lambda *_: print(os.get_terminal_size()));"
        "print(os.get_terminal_size()); signal.pause()"
    )
    with python(program) as session:
        session.wait_for("columns=40, lines=10")
        session.resize(50, 12)
        session.wait_for("columns=50, lines=12")


def test_waiting_that_times_out_reports_the_screen_content():
    with python("print('something else'); import signal; signal.pause()") as session:
        session.wait_for("something")
        with pytest.raises(AssertionError, match="something else"):
            session.wait_for("this", timeout=0.1)


def test_waiting_reports_the_exit_status_when_the_program_ends_early():
    with python("print('bye')") as session, pytest.raises(AssertionError, match=r"ended \(0\)(.|\n)*bye"):
        session.wait_for("hello")


def test_session_lists_terminal_modes_that_the_program_left_on():
    with python(r"print('\x1b[?1049h\x1b[?25l\x1b[?1000;1006h\x1b[>1u\x1b[?1006lx')") as session:
        session.wait_for("x")
        assert session.modes_left_on == {"1049", "25", "1000", "kitty keyboard"}


@pytest.mark.parametrize(
    ("sequence", "colours"),
    [
        ("1;7", set()),
        ("0;39;49", set()),
        ("31", {"31"}),
        ("1;94;107", {"94", "107"}),
        ("38;5;31", {"38;5;31"}),
        ("48;2;1;2;3", {"48;2;1;2;3"}),
        ("38:2:1:2:3", {"38;2;1;2;3"}),
    ],
)
def test_session_finds_colours_in_the_output(sequence: str, colours: set[str]):
    with python(rf"print('\x1b[{sequence}mx')") as session:
        session.wait_for("x")
        assert session.colours == colours


def test_control_strings_and_terminal_queries_are_not_shown_on_the_screen():
    with python(r"print('a\x1b[?2026$pb\x1b[>1uc\x1b[<ud\x1bP+q1234\x1b\\e\x1b]0;title\x07f')") as session:
        session.wait_for("abcdef")


def test_incomplete_frame_is_not_drawn_on_the_emulated_screen():
    program = (
        r"import os, tty; tty.setraw(0); print('\x1b[?2026$p', end=''); print(os.read(0, 20), end='');"
        r"print('\x1b[?2026hhalf', end=''); os.read(0, 1); print('whole\x1b[?2026l', end=''); os.read(0, 1)"
    )
    with python(program) as session:
        with pytest.raises(AssertionError):
            session.wait_for("half", timeout=0.2)
        session.press("x")
        session.wait_for("halfwhole")


def test_running_program_is_killed_when_the_session_closes():
    with python("import signal; print('on'); signal.pause()") as session:
        session.wait_for("on")
    assert session.process.returncode == -signal.SIGKILL


def test_program_has_default_signal_handlers_when_the_parent_ignores_signals():
    program = (
        f"import signal; numbers = {[int(number) for number in SIGNALS]};"
        "print(*(n for n in numbers if signal.getsignal(n) == signal.SIG_IGN), sorted(signal.pthread_sigmask(0, ())), 'end')"
    )
    # A parent such as nohup or a background shell job ignores these signals.
    ignored = (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP)
    before = {number: signal.signal(number, signal.SIG_IGN) for number in ignored}
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGHUP})
    try:
        session = python(program, (80, 10))
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        for number, handler in before.items():
            signal.signal(number, handler)
    with session:
        session.wait_for(r"^\[\] end")


def test_closed_window_ends_the_program_when_the_parent_ignores_sighup():
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        session = python("import signal; print('on'); signal.pause()")
    finally:
        signal.signal(signal.SIGHUP, before)
    with session:
        session.wait_for("on")
        assert session.hang_up() == -signal.SIGHUP
