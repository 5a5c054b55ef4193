"""Tests of numbers in the notation of each language."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deepseek_tui.i18n.numbers import compact, number

NUMBERS = st.integers(-(10**20), 10**20) | st.floats(allow_nan=False, allow_infinity=False, width=32)


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        (1300000, "1,300,000", "1\u202f300\u202f000"),
        (1234.5, "1,234.5", "1\u202f234,5"),
        (100000.0, "100,000", "100\u202f000"),
        (-0.0, "0", "0"),
        (1e-7, "0.0000001", "0,0000001"),
        (-12, "-12", "-12"),
    ],
)
def test_formatted_number_has_the_separators_of_the_language(value: float, english: str, french: str) -> None:
    assert (number(value, "en"), number(value, "fr")) == (english, french)


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        (1300000, "1.3 million", "1,3 million"),
        (1.3e6, "1.3 million", "1,3 million"),
        (2000000, "2 million", "2 millions"),
        (1999000, "1.999 million", "1,999 million"),
        (671e9, "671 billion", "671 milliards"),
        (1500000000, "1.5 billion", "1,5 milliard"),
        (-2500000, "-2.5 million", "-2,5 millions"),
        (100000, "100,000", "100\u202f000"),
        (999999, "999,999", "999\u202f999"),
        (1234567, "1,234,567", "1\u202f234\u202f567"),
    ],
)
def test_millions_and_billions_become_words_and_thousands_become_digits(value: float, english: str, french: str) -> None:
    assert (compact(value, "en"), compact(value, "fr")) == (english, french)


@given(NUMBERS)
def test_formatted_number_is_not_rounded(value: float) -> None:
    scales = {"million": 10**6, "millions": 10**6, "billion": 10**9, "milliard": 10**9, "milliards": 10**9}
    for language, group, point in (("en", ",", "."), ("fr", "\u202f", ",")):
        digits, _, scale = compact(value, language).partition(" ")
        assert Decimal(digits.replace(group, "").replace(point, ".")) * scales.get(scale, 1) == Decimal(repr(value))


@given(NUMBERS)
def test_number_has_no_separators_in_an_unknown_language(value: float) -> None:
    assert Decimal(number(value, "de")) == Decimal(compact(value, "de")) == Decimal(repr(value))
