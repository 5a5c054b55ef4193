"""Extraction of dates from a text, as exact as the text states them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from deepseek_tui.article.extraction.date_words import (
    BETWEEN,
    RANGES,
    RANKS,
    SEASON_NAMES,
    TENS_FR,
    TOGETHER,
    YEAR,
)
from deepseek_tui.article.extraction.mention import SPACE, Mention, folded
from deepseek_tui.article.extraction.word_lists import DATE_INTRODUCERS, MONTHS
from deepseek_tui.article.extraction.years import reads_as_year
from deepseek_tui.story.format.edtf import validated


@dataclass(frozen=True, slots=True)
class DateMention(Mention):
    """A date in a text, with the parts that the text states.

    These are a year, a month, a day and a month, or all three.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: int = 0
    """The EDTF code of a season, quarter or half year, used instead of the month; otherwise 0."""
    is_decade: bool = False
    """Whether the date is the decade that begins with the year."""

    @property
    def edtf(self) -> str:
        """The date in EDTF, as exact as the text states it.

        The string is empty for a day that does not exist.
        """
        if self.is_decade and self.year is None:
            return ""
        year = _edtf_year(self.year)
        year = f"{year[:-1]}X" if self.is_decade else year
        parts = [year, *(f"{part:02}" for part in (self.part or self.month, self.day) if part)]
        try:
            return validated("-".join(parts))
        except ValueError:
            return ""


def _edtf_year(year: int | None) -> str:
    if year is None:
        return "XXXX"
    if year > 9999 or year < -9999:
        return f"Y{year}"
    return f"{year:04}" if year >= 0 else f"{year:05}"


_ISO = re.compile(rf"(?<![\w-])({YEAR})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?(?![\w-])")
_SLASHED = re.compile(rf"(?<![\w/.,-])(\d{{1,2}})([/.-])(\d{{1,2}})\2({YEAR}|\d\d)(?![\w/%]|[.,-]\d)")
_SHORT_DAY = re.compile(
    rf"(?<=\b[Ll]e{SPACE})(\d{{1,2}})/(\d{{1,2}})(?![\w/])|(?<=\b[DdAa]u{SPACE})(\d{{1,2}})/(\d{{1,2}})(?![\w/])"
)
_YEAR_RANGE = re.compile(rf"(?<![\w.,/¶#$£€-])({YEAR})[-‑–/](?:({YEAR})|(\d\d))(?![\w%/-])(?![.,]\d)")
_BARE_YEAR = re.compile(
    rf"(?<![\w.,/¶#$£€-])(?:(?:mid|mi|early|late|pre|post|fin|début)[-‑])?({YEAR})((?:s|’s|'s)?)(?![\w%/])(?![.,-]\d)(?!{SPACE}\d{{3}}(?!\d))",
    re.IGNORECASE,
)
_DECADE = re.compile(
    rf"\bannées{SPACE}(?:([0-9]0)(?!\d)|({'|'.join(sorted(TENS_FR, key=len, reverse=True))})\b)"
    r"|(?<!\w)(?:mid-)?[’'‘]?([2-9]0)s\b"
)
_AGE = re.compile(
    rf"\b(?:his|her|their|my|our|your){SPACE}(?:(?:early|late|mid)[- ])?(?:\d0s{SPACE}(?:and|or){SPACE})?\Z", re.IGNORECASE
)
FIRST_CLEAR_DECADE = 3
"""The first decade that a text may write without its century: "the '30s"."""
_NAMES_OF_SEASONS = "spring|summer|autumn|fall|winter|printemps|été|ete|automne|hiver"
_SEASON = re.compile(
    rf"\b({_NAMES_OF_SEASONS}){SPACE}(?:of{SPACE}|de{SPACE}(?:l[’']année{SPACE})?)?({YEAR})(?:[-–/](?:{YEAR}|\d\d))?(?!\w)",
    re.IGNORECASE,
)
_RANK = "|".join(sorted((*RANKS, "deuxième", "troisième", "quatrième", "2ème", "3ème", "4ème"), key=len, reverse=True))
_QUARTER = re.compile(
    rf"\b(?:(?:[QT]([1-4])|H([12])|(?:({_RANK}){SPACE}(?:(quarter|trimestre)|(half|semestre)|(half{SPACE}year|half-year))))"
    rf"(?:,?{SPACE}|{SPACE}of{SPACE}|{SPACE}de{SPACE}(?:l[’']année{SPACE})?|{SPACE}of{SPACE}fiscal{SPACE}|{SPACE}in{SPACE})({YEAR})"
    rf"|({YEAR}){SPACE}?[QT]([1-4]))(?!\w)",
    re.IGNORECASE,
)
_BEFORE_CHRIST = r"(?:BCE?|B\.C\.(?:E\.)?|[Aa]v(?:ant|\.)?\s?(?:J\.?-?\s?C\.?|Jésus-Christ)|avant\snotre\sère)"
_AFTER_CHRIST = r"(?:AD|A\.D\.|CE|C\.E\.|[Aa]pr(?:ès|\.)?\s?(?:J\.?-?\s?C\.?|Jésus-Christ)|de\snotre\sère)"
_ERA = re.compile(
    rf"(?<![\w.,])(\d{{1,3}}(?:[, \u00a0\u202f]\d{{3}})+|\d{{1,5}}){SPACE}(?:({_BEFORE_CHRIST})|{_AFTER_CHRIST})(?!\w)"
    rf"|\b(?:AD|A\.D\.|[Ll][’']an|[Tt]he{SPACE}year){SPACE}(\d{{1,4}})(?!\w)"
)
_DAY_BEFORE = {
    "en": re.compile(
        rf"(?<![\w.,/])(\d{{1,2}})(?:st|nd|rd|th)?((?:{SPACE}?[-‑–]{SPACE}?|{SPACE}(?:to|and|or|through){SPACE}(?:the{SPACE})?|,{SPACE}))\Z"
    ),
    "fr": re.compile(
        rf"(?<![\w.,/])(\d{{1,2}})(?:er)?((?:{SPACE}?[-‑–]{SPACE}?|{SPACE}(?:au|et|ou|à){SPACE}(?:le{SPACE})?|,{SPACE}))\Z"
    ),
}
_DAY_AFTER = re.compile(
    rf"(?:{SPACE}?[-‑–]{SPACE}?|{SPACE}(?:to|and|or|through){SPACE}(?:the{SPACE})?)(\d{{1,2}})(?:st|nd|rd|th)?(?![\w%:])(?![.,]\d)"
    rf"(?:,?{SPACE}({YEAR})(?!\w)|(?!{SPACE}[a-z]{{4,}}))"
)


def _month_patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    names = MONTHS.get(language)
    if names is None:
        return None
    month = "|".join(sorted((re.escape(name) for name in names), key=len, reverse=True))
    after = re.compile(
        rf"(?<![\w.,])(?:(\d{{1,2}}|first(?={SPACE}of)|premier)(?:er|st|nd|rd|th|e)?{SPACE}+(?:of{SPACE}+)?)?\b({month})\b\.?"
        rf"(?:(?:{SPACE}+|,{SPACE}*|{SPACE}+of{SPACE}+|{SPACE}+de{SPACE}+)({YEAR})(?!\w))?",
        re.IGNORECASE,
    )
    before = re.compile(
        rf"\b({month})\b\.?{SPACE}+(?:the{SPACE}+)?(\d{{1,2}})(?:st|nd|rd|th)?(?![\w%])(?![.,]\d)"
        rf"(?:,?{SPACE}+({YEAR})(?!\w))?",
        re.IGNORECASE,
    )
    return after, before


_PATTERNS = {language: _month_patterns(language) for language in MONTHS}


def dates(text: str, language: str) -> list[DateMention]:
    """Return the dates mentioned in a text, including both ends of a period.

    A bare number of four digits counts as a year where the context suggests one.
    """
    found: list[DateMention] = []
    for kind in (_with_era, _in_digits, _parts_of_years, _named_months, _decades, _bare_years):
        taken = sorted((date.start, date.end) for date in found)
        place = 0
        end = 0
        for date in sorted(kind(text, language), key=lambda date: (date.start, -date.end)):
            while place < len(taken) and taken[place][1] <= date.start:
                place += 1
            if date.start >= end and not (place < len(taken) and taken[place][0] < date.end):
                found.append(date)
                end = date.end
    return _with_shared_years(text, sorted(found, key=lambda date: date.start), language)


def _mention(
    text: str, span: tuple[int, int], year: int | str | None, month: int | None = None, day: int | str | None = None
) -> DateMention:
    start, end = span
    while end > start and text[end - 1] in " ,.":
        end -= 1
    return DateMention(start, end, text[start:end], int(year) if year else None, month, int(day) if day else None)


def _with_era(text: str, language: str) -> Iterator[DateMention]:  # noqa: ARG001 - all kinds have the same parameters
    for match in _ERA.finditer(text):
        digits, before_christ, after = match.groups()
        year = int(re.sub(r"\D", "", digits or after))
        if year:
            yield DateMention(*match.span(), match.group(), 1 - year if before_christ else year)


def _in_digits(text: str, language: str) -> Iterator[DateMention]:
    for match in _ISO.finditer(text):
        if not match[3] and int(match[2]) == int(match[1][2:]) + 1:
            continue  # Two years that follow each other, as in "the 2008-09 crisis", are a period.
        yield _mention(text, match.span(), match[1], int(match[2]), match[3])
    for match in _SLASHED.finditer(text):
        if (match[2] == "." and len(match[4]) == 2) or (language == "en" and match[2] != "/"):
            continue
        one, other, year = int(match[1]), int(match[3]), int(match[4])
        year += (2000 if year < 50 else 1900) if len(match[4]) == 2 else 0
        if language == "en" and max(one, other) <= 12:
            yield _mention(text, match.span(), year)  # Day and month cannot be told apart.
            continue
        day, month = (other, one) if language == "en" and other > 12 else (one, other)
        if 1 <= month <= 12 and 1 <= day <= 31:
            yield _mention(text, match.span(), year, month, day)
    for match in _SHORT_DAY.finditer(text) if language == "fr" else ():
        short_day, short_month = int(match[1] or match[3]), int(match[2] or match[4])
        if 1 <= short_day <= 31 and 1 <= short_month <= 12:
            yield _mention(text, match.span(), None, short_month, short_day)


def _parts_of_years(text: str, language: str) -> Iterator[DateMention]:  # noqa: ARG001 - all kinds have the same parameters
    for match in _SEASON.finditer(text):
        yield replace(_mention(text, match.span(), match[2]), part=SEASON_NAMES[folded(match[1])])
    for match in _QUARTER.finditer(text):
        quarter, half, rank, is_quarter, *_, year, before, after = match.groups()
        number = int(quarter or half or after or RANKS[folded(rank)])
        is_half = not (quarter or is_quarter or after)
        if not (is_half and number > 2):
            yield replace(_mention(text, match.span(), year or before), part=(39 if is_half else 32) + number)


def _named_months(text: str, language: str) -> Iterator[DateMention]:
    patterns = _PATTERNS.get(language)
    if patterns is None:
        return
    after, before = patterns
    names = MONTHS[language]
    if language == "en":
        for match in before.finditer(text):
            if match[1][0].isupper() and 1 <= int(match[2]) <= 31:
                yield from _days_after(text, match, names[match[1].lower()])
    for match in after.finditer(text):
        day = _day(match[1])
        name = match[2]
        if language == "en" and not name[0].isupper():
            continue
        if day is None and match[3] is None and not _reads_as_month(text, match, language):
            continue
        date = _mention(text, match.span(), match[3], names[name.lower()], day)
        yield date
        if day:
            yield from _days_before(text, date, language)


def _day(word: str | None) -> int | None:
    """Parse a day of the month, in digits or as "first".

    Returns None if no month has such a day.
    """
    day = int(word) if word and word.isdigit() else int(bool(word))
    return day if 1 <= day <= 31 else None


def _days_after(text: str, match: re.Match[str], month: int) -> Iterator[DateMention]:
    """Yield the dates of a month with days after it: "April 12-13, 2019"."""
    following = None if match[3] else _DAY_AFTER.match(text, match.end())
    if following is None or not 1 <= int(following[1]) <= 31:
        yield _mention(text, match.span(), match[3], month, match[2])
        return
    yield _mention(text, match.span(), following[2], month, match[2])
    yield _mention(text, (following.start(1), following.end()), following[2], month, following[1])


def _days_before(text: str, date: DateMention, language: str) -> Iterator[DateMention]:
    """Yield dates whose month is printed only after a later day: « les 3 et 4 mai »."""
    end = date.start
    while before := _DAY_BEFORE[language].search(text, max(0, end - 16), end):
        if not 1 <= int(before[1]) <= 31:
            return
        yield _mention(text, (before.start(1), before.start(2)), date.year, date.month, before[1])
        end = before.start(1)


def _reads_as_month(text: str, match: re.Match[str], language: str) -> bool:
    """Return whether a month's name without day or year is a date.

    "mars" and "May" may be other words.
    """
    name = match[2]
    if len(name) <= 4 and name.lower() not in ("mai", "mars", "juin", "août", "aout", "june", "july", "may"):
        return False  # An abbreviated month may be another word: French "sept" also means seven.
    before = folded(text[max(0, match.start(2) - 24) : match.start(2)]).rsplit(" ", 1)[-1].rpartition("'")[2]
    if language == "en":
        return name.lower() not in ("may", "march", "august") or before in DATE_INTRODUCERS
    return name[0].islower() and (name.lower() != "sept")


def _decades(text: str, language: str) -> Iterator[DateMention]:  # noqa: ARG001 - all kinds have the same parameters
    for match in _DECADE.finditer(text):
        tens = int((match[1] or match[3] or "0")[0]) or TENS_FR.get(match[2] or "", 0)
        if not _AGE.search(text, max(0, match.start() - 20), match.start()):
            # The twenties may be those of this century or of the last one.
            year = 1900 + 10 * tens if tens >= FIRST_CLEAR_DECADE else None
            yield replace(_mention(text, match.span(), year), is_decade=True)


def _bare_years(text: str, language: str) -> Iterator[DateMention]:
    for match in _YEAR_RANGE.finditer(text):
        first, last = int(match[1]), int(match[2] or match[1][:2] + match[3])
        if first < last <= first + 200 and (match[2] or last - first < 20):
            yield _mention(text, match.span(1), first)
            yield _mention(text, (match.end(1) + 1, match.end()), last)
    joined = _JOINED.get(language)
    previous: DateMention | None = None
    for match in _BARE_YEAR.finditer(text):
        year = int(match[1])
        is_decade = year % 10 == 0 and (bool(match[2]) or _follows_annees(text, match.start()))
        ends_a_period = (
            previous is not None
            and joined is not None
            and previous.year is not None
            and previous.year < year
            and joined.fullmatch(text, previous.end, match.start(1)) is not None
        )
        if is_decade or ends_a_period or reads_as_year(text, match.span(1), language):
            previous = replace(_mention(text, (match.start(1), match.end()), year), is_decade=is_decade)
            yield previous


def _follows_annees(text: str, start: int) -> bool:
    return folded(text[max(0, start - 8) : start]).rstrip().endswith("annees")


_JOINED = {
    language: re.compile("|".join((RANGES[language], BETWEEN[language][1], TOGETHER[language]))) for language in RANGES
}


def _with_shared_years(text: str, found: list[DateMention], language: str) -> list[DateMention]:
    """Add the year printed once after two dates to the first of them.

    An example is "from June 9 through June 23, 2014".
    """
    joined = _JOINED.get(language)
    if joined is None:
        return found
    for place in range(len(found) - 2, -1, -1):
        one, other = found[place], found[place + 1]
        if _may_share_a_year(one, other) and joined.fullmatch(text, one.end, other.start):
            found[place] = replace(one, year=other.year)
    return found


def _may_share_a_year(one: DateMention, other: DateMention) -> bool:
    """Return whether a date without a year may share the next date's year.

    Both dates must state a month, both or neither a day, and they must be in order.
    """
    if one.year is not None or other.year is None or not (one.month and other.month):
        return False
    return one.month <= other.month and (one.day is None) == (other.day is None)
