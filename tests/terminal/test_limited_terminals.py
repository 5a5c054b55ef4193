"""Terminals with few features, and invalid environment variables of Textual."""

import pytest

from terminal.steps import leave


@pytest.mark.parametrize("terminal", ["linux", "vt100", "xterm-16color", "unheard-of"])
def test_terminal_without_modern_features_is_restored_at_exit(dashboard, terminal: str):
    session = dashboard("--lang", "en", size=(80, 24), TERM=terminal, COLORTERM="")
    session.wait_for("Overview")
    for key in ("2", "j", "enter", "bare escape"):
        session.press(key)
        session.settled(0.15)  # ESC directly followed by a letter would be read as Alt with that letter.
    leave(session)


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
