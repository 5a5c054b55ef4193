"""Story text reaches the terminal as words and nothing else."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from deepseek_tui.story.format.text import MARKS, harmless, languages_of, say
from stories import ATTACKS

ANYTHING = st.text(st.characters(exclude_categories=()))
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
C1 = "".join(map(chr, range(0x80, 0xA0)))


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("plain words", "plain words"),
        ("\x1b[31mred", "␛[31mred"),
        ("a\x00b\x7f", "a␀b␡"),
        ("\x9b31m", "<U+009B>31m"),
        ("\u202egnp.exe", "<U+202E>gnp.exe"),
        ("a\ud800b", "a<U+D800>b"),
        ("a\u200bb\ufe0fc\u00add", "abcd"),
        ("a\tb\rc\u2028d\x85e", "a b c d e"),
        ("one\ntwo", "one\ntwo"),
        ("e\u0301", "e\u0301"),
        ("e" + "\u0301" * 9, "e" + "\u0301" * MARKS),
        ("été « où » 1\u202f000", "été « où » 1\u202f000"),
        ("[red]x[/]", "[red]x[/]"),
        ("\U000e0041tag", "tag"),
    ],
)
def test_what_a_terminal_could_obey_becomes_visible_or_goes(words: str, shown: str) -> None:
    assert harmless(words) == shown


@given(ANYTHING)
def test_no_control_character_override_or_surrogate_is_left(words: str) -> None:
    shown = harmless(words)
    for char in shown:
        assert char == "\n" or unicodedata.category(char) not in ("Cc", "Cs", "Zl", "Zp")
        assert char not in BIDI
        assert char not in C1
    shown.encode("utf-8")


@given(ANYTHING | st.lists(st.sampled_from(ATTACKS)).map("".join))
def test_what_is_harmless_stays_as_it_is(words: str) -> None:
    assert harmless(harmless(words)) == harmless(words)


@given(st.text(st.sampled_from("ae\u0301\u20d0\u0489\ufe20\u1ab0\u1dc0"), max_size=60))
def test_no_letter_carries_a_tower(words: str) -> None:
    run = 0
    for char in harmless(words):
        run = run + 1 if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me") else 0
        assert run <= MARKS


@given(ANYTHING)
def test_the_width_of_what_is_shown_is_known(words: str) -> None:
    assert cell_len(harmless(words)) >= 0


def test_a_text_is_said_in_the_language_asked_for_or_in_its_first() -> None:
    assert say({"fr": "un", "en": "one"}, "en") == "one"
    assert say({"fr": "un"}, "en") == "un"
    assert say("Acme\x1b", "en") == "Acme␛"
    assert languages_of("Acme") == ()
    assert languages_of({"fr": "un", "en": "one"}) == ("fr", "en")
