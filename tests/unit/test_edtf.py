"""Dates in EDTF: everything the grammar makes is read and written back, everything else is refused with advice."""

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deepseek_tui.story.format.edtf import Date, DateRun, DateSet, Interval, checked, parse
from edtf_grammar import ANY_DATE


def readable(text: str) -> bool:
    try:
        parse(text)
    except ValueError:
        return False
    return True


@given(ANY_DATE)
def test_what_the_grammar_makes_is_read_written_back_and_has_ordered_bounds(text: str) -> None:
    date = parse(text)
    assert str(date) == text
    assert checked(text) == text
    if date.earliest and date.latest:
        assert date.earliest <= date.latest


@given(st.text() | st.text("0123456789XY-/.?~%[]{},TZ:+"))
def test_any_other_text_raises_nothing_but_value_error(text: str) -> None:
    if readable(text):
        assert str(parse(text)) == text


@given(st.dates())
def test_a_whole_day_is_its_own_bounds(day: datetime.date) -> None:
    date = parse(day.isoformat())
    assert date.earliest == date.latest == (day.year, day.month, day.day)


@given(st.integers(1, 9998), st.integers(1, 12))
def test_a_month_ends_the_day_before_the_next_one(year: int, month: int) -> None:
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
        ("2025-24", (2025, 12, 1), (2026, 2, 28)),
        ("2024-01/..", (2024, 1, 1), None),
        ("/2025", None, (2025, 12, 31)),
        ("Y-17000", (-17000, 1, 1), (-17000, 12, 31)),
        ("2025-01-10T09:30:00+01:00", (2025, 1, 10), (2025, 1, 10)),
    ],
)
def test_bounds_are_the_first_and_the_last_day_that_is_meant(text: str, earliest: object, latest: object) -> None:
    assert (parse(text).earliest, parse(text).latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "says"),
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
def test_what_is_no_date_is_refused_with_advice(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=re.escape(says)):
        checked(text)


def test_qualifiers_on_either_side_come_together_for_each_part() -> None:
    date = parse("?2004-06~-11")
    assert isinstance(date, Date)
    assert date.qualifiers == ("%", "~", "")
    assert not date.firm
    assert parse("2004-06-11").firm


def test_what_is_read_says_what_it_is() -> None:
    assert isinstance(parse("2024/2025"), Interval)
    choice = parse("[2023,2024..2025]")
    assert isinstance(choice, DateSet)
    assert choice.one
    assert isinstance(choice.members[1], DateRun)
    assert not parse("{2024~..}").firm
