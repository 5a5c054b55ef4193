"""Terminals with other character sets, and invalid input bytes."""

import os
import re

import pytest

from deepseek_tui.ui.styles.ascii_fallback import ASCII_FALLBACK
from terminal.pty_session import Session

ASCII = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
LATIN = {"PYTHONIOENCODING": "latin-1"}
FAULTS = ("Traceback", "UnicodeEncodeError", "UnicodeDecodeError", "internal error")


@pytest.mark.parametrize(
    ("language", "world"), [("fr", ASCII), ("en", {"PYTHONIOENCODING": "ascii"})], ids=["locale", "asked-for"]
)
def test_output_is_ascii_when_the_terminal_character_set_is_ascii(dashboard, language: str, world: dict[str, str]):
    session = dashboard("--lang", language, size=(160, 50), **world)
    session.wait_for(r"\(ascii\)")
    for key in ("2", "3", "4", "d", "escape", "5", "6", "j", "v", "escape", "e", "escape", "?", "escape", "s"):
        session.press(key)
        session.settle(0.03)
    session.press("cafe", "escape")
    session.settled()
    session.press("q")
    assert session.wait_for_exit() == 0
    assert all(fault not in session.text for fault in FAULTS)
    assert session.raw.isascii()
    assert not re.search(rb"\\u[0-9a-f]{4}|\\x[0-9a-f]{2}", session.raw)
    assert session.modes_now == session.modes_before
    assert session.modes_left_on == set()


def test_ascii_replacements_have_the_same_position_as_the_original_characters(dashboard):
    whole, plain = (dashboard("--lang", "fr", size=(160, 50), **world) for world in ({}, ASCII))
    for session in (whole, plain):
        session.wait_for("DeepSeek")
        session.settled()
    drawn = [line.encode("ascii", ASCII_FALLBACK).decode() for line in whole.screen.display]
    # Only 30 lines are compared, because a notification about the character set covers the last ones.
    assert plain.screen.display[:30] == drawn[:30]


def test_latin_1_letters_can_be_drawn_and_typed_in_a_latin_1_terminal(dashboard):
    session = dashboard("--lang", "fr", size=(100, 30), **LATIN)
    session.wait_until(lambda: "Aper\xe7u".encode("latin-1") in session.raw, "a letter of Latin-1")
    session.press("s")
    session.settled()
    os.write(session.master, "\xe9t\xe9".encode("latin-1"))
    session.wait_until(lambda: "\xe9t\xe9".encode("latin-1") in session.raw, "what was typed")
    session.press("escape")
    session.settled()
    session.press("q")
    assert session.wait_for_exit() == 0


@pytest.mark.parametrize("typed", [b"\xe9", b"\xff\xfe\x80", b"\xf0\x9f", b"\x1b[200~caf\xe9\xff\x1b[201~"])
def test_dashboard_continues_after_invalid_utf_8_input(dashboard, typed: bytes):
    session: Session = dashboard("--lang", "en", size=(100, 30))
    session.wait_for("Overview")
    os.write(session.master, typed)
    session.settled()
    session.press("2")
    session.wait_for("Timeline ─")
    session.press("s")
    session.settled()
    os.write(session.master, typed)
    session.settled()
    session.press("x")
    session.wait_for("x")
    session.press("escape")
    session.settled()
    session.press("q")
    assert session.wait_for_exit() == 0
    assert session.modes_now == session.modes_before
