"""Tests of the number formats of the labs."""

import pytest

from deepseek_tui.labs.number_format import format_number, format_rounded, format_scientific


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        (0, "0", "0"),
        (-12.5, "\u221212.5", "\u221212,5"),
        (0.000001, "0.000001", "0,000001"),
        (0.00000012, "1.2e\u221207", "1,2e\u221207"),
        (999_999_999_999_999.0, "999,999,999,999,999", "999\u202f999\u202f999\u202f999\u202f999"),
        (1e15, "1e+15", "1e+15"),
    ],
)
def test_number_is_written_in_full_unless_very_small_or_large(value: float, english: str, french: str) -> None:
    assert (format_number(value, "en"), format_number(value, "fr")) == (english, french)


@pytest.mark.parametrize(
    ("value", "places", "written"),
    [
        (12.345, 1, "12.3"),
        (0, 2, "0"),
        (0.0004, 2, "0.0004"),
        (0.000000004, 2, "0.000000004"),
        (0.0000000004, 2, "0"),
    ],
)
def test_small_number_gets_up_to_nine_decimals_and_becomes_zero_below_that(value: float, places: int, written: str) -> None:
    assert format_rounded(value, places, "en") == written


def test_number_in_scientific_notation_has_the_decimal_sign_of_the_language() -> None:
    assert (format_scientific(3.6e-15, "en"), format_scientific(3.6e-15, "fr")) == ("3.6e-15", "3,6e-15")
