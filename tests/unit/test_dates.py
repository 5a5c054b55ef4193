"""Tests of dates in words and in short form."""

import pytest
from hypothesis import given
from rich.cells import cell_len

from deepseek_tui.i18n.dates import WIDTH, short, word
from edtf_grammar import ANY_DATE

WORDS = [
    ("2025", "2025", "2025"),
    ("2025-01", "January 2025", "janvier 2025"),
    ("2025-01-01", "1 January 2025", "1er janvier 2025"),
    ("XXXX-01-10", "10 January, year not stated", "10 janvier, année non précisée"),
    ("2025-XX-XX", "2025, month and day not stated", "2025, mois et jour non précisés"),
    ("[..2025-12]", "by December 2025", "d’ici à décembre 2025"),
    ("[..2025]", "by the end of 2025", "d’ici à la fin de 2025"),
    ("[..2025-01-10]", "by 10 January 2025", "d’ici au 10 janvier 2025"),
    ("[..2025-22]", "by summer 2025", "d’ici à l’été 2025"),
    ("2023~", "around 2023", "vers 2023"),
    ("2023?", "2023 (uncertain)", "2023 (incertain)"),
    ("2023%", "around 2023 (uncertain)", "vers 2023 (incertain)"),
    ("2025-01-10~", "around 10 January 2025", "vers le 10 janvier 2025"),
    ("2025-22~", "around summer 2025", "vers l’été 2025"),
    ("20XX", "21st century (2000–2099)", "XXIe siècle (2000–2099)"),
    ("1XXX", "between 1000 and 1999", "entre 1000 et 1999"),
    ("202X", "the 2020s", "années 2020"),
    ("2X25", "2X25, X not stated", "2X25, X non précisé"),
    (
        "2004-06~-11",
        "11 June 2004 (year approximate, month approximate)",
        "11 juin 2004 (année approximative, mois approximatif)",
    ),
    ("2025-23", "autumn 2025", "automne 2025"),
    ("-0044", "45 BC", "45 av. J.-C."),
    ("0079", "AD 79", "79 apr. J.-C."),
    ("-0011/0002", "12 BC – AD 2", "12 av. J.-C. – 2 apr. J.-C."),
    ("2025-33", "the first quarter of 2025", "premier trimestre 2025"),
    ("[..2025-35]", "by the third quarter of 2025", "d’ici au troisième trimestre 2025"),
    ("2025-41~", "around the second half of 2025", "vers le second semestre 2025"),
    (
        "2025-36/2026-40",
        "the fourth quarter of 2025 to the first half of 2026",
        "du quatrième trimestre 2025 au premier semestre 2026",
    ),
    ("Y170000002", "170,000,002", "170\u202f000\u202f002"),
    ("2024-04/..", "from April 2024 on", "à partir d’avril 2024"),
    ("../2025-04", "until April 2025", "jusqu’à avril 2025"),
    ("2024/", "from 2024 on, end unknown", "à partir de 2024, fin inconnue"),
    ("/2025", "until the end of 2025, start unknown", "jusqu’à fin 2025, début inconnu"),
    ("2025-01/2025-03", "January to March 2025", "de janvier à mars 2025"),
    ("2025-01-01/2025-01-12", "1 to 12 January 2025", "du 1er au 12 janvier 2025"),
    ("2025-08/2026-10", "August 2025 to October 2026", "d’août 2025 à octobre 2026"),
    ("2025-21/2025-23", "spring to autumn 2025", "du printemps à l’automne 2025"),
    ("2023~/2025", "around 2023 – 2025", "vers 2023 – 2025"),
    ("[2024,2025]", "2024 or 2025", "2024 ou 2025"),
    ("{1667,1668,1670..1672}", "1667, 1668 and 1670 to 1672", "1667, 1668 et de 1670 à 1672"),
    ("[1760-12..]", "December 1760 or later", "décembre 1760 ou plus tard"),
    ("[1667..1670]", "between 1667 and 1670", "entre 1667 et 1670"),
    ("2025-01-10T10:00Z", "10 January 2025, 10:00 UTC", "10 janvier 2025, 10:00 UTC"),
    ("unknown", "date unknown", "date inconnue"),
]


@pytest.mark.parametrize(("text", "english", "french"), WORDS)
def test_date_in_words_is_as_precise_as_the_edtf_date(text: str, english: str, french: str) -> None:
    assert (word(text, "en"), word(text, "fr")) == (english, french)


@pytest.mark.parametrize(
    ("text", "english", "french"),
    [
        ("2025-01-10", "10 Jan 2025", "10 janv 2025"),
        ("XXXX-01-10", "10 Jan ?", "10 janv ?"),
        ("[..2025]", "≤ 2025", "≤ 2025"),
        ("[..2025-12]", "≤ Dec 2025", "≤ déc 2025"),
        ("2024/..", "≥ 2024", "≥ 2024"),
        ("2023~", "~2023", "~2023"),
        ("2023%", "~2023?", "~2023?"),
        ("2023/2025", "2023–2025", "2023–2025"),
        ("2025-01/2025-03", "Jan–Mar 2025", "2025…"),
        ("[2024,2025]", "2024 | 2025", "2024 | 2025"),
        ("{2024,2025}", "2024, 2025", "2024, 2025"),
        ("20XX", "21st c.", "XXIe s."),
        ("202X", "2020s", "ann. 2020"),
        ("2025-35", "Q3 2025", "T3 2025"),
        ("2025-40", "H1 2025", "S1 2025"),
        ("-0011/0002", "12 BC–AD 2", "12 av. JC–…"),
        ("2025-21", "spring 2025", "print. 2025"),
        ("2025-09-10~", "~10 Sep 2025", "~2025-09-10"),
        ("unknown", "unknown", "inconnue"),
    ],
)
def test_short_date_is_as_precise_and_uncertain_as_the_edtf_date(text: str, english: str, french: str) -> None:
    assert (short(text, "en"), short(text, "fr")) == (english, french)


@given(ANY_DATE)
def test_every_date_can_be_written_in_words_and_in_a_short_form_that_fits(text: str) -> None:
    for language in ("en", "fr", "de"):
        assert word(text, language)
        assert 0 < cell_len(short(text, language)) <= WIDTH


@given(ANY_DATE)
def test_date_is_written_as_edtf_in_an_unknown_language(text: str) -> None:
    assert word(text, "de") == text


def test_formatting_an_invalid_date_raises_an_error() -> None:
    with pytest.raises(ValueError, match="EDTF"):
        word("soon", "en")
