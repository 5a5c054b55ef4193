"""Extraction of numbers and their units from a text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from deepseek_tui.article.extraction.dates import dates
from deepseek_tui.article.extraction.fractions import fractions, half_scales, mixed_numbers, with_half
from deepseek_tui.article.extraction.identifiers import identifiers
from deepseek_tui.article.extraction.mention import SPACE, folded
from deepseek_tui.article.extraction.number_words import numbers_in_words
from deepseek_tui.article.extraction.quantity import NumberMention, Span, kind_of, measured, value_of, without_exponent
from deepseek_tui.article.extraction.quantity_words import GLUED_UNITS
from deepseek_tui.article.extraction.word_lists import CURRENCIES, ORDINAL_SUFFIXES, SCALES, UNITS

_DIGITS = re.compile(
    rf"(?<![\w¶§#])(?<![^\W\d_][-‑.,])(?<!\d[.,])"
    rf"(?:\d{{1,3}}(?:{SPACE}\d{{3}})+(?!\d)|\d{{1,3}}(?:,\d{{3}}){{2,}}(?!\d)|\d{{1,3}}(?:\.\d{{3}}){{2,}}(?!\d)"
    rf"|\d{{1,3}}(?:[’']\d{{3}})+(?!\d)|\d+)(?:[.,]\d+)*"
)
MAX_NUMBER_LENGTH = 40
"""The most characters of a number; longer ones are not quantities."""
_IN_A_NAME = re.compile(r"[-‑][A-ZÉÈ][^\W\d_]{2,}")
"""The text after a number that is part of a name, as in « le 11-Septembre »."""
_WORD = re.compile(r"[^\W\d_]+(?:[-‑][^\W\d_]+)*\.?")
_BEFORE_SCALE = re.compile(rf"(?:{SPACE}+|[-‑])")
_LETTERS = re.compile(r"[^\W\d_]+")
_GLUED = re.compile(r"[^\W\d_]+[²³23]?(?!\w)")
_GLUED_SCALES = {
    "k": 10**3,
    "m": 10**6,
    "bn": 10**9,
    "b": 10**9,
    "md": 10**9,
    "mds": 10**9,
    "mrd": 10**9,
    "tn": 10**12,
    "x": 1,
    "×": 1,
}
_SHORT_SCALE = re.compile(rf"{SPACE}(k|M|Md|Mds|Mrd|bn)(?=[€$£])")
_MILLIONS = re.compile(rf"{SPACE}(?:people|[a-z]{{3,}}s)\b")
_MINUS = re.compile(
    rf"(?:(?:(?<=[\s(])|\A)[-−‑]|(?<=[\s(])–(?=\d+(?:[.,]\d+)?{SPACE}?[%°])|\b(?:minus|moins){SPACE})\Z", re.IGNORECASE
)
_NO_MINUS = re.compile(r"\b(?:au|du|le|pas|ou|or|plus|of|de|a|en|et)\s+moins\s+\Z|\bor\s+minus\s+\Z", re.IGNORECASE)
_BETWEEN_ENDS = re.compile(
    rf"{SPACE}?(?:[-‑]to[-‑]|[-‑–—]|to|or|through|à|ou|(and|et))(?:{SPACE}(?:about|environ))?{SPACE}?[$€£]?", re.IGNORECASE
)
"""The text between the ends of a range; "and" counts only after "between"."""
_BETWEEN = re.compile(rf"\b(?:between|entre){SPACE}[$€£]?\Z", re.IGNORECASE)
_PART_OF = re.compile(
    rf"{SPACE}(?:(?:out{SPACE})?of|des|de|sur)(?:{SPACE}(?:the|its|his|her|their|our|these|those|last|first|ses|leurs|nos|ces|les))*{SPACE}",
    re.IGNORECASE,
)
"""The text between a part and a whole with the noun counted, as in "3 of the 48 teeth"."""


def numbers(text: str, language: str) -> list[NumberMention]:
    """Return the numbers mentioned in a text.

    Digits in dates, names and paragraph marks are not counted.
    """
    digits = [with_half(text, number, language) for number in _in_digits(text, language)]
    words = [with_half(text, number, language) for number in numbers_in_words(text, language)]
    halves = [number for number in (*digits, *words) if number.value != number.value.to_integral_value()]
    taken = [(date.start, date.end) for date in dates(text, language)]
    found: list[NumberMention] = []
    for kind in (
        mixed_numbers(text, language),
        identifiers(text, language),
        half_scales(text, language),
        halves,
        fractions(text, language),
        sorted([*digits, *words], key=lambda number: number.start),
    ):
        apart = _without_overlaps(kind, taken)
        found.extend(apart)
        taken.extend((number.start, number.end) for number in apart)
    return _with_shared_units(text, sorted(found, key=lambda number: number.start))


def _without_overlaps(found: Iterable[NumberMention], taken: Iterable[Span]) -> list[NumberMention]:
    """Return the numbers that overlap neither each other nor the given spans."""
    spans = sorted(taken)
    kept: list[NumberMention] = []
    end = place = 0
    for number in sorted(found, key=lambda number: number.start):
        while place < len(spans) and spans[place][1] <= number.start:
            place += 1
        if number.start >= end and not (place < len(spans) and spans[place][0] < number.end):
            kept.append(number)
            end = number.end
    return kept


def _with_shared_units(text: str, found: list[NumberMention]) -> list[NumberMention]:
    """Return the numbers, with units and magnitudes shared by both ends of a range.

    "32,000 to 38,000 feet", "3 to 4 million", "3 of the 48 teeth".
    """
    for place in range(len(found) - 2, -1, -1):
        one, other = found[place], found[place + 1]
        if not one.unit and one.is_quantity and other.is_quantity and _PART_OF.fullmatch(text, one.end, other.start):
            found[place] = replace(one, unit=other.unit, kind=one.kind or other.kind)
            continue
        joined = _BETWEEN_ENDS.fullmatch(text, one.end, other.start)
        if joined is None or not (one.is_quantity and other.is_quantity):
            continue
        if joined[1] and not _BETWEEN.search(text, max(0, one.start - 10), one.start):
            continue
        if one.unit in CURRENCIES and not other.unit:
            found[place + 1] = replace(other, unit=one.unit, kind=one.kind)
        elif one.unit and one.unit not in CURRENCIES:
            continue
        if one.scale == 1 and other.scale >= 1000 and one.value * other.scale <= other.value:
            found[place] = one = replace(one, value=without_exponent(one.value * other.scale), scale=other.scale)
        if not one.unit:
            found[place] = replace(one, unit=other.unit, kind=one.kind or other.kind)
    return found


def _in_digits(text: str, language: str) -> Iterator[NumberMention]:
    for match in _DIGITS.finditer(text):
        if len(match.group()) > MAX_NUMBER_LENGTH or _IN_A_NAME.match(text, match.end()):
            continue
        start, end = match.span()
        value, scale, unit = value_of(match.group(), language), 1, ""
        currency = _currency_before(text, start)
        glued = _GLUED.match(text, end)
        if glued:
            tail = folded(glued.group())
            if glued.group() == "G":
                continue  # A generation of mobile networks: 5G.
            if tail in ORDINAL_SUFFIXES.get(language, ORDINAL_SUFFIXES["en"]) and value == int(value):
                yield measured(text, (start, glued.end()), value, language, ordinal=True)
                continue
            if tail in _GLUED_SCALES and (tail not in ("m", "b") or currency or _MILLIONS.match(text, glued.end())):
                scale = _GLUED_SCALES[tail]
                unit = "times" if tail in ("x", "×") else ""
            elif tail.endswith("fold") or tail in UNITS or tail in GLUED_UNITS:
                unit = glued.group()
            else:
                continue
            end = glued.end()
        elif end < len(text) and (text[end].isalnum() or text[end] == "_") and text[end] not in "½¼¾⅓⅔":
            continue
        else:
            scale, end = _scale_after(text, end, language)
        start, value = _with_minus(text, start, value)
        number = measured(text, (start, end), value * scale, language, scale=scale)
        if unit := currency or unit:
            kind = (
                UNITS.get(unit, "")
                or (number.kind if currency else kind_of(unit))
                or ("times" if unit.endswith("fold") else "")
            )
            number = replace(number, unit=unit, kind=kind)
        yield number


def _currency_before(text: str, start: int) -> str:
    before = text[max(0, start - 1) : start]
    return before if before in CURRENCIES else ""


def _with_minus(text: str, start: int, value: Decimal) -> tuple[int, Decimal]:
    """Return the start and value of a number, including a minus before it."""
    window = max(0, start - 12)
    minus = _MINUS.search(text, window, start)
    if minus is None or _NO_MINUS.search(text, window, start):
        return start, value
    return minus.start(), -value


def _scale_after(text: str, end: int, language: str) -> tuple[int, int]:
    """Return the magnitude after a number, such as a million, and its end position."""
    scale = 1
    if short := _SHORT_SCALE.match(text, end):
        return _GLUED_SCALES[short[1].lower()], short.end()
    while match := _BEFORE_SCALE.match(text, end):
        word = _WORD.match(text, match.end())
        more = SCALES.get(language, {}).get(folded(word.group()).rstrip(".")) if word else None
        if word is None or more is None:
            word = _LETTERS.match(text, match.end())
            more = SCALES.get(language, {}).get(folded(word.group())) if word else None
        if word is None or more is None:
            break
        scale, end = scale * more, word.end() - word.group().endswith(".")
    return scale, end
