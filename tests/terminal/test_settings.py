"""The settings in a real terminal: what is set is what is seen, and a mistake is a line and no traceback."""

from pathlib import Path

import pytest


@pytest.fixture
def settings(environment):
    """Writes the settings of the person at the terminal."""

    def write(text: str) -> Path:
        folder = Path(environment["XDG_CONFIG_HOME"]) / "deepseek-tui"
        folder.mkdir(parents=True)
        (folder / "settings.toml").write_text(text, "utf-8")
        return folder / "settings.toml"

    return write


def test_a_mistake_ends_with_two_and_its_line_before_anything_is_drawn(dashboard, settings):
    settings('mouse = true\n\n[keys]\nexport = ["v"]\n')
    session = dashboard(size=(200, 24))
    assert session.wait_for_exit() == 2
    assert "settings.toml:4:1: keys.export: " in session.text
    assert b"Traceback" not in session.raw
    assert session.left_on == set()
    assert b"\x1b[?1049h" not in session.raw


def test_what_is_set_is_what_is_seen_and_the_command_line_comes_before_it(dashboard, settings):
    settings('language = "fr"\nmouse = false\ncontext = false\n[keys]\nhelp = ["h", "?"]\nprevious-pane = ["left"]\n')
    session = dashboard(size=(120, 40))
    session.wait_for("Aperçu")
    session.wait_for("sans contexte")
    assert not session.left_on & {"1000", "1002", "1003", "1006"}
    session.press("h")
    session.wait_for("Vous êtes dans la liste")
    session.press("h")
    session.wait_until_gone("Vous êtes dans la liste")
    session.press("q")
    assert session.wait_for_exit() == 0

    session = dashboard("--lang", "en", "--mouse", "--context", size=(120, 40))
    session.wait_for("with context")
    assert session.left_on & {"1000", "1002", "1003", "1006"}
