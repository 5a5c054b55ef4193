"""Extraction of quotations from a text."""

from collections.abc import Collection
from dataclasses import dataclass

from deepseek_tui.article.extraction.mention import Mention


@dataclass(frozen=True, slots=True)
class QuotationMention(Mention):
    """Words between quotation marks; the field `text` includes the marks, `words` does not."""

    words: str


_PAIRS: dict[str, Collection[str]] = {"«": "»", "“": "”", "„": "“”", "「": "」", "『": "』"}


MAX_LENGTH = 10_000
"""The most characters of a quotation.

Without a limit, many unclosed marks would take quadratic time.
"""


def quotes(text: str, _language: str = "") -> list[QuotationMention]:
    """Return the quotations in a text, without quotations nested in others.

    The marks are « », “ ”, „ “, 「 」, 『 』 and straight quotes. Unclosed quotations are ignored.
    """
    found: list[QuotationMention] = []
    place = 0
    while place < len(text):
        mark = text[place]
        end = -1
        if mark in _PAIRS:
            end = _closing_position(text, place, mark, _PAIRS[mark])
        elif mark == '"':
            end = text.find('"', place + 1)
        if end > place:
            inside = text[place + 1 : end].strip(" \u00a0\u202f\t\n")
            if inside:
                found.append(QuotationMention(place, end + 1, text[place : end + 1], inside))
            place = end
        place += 1
    return found


def _closing_position(text: str, place: int, mark: str, closing: Collection[str]) -> int:
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
