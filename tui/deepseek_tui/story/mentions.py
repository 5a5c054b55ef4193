"""Mentions: the numbers, dates, quotations and proper names that a text makes, and where in it they stand.

Nothing here judges a story: the lint compares what two texts mention, and a starting story is laid out from what an
article mentions. English and French are read in full; of any other language the digits, the ISO dates, the quotation
marks and the capitals. Offsets count characters of the text as it was handed in.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from deepseek_tui.story.words import (
    ADJECTIVES,
    COUNTED_BY_ONE,
    CURRENCIES,
    DATE_LEADS,
    ELISION,
    FUNCTION_WORDS,
    INSTITUTIONS,
    MONTHS,
    NUMBER_WORDS,
    ONES,
    ORDINAL_ENDS,
    PARTICLES,
    PARTS,
    POINTERS,
    PRONOUNS,
    RANKS,
    SCALES,
    TITLES,
    UNITS,
    WEEKDAYS,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Something that a text mentions: the characters from `start` up to `end`, which are `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Number(Mention):
    """A number, in digits or in words. An ordinal ("the first", "10e") is one as well, and is marked."""

    value: Decimal
    unit: str = ""
    """The word or two after it, as written: years, GPU H100, %."""
    kind: str = ""
    """What its unit measures, where that is a common one: year, month, percent, times …; the same in every language."""
    ordinal: bool = False
    pointing: bool = False
    """Points at things just named ("these two", "les deux chiffres") rather than counting any."""


@dataclass(frozen=True, slots=True)
class Date(Mention):
    """A date as far as it is stated: a year, a month, a day and a month, or all three."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Quotation(Mention):
    """Words between quotation marks; `text` has the marks, `words` has not."""

    words: str


@dataclass(frozen=True, slots=True)
class Name(Mention):
    """A proper name: capitalised words, an acronym, a product's name.

    `sure` is false where its capital may be no more than that of a sentence's first word.
    """

    sure: bool = True

    @property
    def key(self) -> str:
        """What two spellings of it have in common."""
        return folded(self.text)


def folded(text: str) -> str:
    """The text in small letters, without accents, its apostrophes, hyphens and spaces alike."""
    plain = text.translate(_MARKS)
    if not plain.isascii():
        plain = _BEYOND_ASCII.sub(_without_accent, unicodedata.normalize("NFKD", plain))
    return " ".join(plain.casefold().split())


_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


def _without_accent(match: re.Match[str]) -> str:
    return "" if unicodedata.combining(match.group()) else match.group()


_MARKS = str.maketrans(dict.fromkeys("’‘ʼ`´", "'") | dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("\u00ad\u200b\u2060"))


# Numbers

_SPACES = " \u00a0\u2007\u2009\u202f"
_SPACE = "[ \u00a0\u2007\u2009\u202f]"
_DIGITS = re.compile(
    rf"(?<![\w¶§#])(?<![^\W\d_][-‑.,’'])"
    rf"(?:\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)|\d{{1,3}}(?:,\d{{3}}){{2,}}(?!\d)|\d{{1,3}}(?:\.\d{{3}}){{2,}}(?!\d)"
    rf"|\d{{1,3}}(?:[’']\d{{3}})+(?!\d)|\d+)(?:[.,]\d+)*"
)
_LONGEST = 40
"""The most signs of a number; what is longer counts nothing that an article tells of."""
_WORD = re.compile(r"[^\W\d_]+(?:[-‑][^\W\d_]+)*\.?")
_GLUED = re.compile(r"[^\W\d_]+(?![\w])")
_NEXT = re.compile(rf"{_SPACE}*(?:(?:de{_SPACE}|d[’']|of{_SPACE}))?([%‰€$£°]|[^\W_]+(?:[-‑][^\W_]+)*)")
_AFTER_HYPHEN = re.compile(r"[-‑]([^\W\d_]+)")
_GLUED_SCALES = {"k": 10**3, "m": 10**6, "bn": 10**9, "md": 10**9, "mds": 10**9, "mrd": 10**9, "tn": 10**12, "x": 1, "×": 1}
_SHORT_SCALE = re.compile(rf"{_SPACE}(k|M|Md|Mds|Mrd|bn)(?=[€$£])")
_POINT = frozenset(("en", "zh", "ja", "ko", "he", "hi", "th"))
"""Languages that write a point before decimals, and a comma between thousands."""


def numbers(text: str, language: str) -> list[Number]:
    """The numbers of a text; those of its dates, its names (H100, GPT-4) and its paragraph marks are none."""
    taken = [(date.start, date.end) for date in dates(text, language)]
    halves = list(_halves(text, language))
    parts = [part for part in _fractions(text, language) if not any(one.start <= part.start < one.end for one in halves)]
    apart = [*halves, *parts, *_clock(text)]
    taken = sorted([*taken, *((number.start, number.end) for number in apart)])
    found = sorted([*_in_digits(text, language), *_in_words(text, language)], key=lambda number: number.start)
    whole = [number for number, inside in _marked(found, taken) if not inside]
    return sorted([*whole, *apart], key=lambda number: number.start)


def _marked(found: Sequence[Number], taken: Sequence[tuple[int, int]]) -> Iterator[tuple[Number, bool]]:
    place = 0
    for number in found:
        while place < len(taken) and taken[place][1] <= number.start:
            place += 1
        yield number, place < len(taken) and taken[place][0] < number.end


def _in_digits(text: str, language: str) -> Iterator[Number]:
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
    plain = re.sub(rf"{_SPACE}|[’']", "", digits)
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
    while match := re.compile(rf"(?:{_SPACE}+|[-‑])").match(text, end):
        word = _WORD.match(text, match.end())
        scale = scales.get(folded(word.group()).rstrip(".")) if word else None
        if word is None or scale is None:
            break
        value, end = value * scale, word.end() - (word.group().endswith("."))
    return value, end


def _with_unit(text: str, start: int, end: int, value: Decimal, *, ordinal: bool, kind: str = "") -> Number:
    unit = ""
    if percent := _PERCENT.match(text, end):
        return Number(start, end, text[start:end], _plain(value), percent.group().strip(_SPACES), "percent", ordinal)
    match = _AFTER_HYPHEN.match(text, end) or _NEXT.match(text, end)
    if match and not ordinal:
        unit = match.group(1)
        if any(c.isalpha() for c in unit):
            second = re.compile(rf"{_SPACE}([A-Z][A-Z0-9]+s?)\b").match(text, match.end())
            unit += f" {second.group(1)}" if second else ""
        if folded(unit.split()[0]) in FUNCTION_WORDS | PRONOUNS:
            unit = ""
    kind = kind or (UNITS.get(folded(unit), "") or UNITS.get(folded(unit.split()[0]), "") if unit else "")
    return Number(start, end, text[start:end], _plain(value), unit, kind, ordinal)


def _plain(value: Decimal) -> Decimal:
    """The same value, written without an exponent."""
    return Decimal(int(value)) if value == value.to_integral_value() else value.normalize()


_PERCENT = re.compile(rf"{_SPACE}(?:pour|per){_SPACE}cent\b", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W\d_]+")


def _in_words(text: str, language: str) -> Iterator[Number]:
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
        return between in ("-", "‑") or (between != "" and between.strip(_SPACES) == "")

    def _following(self, position: int) -> str:
        """The next word, where nothing but space stands before it."""
        return self._tokens[position + 1][2] if position + 1 < len(self._tokens) and self._adjacent(position + 1) else ""


_CLOCK = re.compile(
    rf"(?<![\w.,:])(\d{{1,2}})(?:(?:[:.]|{_SPACE}?[hH]{_SPACE}?)([0-5]\d)(?!\d)|(?={_SPACE}?[ap]\.?m\b))(?:{_SPACE}?([ap])\.?m\b\.?)?"
)


def _clock(text: str) -> Iterator[Number]:
    """The times of day of a text, in minutes since midnight: 18 h 30, 18:30, 6.30 pm."""
    for match in _CLOCK.finditer(text):
        hour, minute, half = int(match[1]), int(match[2] or 0), match[3]
        if hour < 24 and (half or "." not in match.group()):
            hour = hour % 12 + (12 if half == "p" else 0) if half else hour
            yield Number(*match.span(), match.group(), Decimal(60 * hour + minute), kind="clock")


_FRACTIONS = re.compile(
    r"\b(?:(half|moitié)|(?:(a|one|un|two|deux|three|trois|four|quatre)[ \u00a0-]"
    r"(thirds?|quarters?|fifths?|tenths?|tiers|quarts?|cinquièmes?|dixièmes?)))\b",
    re.IGNORECASE,
)


_HALVES = re.compile(
    rf"(?<!and a )(?<!and )\b(?:half[ -](?:an? )?|(?:un{_SPACE}|une{_SPACE})?demie?[-‑ \u00a0])"
    r"(dozen|hundred|thousand|million|billion|trillion|douzaine|centaine|millier|million|milliard)\b",
    re.IGNORECASE,
)


def _halves(text: str, language: str) -> Iterator[Number]:
    """Half a dozen, une demi-douzaine, half a million: half of what the word counts, and never all of it."""
    for match in _HALVES.finditer(text):
        if scale := SCALES.get(language, {}).get(folded(match[1])):
            yield _with_unit(text, match.start(), match.end(), Decimal(scale) / 2, ordinal=False)


def _fractions(text: str, language: str) -> Iterator[Number]:
    """A half, two thirds, un quart: parts of a whole, as numbers below one."""
    for match in _FRACTIONS.finditer(text) if language in NUMBER_WORDS else ():
        value = Decimal("0.5")
        if match[1] is None:
            times = NUMBER_WORDS["en"].get(folded(match[2])) or NUMBER_WORDS["fr"].get(folded(match[2]), 1)
            value = (Decimal(times) / PARTS[folded(match[3]).removesuffix("s")]).quantize(Decimal("0.0001")).normalize()
        yield Number(*match.span(), match.group(), value, kind="fraction")


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


# Dates

_YEAR = r"(?:1[0-9]|20)\d\d"
_ISO = re.compile(rf"(?<![\w-])({_YEAR})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?(?![\w-])")
_SLASHED = re.compile(rf"(?<![\w/])(0?[1-9]|[12]\d|3[01])[/.](0?[1-9]|1[0-2])[/.]({_YEAR})(?![\w/])")
_BARE_YEAR = re.compile(rf"(?<![\w.,/¶#$£€-])({_YEAR})(?:s|’s)?(?![\w%/])(?![.,]\d)(?!{_SPACE}\d{{3}}(?!\d))")


_DECADE = re.compile(rf"\bannées{_SPACE}([0-9]0)(?!\d)|(?<!\w)[’']?([2-9]0)s\b")


def _month_patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    names = MONTHS.get(language)
    if names is None:
        return None
    month = "|".join(sorted((re.escape(name) for name in names), key=len, reverse=True))
    after = re.compile(
        rf"(?<![\w.,])(?:(\d{{1,2}})(?:er|st|nd|rd|th|e)?{_SPACE}+(?:of{_SPACE}+)?)?\b({month})\b\.?"
        rf"(?:(?:{_SPACE}+|,{_SPACE}*|{_SPACE}+of{_SPACE}+|{_SPACE}+de{_SPACE}+)({_YEAR})(?!\w))?",
        re.IGNORECASE,
    )
    before = re.compile(
        rf"\b({month})\b\.?{_SPACE}+(?:the{_SPACE}+)?(\d{{1,2}})(?:st|nd|rd|th)?(?![\w%])(?![.,]\d)"
        rf"(?:,?{_SPACE}+({_YEAR})(?!\w))?",
        re.IGNORECASE,
    )
    return after, before


_PATTERNS = {language: _month_patterns(language) for language in MONTHS}


def dates(text: str, language: str) -> list[Date]:
    """The dates of a text, each as far as it is stated; a bare number of four digits is a year where it reads as one."""
    found: list[Date] = []

    def take(match: re.Match[str], year: str | None, month: int | None, day: str | None) -> None:
        start, end = match.span()
        while end > start and text[end - 1] in " ,.":
            end -= 1
        if not any(one.start < end and start < one.end for one in found):
            found.append(Date(start, end, text[start:end], int(year) if year else None, month, int(day) if day else None))

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
    """Whether a month's name alone means the month: "mars" and "May" may be something else."""
    name = match[2]
    if len(name) <= 4 and name.lower() not in ("mai", "mars", "juin", "août", "aout", "june", "july", "may"):
        return False  # an abbreviation alone: "sept" is a number
    before = folded(text[: match.start(2)]).rsplit(" ", 1)[-1].rpartition("'")[2]
    if language == "en":
        return name.lower() not in ("may", "march", "august") or before in DATE_LEADS
    return name[0].islower() and (name.lower() != "sept")


def _reads_as_year(text: str, match: re.Match[str], language: str) -> bool:
    lead = folded(text[max(0, match.start() - 24) : match.start()]).replace("'", " ").rstrip("(").split()
    if lead and lead[-1] in DATE_LEADS:
        return True
    after = _NEXT.match(text, match.end())
    unit = folded(after.group(1)) if after else ""
    if unit in UNITS or unit in SCALES.get(language, {}):
        return False
    return int(match[1]) >= 1900 and (not unit or unit in FUNCTION_WORDS or not lead or unit.isdigit())


# Quotations

_PAIRS: dict[str, Collection[str]] = {"«": "»", "“": "”", "„": "“”", "「": "」", "『": "』"}


LONGEST_QUOTATION = 10_000
"""How many characters a quotation may have; looking further for each mark that is never closed would take for ever."""


def quotes(text: str, _language: str = "") -> list[Quotation]:
    """The outermost quotations of a text, by « », “ ”, „ “ and straight marks; one that is not closed is none."""
    found: list[Quotation] = []
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
                found.append(Quotation(place, end + 1, text[place : end + 1], inside))
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


# Names

_NAME_TOKEN = re.compile(r"[^\W_]+(?:[’'‘.&+\-‑/][^\W_]+)*(?:\.(?=[A-Z]\.))?")
_STARTS = frozenset('.!?…:«“„"—–•\n')
_BETWEEN = re.compile(rf"{_SPACE}*(?:&{_SPACE}*)?")


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str
    first: bool
    """Whether it begins a sentence, so that its capital says nothing."""


def names(text: str, language: str, ordinary: Collection[str] = frozenset()) -> list[Name]:
    """The proper names of a text: runs of capitalised words, acronyms, product names (H100, iOS, ChatGPT).

    `ordinary` holds words, folded, that are known to be written small elsewhere: at a sentence's start they are no
    name. Adjectives of nationality, months, days of the week and titles are none.
    """
    found: list[Name] = []
    run: list[_Word] = []
    particles: list[_Word] = []
    for word in _words(text, language):
        if run and not _touches(text, (particles or run)[-1], word):
            found.extend(_name(text, run, language, ordinary))
            run, particles = [], []
        if _capital(word.text):
            if run and particles and _adjective(word.text):
                found.extend(_name(text, run, language, ordinary))
                run = []
            run = [*run, *particles, word] if run else [word]
            particles = []
        elif run and folded(word.text) in PARTICLES and len(particles) < 2:
            particles.append(word)
        elif run:
            found.extend(_name(text, run, language, ordinary))
            run, particles = [], []
    if run:
        found.extend(_name(text, run, language, ordinary))
    return found


def _touches(text: str, one: _Word, other: _Word) -> bool:
    return _BETWEEN.fullmatch(text, one.end, other.start) is not None


def _words(text: str, language: str) -> Iterator[_Word]:
    first = True
    last = 0
    for match in _NAME_TOKEN.finditer(text):
        between = text[last : match.start()]
        first = first if last == 0 else any(mark in _STARTS for mark in between)
        last = match.end()
        start, end = match.span()
        if language == "fr":
            elided = ELISION.match(match.group())
            start += elided.end() if elided else 0
        else:
            for ending in ("’s", "'s"):
                end -= 2 if text[start:end].endswith(ending) else 0
        if start < end:
            # What follows an elided article stands no longer at the sentence's beginning: "L’Amérique", "L’article".
            yield _Word(start, end, text[start:end], first and start == match.start())


def _capital(word: str) -> bool:
    """Whether a word looks like a name: an inner or a first capital."""
    return any(c.isupper() for c in word) and any(c.isalpha() for c in word)


def _special(word: str) -> bool:
    """Whether no sentence's start explains its capitals: an acronym, digits with letters, a capital inside."""
    letters = [c for c in word if c.isalpha()]
    inner = any(b.isupper() and a.isalnum() for a, b in pairwise(word))
    return (inner and len(letters) > 1) or (any(c.isdigit() for c in word) and bool(letters))


def _adjective(word: str) -> bool:
    parts = [folded(part) for part in re.split(r"[-‑]", word)]
    return all(part.removesuffix("s") in ADJECTIVES or part in ADJECTIVES for part in parts)


def _no_name(word: _Word, language: str) -> bool:
    key = folded(word.text)
    return (
        _adjective(word.text)
        or key in MONTHS.get(language, {})
        or key.rstrip("s") in WEEKDAYS
        or key in TITLES
        or key in INSTITUTIONS
        or (len(word.text) == 1 and not word.text.isdigit())
        or (key in FUNCTION_WORDS and not (word.text.isupper() and len(word.text) > 1))
    )


_ARTICLES = frozenset(("the", "a", "an", "le", "la", "les", "un", "une"))


def _name(text: str, run: list[_Word], language: str, ordinary: Collection[str]) -> Iterator[Name]:
    """The names in a run of capitalised words: without what in it is none."""
    for piece in _pieces(run, language):
        words = _without_lead(piece, ordinary)
        if words:
            start, end = words[0].start, words[-1].end
            owning = language == "en" and text[end : end + 2] in ("’s", "'s")  # what owns something is mostly somebody
            sure = len(words) > 1 or owning or not words[0].first or _special(words[0].text)
            yield Name(start, end, text[start:end], sure)


def _pieces(run: list[_Word], language: str) -> Iterator[list[_Word]]:
    """The run, cut at words that are no part of a name: nationalities, titles, months."""
    piece: list[_Word] = []
    for word in run:
        if _capital(word.text) and _no_name(word, language) and not (word.first and folded(word.text) in _ARTICLES):
            yield _trimmed(piece)
            piece = []
        else:
            piece.append(word)
    yield _trimmed(piece)


def _trimmed(piece: list[_Word]) -> list[_Word]:
    """Without the particles at its ends."""
    capitals = [place for place, word in enumerate(piece) if _capital(word.text)]
    return piece[capitals[0] : capitals[-1] + 1] if capitals else []


def _without_lead(piece: list[_Word], ordinary: Collection[str]) -> list[_Word]:
    """Without the ordinary word that owes its capital to the sentence's start; "The" may belong to the name."""
    if not piece or not piece[0].first or _special(piece[0].text):
        return piece
    key = folded(piece[0].text)
    if key == "the" and len(piece) > 1:
        return piece
    return _trimmed(piece[1:]) if key in FUNCTION_WORDS or key in ordinary or key in _ARTICLES else piece


Kind = Literal["number", "date", "quotation", "name"]


def all_mentions(text: str, language: str) -> list[tuple[Kind, Mention]]:
    """Everything that a text mentions, in the order of its characters."""
    found: list[tuple[Kind, Mention]] = [
        *(("number", one) for one in numbers(text, language)),
        *(("date", one) for one in dates(text, language)),
        *(("quotation", one) for one in quotes(text, language)),
        *(("name", one) for one in names(text, language)),
    ]
    return sorted(found, key=lambda pair: (pair[1].start, -pair[1].end))
