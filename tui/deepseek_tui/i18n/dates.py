"""Dates in words, as exact as they are known.

An example is "10 January, year not stated". `word` is for sentences, `short` for a column. A language without words of
its own gets the date as the story writes it.
"""

from functools import lru_cache
from typing import ClassVar, Literal, cast

from deepseek_tui.i18n.languages import LANGUAGES, subject
from deepseek_tui.story.format.edtf import Date, DatePart, DateRun, DateSet, Edtf, Interval, Qualifier, parse

WIDTH = 12
"""The greatest width of a short date, in cells."""

MIN_PLAIN_YEAR = 1000
"""The first year that needs no era."""

UNKNOWN = "unknown"
"""The value of a citation's date when it is unknown."""

Kind = Literal["year", "month", "season", "day"]
Names = tuple[str, ...]


@lru_cache(maxsize=16384)
def word(edtf_text: str, language: str) -> str:
    """Return a date in words.

    Raises ValueError if the date is neither EDTF nor "unknown".
    """
    speech = _speech(language)
    if edtf_text == UNKNOWN:
        return speech.unknown if speech else UNKNOWN
    date = parse(edtf_text)
    return speech.say(date) if speech else edtf_text


@lru_cache(maxsize=16384)
def short(edtf_text: str, language: str) -> str:
    """Return a short form of a date, at most twelve characters wide.

    `10 Jan 2025` a day, `10 Jan ?` no year stated, `~2023` about, `2023?` uncertain, `~2023?` both, `≤ 2025` by then or
    open before, `≥ 2024` from then or open after, `2023–2025` from and to, `2024 | 2025` one of them, `2024, 2025` all of
    them, `2020s`, `21st c.`, `spring 2025`. An ellipsis ends what has more to it than fits; the ISO form, 2025-01-10,
    replaces a day whose words are too long. Raises ValueError as `word` does.
    """
    speech = _speech(language)
    if edtf_text == UNKNOWN:
        return speech.short_unknown if speech else UNKNOWN
    date = parse(edtf_text)
    candidates = speech.brief(date) if speech else [edtf_text]
    fitting = (words for words in candidates if len(words) <= WIDTH)
    return next(fitting, f"{candidates[-1][: WIDTH - 1].rstrip()}…")


def _speech(language: str) -> "DateWords | None":
    words: DateWords | None = subject(language, "dates") if language in LANGUAGES else None
    return words


def _kind(date: Date) -> Kind:
    if date.day is not None:
        return "day"
    if date.month is not None:
        return "season" if date.season else "month"
    return "year"


def _unstated(part: DatePart | None) -> bool:
    return part is not None and set(part.digits.lstrip("-")) == {"X"}


def _spans_years(date: Date) -> bool:
    """Return whether a date stands for a decade, century or millennium."""
    known = date.year.digits.rstrip("X")
    return known.isdigit() and len(known) < 4


def _plain(date: Date) -> bool:
    """Return whether a date is complete, exact and not before year 1."""
    parts = (date.year, date.month, date.day)
    return (
        not any(date.qualifiers)
        and date.year.digits[0].isdigit()
        and all(part.is_specified for part in parts if part)
        and not date.time
    )


def _month_name(words: "DateWords", month: DatePart, *, short: bool = False) -> str:
    """Return the name of a month, season, quarter or half year."""
    number = int(month.digits)
    if short:
        tables = (words.short_months, words.short_seasons, words.short_quarters, words.short_halves)
    else:
        tables = (words.months, words.seasons, words.quarters, words.halves)
    first, names = max((first, names) for first, names in zip((1, 21, 33, 40), tables, strict=True) if first <= number)
    return names[number - first]


def _iso(date: Date) -> str:
    return "-".join(part.digits for part in (date.year, date.month, date.day) if part)


def _joined(before: str, year: str, *, apart: bool) -> str:
    if not before:
        return year
    return f"{before}, {year}" if apart else f"{before} {year}"


class DateWords:
    """Base class of date phrases; each language adds its words and prepositions."""

    months: ClassVar[Names]
    short_months: ClassVar[Names]
    seasons: ClassVar[Names]
    short_seasons: ClassVar[Names]
    quarters: ClassVar[Names]
    short_quarters: ClassVar[Names]
    halves: ClassVar[Names]
    short_halves: ClassVar[Names]
    not_stated: ClassVar[dict[str, str]]
    qualities: ClassVar[dict[Qualifier, tuple[str, str, str]]]
    around: ClassVar[str]
    uncertain: ClassVar[str]
    either: ClassVar[str]
    all_of: ClassVar[str]
    day_alone: ClassVar[str]
    decade: ClassVar[str]
    short_decade: ClassVar[str]
    era: ClassVar[str]
    short_era: ClassVar[str]
    later_era: ClassVar[str]
    short_later_era: ClassVar[str]
    part_of_year: ClassVar[str]
    part_open: ClassVar[str]
    begins: ClassVar[str]
    ends: ClassVar[str]
    end_unknown: ClassVar[str]
    start_unknown: ClassVar[str]
    at_the_latest: ClassVar[str]
    or_later: ClassVar[str]
    or_earlier: ClassVar[str]
    each: ClassVar[str]
    unknown: ClassVar[str]
    short_unknown: ClassVar[str]

    def since(self, words: str, kind: Kind) -> str:
        """Return a phrase for "from a date on", without an end."""
        raise NotImplementedError

    def until(self, words: str, kind: Kind) -> str:
        """Return a phrase for "up to a date", without a start."""
        raise NotImplementedError

    def by(self, words: str, kind: Kind) -> str:
        """Return a phrase for "not later than a date"."""
        raise NotImplementedError

    def range(self, first: str, last: str, kinds: tuple[Kind, Kind]) -> str:
        """Return a phrase for the period from one date to another."""
        raise NotImplementedError

    def between(self, first: str, last: str, kinds: tuple[Kind, Kind]) -> str:
        """Return a phrase for some time between two dates."""
        raise NotImplementedError

    def day(self, number: int) -> str:
        """Return the number of a day of the month in words."""
        return str(number)

    def century(self, first: int) -> tuple[str, str]:
        """Return the full and short name of a century by first year."""
        raise NotImplementedError

    def grouped(self, year: int) -> str:
        """Return a year of more than four digits with group separators."""
        raise NotImplementedError

    # The following methods format dates in words.

    def say(self, date: Edtf) -> str:
        """Return a date, period or choice of dates in words."""
        if isinstance(date, Date):
            return self._say_date(date)
        if isinstance(date, Interval):
            return self._say_interval(date)
        return self._say_choice(date)

    def _say_date(self, date: Date) -> str:
        words = self._stated(date)
        if date.time:
            zone = date.time.replace("Z", " UTC").replace("+", " UTC+").replace("-", " UTC-")
            words = f"{words}, {zone}"
        marks = date.qualifiers
        if len(set(marks)) == 1:
            return self._qualified(words, marks[0], _kind(date))
        said = [self.qualities[mark][place] for place, mark in enumerate(marks) if mark]
        return f"{words} ({', '.join(said)})"

    def _qualified(self, words: str, mark: Qualifier, kind: Kind) -> str:
        if mark in ("~", "%"):
            words = self.around.format(self.noun(words, kind))
        return self.uncertain.format(words) if mark in ("?", "%") else words

    def noun(self, words: str, kind: Kind) -> str:
        """Return a date phrase in the form it takes after a preposition."""
        return words

    def _stated(self, date: Date) -> str:
        """Return the known parts of a date in words, naming unknown parts."""
        year, month, day = date.year, date.month, date.day
        oddly = [part for part in (month, day) if part and not part.is_specified and not _unstated(part)]
        if oddly or not (year.is_specified or _unstated(year) or _spans_years(date)):
            return self.part_open.format(_iso(date))
        missing = "".join(letter for letter, part in zip("ymd", (year, month, day), strict=True) if _unstated(part))
        stated = [part for part in (day, month) if part is not None and not _unstated(part)]
        before = " ".join(self._part(part, is_day=part is day, month=stated[-1] if stated else None) for part in stated)
        if not _unstated(year) and date.season and month is not None and month.digits > "24":
            before = self.part_of_year.format(before, self._year(date))
        elif not _unstated(year):
            before = _joined(before, self._year(date), apart=_spans_years(date) or (day in stated and month not in stated))
        return ", ".join(filter(None, [before, self.not_stated[missing] if missing else ""]))

    def _part(self, part: DatePart, *, is_day: bool, month: DatePart | None) -> str:
        if is_day:
            number = int(part.digits)
            return self.day(number) if month is not part else self.day_alone.format(number)
        return _month_name(self, part)

    def _year(self, date: Date) -> str:
        digits = date.year.digits
        if _spans_years(date):
            if digits.endswith("XXX"):
                return self.between(f"{digits[0]}000", f"{digits[0]}999", ("year", "year"))
            if digits.endswith("XX"):
                return self.century(int(digits[:2]) * 100)[0]
            return self.decade.format(int(digits[:3]) * 10)
        return self._era(date, self.era, self.later_era)

    def _era(self, date: Date, era: str, later_era: str) -> str:
        """Return a year, with its era if it may be mistaken."""
        year = int(date.year.digits.lstrip("Y"))
        if year <= 0:
            return era.format(self.grouped(1 - year) if year < -9999 else 1 - year)
        if year < MIN_PLAIN_YEAR:
            return later_era.format(year)
        return self.grouped(year) if year > 9999 else str(year)

    # The following methods format pairs of dates.

    def _pair(self, first: Date, last: Date) -> tuple[str, str]:
        """Return two dates in words, without repeating a shared month or year."""
        if str(first) != str(last) and _kind(first) == _kind(last) and first.month and first.year == last.year:
            month = _month_name(self, first.month)
            if first.day is None:
                return month, self._stated(last)
            day = self.day(int(first.day.digits))
            return (day if first.month == last.month else f"{day} {month}"), self._stated(last)
        return self._stated(first), self._stated(last)

    def _say_interval(self, interval: Interval) -> str:
        start, end = interval.start, interval.end
        if isinstance(start, Date) and isinstance(end, Date):
            return self._from_to(start, end)
        if isinstance(start, Date):
            words = (
                self.since(self._stated(start), _kind(start)) if _plain(start) else self.begins.format(self._say_date(start))
            )
            return words if end == ".." else f"{words}, {self.end_unknown}"
        end = cast("Date", end)
        words = self.until(self._stated(end), _kind(end)) if _plain(end) else self.ends.format(self._say_date(end))
        return words if start == ".." else f"{words}, {self.start_unknown}"

    def _from_to(self, first: Date, last: Date) -> str:
        if _plain(first) and _plain(last):
            return self.range(*self._pair(first, last), (_kind(first), _kind(last)))
        return f"{self._say_date(first)} – {self._say_date(last)}"

    def _say_choice(self, choice: DateSet) -> str:
        if len(choice.members) == 1:
            member = choice.members[0]
            if isinstance(member, Date):
                return self._say_date(member)
            return self._say_one(member) if choice.is_choice else self.each.format(self._say_each(member))
        said = [self._say_date(member) if isinstance(member, Date) else self._say_each(member) for member in choice.members]
        return f"{', '.join(said[:-1])} {self.either if choice.is_choice else self.all_of} {said[-1]}"

    def _say_one(self, span: DateRun) -> str:
        first, last = span.first, span.last
        if first and last:
            if _plain(first) and _plain(last):
                return self.between(*self._pair(first, last), (_kind(first), _kind(last)))
            return f"{self._say_date(first)} – {self._say_date(last)}"
        if last:
            plain = _plain(last)
            return self.by(self._stated(last), _kind(last)) if plain else self.at_the_latest.format(self._say_date(last))
        return self.or_later.format(self._say_date(cast("Date", first)))

    def _say_each(self, span: DateRun) -> str:
        if span.first and span.last:
            return self._from_to(span.first, span.last)
        if span.last:
            return self.or_earlier.format(self._say_date(span.last))
        return self.or_later.format(self._say_date(cast("Date", span.first)))

    # The following methods and functions format dates in a short form.

    def brief(self, date: Edtf) -> list[str]:
        """Return short forms of a date, best first; the last is truncated."""
        if isinstance(date, Date):
            return self._brief_date(date)
        if isinstance(date, Interval):
            return self._brief_ends(*(end if isinstance(end, Date) else None for end in (date.start, date.end)))
        first = date.members[0]
        if len(date.members) == 1:
            return self._brief_date(first) if isinstance(first, Date) else self._brief_ends(first.first, first.last)
        mark = " | " if date.is_choice else ", "
        alone = self._brief_date(first) if isinstance(first, Date) else self._brief_ends(first.first, first.last)
        some = [self._brief_date(member)[0] for member in date.members if isinstance(member, Date)]
        whole = [mark.join(some)] if len(some) == len(date.members) else []
        return [*whole, *(f"{words}{mark.rstrip()}…" for words in alone)]

    def _brief_date(self, date: Date) -> list[str]:
        before = "~" if set(date.qualifiers) & {"~", "%"} else ""
        after = "?" if set(date.qualifiers) & {"?", "%"} else ""
        best, year = self._brief_words(date), date.year.digits
        others = [_iso(date), f"{year}…"] if date.month and not date.season else [f"{year}…"]
        return [f"{before}{words}{after}" for words in (best, *others)]

    def _brief_words(self, date: Date) -> str:
        year = date.year
        oddly = any(part is not None and not part.is_specified for part in (date.month, date.day))
        if oddly or not (year.is_specified or _unstated(year) or (_spans_years(date) and not year.digits.endswith("XXX"))):
            return _iso(date)
        named = [str(int(date.day.digits))] if date.day else []
        if date.month:
            named.append(_month_name(self, date.month, short=True))
        return " ".join([*named, "?" if _unstated(year) else self._brief_year(date)])

    def _brief_year(self, date: Date) -> str:
        digits = date.year.digits
        if not _spans_years(date):
            return self._era(date, self.short_era, self.short_later_era)
        return (
            self.century(int(digits[:2]) * 100)[1]
            if digits.endswith("XX")
            else self.short_decade.format(int(digits[:3]) * 10)
        )

    def _brief_ends(self, first: Date | None, last: Date | None) -> list[str]:
        if first and last:
            start, end = self._brief_date(first)[0], self._brief_date(last)[0]
            if first.year != last.year:
                years = f"{first.year}–{last.year}" if min(str(first.year), str(last.year)) > "0" else f"{start}–…"
                return [f"{start}–{end}", years, f"{start}–…", f"{first.year}–…"]
            shared = start.rpartition(" ")[0] if _plain(first) and _plain(last) else start
            return [f"{shared}–{end}", f"{first.year}…"]
        mark, known = ("≥", first) if first else ("≤", last)
        return [f"{mark} {words}" for words in self._brief_date(cast("Date", known))]
