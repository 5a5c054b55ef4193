"""Numbers in a text: digits, words, fractions, times of day, with what they count."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from deepseek_tui.article.extraction.dates import dates
from deepseek_tui.article.extraction.mention import NEXT, SPACE, SPACES, Mention, folded
from deepseek_tui.article.extraction.word_lists import (
    COUNTED_BY_ONE,
    CURRENCIES,
    FUNCTION_WORDS,
    NUMBER_WORDS,
    ONES,
    ORDINAL_ENDS,
    PARTS,
    POINTERS,
    PRONOUNS,
    RANKS,
    SCALES,
    UNITS,
)


@dataclass(frozen=True, slots=True)
class NumberMention(Mention):
    """A number, in digits or in words. An ordinal ("the first", "10e") is one as well, and is marked."""

    value: Decimal
    unit: str = ""
    """The word or two after it, as written: years, GPU H100, %."""
    kind: str = ""
    """What its unit measures, where that is a common one: year, month, percent, times …; the same in every language."""
    ordinal: bool = False
    pointing: bool = False
    """Points at things just named ("these two", "les deux chiffres") rather than counting any."""


_DIGITS = re.compile(
    rf"(?<![\w¶§#])(?<![^\W\d_][-‑.,’'])"
    rf"(?:\d{{1,3}}(?:{SPACE}\d{{3}})+(?!\d)|\d{{1,3}}(?:,\d{{3}}){{2,}}(?!\d)|\d{{1,3}}(?:\.\d{{3}}){{2,}}(?!\d)"
    rf"|\d{{1,3}}(?:[’']\d{{3}})+(?!\d)|\d+)(?:[.,]\d+)*"
)
_LONGEST = 40
"""The most signs of a number; what is longer counts nothing that an article tells of."""
_WORD = re.compile(r"[^\W\d_]+(?:[-‑][^\W\d_]+)*\.?")
_GLUED = re.compile(r"[^\W\d_]+(?![\w])")
_AFTER_HYPHEN = re.compile(r"[-‑]([^\W\d_]+)")
_GLUED_SCALES = {"k": 10**3, "m": 10**6, "bn": 10**9, "md": 10**9, "mds": 10**9, "mrd": 10**9, "tn": 10**12, "x": 1, "×": 1}
_SHORT_SCALE = re.compile(rf"{SPACE}(k|M|Md|Mds|Mrd|bn)(?=[€$£])")
_POINT = frozenset(("en", "zh", "ja", "ko", "he", "hi", "th"))
"""Languages that write a point before decimals, and a comma between thousands."""


def numbers(text: str, language: str) -> list[NumberMention]:
    """The numbers of a text; those of its dates, its names (H100, GPT-4) and its paragraph marks are none."""
    taken = [(date.start, date.end) for date in dates(text, language)]
    halves = list(_halves(text, language))
    parts = [part for part in _fractions(text, language) if not any(one.start <= part.start < one.end for one in halves)]
    apart = [*halves, *parts, *_clock(text)]
    taken = sorted([*taken, *((number.start, number.end) for number in apart)])
    found = sorted([*_in_digits(text, language), *_in_words(text, language)], key=lambda number: number.start)
    whole = [number for number, inside in _marked(found, taken) if not inside]
    return sorted([*whole, *apart], key=lambda number: number.start)


def _marked(found: Sequence[NumberMention], taken: Sequence[tuple[int, int]]) -> Iterator[tuple[NumberMention, bool]]:
    place = 0
    for number in found:
        while place < len(taken) and taken[place][1] <= number.start:
            place += 1
        yield number, place < len(taken) and taken[place][0] < number.end


def _in_digits(text: str, language: str) -> Iterator[NumberMention]:
    for match in _DIGITS.finditer(text):
        if len(match.group()) > _LONGEST:
            continue
        value = _value(match.group(), language)
        end, ordinal, kind = match.end(), False, ""
        glued = _GLUED.match(text, end)
        if text[match.start() - 1 : match.start()] in CURRENCIES:
            kind = UNITS[text[match.start() - 1]]
        if glued:
            tail = folded(glued.group())
            if tail in ORDINAL_ENDS.get(language, ORDINAL_ENDS["en"]) and value == int(value):
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
            value, end = _scaled(text, end, value, language)
        yield _with_unit(text, match.start(), end, value, ordinal=ordinal, kind=kind)


def _value(digits: str, language: str) -> Decimal:
    """What digits mean, with the separators of the language they stand in."""
    plain = re.sub(rf"{SPACE}|[’']", "", digits)
    parts = re.split(r"[.,]", plain)
    if len(parts) == 1:
        return Decimal(plain)
    marks = [mark for mark in plain if mark in ".,"]
    grouped = all(len(part) == 3 for part in parts[1:]) and 0 < len(parts[0]) <= 3
    if len(marks) > 1 and len(set(marks)) == 1:
        return Decimal("".join(parts)) if grouped else Decimal(f"{parts[0]}.{parts[1]}")  # else a version: 3.1.4
    if len(marks) > 1:
        return Decimal("".join(parts[:-1]) + "." + parts[-1])
    thousands = "," if language in _POINT else "."
    if grouped and parts[0] != "0" and (marks[0] == thousands or parts[1] == "000"):
        return Decimal("".join(parts))
    return Decimal(f"{parts[0]}.{parts[1]}")


def _scaled(text: str, end: int, value: Decimal, language: str) -> tuple[Decimal, int]:
    """The value times the million or the thousand after it, and where that ends."""
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
        return NumberMention(start, end, text[start:end], _plain(value), percent.group().strip(SPACES), "percent", ordinal)
    match = _AFTER_HYPHEN.match(text, end) or NEXT.match(text, end)
    if match and not ordinal:
        unit = match.group(1)
        if any(c.isalpha() for c in unit):
            second = re.compile(rf"{SPACE}([A-Z][A-Z0-9]+s?)\b").match(text, match.end())
            unit += f" {second.group(1)}" if second else ""
        if folded(unit.split()[0]) in FUNCTION_WORDS | PRONOUNS:
            unit = ""
    kind = kind or (UNITS.get(folded(unit), "") or UNITS.get(folded(unit.split()[0]), "") if unit else "")
    return NumberMention(start, end, text[start:end], _plain(value), unit, kind, ordinal)


def _plain(value: Decimal) -> Decimal:
    """The same value, written without an exponent."""
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
        taken, value, ordinal, kind = _spelt(tokens, place, text, language)
        if taken:
            start, end = tokens[place][0], tokens[place + taken - 1][1]
            number = _with_unit(text, start, end, Decimal(value), ordinal=ordinal, kind=kind)
            pointing = bool(place) and not number.kind and value <= 4 and tokens[place - 1][2] in POINTERS
            yield replace(number, pointing=pointing)
            place += taken
        else:
            place += 1


class _Speller:
    """One attempt to read a number from the words at a place."""

    def __init__(self, tokens: Sequence[tuple[int, int, str]], place: int, text: str, language: str) -> None:
        self._tokens, self._place, self._text = tokens, place, text
        self._words, self._scales, self._ones = NUMBER_WORDS[language], SCALES[language], ONES[language]
        self._total = self._current = 0
        self.taken = 0

    @property
    def value(self) -> int:
        """What has been spelt."""
        return self._total + self._current

    def run(self) -> None:
        """Take words for as long as they spell one number."""
        for position in range(self._place, len(self._tokens)):
            if position > self._place and not self._adjacent(position):
                break
            word = self._tokens[position][2]
            following = self._following(position)
            if word in ("et", "and") and self.taken and self._goes_on(following):
                continue
            if not self._take(word, following):
                break
            self.taken = position - self._place + 1
        if self.value == 1 and not (self._tokens[self._place][2] not in ("a", "an") and self._measured()):
            self.taken = 0

    def _take(self, word: str, following: str) -> bool:
        current = self._current
        if word in self._words and (not self.taken or _adds(current, self._words[word])):
            self._current += self._words[word]
        elif word in self._ones and (self._counts(following) or (self.taken and current >= 20 and current % 10 == 0)):
            self._current += 1
        elif word in ("cent", "cents", "hundred") and (self.taken or word == "cent"):
            self._current = (current or 1) * 100
        elif word in ("vingt", "vingts") and current == 4:
            self._current = 80
        elif word in self._scales and (self.taken or word == "mille"):
            self._total, self._current = self._total + (current or 1) * self._scales[word], 0
        else:
            return False
        return True

    def _goes_on(self, following: str) -> bool:
        more = self._words.get(following, 1 if following in self._ones else 0)
        return more > 0 and _adds(self.value, more) and self.value >= 20

    def _counts(self, following: str) -> bool:
        """Whether one is a number here, and no article."""
        return (following in self._scales and following != "mille") or following in COUNTED_BY_ONE

    def _measured(self) -> bool:
        return self._following(self._place) in COUNTED_BY_ONE

    def _adjacent(self, position: int) -> bool:
        between = self._text[self._tokens[position - 1][1] : self._tokens[position][0]]
        return between in ("-", "‑") or (between != "" and between.strip(SPACES) == "")

    def _following(self, position: int) -> str:
        """The next word, where nothing but space stands before it."""
        return self._tokens[position + 1][2] if position + 1 < len(self._tokens) and self._adjacent(position + 1) else ""


_CLOCK = re.compile(
    rf"(?<![\w.,:])(\d{{1,2}})(?:(?:[:.]|{SPACE}?[hH]{SPACE}?)([0-5]\d)(?!\d)|(?={SPACE}?[ap]\.?m\b))(?:{SPACE}?([ap])\.?m\b\.?)?"
)


def _clock(text: str) -> Iterator[NumberMention]:
    """The times of day of a text, in minutes since midnight: 18 h 30, 18:30, 6.30 pm."""
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


def _halves(text: str, language: str) -> Iterator[NumberMention]:
    """Half a dozen, une demi-douzaine, half a million: half of what the word counts, and never all of it."""
    for match in _HALVES.finditer(text):
        if scale := SCALES.get(language, {}).get(folded(match[1])):
            yield _with_unit(text, match.start(), match.end(), Decimal(scale) / 2, ordinal=False)


def _fractions(text: str, language: str) -> Iterator[NumberMention]:
    """A half, two thirds, un quart: parts of a whole, as numbers below one."""
    for match in _FRACTIONS.finditer(text) if language in NUMBER_WORDS else ():
        value = Decimal("0.5")
        if match[1] is None:
            times = NUMBER_WORDS["en"].get(folded(match[2])) or NUMBER_WORDS["fr"].get(folded(match[2]), 1)
            value = (Decimal(times) / PARTS[folded(match[3]).removesuffix("s")]).quantize(Decimal("0.0001")).normalize()
        yield NumberMention(*match.span(), match.group(), value, kind="fraction")


def _spelt(tokens: Sequence[tuple[int, int, str]], place: int, text: str, language: str) -> tuple[int, int, bool, str]:
    """How many words from here on spell a number, which, whether it ranks, and of what kind it is."""
    start, _, word = tokens[place]
    if place and start and text[start - 1] in "-‑" and tokens[place - 1][1] == start - 1:
        return 0, 0, False, ""  # the tail of a compound
    if language == "en" and word.endswith("fold"):
        stem = word.removesuffix("fold")
        value = NUMBER_WORDS["en"].get(stem) or SCALES["en"].get(stem, 0)
        return (1, value, False, "times") if value else (0, 0, False, "")
    speller = _Speller(tokens, place, text, language)
    speller.run()
    if speller.taken:
        return speller.taken, speller.value, False, ""
    rank = RANKS.get(language, {}).get(word, 0)
    return (1, rank, True, "") if rank else (0, 0, False, "")


def _adds(current: int, more: int) -> bool:
    """Whether a number word goes on with what was spelt so far, as two after twenty does."""
    if current == 0:
        return True
    if current % 100 == 0:
        return more < 100
    if current % 100 in (20, 30, 40, 50, 70, 90) and more < 10:
        return True
    if current % 100 == 10 and more in (7, 8, 9):
        return True  # dix-sept, dix-huit, dix-neuf
    return current % 100 in (60, 80) and more < 20
