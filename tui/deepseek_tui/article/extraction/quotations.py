"""Quotations in a text."""

from collections.abc import Collection
from dataclasses import dataclass

from deepseek_tui.article.extraction.mention import Mention


@dataclass(frozen=True, slots=True)
class QuotationMention(Mention):
    """Words between quotation marks; `text` has the marks, `words` has not."""

    words: str


_PAIRS: dict[str, Collection[str]] = {"«": "»", "“": "”", "„": "“”", "「": "」", "『": "』"}


LONGEST_QUOTATION = 10_000
"""How many characters a quotation may have; looking further for each mark that is never closed would take for ever."""


def quotes(text: str, _language: str = "") -> list[QuotationMention]:
    """The outermost quotations of a text, by « », “ ”, „ “ and straight marks; one that is not closed is none."""
    found: list[QuotationMention] = []
    place = 0
    while place < len(text):
        mark = text[place]
        end = -1
        if mark in _PAIRS:
            end = _closing(text, place, mark, _PAIRS[mark])
        elif mark == '"':
            end = text.find('"', place + 1)
        if end > place:
            inside = text[place + 1 : end].strip(" \u00a0\u202f\t\n")
            if inside:
                found.append(QuotationMention(place, end + 1, text[place : end + 1], inside))
            place = end
        place += 1
    return found


def _closing(text: str, place: int, mark: str, closing: Collection[str]) -> int:
    depth = 0
    for position in range(place + 1, min(len(text), place + LONGEST_QUOTATION)):
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
