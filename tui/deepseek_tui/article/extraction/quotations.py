"""Extraction of quotations from a text."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from deepseek_tui.article.extraction.incises import incises, without_spans
from deepseek_tui.article.extraction.mention import Mention


@dataclass(frozen=True, slots=True)
class QuotationMention(Mention):
    """Words between quotation marks; the field `text` includes the marks, `words` does not."""

    words: str
    incises: tuple[tuple[int, int], ...] = ()
    """The spans in which the text interrupts the words to say who speaks, as in « Oui, dit-elle, demain »."""
    ends_after: tuple[int, ...] = ()
    """The end position in each of the next paragraphs in which the quotation continues."""


_PAIRS: dict[str, Collection[str]] = {"«": "»", "“": "”", "„": "“”", "「": "」", "『": "』"}
_STRAIGHT_SINGLE = re.compile(r"'(?=[^\W\d_])(?!(?:n|em|til|tis|twas|cause|cos|bout)\b)", re.IGNORECASE)
_CURLY_SINGLE = re.compile(r"‘(?=\S)(?!\d\ds)(?!(?:em|til|tis|twas|cause|n)\b)", re.IGNORECASE)
_FEET_AND_INCHES = re.compile(r"\d\s?['’′]\s?\d+\Z")

_SINGLE_ENDS = {mark: re.compile(rf"(?<=\S){mark}(?![^\W_])") for mark in ("’", "'")}

MAX_LENGTH = 10_000
"""The most characters of a quotation.

Without a limit, many unclosed marks would take quadratic time.
"""
MAX_PARAGRAPHS = 12
"""The most paragraphs that one quotation spans."""


def quotes(text: str, language: str = "") -> list[QuotationMention]:
    """Return the quotations in a text, without quotations nested in others.

    The marks are « », “ ”, „ “, 「 」, 『 』, ‘ ’ and straight ones. Single straight marks count in English only. Unclosed
    quotations are ignored.
    """
    found: list[QuotationMention] = []
    place = 0
    while place < len(text):
        end = _end_of_quotation(text, place, language)
        if end > place:
            inside = text[place + 1 : end].strip(" \u00a0\u202f\t\n")
            if inside:
                found.append(_quotation(text, place, end + 1, language))
            place = end
        place += 1
    return found


def article_quotations(paragraphs: Sequence[str], language: str = "") -> list[list[QuotationMention]]:
    """Return the quotations that begin in each paragraph of an article.

    A quotation without closing mark continues if the next paragraph begins with the same opening mark. Its words then
    include those of the next paragraphs.
    """
    found: list[list[QuotationMention]] = []
    skipped = [0] * len(paragraphs)
    for number, paragraph in enumerate(paragraphs):
        here = [_shifted(one, skipped[number]) for one in quotes(paragraph[skipped[number] :], language)]
        start = _unclosed(paragraph, here, skipped[number])
        if start >= 0 and (ends := _continuation(paragraphs, number, paragraph[start])):
            parts = [paragraph[start + 1 :], *(paragraphs[number + step][1:end] for step, end in enumerate(ends, 1))]
            closed = tuple(min(end + 1, len(paragraphs[number + step])) for step, end in enumerate(ends, 1))
            skipped[number + 1 : number + 1 + len(closed)] = closed
            words = " ".join(part.strip(" \u00a0\u202f\t\n") for part in parts)
            here.append(QuotationMention(start, len(paragraph), paragraph[start:], words, ends_after=closed))
        found.append(here)
    return found


def _quotation(text: str, start: int, end: int, language: str) -> QuotationMention:
    inside = text[start + 1 : end - 1]
    spans = incises(inside) if language == "fr" else ()
    words = without_spans(inside, spans).strip(" \u00a0\u202f\t\n")
    placed = tuple((start + 1 + one, start + 1 + other) for one, other in spans)
    return QuotationMention(start, end, text[start:end], words, placed)


def _shifted(quotation: QuotationMention, by: int) -> QuotationMention:
    if not by:
        return quotation
    spans = tuple((start + by, end + by) for start, end in quotation.incises)
    return replace(quotation, start=quotation.start + by, end=quotation.end + by, incises=spans)


def _end_of_quotation(text: str, place: int, language: str) -> int:
    """Return the position of the closing mark of a quotation, or -1.

    The quotation's opening mark is at the given position.
    """
    mark = text[place]
    if mark in _PAIRS:
        return _closing_position(text, place, mark, _PAIRS[mark])
    if mark == '"' and _may_open(text, place):
        return _closing_straight(text, place)
    if (mark == "‘" and _CURLY_SINGLE.match(text, place)) or (
        mark == "'" and language == "en" and _STRAIGHT_SINGLE.match(text, place)
    ):
        return _closing_single(text, place, mark) if _may_open(text, place) else -1
    return -1


def _may_open(text: str, place: int) -> bool:
    """Return whether a mark may open a quotation, and is not for inches."""
    return place == 0 or not (text[place - 1].isalnum() or text[place - 1] in "'’″′")


def _closing_position(text: str, place: int, mark: str, closing: Collection[str]) -> int:
    if not any(text.find(close, place + 1, place + MAX_LENGTH) > 0 for close in closing):
        return -1
    depth = 0
    for position in range(place + 1, min(len(text), place + MAX_LENGTH)):
        char = text[position]
        if char in closing:
            if depth == 0:
                return position
            depth -= 1
        elif char == mark:
            depth += 1
        elif char == "\n" and text[position : position + 2] == "\n\n":
            return -1
    return -1


def _closing_straight(text: str, place: int) -> int:
    """Return the next straight double mark that is not for inches, or -1."""
    position = text.find('"', place + 1, place + MAX_LENGTH)
    while position >= 0 and _FEET_AND_INCHES.search(text[max(0, position - 12) : position]):
        following = text.find('"', position + 1, place + MAX_LENGTH)
        if following < 0:
            break
        position = following
    return position


def _closing_single(text: str, place: int, mark: str) -> int:
    """Return the single mark that closes a quotation, rather than an apostrophe, or -1.

    A mark after punctuation closes it; otherwise the first one at the end of a word that does not end in "s" does.
    """
    closing = "’" if mark == "‘" else "'"
    other = text.find(mark, place + 1, place + MAX_LENGTH) if mark == "‘" else -1
    limit = other if other > 0 else min(len(text), place + MAX_LENGTH)
    blank = text.find("\n\n", place, limit)
    limit = blank if blank > 0 else limit
    ends = [match.start() for match in _SINGLE_ENDS[closing].finditer(text, place + 2, limit)]
    after_punctuation = [position for position in ends if text[position - 1] in ".,!?…;:"]
    after_words = [position for position in ends if text[position - 1] not in "sS"] or ends
    return min((*after_punctuation[:1], *after_words[:1]), default=-1)


def _unclosed(paragraph: str, found: Sequence[QuotationMention], start: int) -> int:
    """Return the position of a paragraph's unclosed opening mark, or -1."""
    spans = [(one.start, one.end) for one in found]
    for place in range(len(paragraph) - 1, start - 1, -1):
        if any(one <= place < other for one, other in spans):
            return -1
        mark = paragraph[place]
        opens = (
            mark in "“«" or (mark == '"' and _may_open(paragraph, place)) or (mark == "‘" and _may_open(paragraph, place))
        )
        if opens and paragraph[place + 1 :].strip():
            return place
    return -1


def _continuation(paragraphs: Sequence[str], number: int, mark: str) -> list[int]:
    """Return an unclosed quotation's end position in each paragraph that it continues in.

    The list is empty if the quotation is never closed.
    """
    ends: list[int] = []
    for paragraph in paragraphs[number + 1 : number + MAX_PARAGRAPHS]:
        if not paragraph.startswith(mark):
            return []
        end = _end_of_quotation(paragraph, 0, "")
        ends.append(end if end > 0 else len(paragraph))
        if end > 0:
            return ends
    return []
