"""EDTF: the dates of ISO 8601-2, which may be partly unknown.

Supported: levels 0 and 1, and from level 2 unspecified digits anywhere (`XXXX-01-10`), sets (`[a,b]`, `{a,b}`,
`[a..b]`, `[..b]`, `[a..]`), qualified parts (`2004-06~-11`), quarters (33 to 36) and half years (40, 41). Not
supported: exponents and significant digits of years, and other codes of seasons above 24. Two rules are more lenient
than the standard: a time may omit its seconds, so that nobody has to invent them, and a set may have one member.

The calendar is the proleptic Gregorian one with a year 0, as in ISO 8601.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import Literal, NamedTuple

from deepseek_tui.story.format.messages import Message

Day = tuple[int, int, int]
"""Year, month and day. Tuples compare in chronological order.

Unlike `datetime.date`, it holds years before 1 and after 9999.
"""

Qualifier = Literal["", "?", "~", "%"]
"""The qualifiers of a date: uncertain (?), approximate (~), or both (%)."""

MAX_LENGTH = 1000
"""The most characters of a date; only a set of many dates is so long."""

SEASONS = {
    "21": "spring",
    "22": "summer",
    "23": "autumn",
    "24": "winter",
    "33": "first quarter",
    "34": "second quarter",
    "35": "third quarter",
    "36": "fourth quarter",
    "40": "first half",
    "41": "second half",
}
"""The parts of a year that take the place of a month, with their names in English."""
_PART_MONTHS = {
    "21": (3, 5),
    "22": (6, 8),
    "23": (9, 11),
    "24": (12, 14),
    "33": (1, 3),
    "34": (4, 6),
    "35": (7, 9),
    "36": (10, 12),
    "40": (1, 6),
    "41": (7, 12),
}
"""The first and last month of each part; winter reaches into the second month of the next year."""

_QUALIFIER = "[?~%]?"
_DATE = re.compile(
    rf"({_QUALIFIER})(-?[0-9X]{{4}}|Y-?[0-9]{{5,12}})({_QUALIFIER})"
    rf"(?:-({_QUALIFIER})([0-9X]{{2}})({_QUALIFIER})(?:-({_QUALIFIER})([0-9X]{{2}})({_QUALIFIER}))?)?"
)
_TIME = re.compile(r"([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?(?:Z|[+-]([0-9]{2})(?::([0-9]{2}))?)?")
_MONTH_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class DatePart(NamedTuple):
    """A year, month or day as written, with its qualifiers.

    The qualifier before it applies to this part alone, the one after it to this part and all parts to its left.
    """

    digits: str
    before: Qualifier = ""
    after: Qualifier = ""

    def __str__(self) -> str:
        return f"{self.before}{self.digits}{self.after}"

    @property
    def is_specified(self) -> bool:
        """Whether all digits of the part are known, without any X."""
        return "X" not in self.digits


class Date(NamedTuple):
    """One date, as exact as written.

    A season, quarter or half year takes the place of the month. `earliest` and `latest` are the first and the last day that
    it can mean, or None where the year is not stated. A qualifier does not widen them, because "about" has no defined
    width. A season is that of the northern hemisphere (spring is March to May, winter reaches into the next year). This is
    good enough for sorting, but not for rejecting a date (see `is_certain`).
    """

    year: DatePart
    month: DatePart | None
    day: DatePart | None
    time: str
    earliest: Day | None
    latest: Day | None

    def __str__(self) -> str:
        parts = "-".join(str(part) for part in (self.year, self.month, self.day) if part is not None)
        return f"{parts}T{self.time}" if self.time else parts

    @property
    def season(self) -> str:
        """The English name of the season, quarter or half year, if any."""
        return SEASONS.get(self.month.digits, "") if self.month is not None else ""

    @property
    def qualifiers(self) -> tuple[Qualifier, ...]:
        """The qualifier of each part, year first.

        Both notations are combined.
        """
        parts = [part for part in (self.year, self.month, self.day) if part is not None]
        return tuple(
            _combined(part.before, *(right.after for right in parts[position:])) for position, part in enumerate(parts)
        )

    @property
    def is_certain(self) -> bool:
        """Whether the earliest and latest days are certain.

        They are if the date has no qualifier and no season.
        """
        is_season = self.month is not None and self.month.digits in ("21", "22", "23", "24")
        return not any(self.qualifiers) and not is_season


class Interval(NamedTuple):
    """Interval between two dates.

    An open end is "..", an unknown end is empty.
    """

    start: Date | Literal["..", ""]
    end: Date | Literal["..", ""]

    def __str__(self) -> str:
        return f"{self.start}/{self.end}"

    @property
    def earliest(self) -> Day | None:
        """The first day that the interval can mean, or None if unknown."""
        return self.start.earliest if isinstance(self.start, Date) else None

    @property
    def latest(self) -> Day | None:
        """The last day that the interval can mean, or None if unknown."""
        return self.end.latest if isinstance(self.end, Date) else None

    @property
    def is_certain(self) -> bool:
        """Whether the earliest and latest days of the interval are certain."""
        return all(end.is_certain for end in (self.start, self.end) if isinstance(end, Date))


class DateRun(NamedTuple):
    """Range of dates `a..b` within a set of dates.

    An open side is None.
    """

    first: Date | None
    last: Date | None

    def __str__(self) -> str:
        return f"{self.first or ''}..{self.last or ''}"

    @property
    def earliest(self) -> Day | None:
        """The first day that the range can mean, or None if unknown."""
        return self.first.earliest if self.first else None

    @property
    def latest(self) -> Day | None:
        """The last day that the range can mean, or None if unknown."""
        return self.last.latest if self.last else None

    @property
    def is_certain(self) -> bool:
        """Whether the earliest and latest days of the range are certain."""
        return all(end.is_certain for end in (self.first, self.last) if end)


class DateSet(NamedTuple):
    """Set of dates: one of them, `[a,b]`, or all, `{a,b}`."""

    is_choice: bool
    """Whether the set means one of its dates instead of all."""
    members: tuple[Date | DateRun, ...]

    def __str__(self) -> str:
        inside = ",".join(str(member) for member in self.members)
        return f"[{inside}]" if self.is_choice else f"{{{inside}}}"

    @property
    def earliest(self) -> Day | None:
        """The first day that the set can mean, or None if unknown."""
        days = [member.earliest for member in self.members]
        known = [day for day in days if day is not None]
        return min(known) if len(known) == len(days) else None

    @property
    def latest(self) -> Day | None:
        """The last day that the set can mean, or None if unknown."""
        days = [member.latest for member in self.members]
        known = [day for day in days if day is not None]
        return max(known) if len(known) == len(days) else None

    @property
    def is_certain(self) -> bool:
        """Whether the earliest and latest days of the set are certain."""
        return all(member.is_certain for member in self.members)


Edtf = Date | Interval | DateSet


def validated(text: str) -> str:
    """Return the text unchanged if it is a valid EDTF date.

    Raises ValueError with the fault and a correction.
    """
    parse(text)
    return text


@lru_cache(maxsize=16384)
def parse(text: str) -> Edtf:
    """Parse an EDTF date.

    Converting the result with `str` gives the same text again. Raises ValueError with the fault and a correction.
    """
    if not text:
        raise ValueError(Message("a date cannot be empty; leave the key out where there is no date"))
    if len(text) > MAX_LENGTH:
        raise ValueError(Message("a date of more than {} characters is not read", MAX_LENGTH))
    if any(char.isspace() for char in text) and _DATE.fullmatch("".join(text.split())):
        raise ValueError(Message("a date in EDTF has no spaces"))
    if text[0] in "[{":
        return _parse_set(text)
    if "/" in text:
        return _parse_interval(text)
    return _parse_date(text, timed=True)


def _parse_set(text: str) -> DateSet:
    closing = "]" if text[0] == "[" else "}"
    if text[-1] != closing or len(text) < 3:
        raise ValueError(
            Message("a set that begins with {0} holds a date and ends with {1}, as in [2024,2025]", text[0], closing)
        )
    members = text[1:-1].split(",")
    last = len(members) - 1
    return DateSet(
        text[0] == "[", tuple(_parse_member(word, place == 0, place == last) for place, word in enumerate(members))
    )


def _parse_member(text: str, is_first: bool, is_last: bool) -> Date | DateRun:
    if ".." not in text:
        return _parse_date(text)
    first, _, last = text.partition("..")
    if not first and not last:
        raise ValueError(Message("a set needs a date on one side of .. at least, as in [..2025]"))
    if (not first and not is_first) or (not last and not is_last):
        raise ValueError(Message("only the first member of a set may be open before it, only the last one after it"))
    span = DateRun(_parse_date(first) if first else None, _parse_date(last) if last else None)
    _check_order(span.earliest, span.latest, f"{first}..{last}")
    return span


def _parse_interval(text: str) -> Interval:
    if text.count("/") > 1:
        raise ValueError(
            Message(
                "an interval has one slash, as in 2024-01/2024-03; the parts of a date are joined by hyphens, 2025-01-10"
            )
        )
    first, _, last = text.partition("/")
    if first in ("", "..") and last in ("", ".."):
        raise ValueError(Message("an interval needs a date on one side at least; leave the key out where there is no date"))
    interval = Interval(_parse_end(first), _parse_end(last))
    _check_order(interval.earliest, interval.latest, text)
    return interval


def _parse_end(text: str) -> Date | Literal["..", ""]:
    if text == "..":
        return ".."
    if text == "":
        return ""
    return _parse_date(text)


def _check_order(first: Day | None, last: Day | None, text: str) -> None:
    if first is not None and last is not None and first > last:
        raise ValueError(Message("{} ends before it begins", text))


def _parse_date(text: str, *, timed: bool = False) -> Date:
    day_text, mark, time = text.partition("T")
    match = _DATE.fullmatch(day_text)
    if match is None:
        raise ValueError(_correction(text))
    before_year, year, after_year, before_month, month, after_month, before_day, day, after_day = match.groups("")
    date = _with_bounds(
        _part(year, before_year, after_year),
        _part(month, before_month, after_month) if month else None,
        _part(day, before_day, after_day) if day else None,
    )
    if not mark:
        return date
    if not timed:
        raise ValueError(Message("the dates of an interval or a set have no time of day"))
    if date.day is None or not date.is_certain or "X" in day_text:
        raise ValueError(Message("a time of day needs a whole date that is certain, as in 2025-01-10T09:30:00Z"))
    _check_time(time)
    return Date(date.year, date.month, date.day, time, date.earliest, date.latest)


def _part(digits: str, before: str, after: str) -> DatePart:
    return DatePart(digits, _combined(before), _combined(after))


def _combined(*marks: str) -> Qualifier:
    """Combine several qualifiers of one part of a date into one qualifier."""
    joined = "".join(marks)
    if "%" in joined or ("?" in joined and "~" in joined):
        return "%"
    if "?" in joined:
        return "?"
    return "~" if "~" in joined else ""


def _check_time(time: str) -> None:
    match = _TIME.fullmatch(time)
    if match is None:
        raise ValueError(Message("a time is written 09:30:00, 09:30:00Z or 09:30:00+01:00"))
    limits = (23, 59, 59, 23, 59)
    if any(int(found) > limit for found, limit in zip(match.groups("0"), limits, strict=True)):
        raise ValueError(Message("a time has hours up to 23, minutes and seconds up to 59"))


def _with_bounds(year: DatePart, month: DatePart | None, day: DatePart | None) -> Date:
    """Return a date with its earliest and latest day.

    Raises ValueError for an impossible date.
    """
    if year.digits[0] == "Y":
        return _long_year_date(year, month)
    if year.digits == "-0000":
        raise ValueError(Message("the year 0 has no sign: write 0000"))
    if month is not None and month.digits in SEASONS:
        return _season_date(year, month, day)
    if year.is_specified and (month is None or month.is_specified) and (day is None or day.is_specified):
        return _specified_date(year, month, day)
    months = _matching_numbers(month.digits, 1, 12) if month else list(range(1, 13))
    days = _matching_numbers(day.digits, 1, 31) if day else list(range(1, 32))
    if not months:
        raise ValueError(
            Message(
                "no month is written {}: months are 01 to 12, seasons 21 to 24, quarters 33 to 36, half years 40 and 41",
                month,
            )
        )
    if not days:
        raise ValueError(Message("no day is written {}: days are 01 to 31", day))
    first = _first_existing_day(_matching_years(year.digits), months, days)
    if first is None:
        raise ValueError(Message("no calendar has a day {0}-{1}-{2}", year, month, day))
    if set(year.digits.lstrip("-")) == {"X"}:
        return Date(year, month, day, "", None, None)
    return Date(
        year, month, day, "", first, _first_existing_day(_matching_years(year.digits, down=True), months[::-1], days[::-1])
    )


def _specified_date(year: DatePart, month: DatePart | None, day: DatePart | None) -> Date:
    number = int(year.digits)
    if month is None:
        return Date(year, None, None, "", (number, 1, 1), (number, 12, 31))
    month_number = int(month.digits)
    if not 1 <= month_number <= 12:
        raise ValueError(
            Message(
                "there is no month {}: months are 01 to 12, seasons 21 to 24, quarters 33 to 36, half years 40 and 41",
                month.digits,
            )
        )
    length = month_length(number, month_number)
    if day is None:
        return Date(year, month, None, "", (number, month_number, 1), (number, month_number, length))
    day_number = int(day.digits)
    if not 1 <= day_number <= length:
        name = Message(_MONTHS[month_number - 1])
        where = Message("{0} {1}", name, year.digits) if month_number == 2 else name
        raise ValueError(Message("there is no day {0} in {1}, which has {2} days", day.digits, where, length))
    return Date(year, month, day, "", (number, month_number, day_number), (number, month_number, day_number))


def _long_year_date(year: DatePart, month: DatePart | None) -> Date:
    if month is not None:
        raise ValueError(Message("a year that is written with Y stands alone, without month or day"))
    digits = year.digits[1:]
    if digits.lstrip("-").startswith("0"):
        short = f"{int(digits):05d}" if digits[0] == "-" else f"{int(digits):04d}"
        raise ValueError(Message("Y is for years of more than four digits: write {}", short))
    number = int(digits)
    return Date(year, None, None, "", (number, 1, 1), (number, 12, 31))


def _season_date(year: DatePart, month: DatePart, day: DatePart | None) -> Date:
    if day is not None:
        raise ValueError(
            Message("{0} is a part of the year ({1}), which has no days", month.digits, Message(SEASONS[month.digits]))
        )
    if set(year.digits.lstrip("-")) == {"X"}:
        return Date(year, month, None, "", None, None)
    first, last = next(_matching_years(year.digits)), next(_matching_years(year.digits, down=True))
    begins, ends = _PART_MONTHS[month.digits]
    if ends > 12:
        last, ends = last + 1, ends - 12
    return Date(year, month, None, "", (first, begins, 1), (last, ends, month_length(last, ends)))


def _matching_numbers(pattern: str, first: int, last: int) -> list[int]:
    """Return the numbers of a range that match a pattern.

    The pattern has an X for each unknown digit.
    """
    return [
        number
        for number in range(first, last + 1)
        if all(mark in ("X", digit) for mark, digit in zip(pattern, f"{number:02d}", strict=True))
    ]


def _matching_years(pattern: str, *, down: bool = False) -> Iterator[int]:
    """Yield the years that match a pattern with X digits, in order."""
    sign, digits = (-1, pattern[1:]) if pattern[0] == "-" else (1, pattern)
    choices = "9876543210" if down == (sign > 0) else "0123456789"
    for year in product(*(choices if digit == "X" else digit for digit in digits)):
        yield sign * int("".join(year))


def _first_existing_day(years: Iterator[int], months: list[int], days: list[int]) -> Day | None:
    """Return the first of the given days that exists in the calendar.

    Only a 29th of February depends on the year, so for other days one year is tried.
    """
    leap_only = months == [2] and set(days) == {29}
    for year in years:
        for month in months:
            length = month_length(year, month)
            for day in days:
                if day <= length:
                    return (year, month, day)
        if not leap_only:
            return None
    return None


def month_length(year: int, month: int) -> int:
    """Return the number of days in a month, counted from 1."""
    if month == 2 and (year % 4 or (year % 100 == 0 and year % 400)):
        return 28
    return _MONTH_LENGTHS[month - 1]


def _correction(text: str) -> str:
    """Return a suggested correction for text that is not a valid date."""
    if not text:
        return Message("a date is missing here; write one, as in 2025-01-10")
    if re.fullmatch(r"Y-?[0-9]{1,4}", text):
        return Message("Y is for years of more than four digits: write {}", text[1:])
    if re.search(r"[EeS]", text) and re.fullmatch(r"Y?-?[0-9]+([EeS][0-9]+)+", text):
        return Message("exponents and significant digits are not read: write the year in full, or an interval")
    if re.search("[\u2010-\u2015\u2212]", text):
        return Message("the parts of a date are joined by the plain hyphen, 2025-01-10")
    if re.fullmatch(r"[0-9uUxX?~%-]+", text) and re.search(r"[uUx]", text):
        return Message("an unknown digit is a capital X, as in 201X or XXXX-01-10")
    if text.lower() in ("open", "unknown"):
        return Message('an open end of an interval is written "..", an unknown one is left empty')
    if re.fullmatch(r"-?[0-9]{4}-[0-9](-[0-9]{1,2})?|-?[0-9]{4}-[0-9]{2}-[0-9]", text):
        return Message("a month and a day have two digits each, as in 2025-01-05")
    if re.fullmatch(r"[0-9]{1,2}[-.][0-9]{1,2}[-.][0-9]{4}", text):
        return Message("the year comes first: year, month, day, as in 2025-01-10")
    if re.fullmatch(r"[0-9]{8}|[0-9]{6}", text):
        return Message("the parts of a date are joined by hyphens, 2025-01-10")
    if re.fullmatch(r"-?[0-9]{1,3}", text):
        return Message("a year has four digits, as in 0079")
    if re.fullmatch(r"-?[0-9]{5,}", text):
        long = Message("a year of more than four digits, and of twelve at most, has a Y before it: Y{}", text)
        return long if len(text) < 13 else Message("a year of more than twelve digits is not read")
    if re.search("[?~%]{2}", text):
        return Message("a part of a date has one qualifier on a side; % is both ? and ~")
    return Message(
        "not a date in EDTF; write 2025-01-10, 2025-01, 2025, XXXX-01-10 (no year), 2023~ (about) or [..2025-12] (by)"
    )
