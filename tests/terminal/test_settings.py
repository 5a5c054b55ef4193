"""The settings file: applied when valid, reported by line otherwise."""

from pathlib import Path

import pytest


@pytest.fixture
def settings(environment):
    """Return a function that writes the settings file."""

    def write(text: str) -> Path:
        folder = Path(environment["XDG_CONFIG_HOME"]) / "deepseek-tui"
        folder.mkdir(parents=True)
        (folder / "settings.toml").write_text(text, "utf-8")
        return folder / "settings.toml"

    return write


def test_invalid_settings_file_exits_with_status_2_before_drawing(dashboard, settings):
    settings('mouse = true\n\n[keys]\nexport = ["v"]\n')
    session = dashboard(size=(200, 24))
    assert session.wait_for_exit() == 2
    assert "settings.toml:4:1: keys.export: " in session.text
    assert b"Traceback" not in session.raw
    assert session.modes_left_on == set()
    assert b"\x1b[?1049h" not in session.raw


def test_settings_are_applied_unless_command_line_options_override_them(dashboard, settings):
    settings('language = "fr"\nmouse = false\ncontext = false\n[keys]\nhelp = ["h", "?"]\nprevious-pane = ["left"]\n')
    session = dashboard(size=(120, 40))
    session.wait_for("Aperçu")
    session.wait_for("sans contexte")
    assert not session.modes_left_on & {"1000", "1002", "1003", "1006"}
    session.press("h")
    session.wait_for("Vous êtes dans la liste")
    session.press("h")
    session.wait_until_gone("Vous êtes dans la liste")
    session.press("q")
    assert session.wait_for_exit() == 0

    session = dashboard("--lang", "en", "--mouse", "--context", size=(120, 40))
    session.wait_for("with context")
    assert session.modes_left_on & {"1000", "1002", "1003", "1006"}
