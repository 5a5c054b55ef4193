"""Dates of a text in EDTF: periods, deadlines, approximate dates and dates of events."""

import re
from dataclasses import dataclass

from deepseek_tui.article.extraction.date_words import (
    ABOUT_DATE,
    BETWEEN,
    COMPARISONS,
    DEADLINES,
    RANGES,
    UNDATED_NOUNS,
    UNDATED_NOUNS_FR,
)
from deepseek_tui.article.extraction.dates import DateMention, dates
from deepseek_tui.article.extraction.mention import NEXT, Mention, folded
from deepseek_tui.story.format.edtf import validated

WINDOW = 44
"""The number of characters before a date that are searched for a qualifying word."""

_RANGES = {language: re.compile(pattern) for language, pattern in RANGES.items()}
_BETWEEN = {language: (re.compile(before), re.compile(inside)) for language, (before, inside) in BETWEEN.items()}
_ABOUT = re.compile(rf"(?:^|\W){ABOUT_DATE}")
_DEADLINE = re.compile(DEADLINES)
_COMPARISON = re.compile(rf"(?:^|\W){COMPARISONS}")
_LONE_DAY = re.compile(r"\d{1,2}(?:er|st|nd|rd|th)?")
_PREFIX = re.compile(r"\b(?:pre|post|avant|apres)-\Z")


@dataclass(frozen=True, slots=True)
class DatedMention(Mention):
    """A date or a period in a text, in EDTF."""

    edtf: str
    is_deadline: bool = False
    """Whether the date is a deadline, as in "by 2027"."""
    is_event: bool = True
    """Whether the date may be that of an event. A date for comparison or in the name of an edition is not."""


def dated_mentions(text: str, language: str) -> list[DatedMention]:
    """Return the dates and periods of a text, without days that do not exist."""
    found = dates(text, language)
    mentions: list[DatedMention] = []
    place = 0
    while place < len(found):
        first, last = found[place], found[place]
        period = ""
        if place + 1 < len(found) and (period := _period(text, first, found[place + 1], language)):
            last = found[place + 1]
        if when := period or first.edtf:
            start, end = first.start, last.end
            if not period and _LONE_DAY.fullmatch(first.text):
                # In "12 and 13 June", the two dates share one printed month, so each mention includes it.
                start = min(start, *(one.start for one in found[place - 1 : place] if one.month == first.month), start)
                end = max(end, *(one.end for one in found[place + 1 : place + 2] if one.month == first.month), end)
            mentions.append(_qualified(text, (start, end), when, language))
        place += 2 if period else 1
    return mentions


def _period(text: str, first: DateMention, last: DateMention, language: str) -> str:
    """Return two EDTF dates as a period, or "" if invalid."""
    joined, between = _RANGES.get(language), _BETWEEN.get(language)
    if joined is None or between is None or not (first.edtf and last.edtf):
        return ""
    before = folded(text[max(0, first.start - WINDOW) : first.start]).strip()
    if not joined.fullmatch(text, first.end, last.start) and not (
        between[0].search(before) and between[1].fullmatch(text, first.end, last.start)
    ):
        return ""
    try:
        return validated(f"{first.edtf}/{last.edtf}")
    except ValueError:
        return ""


def _qualified(text: str, span: tuple[int, int], when: str, language: str) -> DatedMention:
    start, end = span
    before = folded(text[max(0, start - WINDOW) : start]).strip()
    is_deadline = "/" not in when and _DEADLINE.search(before) is not None
    if "/" not in when and _ABOUT.search(before):
        when = f"{when}~"
    elif is_deadline and "X" not in when:
        when = f"[..{when}]"
    return DatedMention(
        start, end, text[start:end], when, is_deadline, is_deadline or _tells_of_an_event(text, span, before, language)
    )


def _tells_of_an_event(text: str, span: tuple[int, int], before: str, language: str) -> bool:
    if _COMPARISON.search(before) or _PREFIX.search(before):
        return False
    following = NEXT.match(text, span[1])
    if (
        language == "en"
        and following
        and text[span[1] : span[1] + 1] in " \u00a0-"
        and folded(following[1]) in UNDATED_NOUNS
    ):
        return False
    return not (language == "fr" and before.rpartition(" ")[2].rpartition("'")[2] in UNDATED_NOUNS_FR)
