"""Extraction of numbers from a text: digits, words, fractions and times of day, with units."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from deepseek_tui.article.extraction.dates import dates
from deepseek_tui.article.extraction.mention import NEXT, SPACE, SPACES, Mention, folded
from deepseek_tui.article.extraction.word_lists import (
    CURRENCIES,
    DETERMINERS,
    FRACTION_PARTS,
    FUNCTION_WORDS,
    NUMBER_WORDS,
    ONES,
    ORDINAL_SUFFIXES,
    ORDINALS,
    PRONOUNS,
    SCALES,
    UNITS,
    UNITS_COUNTED_BY_ONE,
)


@dataclass(frozen=True, slots=True)
class NumberMention(Mention):
    """A number in digits or words. Ordinals ("the first", "10e") are flagged."""

    value: Decimal
    unit: str = ""
    """The word or two after it, as written: years, GPU H100, %."""
    kind: str = ""
    """The quantity that a common unit measures: year, month, percent, times …

    It is the same in every language.
    """
    ordinal: bool = False
    is_reference: bool = False
    """Whether it refers to things just named ("these two", "les deux chiffres") and counts nothing."""


_DIGITS = re.compile(
    rf"(?<![\w¶§#])(?<![^\W\d_][-‑.,’'])"
    rf"(?:\d{{1,3}}(?:{SPACE}\d{{3}})+(?!\d)|\d{{1,3}}(?:,\d{{3}}){{2,}}(?!\d)|\d{{1,3}}(?:\.\d{{3}}){{2,}}(?!\d)"
    rf"|\d{{1,3}}(?:[’']\d{{3}})+(?!\d)|\d+)(?:[.,]\d+)*"
)
MAX_NUMBER_LENGTH = 40
"""The most characters of a number. Longer ones are no quantities."""
_WORD = re.compile(r"[^\W\d_]+(?:[-‑][^\W\d_]+)*\.?")
_GLUED = re.compile(r"[^\W\d_]+(?![\w])")
_AFTER_HYPHEN = re.compile(r"[-‑]([^\W\d_]+)")
_GLUED_SCALES = {"k": 10**3, "m": 10**6, "bn": 10**9, "md": 10**9, "mds": 10**9, "mrd": 10**9, "tn": 10**12, "x": 1, "×": 1}
_SHORT_SCALE = re.compile(rf"{SPACE}(k|M|Md|Mds|Mrd|bn)(?=[€$£])")
_DECIMAL_POINT_LANGUAGES = frozenset(("en", "zh", "ja", "ko", "he", "hi", "th"))
"""Languages with a decimal point and a comma between thousands."""


def numbers(text: str, language: str) -> list[NumberMention]:
    """Return the numbers mentioned in a text.

    Digits in dates, names and paragraph marks are not counted.
    """
    excluded = [(date.start, date.end) for date in dates(text, language)]
    halves = list(_half_scales(text, language))
    parts = [part for part in _fractions(text, language) if not any(one.start <= part.start < one.end for one in halves)]
    apart = [*halves, *parts, *_clock(text)]
    excluded = sorted([*excluded, *((number.start, number.end) for number in apart)])
    found = sorted([*_in_digits(text, language), *_in_words(text, language)], key=lambda number: number.start)
    whole = [number for number, inside in _with_overlaps(found, excluded) if not inside]
    return sorted([*whole, *apart], key=lambda number: number.start)


def _with_overlaps(
    found: Sequence[NumberMention], excluded: Sequence[tuple[int, int]]
) -> Iterator[tuple[NumberMention, bool]]:
    place = 0
    for number in found:
        while place < len(excluded) and excluded[place][1] <= number.start:
            place += 1
        yield number, place < len(excluded) and excluded[place][0] < number.end


def _in_digits(text: str, language: str) -> Iterator[NumberMention]:
    for match in _DIGITS.finditer(text):
        if len(match.group()) > MAX_NUMBER_LENGTH:
            continue
        value = _value(match.group(), language)
        end, ordinal, kind = match.end(), False, ""
        glued = _GLUED.match(text, end)
        if text[match.start() - 1 : match.start()] in CURRENCIES:
            kind = UNITS[text[match.start() - 1]]
        if glued:
            tail = folded(glued.group())
            if tail in ORDINAL_SUFFIXES.get(language, ORDINAL_SUFFIXES["en"]) and value == int(value):
                ordinal = True
            elif tail in _GLUED_SCALES and glued.group() != "m":
                value *= _GLUED_SCALES[tail]
                kind = "times" if tail in ("x", "×") else kind
            elif tail.endswith("fold") or tail in UNITS:
                kind = UNITS.get(tail, "times")
            else:
                continue
            end = glued.end()
        elif end < len(text) and (text[end].isalnum() or text[end] == "_"):
            continue
        else:
            value, end = _with_scale(text, end, value, language)
        yield _with_unit(text, match.start(), end, value, ordinal=ordinal, kind=kind)


def _value(digits: str, language: str) -> Decimal:
    """Return the value of a number in digits, with the separators of the given language."""
    plain = re.sub(rf"{SPACE}|[’']", "", digits)
    parts = re.split(r"[.,]", plain)
    if len(parts) == 1:
        return Decimal(plain)
    marks = [mark for mark in plain if mark in ".,"]
    grouped = all(len(part) == 3 for part in parts[1:]) and 0 < len(parts[0]) <= 3
    if len(marks) > 1 and len(set(marks)) == 1:
        # A number with groups of other lengths, such as 3.1.4, is a version number.
        return Decimal("".join(parts)) if grouped else Decimal(f"{parts[0]}.{parts[1]}")
    if len(marks) > 1:
        return Decimal("".join(parts[:-1]) + "." + parts[-1])
    thousands = "," if language in _DECIMAL_POINT_LANGUAGES else "."
    if grouped and parts[0] != "0" and (marks[0] == thousands or parts[1] == "000"):
        return Decimal("".join(parts))
    return Decimal(f"{parts[0]}.{parts[1]}")


def _with_scale(text: str, end: int, value: Decimal, language: str) -> tuple[Decimal, int]:
    """Return a value multiplied by the word after it, such as "million".

    The second value is the end of that word.
    """
    scales = SCALES.get(language, {})
    if short := _SHORT_SCALE.match(text, end):
        return value * _GLUED_SCALES[short[1].lower()], short.end()
    while match := re.compile(rf"(?:{SPACE}+|[-‑])").match(text, end):
        word = _WORD.match(text, match.end())
        scale = scales.get(folded(word.group()).rstrip(".")) if word else None
        if word is None or scale is None:
            break
        value, end = value * scale, word.end() - (word.group().endswith("."))
    return value, end


def _with_unit(text: str, start: int, end: int, value: Decimal, *, ordinal: bool, kind: str = "") -> NumberMention:
    unit = ""
    if percent := _PERCENT.match(text, end):
        return NumberMention(
            start, end, text[start:end], _without_exponent(value), percent.group().strip(SPACES), "percent", ordinal
        )
    match = _AFTER_HYPHEN.match(text, end) or NEXT.match(text, end)
    if match and not ordinal:
        unit = match.group(1)
        if any(c.isalpha() for c in unit):
            second = re.compile(rf"{SPACE}([A-Z][A-Z0-9]+s?)\b").match(text, match.end())
            unit += f" {second.group(1)}" if second else ""
        if folded(unit.split()[0]) in FUNCTION_WORDS | PRONOUNS:
            unit = ""
    kind = kind or (UNITS.get(folded(unit), "") or UNITS.get(folded(unit.split()[0]), "") if unit else "")
    return NumberMention(start, end, text[start:end], _without_exponent(value), unit, kind, ordinal)


def _without_exponent(value: Decimal) -> Decimal:
    """Return an equal decimal value that prints without an exponent."""
    return Decimal(int(value)) if value == value.to_integral_value() else value.normalize()


_PERCENT = re.compile(rf"{SPACE}(?:pour|per){SPACE}cent\b", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W\d_]+")


def _in_words(text: str, language: str) -> Iterator[NumberMention]:
    words = NUMBER_WORDS.get(language)
    if words is None:
        return
    tokens = [(match.start(), match.end(), folded(match.group())) for match in _TOKEN.finditer(text)]
    place = 0
    while place < len(tokens):
        if tokens[place][2] == "cent" and place and tokens[place - 1][2] in ("pour", "per"):
            place += 1
            continue
        consumed, value, ordinal, kind = _number_in_words(tokens, place, text, language)
        if consumed:
            start, end = tokens[place][0], tokens[place + consumed - 1][1]
            number = _with_unit(text, start, end, Decimal(value), ordinal=ordinal, kind=kind)
            is_reference = bool(place) and not number.kind and value <= 4 and tokens[place - 1][2] in DETERMINERS
            yield replace(number, is_reference=is_reference)
            place += consumed
        else:
            place += 1


class _WordNumber:
    """Parser of a number that is written in words, from a given position."""

    def __init__(self, tokens: Sequence[tuple[int, int, str]], place: int, text: str, language: str) -> None:
        self._tokens, self._place, self._text = tokens, place, text
        self._words, self._scales, self._ones = NUMBER_WORDS[language], SCALES[language], ONES[language]
        self._total = self._current = 0
        self.consumed = 0

    @property
    def value(self) -> int:
        """The value of the number words read so far."""
        return self._total + self._current

    def run(self) -> None:
        """Read words as long as they continue the same number."""
        for position in range(self._place, len(self._tokens)):
            if position > self._place and not self._adjacent(position):
                break
            word = self._tokens[position][2]
            following = self._following(position)
            if word in ("et", "and") and self.consumed and self._continues(following):
                continue
            if not self._consume(word, following):
                break
            self.consumed = position - self._place + 1
        if self.value == 1 and not (self._tokens[self._place][2] not in ("a", "an") and self._counts_a_unit()):
            self.consumed = 0

    def _consume(self, word: str, following: str) -> bool:
        current = self._current
        if word in self._words and (not self.consumed or _can_follow(current, self._words[word])):
            self._current += self._words[word]
        elif word in self._ones and (self._is_numeral(following) or (self.consumed and current >= 20 and current % 10 == 0)):
            self._current += 1
        elif word in ("cent", "cents", "hundred") and (self.consumed or word == "cent"):
            self._current = (current or 1) * 100
        elif word in ("vingt", "vingts") and current == 4:
            self._current = 80
        elif word in self._scales and (self.consumed or word == "mille"):
            self._total, self._current = self._total + (current or 1) * self._scales[word], 0
        else:
            return False
        return True

    def _continues(self, following: str) -> bool:
        more = self._words.get(following, 1 if following in self._ones else 0)
        return more > 0 and _can_follow(self.value, more) and self.value >= 20

    def _is_numeral(self, following: str) -> bool:
        """Return whether "one" (French "un") is a number, not an indefinite article."""
        return (following in self._scales and following != "mille") or following in UNITS_COUNTED_BY_ONE

    def _counts_a_unit(self) -> bool:
        return self._following(self._place) in UNITS_COUNTED_BY_ONE

    def _adjacent(self, position: int) -> bool:
        between = self._text[self._tokens[position - 1][1] : self._tokens[position][0]]
        return between in ("-", "‑") or (between != "" and between.strip(SPACES) == "")

    def _following(self, position: int) -> str:
        """Return the next word, or an empty string if punctuation precedes it."""
        return self._tokens[position + 1][2] if position + 1 < len(self._tokens) and self._adjacent(position + 1) else ""


_CLOCK = re.compile(
    rf"(?<![\w.,:])(\d{{1,2}})(?:(?:[:.]|{SPACE}?[hH]{SPACE}?)([0-5]\d)(?!\d)|(?={SPACE}?[ap]\.?m\b))(?:{SPACE}?([ap])\.?m\b\.?)?"
)


def _clock(text: str) -> Iterator[NumberMention]:
    """Yield the times of day in a text, as minutes since midnight.

    The formats are 18 h 30, 18:30 and 6.30 pm.
    """
    for match in _CLOCK.finditer(text):
        hour, minute, half = int(match[1]), int(match[2] or 0), match[3]
        if hour < 24 and (half or "." not in match.group()):
            hour = hour % 12 + (12 if half == "p" else 0) if half else hour
            yield NumberMention(*match.span(), match.group(), Decimal(60 * hour + minute), kind="clock")


_FRACTIONS = re.compile(
    r"\b(?:(half|moitié)|(?:(a|one|un|two|deux|three|trois|four|quatre)[ \u00a0-]"
    r"(thirds?|quarters?|fifths?|tenths?|tiers|quarts?|cinquièmes?|dixièmes?)))\b",
    re.IGNORECASE,
)


_HALVES = re.compile(
    rf"(?<!and a )(?<!and )\b(?:half[ -](?:an? )?|(?:un{SPACE}|une{SPACE})?demie?[-‑ \u00a0])"
    r"(dozen|hundred|thousand|million|billion|trillion|douzaine|centaine|millier|million|milliard)\b",
    re.IGNORECASE,
)


def _half_scales(text: str, language: str) -> Iterator[NumberMention]:
    """Yield numbers that are half of a unit, such as "half a dozen" and "half a million"."""
    for match in _HALVES.finditer(text):
        if scale := SCALES.get(language, {}).get(folded(match[1])):
            yield _with_unit(text, match.start(), match.end(), Decimal(scale) / 2, ordinal=False)


def _fractions(text: str, language: str) -> Iterator[NumberMention]:
    """Yield fractions such as "a half" and "two thirds" as numbers below one."""
    for match in _FRACTIONS.finditer(text) if language in NUMBER_WORDS else ():
        value = Decimal("0.5")
        if match[1] is None:
            times = NUMBER_WORDS["en"].get(folded(match[2])) or NUMBER_WORDS["fr"].get(folded(match[2]), 1)
            value = (
                (Decimal(times) / FRACTION_PARTS[folded(match[3]).removesuffix("s")]).quantize(Decimal("0.0001")).normalize()
            )
        yield NumberMention(*match.span(), match.group(), value, kind="fraction")


def _number_in_words(
    tokens: Sequence[tuple[int, int, str]], place: int, text: str, language: str
) -> tuple[int, int, bool, str]:
    """Return the number written in words at a position, if there is one.

    Returns the count of words, the value, whether it is an ordinal, and its kind.
    """
    start, _, word = tokens[place]
    if place and start and text[start - 1] in "-‑" and tokens[place - 1][1] == start - 1:
        return 0, 0, False, ""  # The word is the second half of a hyphenated compound, so it does not start a number.
    if language == "en" and word.endswith("fold"):
        stem = word.removesuffix("fold")
        value = NUMBER_WORDS["en"].get(stem) or SCALES["en"].get(stem, 0)
        return (1, value, False, "times") if value else (0, 0, False, "")
    speller = _WordNumber(tokens, place, text, language)
    speller.run()
    if speller.consumed:
        return speller.consumed, speller.value, False, ""
    rank = ORDINALS.get(language, {}).get(word, 0)
    return (1, rank, True, "") if rank else (0, 0, False, "")


def _can_follow(current: int, more: int) -> bool:
    """Return whether a number word continues a number, as "two" does after "twenty"."""
    if current == 0:
        return True
    if current % 100 == 0:
        return more < 100
    if current % 100 in (20, 30, 40, 50, 70, 90) and more < 10:
        return True
    if current % 100 == 10 and more in (7, 8, 9):
        return True  # French writes 17, 18 and 19 as ten plus a digit: dix-sept, dix-huit, dix-neuf.
    return current % 100 in (60, 80) and more < 20
