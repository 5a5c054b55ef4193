"""Numbers that identify something instead of counting: flights, pages, telephones, addresses, scores.

They support what a story says of the same number, but are no figures.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from deepseek_tui.article.extraction.mention import SPACE, folded
from deepseek_tui.article.extraction.quantity import CLOCK, IDENTIFIER, NumberMention, counted, value_of
from deepseek_tui.article.extraction.quantity_words import (
    NUMBERED,
    NUMBERED_IF_CAPITALISED,
    SCORED,
    STREETS_EN,
    STREETS_FR,
    VERBS_AFTER_NUMBER,
)
from deepseek_tui.article.extraction.word_lists import FUNCTION_WORDS, MONTHS, WEEKDAYS

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")

# These are recognised by their form alone: telephone numbers, book numbers, dates and versions.
_FORMS = re.compile(
    r"(?<![\w.,+])\+\d{1,3}(?:[ \u00a0\u202f.-]\(?\d{1,4}\)?){2,6}(?![\w%])"  # Telephone numbers: +33 1 23 45 67 89
    r"|(?<![\w.,])\(?\d{3}\)?[ -]\d{3}[-‑]\d{4}(?!\w)"  # Telephone numbers: (555) 123-4567
    r"|(?<![\w.,])0\d(?:[ \u00a0\u202f.-]\d{2}){3,4}(?!\w)"  # Telephone numbers: 01 23 45 67 89
    r"|(?<![\w.,])0[ \u00a0\u202f]\d{3}(?:[ \u00a0\u202f]\d{2,3}){2,3}(?!\w)"  # Telephone numbers: 0 800 12 34 56
    r"|(?<![\w.,])0\d{1,4}(?:[ \u00a0\u202f-]\d{3,4}){1,3}(?!\w)"  # Telephone numbers: 0300 123 456
    r"|\b(?:ISBN|ISSN|SIRET|SIREN|IBAN|DOI)(?:-1[03])?\b[ \u00a0:]*[\dX][\dX \u00a0-]*[\dX]"
    r"|(?<![\w.,-])\d{1,2}(?:[-‑–]\d{1,2}){2,}(?![\w-])"  # Line-ups of teams: 4-3-3
    r"|(?<![\w.,])\d0s\b"  # Ages in decades: in his 50s
    r"|(?<![\w.,])\d{1,2}[x×]\d{1,2}(?!\w)"  # Names of types: 4x4
    r"|(?<![\w.,])\d{1,4}(?:/\d{1,4})+(?![\w/])"  # Dates and the like: 03/04/2024, 24/7
    r"|(?<![\w.,-])\d{1,2}[-.]\d{1,2}[-.](?:19|20)?\d\d(?![\w.-])"  # Dates: 10-01-2024
    r"|(?<![\w.,])\d+(?:\.\d+){2,}(?!\w)"  # Versions: 3.1.4
    r"|(?<![\w.,/-])(?<!\d[ \u00a0\u2007\u2009\u202f])0\d+(?![\w.,]*\d)"  # Codes with leading zeros: 007
)
_STREETS = {
    "fr": re.compile(
        rf"(?<![\w.,-])\d{{1,4}}(?:[-/]\d{{1,4}})?(?:,?{SPACE}(?:bis|ter))?,?{SPACE}(?:{STREETS_FR})\b(?={SPACE}\w)",
        re.IGNORECASE,
    ),
    "en": re.compile(rf"(?<![\w.,-])\d{{1,5}}[A-Z]?{SPACE}(?:[A-Z][\w’'.]*{SPACE}){{1,3}}(?:{STREETS_EN})\b"),
}
_POSTAL = re.compile(rf"(?<=[,(]{SPACE})\d{{5}}(?={SPACE}[A-ZÉ])|\(\d{{5}}\)")
_JOINED = re.compile(rf"(?<![\w.,/-])(\d{{1,3}})[-‑–](\d{{1,3}})(?![\w/%°$€£-])(?![.,]\d)(?!{SPACE}?[%°€$£])")
_SCORE_WORDS = re.compile(SCORED)
_SPOKEN_SCORE = re.compile(rf"(?<![\w.,])\d{{1,3}}{SPACE}(?:à|to){SPACE}\d{{1,3}}(?={SPACE}*[,.;:)!?]|{SPACE}*\Z)")
_ACCENTS = str.maketrans({"a": "[aàâ]", "c": "[cç]", "e": "[eéèêë]", "i": "[iîï]", "o": "[oô]", "u": "[uùû]"})


def _accented(words: str) -> str:
    """Return a pattern of folded words that matches them with their accents as well."""
    return words.translate(_ACCENTS)


_WEEKDAY = re.compile(
    rf"\b(?:{'|'.join(sorted(WEEKDAYS))}){SPACE}(\d{{1,2}})(?:er|st|nd|rd|th)?(?![\w%])(?![.,]\d)(?!{SPACE}[a-zé]{{3,}})",
    re.IGNORECASE,
)
"""A day of the month without the month's name: « jeudi 12 »."""
_LONE_DAY = re.compile(rf"\b[Ll]e{SPACE}\d{{1,2}}(?={SPACE}*(?:[.;:)!?]|,(?!\d)|\Z)|{SPACE}(?:au|et|pour)\b)")
"""A day of the month after "le", without the month's name: « rouvrira le 16 »."""
_NUMBERED = {
    language: re.compile(
        rf"(?<![\w-])(?:{_accented(words)}){SPACE}*(?:n°{SPACE}?|no\.?{SPACE}|#)?(\d[\d.,]*(?<![.,])(?:[-‑–]\d+)?)(?![\w%]|{SPACE}?[%°€£$])",
        re.IGNORECASE,
    )
    for language, words in NUMBERED.items()
}
_NUMBER_LIST = re.compile(rf"(?:,{SPACE}|{SPACE}(?:and|et|or|ou|to|à){SPACE})(\d+)(?![\w.,]*\d)")
_CAPITALISED = re.compile(
    rf"(?<!\w)([^\W\d_][^\W\d_’'.-]*){SPACE}(\d{{1,4}}(?:\.\d+)?)(?![\w%]|[.,]\d|{SPACE}\d{{3}}\b|{SPACE}?[%°€£$])"
)
_ORDINARY_WORD = re.compile(rf"{SPACE}([^\W\d_]+)")
_ARTICLE_BEFORE = re.compile(
    rf"\b(?:an?|the|its|their|this|un|une|le|la|les|du|au|des|ce){SPACE}(?:[^\W\d_]+[-‑ ])?\Z", re.IGNORECASE
)

_WINDOW = 40
"""The number of characters before a number that are searched for its context."""
_AFTER_STAMP = re.compile(rf"{SPACE}*(?:[:–—-]|\n|\Z)")
_MERIDIEM = rf"{SPACE}?([ap])\.?{SPACE}?m\b\.?"
_CLOCK = re.compile(
    rf"(?<![\w.,:/-])(?:(\d{{1,2}})(?:[:.]|{SPACE}?[hH]{SPACE}?)([0-5]\d)(?::[0-5]\d)?(?!\d)(?:(?:{SPACE}?min\b)?)(?:{_MERIDIEM})?"
    rf"|(\d{{1,2}})(?:{_MERIDIEM}|{SPACE}o[’']clock\b|{SPACE}(?:heures?){SPACE}(?:du{SPACE}matin|du{SPACE}soir|de{SPACE}l[’']après-midi)))",
    re.IGNORECASE,
)
_HOUR = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_SPOKEN_CLOCK = re.compile(
    rf"\b(?:(?:{_HOUR}|twenty|twenty-five|quarter|half)(?: minutes)? past {_HOUR}\b|{_HOUR} o[’']clock)", re.IGNORECASE
)
"""A time of day in words: "ten past six"."""
_TIME_ZONE = re.compile(rf"{SPACE}?(?:GMT|BST|UTC|CET|CEST|E[SD]?T|P[SD]?T|C[SD]T|IST|local time|hours)\b")
_HOURS_FR = re.compile(
    rf"\b(?:à|dès|vers|jusqu[’']à|entre|avant){SPACE}(\d{{1,2}}){SPACE}?(?:h|heures)\b(?!{SPACE}?\d)",
    re.IGNORECASE,
)
_HOUR_ALONE = re.compile(r"(?<![\w.,])(\d{1,2})h(?![\w/])")
_DURATION_BEFORE = re.compile(
    r"\b(?:pendant|durant|en|toutes les|sous|moins de|plus de|environ|apres|total de|duree de|for|in|after"
    r"|least|than|time of)(?: (?:plus|moins) de)? \Z"
)


def identifiers(text: str, language: str) -> list[NumberMention]:
    """Return the numbers that identify something, in text order and without overlaps."""
    spans = sorted(_identifier_spans(text, language))
    found: list[NumberMention] = list(_clock(text))
    for match in _SPOKEN_CLOCK.finditer(text) if language == "en" else ():
        found.append(counted(*match.span(), text, CLOCK, Decimal(0)))
    for start, end in spans:
        for digits in _DIGITS.finditer(text, start, end):
            if not any(one.start < digits.end() and digits.start() < one.end for one in found):
                found.append(counted(*digits.span(), text, IDENTIFIER, value_of(digits.group(), language)))
    return sorted(found, key=lambda number: number.start)


def _identifier_spans(text: str, language: str) -> Iterator[tuple[int, int]]:
    for pattern in (_FORMS, _STREETS.get(language), _POSTAL, _LONE_DAY if language == "fr" else None):
        if pattern is None:
            continue
        yield from (match.span() for match in pattern.finditer(text) if not _is_mixed_fraction(match))
    yield from (match.span(1) for match in _WEEKDAY.finditer(text))
    yield from _scores(text)
    yield from _numbered(text, language)
    yield from _after_names(text)


def _is_mixed_fraction(match: re.Match[str]) -> bool:
    """Return whether digits and a slash belong to a fraction: "5 1/2"."""
    top, _, bottom = match.group().partition("/")
    return bottom in ("2", "3", "4", "5", "8") and top.isdigit() and int(top) < int(bottom)


def _scores(text: str) -> Iterator[tuple[int, int]]:
    for match in _JOINED.finditer(text):
        first, second = int(match[1]), int(match[2])
        around = folded(text[max(0, match.start() - 60) : match.end() + 30])
        counts = _ORDINARY_WORD.match(text, match.end())
        names_unit = counts is not None and folded(counts[1]) not in FUNCTION_WORDS
        if first >= second or (_SCORE_WORDS.search(around) and not names_unit):
            yield match.span()
    for match in _SPOKEN_SCORE.finditer(text):
        if _SCORE_WORDS.search(folded(text[max(0, match.start() - 60) : match.start()])):
            yield match.span()


def _numbered(text: str, language: str) -> Iterator[tuple[int, int]]:
    pattern = _NUMBERED.get(language)
    for match in pattern.finditer(text) if pattern else ():
        word = match.group().split()[0]
        if folded(word) in NUMBERED_IF_CAPITALISED and not word[0].isupper():
            continue
        if (
            word.lower().endswith("s")
            and word.lower() not in ("bus", "class", "series")
            and _counts_something(text, match.end(1))
        ):
            continue
        yield match.span(1)
        end = match.end(1)
        while (following := _NUMBER_LIST.match(text, end)) and not _counts_something(text, following.end()):
            yield following.span(1)
            end = following.end()


def _after_names(text: str) -> Iterator[tuple[int, int]]:
    """Yield numbers that belong to a name, as in "Boeing 787" or "Apollo 11"."""
    for match in _CAPITALISED.finditer(text):
        word, key = match[1], folded(match[1])
        if not word[0].isupper() or key in FUNCTION_WORDS or key in WEEKDAYS or _is_month(key):
            continue
        before = text[max(0, match.start() - _WINDOW) : match.start()]
        starts_sentence = not before.strip() or before.rstrip()[-1] in '.!?:«“"—–\n'
        if starts_sentence and not word.isupper():
            continue
        following = _ORDINARY_WORD.match(text, match.end())
        if following is None or _ARTICLE_BEFORE.search(before) or not _counts_something(text, match.end()):
            yield match.span(2)


def _is_month(key: str) -> bool:
    return any(key in names for names in MONTHS.values())


def _counts_something(text: str, end: int) -> bool:
    """Return whether the word after a number shows that the number counts something.

    It is the noun counted, or a verb that says what the counted persons did.
    """
    following = _ORDINARY_WORD.match(text, end)
    key = folded(following[1]) if following else ""
    return key in VERBS_AFTER_NUMBER or (
        key != "" and key not in FUNCTION_WORDS and following is not None and following[1][0].islower()
    )


def _clock(text: str) -> Iterator[NumberMention]:
    """Yield the times of day in a text, as minutes since midnight.

    The formats are 18 h 30, 18:30, 6.30 pm, 17.30 GMT, 6 a.m., 5 o'clock and « 18 heures » after a preposition.
    """
    taken = -1
    for match in sorted(
        (*_CLOCK.finditer(text), *_HOURS_FR.finditer(text), *_HOUR_ALONE.finditer(text)), key=lambda match: match.start()
    ):
        if match.start() < taken:
            continue
        groups = match.groups()
        hour = int(groups[0] or groups[3])
        minute = int(groups[1] or 0) if len(groups) > 1 else 0
        half = (groups[2] or groups[4] or "").lower() if len(groups) > 1 else ""
        start = match.start(1) if match.start(1) >= 0 else match.start()
        is_dotted = "." in text[start : start + 3] and not half
        if hour > 24 or (is_dotted and not _TIME_ZONE.match(text, match.end()) and not _opens_a_stamp(text, match)):
            continue
        if (
            not half
            and _DURATION_BEFORE.search(folded(text[max(0, start - 20) : start]) + " ")
            and "h" in match.group().lower()
        ):
            continue
        hour = hour % 12 + (12 if half == "p" else 0) if half else hour
        yield counted(start, match.end(), text, CLOCK, Decimal(60 * hour + minute))
        taken = match.end()


def _opens_a_stamp(text: str, match: re.Match[str]) -> bool:
    """Return whether a time with a dot begins a live blog's entry.

    An example is "09.15 – The doors open".
    """
    return match.start() < 3 and not text[: match.start()].strip() and _AFTER_STAMP.match(text, match.end()) is not None
