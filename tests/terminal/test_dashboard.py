"""Keys, layouts and options of the installed dashboard in a pseudo-terminal."""

import re

import pytest

from bundled import FILE
from terminal.pty_session import Session
from terminal.steps import leave

NARROW, MEDIUM, WIDE = (60, 20), (80, 24), (160, 45)
"""A size of each layout; pictures of every pane, language and size are in tests/snapshots."""
TITLES = {
    "en": ("Overview", "Timeline", "Players", "Innovations", "Questions", "Claims"),
    "fr": ("Aperçu|Vue d[’']ensemble", "Chronologie", "Acteurs", "Innovations", "Questions", "Affirmations"),
}
EITHER = {"fr": "en", "en": "fr"}
ONLY_HERE = {"en": "Timeline|Overview|Players", "fr": "Chronologie|Aperçu|Vue d[’']ensemble|Acteurs"}
"""Titles of panes that only one language has; a narrow screen may show one title."""
FIGURE = r"100[\s.,\u202f\u00a0]?000|1[.,]3"
"""Main figures of the story in the number formats of both languages."""


def by_size(size: tuple[int, int]) -> str:
    return "{}x{}".format(*size)


@pytest.mark.parametrize(("language", "size"), [("fr", NARROW), ("en", MEDIUM), ("fr", WIDE), ("en", (250, 60))])
def test_terminal_is_restored_after_quitting_from_the_overview(dashboard, size, language):
    session = dashboard("--lang", language, size=size)
    session.wait_for(TITLES[language][0])
    session.wait_for("DeepSeek")
    session.wait_for(FIGURE)
    assert "1049" in session.modes_left_on  # The dashboard uses the alternate screen of the terminal (private mode 1049).
    leave(session)


@pytest.mark.parametrize("size", [NARROW, MEDIUM], ids=by_size)
def test_key_l_shows_each_pane_in_turn(dashboard, size):
    session = dashboard("--lang", "en", size=size)
    session.wait_for("Overview")
    session.wait_for("DeepSeek")
    seen = [session.settled()]
    for title in TITLES["en"][1:]:
        session.press("l")
        session.wait_for_change(seen[-1])
        session.wait_for(title)
        seen.append(session.text)
    assert len(set(seen)) == len(seen)


@pytest.mark.parametrize("size", [NARROW, MEDIUM], ids=by_size)
def test_key_j_selects_enter_opens_and_escape_closes_an_item(dashboard, size):
    session = dashboard("--lang", "en", size=size)
    session.wait_for("DeepSeek")
    before = session.settled()
    session.press("3")
    session.wait_for_change(before)
    session.wait_for("Liang|Wenfeng|DeepSeek")
    listed, cursor = session.settled(), session.cursor
    session.press("j")
    session.wait_until(lambda: (session.text, session.cursor) != (listed, cursor), "j to move")
    moved = session.settled()
    session.press("enter")
    if size[0] < 80:
        opened = session.wait_for_change(moved)
        session.press("escape")
        session.wait_for_change(opened)
        session.wait_for(re.escape(moved.splitlines()[size[1] // 2].strip()[:20]))
    session.press("q")
    assert session.wait_for_exit() == 0


@pytest.mark.parametrize(("language", "size"), [("fr", NARROW), ("en", MEDIUM)])
def test_key_shift_l_switches_the_language_and_back(dashboard, size, language):
    session = dashboard("--lang", language, size=size)
    session.wait_for(ONLY_HERE[language])
    session.press("L")
    session.wait_for(ONLY_HERE[EITHER[language]])
    session.wait_until_gone(ONLY_HERE[language])
    session.press("L")
    session.wait_for(ONLY_HERE[language])
    session.press("q")
    assert session.wait_for_exit() == 0


@pytest.mark.parametrize(("key", "size"), [("?", NARROW), ("f1", MEDIUM)])
def test_closing_the_help_restores_the_previous_screen(dashboard, size, key):
    session = dashboard("--lang", "en", size=size)
    session.wait_for("DeepSeek")
    before = session.settled()
    session.press(key)
    session.wait_for(r"(?i)\bkeys\b")
    session.wait_for(r"(?i)next pane|pane")
    session.press("bare escape")
    session.wait_for("Overview")
    session.wait_until(lambda: session.text == before, "the screen as it was before help")


@pytest.mark.parametrize("size", [NARROW, MEDIUM], ids=by_size)
def test_key_e_opens_the_export_dialog_and_escape_closes_it(dashboard, size):
    session = dashboard("--lang", "en", size=size)
    session.wait_for("DeepSeek")
    before = session.settled()
    session.press("e")
    session.wait_for("(?i)export")
    session.wait_for(r"\.md\b")
    session.press("escape")
    session.wait_until(lambda: session.text == before, "the screen as it was before the dialog")
    session.press("q")
    assert session.wait_for_exit() == 0


def test_keys_work_after_each_terminal_resize(dashboard):
    session = dashboard("--lang", "en", size=(120, 40))
    session.wait_for("Overview")
    for width, height in [(80, 24), (60, 20), (40, 12), (250, 60), (150, 40), (120, 40)]:
        session.resize(width, height)
        before = session.settled()
        session.press("l")
        session.wait_for_change(before)
    session.press("q")
    assert session.wait_for_exit() == 0
    assert b"Traceback" not in session.raw


@pytest.mark.parametrize("size", [NARROW, MEDIUM], ids=by_size)
def test_no_colour_is_written_when_no_color_is_set(dashboard, size):
    session = dashboard("--lang", "en", size=size, NO_COLOR="1")
    session.wait_for("DeepSeek")
    for key in ("l", "j", "enter", "escape", "l", "j", "?", "escape", "e", "escape", "L", "p", "escape"):
        before = session.settled()
        session.press(key)
        if key in ("l", "L", "?", "e", "p"):
            session.wait_for_change(before)
    session.settle()
    session.press("q")
    assert session.wait_for_exit() == 0
    assert session.colours == set()


def test_colours_are_written_when_no_color_is_not_set(dashboard):
    """Check that the test above can fail."""
    session = dashboard("--lang", "en")
    session.wait_for("DeepSeek")
    assert session.colours


def test_mouse_is_not_captured_with_the_option_no_mouse(dashboard):
    session = dashboard("--lang", "en", "--no-mouse")
    session.wait_for("DeepSeek")
    assert not session.modes_left_on & {"1000", "1002", "1003", "1006", "1015", "1016"}


def test_ctrl_c_shows_the_quit_key_and_does_not_quit(dashboard):
    session = dashboard("--lang", "en")
    session.wait_for("DeepSeek")
    session.settled()
    session.press("ctrl+c")
    said = re.compile(r"(?i)\bq\b.*\bquit|\bquit.*\bq\b")
    session.wait_until(lambda: len(said.findall(session.text)) > 1, "how to quit, which the footer says too")
    session.press("q")
    assert session.wait_for_exit() == 0


def test_key_d_opens_a_lab_that_runs_a_proof_and_can_be_closed(dashboard):
    session = dashboard("--lang", "en", size=(100, 30))
    session.wait_for("Overview")
    session.wait_for("DeepSeek")
    session.press("4")
    session.wait_for("Latent Attention")
    session.press("d")
    session.wait_for(r"8\.578 GiB")
    session.press("x")
    session.wait_for("The check")
    session.press("escape")
    session.wait_for("Overview")
    session.press("q")
    assert session.wait_for_exit() == 0
    assert b"Traceback" not in session.raw


@pytest.mark.parametrize(
    ("keys", "left"), [("sdeepseek quit", "deepseek quit"), ("\x10deepseek", "deepseek")], ids=["s", "p"]
)
def test_text_sent_together_with_the_key_that_opens_a_field_reaches_the_field(dashboard, keys, left):
    session = dashboard("--lang", "en", size=(100, 30))
    session.wait_for("DeepSeek")
    session.press(keys)
    session.wait_for(rf"│ {left} ")
    session.press("escape")
    session.wait_until_gone(rf"│ {left} ")
    session.press("q")
    assert session.wait_for_exit() == 0


def test_filter_text_and_following_keys_sent_in_one_write_all_arrive(dashboard):
    session = dashboard("--lang", "en", size=(100, 30))
    session.wait_for("DeepSeek")
    session.press("6Fmeta\rj")
    session.wait_for("“meta” · Claims")
    session.wait_for("2/3")
    session.press("X")
    session.wait_until_gone("“meta”")
    session.press("q")
    assert session.wait_for_exit() == 0


def test_story_from_process_substitution_offers_no_command_to_copy(installed, environment):
    line = f'exec "{installed}/deepseek-tui" <(cat "$0") --lang en'
    with Session(["/bin/bash", "-c", line, FILE], (80, 24), environment) as session:
        session.wait_for("DeepSeek")
        session.settled()
        session.press("Y")
        session.wait_for("No command opens this")
        session.press("q")
        assert session.wait_for_exit() == 0
        assert session.modes_left_on == set()
