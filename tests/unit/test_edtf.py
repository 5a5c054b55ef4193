"""EDTF dates: parsing, writing back, and corrections of invalid ones."""

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deepseek_tui.story.format.edtf import Date, DateRun, DateSet, Interval, parse, validated
from edtf_grammar import ANY_DATE


def is_valid(text: str) -> bool:
    try:
        parse(text)
    except ValueError:
        return False
    return True


@given(ANY_DATE)
def test_valid_date_is_printed_as_parsed_and_has_ordered_bounds(text: str) -> None:
    date = parse(text)
    assert str(date) == text
    assert validated(text) == text
    if date.earliest and date.latest:
        assert date.earliest <= date.latest


@given(st.text() | st.text("0123456789XY-/.?~%[]{},TZ:+"))
def test_parsing_arbitrary_text_raises_only_value_error(text: str) -> None:
    if is_valid(text):
        assert str(parse(text)) == text


@given(st.dates())
def test_first_and_last_day_of_a_date_with_a_day_are_equal(day: datetime.date) -> None:
    date = parse(day.isoformat())
    assert date.earliest == date.latest == (day.year, day.month, day.day)


@given(st.integers(1, 9998), st.integers(1, 12))
def test_last_day_of_a_month_is_the_day_before_the_next_month(year: int, month: int) -> None:
    last = datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(1)
    assert parse(f"{year:04d}-{month:02d}").latest == (last.year, last.month, last.day)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2025", (2025, 1, 1), (2025, 12, 31)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("XXXX-01-10", None, None),
        ("[..2025-12]", None, (2025, 12, 31)),
        ("[2024,2026-03]", (2024, 1, 1), (2026, 3, 31)),
        ("[1760-12..]", (1760, 12, 1), None),
        ("2023~", (2023, 1, 1), (2023, 12, 31)),
        ("20XX", (2000, 1, 1), (2099, 12, 31)),
        ("202X-02-29", (2020, 2, 29), (2028, 2, 29)),
        ("-1XXX", (-1999, 1, 1), (-1000, 12, 31)),
        ("2025-1X", (2025, 10, 1), (2025, 12, 31)),
        ("2025-01-3X", (2025, 1, 30), (2025, 1, 31)),
        ("2025-22", (2025, 6, 1), (2025, 8, 31)),
        ("2024-33", (2024, 1, 1), (2024, 3, 31)),
        ("2024-36", (2024, 10, 1), (2024, 12, 31)),
        ("2024-40", (2024, 1, 1), (2024, 6, 30)),
        ("2024-41", (2024, 7, 1), (2024, 12, 31)),
        ("2025-23", (2025, 9, 1), (2025, 11, 30)),
        ("2025-24", (2025, 12, 1), (2026, 2, 28)),
        ("2023-24", (2023, 12, 1), (2024, 2, 29)),
        ("2024-01/..", (2024, 1, 1), None),
        ("/2025", None, (2025, 12, 31)),
        ("Y-17000", (-17000, 1, 1), (-17000, 12, 31)),
        ("2025-01-10T09:30:00+01:00", (2025, 1, 10), (2025, 1, 10)),
    ],
)
def test_bounds_of_a_date_are_the_first_and_last_possible_day(text: str, earliest: object, latest: object) -> None:
    assert (parse(text).earliest, parse(text).latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "leave the key out"),
        ("2025-02-30", "February 2025, which has 28 days"),
        ("2023-02-29", "28 days"),
        ("1900-02-29", "28 days"),
        ("2025-04-31", "April, which has 30 days"),
        ("2025-13", "no month 13"),
        ("2025-00", "no month 00"),
        ("2025-01-00", "no day 00"),
        ("XXX1-02-29", "no calendar"),
        ("2025-21-05", "spring"),
        ("2025-1-5", "two digits"),
        ("10-01-2025", "year comes first"),
        ("2025/01/10", "hyphens"),
        ("20250110", "hyphens"),
        ("201x", "capital X"),
        ("1984-uu", "capital X"),
        ("2004\u201306", "plain hyphen"),
        ("2025 -01", "no spaces"),
        ("79", "four digits"),
        ("12345", "Y12345"),
        ("Y2004", "write 2004"),
        ("Y-17E7", "in full"),
        ("Y00079", "write 0079"),
        ("Y-00500", "write -0500"),
        ("2025??", "% is both"),
        ("/", "one side at least"),
        ("[..]", "one side of .. at least"),
        ("[2024,..2025]", "only the first member"),
        ("[2024..,2025]", "only the first member"),
        ("[2024", "ends with ]"),
        ("2025/2024", "before it begins"),
        ("2024/open", '".."'),
        ("10 January 2025", "write 2025-01-10"),
        ("2025-01-10T25:00:00", "hours up to 23"),
        ("2025-01-10T9:30", "09:30:00"),
        ("2025-01T09:30:00", "whole date"),
        ("2025-01-10T09:30:00/2026", "no time of day"),
        ("-0000", "write 0000"),
        ("9" * 2000, "characters"),
        ("\u0662\u0660\u0662\u0665", "not a date"),
    ],
)
def test_invalid_date_is_rejected_with_a_suggested_correction(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        validated(text)


def test_qualifiers_before_and_after_a_part_of_a_date_are_combined() -> None:
    date = parse("?2004-06~-11")
    assert isinstance(date, Date)
    assert date.qualifiers == ("%", "~", "")
    assert not date.is_certain
    assert parse("2004-06-11").is_certain


def test_intervals_and_sets_of_dates_are_parsed_as_separate_types() -> None:
    assert isinstance(parse("2024/2025"), Interval)
    choice = parse("[2023,2024..2025]")
    assert isinstance(choice, DateSet)
    assert choice.is_choice
    assert isinstance(choice.members[1], DateRun)
    assert not parse("{2024~..}").is_certain
