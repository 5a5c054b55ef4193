"""Dates of timelines: in EDTF, and in words."""

from typing import Any, NamedTuple

from deepseek_tui.story.format.edtf import validated

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}
"""The names of the months, by language."""
_ERA = {"en": "{} BC", "fr": "{} av. J.-C."}
_RANGE = {"en": "{} to {}", "fr": "{} à {}"}
MAX_DIGITS = 12


class Moment(NamedTuple):
    """A date of a timeline; parts that are unknown are missing. A year before Christ is negative: -44 is 44 BC."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def read(cls, parts: dict[str, Any]) -> "Moment | None":
        """Return a date from its JSON parts; None without a year."""
        year, month, day = (_whole_number(parts.get(key)) for key in ("year", "month", "day"))
        if year is None:
            return None
        month = month if month and 1 <= month <= 12 else None
        return cls(year, month, day if month and day and 1 <= day <= 31 else None)

    @property
    def edtf(self) -> str:
        """The date in EDTF, or an empty string if there is no such day.

        In EDTF, 1 BC is the year 0.
        """
        year = self.year + 1 if self.year < 0 else self.year
        digits = f"{'-' if year < 0 else ''}{abs(year):04}"
        if len(digits.lstrip("-")) > 4:
            return _valid(f"Y{digits}")
        return _valid("-".join([digits, *(f"{part:02}" for part in (self.month, self.day) if part)]))

    def in_words(self, language: str) -> str:
        """Return the date as a newspaper prints it."""
        year = _ERA[language].format(-self.year) if self.year < 0 else str(self.year)
        if self.month is None:
            return year
        month = f"{_MONTHS[language].split()[self.month - 1]} {year}"
        if self.day is None:
            return month
        return f"1er {month}" if language == "fr" and self.day == 1 else f"{self.day} {month}"


def edtf(start: Moment | None, end: Moment | None) -> str:
    """Return a timeline entry's date or range in EDTF, or ""."""
    first, last = (moment.edtf if moment else "" for moment in (start, end))
    if first and last and first != last:
        return _valid(f"{first}/{last}") or first
    return first


def displayed(start: Moment | None, end: Moment | None, words: str, language: str) -> str:
    """Return a date or range in words, preferably in the author's own."""
    shown = start.in_words(language) if start else ""
    if start and end and end != start:
        shown = _RANGE[language].format(shown, end.in_words(language))
    if words and shown and words.casefold() != shown.casefold():
        return f"{words} ({shown})"
    return words or shown


def _valid(text: str) -> str:
    try:
        return validated(text)
    except ValueError:
        return ""


def _whole_number(value: object) -> int | None:
    """Parse a whole number, given as a number or as text; None if invalid."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    text = str(value).strip().replace("\u2212", "-").removesuffix(".0")
    is_number = len(text) <= MAX_DIGITS and text.removeprefix("-").isascii() and text.removeprefix("-").isdigit()
    return int(text) if is_number else None
