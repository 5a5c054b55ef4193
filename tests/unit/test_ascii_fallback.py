"""Tests of the ASCII fallback."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

import deepseek_tui
from deepseek_tui.ui.styles.ascii_fallback import ASCII_FALLBACK, ascii_fallback

PACKAGE = Path(deepseek_tui.__file__).parent
NEVER_DRAWN = (PACKAGE / "story/format/addresses.py", *(PACKAGE / "article").rglob("*.py"))
"""Modules with characters that are recognised in texts: look-alike letters, fractions and signs of articles."""
FILES = [file for file in PACKAGE.rglob("*.py") if file not in NEVER_DRAWN]
OURS = sorted({sign for file in FILES for sign in file.read_text("utf-8") if sign > "\x7e"})
"""Every non-ASCII character that the package draws."""


@given(st.characters(min_codepoint=0xA0))
def test_replacement_of_a_character_is_ascii_and_equally_wide(sign: str) -> None:
    text = sign.encode("ascii", ASCII_FALLBACK).decode("ascii")
    assert cell_len(text) == cell_len(sign)


@pytest.mark.parametrize("sign", [sign for sign in OURS if cell_len(sign) == 1])
def test_every_character_of_the_interface_has_a_specific_ascii_replacement(sign: str) -> None:
    assert ascii_fallback(sign) != "?"


@pytest.mark.parametrize(
    ("words", "drawn"),
    [
        ("«\u00a0Été à Noël\u00a0» — l’œuvre…", '" Ete a Noel " - l\'ouvre.'),
        ("╭─ ¶4.1 ─╮", "+- P4.1 -+"),
        ("10⁶ × 2 ≈ ½", "10^ x 2 = ?"),
        ("杭州 DeepSeek", "???? DeepSeek"),
        ("\ud83d\udce9", "??"),
    ],
)
def test_text_with_ascii_replacements_stays_readable(words: str, drawn: str) -> None:
    assert words.encode("ascii", ASCII_FALLBACK) == drawn.encode()


def test_characters_in_the_terminal_character_set_are_not_replaced() -> None:
    assert "été ¶4 — 50 %".encode("latin-1", ASCII_FALLBACK) == "été ¶4 - 50 %".encode("latin-1")
