"""English date phrases: names of months and seasons, and prepositions."""

from typing import ClassVar

from deepseek_tui.i18n.dates import DateWords, Kind, Names
from deepseek_tui.story.format.edtf import Qualifier


class _EnglishDates(DateWords):
    """Date phrases in English."""

    months: ClassVar[Names] = (
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
    short_months: ClassVar[Names] = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    seasons: ClassVar[Names] = ("spring", "summer", "autumn", "winter")
    short_seasons: ClassVar[Names] = seasons
    quarters: ClassVar[Names] = (
        "the first quarter",
        "the second quarter",
        "the third quarter",
        "the fourth quarter",
    )
    short_quarters: ClassVar[Names] = ("Q1", "Q2", "Q3", "Q4")
    halves: ClassVar[Names] = ("the first half", "the second half")
    short_halves: ClassVar[Names] = ("H1", "H2")
    not_stated: ClassVar[dict[str, str]] = {
        "y": "year not stated",
        "m": "month not stated",
        "d": "day not stated",
        "md": "month and day not stated",
        "ym": "year and month not stated",
        "yd": "year and day not stated",
        "ymd": "date not stated",
    }
    qualities: ClassVar[dict[Qualifier, tuple[str, str, str]]] = {
        "?": ("year uncertain", "month uncertain", "day uncertain"),
        "~": ("year approximate", "month approximate", "day approximate"),
        "%": ("year uncertain and approximate", "month uncertain and approximate", "day uncertain and approximate"),
    }
    around, uncertain, either, all_of = "around {}", "{} (uncertain)", "or", "and"
    day_alone, part_open = "day {}", "{}, X not stated"
    decade, short_decade, era, short_era = "the {}s", "{}s", "{} BC", "{} BC"
    later_era, short_later_era, part_of_year = "AD {}", "AD {}", "{} of {}"
    begins, ends, end_unknown, start_unknown = "start: {}", "end: {}", "end unknown", "start unknown"
    at_the_latest, or_later, or_earlier, each = "at the latest: {}", "{} or later", "{} or earlier", "each date: {}"
    unknown, short_unknown = "date unknown", "unknown"

    def since(self, words: str, kind: Kind) -> str:
        return f"from {words} on"

    def until(self, words: str, kind: Kind) -> str:
        return f"until the end of {words}" if kind == "year" else f"until {words}"

    def by(self, words: str, kind: Kind) -> str:
        return f"by the end of {words}" if kind == "year" else f"by {words}"

    def range(self, first: str, last: str, kinds: tuple[Kind, Kind]) -> str:
        return f"{first} to {last}"

    def between(self, first: str, last: str, kinds: tuple[Kind, Kind]) -> str:
        return f"between {first} and {last}"

    def century(self, first: int) -> tuple[str, str]:
        number = first // 100 + 1
        ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{number}{ending} century ({first}–{first + 99})", f"{number}{ending} c."

    def grouped(self, year: int) -> str:
        return f"{year:,}"


WORDS = _EnglishDates()
