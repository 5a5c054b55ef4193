"""Extraction of dates from a text, as exact as the text states them."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from deepseek_tui.article.extraction.mention import NEXT, SPACE, Mention, folded
from deepseek_tui.article.extraction.word_lists import DATE_INTRODUCERS, FUNCTION_WORDS, MONTHS, SCALES, UNITS


@dataclass(frozen=True, slots=True)
class DateMention(Mention):
    """A date in a text, with the year, month and day that the text states.

    These are a year, a month, a day and a month, or all three.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None


_YEAR = r"(?:1[0-9]|20)\d\d"
_ISO = re.compile(rf"(?<![\w-])({_YEAR})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?(?![\w-])")
_SLASHED = re.compile(rf"(?<![\w/])(0?[1-9]|[12]\d|3[01])[/.](0?[1-9]|1[0-2])[/.]({_YEAR})(?![\w/])")
_BARE_YEAR = re.compile(rf"(?<![\w.,/¶#$£€-])({_YEAR})(?:s|’s)?(?![\w%/])(?![.,]\d)(?!{SPACE}\d{{3}}(?!\d))")


_DECADE = re.compile(rf"\bannées{SPACE}([0-9]0)(?!\d)|(?<!\w)[’']?([2-9]0)s\b")


def _month_patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    names = MONTHS.get(language)
    if names is None:
        return None
    month = "|".join(sorted((re.escape(name) for name in names), key=len, reverse=True))
    after = re.compile(
        rf"(?<![\w.,])(?:(\d{{1,2}})(?:er|st|nd|rd|th|e)?{SPACE}+(?:of{SPACE}+)?)?\b({month})\b\.?"
        rf"(?:(?:{SPACE}+|,{SPACE}*|{SPACE}+of{SPACE}+|{SPACE}+de{SPACE}+)({_YEAR})(?!\w))?",
        re.IGNORECASE,
    )
    before = re.compile(
        rf"\b({month})\b\.?{SPACE}+(?:the{SPACE}+)?(\d{{1,2}})(?:st|nd|rd|th)?(?![\w%])(?![.,]\d)"
        rf"(?:,?{SPACE}+({_YEAR})(?!\w))?",
        re.IGNORECASE,
    )
    return after, before


_PATTERNS = {language: _month_patterns(language) for language in MONTHS}


def dates(text: str, language: str) -> list[DateMention]:
    """Return the dates mentioned in a text.

    A bare number of four digits counts as a year where the context suggests one.
    """
    found: list[DateMention] = []

    def take(match: re.Match[str], year: str | None, month: int | None, day: str | None) -> None:
        start, end = match.span()
        while end > start and text[end - 1] in " ,.":
            end -= 1
        if not any(one.start < end and start < one.end for one in found):
            found.append(
                DateMention(start, end, text[start:end], int(year) if year else None, month, int(day) if day else None)
            )

    for match in _ISO.finditer(text):
        take(match, match[1], int(match[2]), match[3])
    for match in _SLASHED.finditer(text) if language != "en" else ():
        take(match, match[3], int(match[2]), match[1])
    patterns = _PATTERNS.get(language)
    if patterns:
        _named_months(text, language, patterns, take)
    for match in _DECADE.finditer(text):
        tens = match[1] or match[2]
        take(match, f"{20 if tens < '30' else 19}{tens}", None, None)
    for match in _BARE_YEAR.finditer(text):
        if _reads_as_year(text, match, language):
            take(match, match[1], None, None)
    return sorted(found, key=lambda date: date.start)


Take = Callable[[re.Match[str], str | None, int | None, str | None], None]


def _named_months(text: str, language: str, patterns: tuple[re.Pattern[str], re.Pattern[str]], take: Take) -> None:
    after, before = patterns
    names = MONTHS[language]
    if language == "en":
        for match in before.finditer(text):
            if match[1][0].isupper() and 1 <= int(match[2]) <= 31:
                take(match, match[3], names[match[1].lower()], match[2])
    for match in after.finditer(text):
        day = match[1] if match[1] and 1 <= int(match[1]) <= 31 else None
        name = match[2]
        if language == "en" and not name[0].isupper():
            continue
        if day is None and match[3] is None and not _reads_as_month(text, match, language):
            continue
        take(match, match[3], names[name.lower()], day)


def _reads_as_month(text: str, match: re.Match[str], language: str) -> bool:
    """Return whether a month's name without a day or year is a date rather than another word.

    "mars" and "May" may be other words.
    """
    name = match[2]
    if len(name) <= 4 and name.lower() not in ("mai", "mars", "juin", "août", "aout", "june", "july", "may"):
        return False  # An abbreviated month may be another word: French "sept" also means seven.
    before = folded(text[: match.start(2)]).rsplit(" ", 1)[-1].rpartition("'")[2]
    if language == "en":
        return name.lower() not in ("may", "march", "august") or before in DATE_INTRODUCERS
    return name[0].islower() and (name.lower() != "sept")


def _reads_as_year(text: str, match: re.Match[str], language: str) -> bool:
    lead = folded(text[max(0, match.start() - 24) : match.start()]).replace("'", " ").rstrip("(").split()
    if lead and lead[-1] in DATE_INTRODUCERS:
        return True
    after = NEXT.match(text, match.end())
    unit = folded(after.group(1)) if after else ""
    if unit in UNITS or unit in SCALES.get(language, {}):
        return False
    return int(match[1]) >= 1900 and (not unit or unit in FUNCTION_WORDS or not lead or unit.isdigit())
