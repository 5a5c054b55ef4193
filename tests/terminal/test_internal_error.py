"""An internal error prints one sentence, and the terminal is restored."""

import pytest

from terminal.pty_session import Session

BROKEN_ACTION = """
from deepseek_tui.ui.dashboard import Dashboard
def broken(self):
    secret = "none of the reader's words"
    raise RuntimeError(secret)
Dashboard.action_zoom = broken
"""
BROKEN_INPUT = """
from textual._xterm_parser import XTermParser
feed = XTermParser.feed
def broken(self, data):
    if "z" in data:
        raise RuntimeError("none of the reader's words")
    return feed(self, data)
XTermParser.feed = broken
"""
RUN = """
from deepseek_tui.cli.main import main
raise SystemExit(main(["--lang", "en"]))
"""


@pytest.mark.parametrize("fault", [BROKEN_ACTION, BROKEN_INPUT], ids=["in an action", "in the input thread"])
def test_internal_error_prints_one_sentence_and_the_terminal_is_restored(installed, environment, fault: str):
    with Session([installed / "python", "-c", fault + RUN], (100, 30), environment) as session:
        session.wait_for("Overview")
        session.press("z")
        assert session.wait_for_exit() == 2
        assert session.modes_now == session.modes_before
        assert session.modes_left_on == set()
        printed = " ".join(session.text.split())
        assert "internal error (RuntimeError)" in printed
        assert "Traceback" not in printed
        assert "reader's words" not in printed
