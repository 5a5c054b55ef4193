"""Halves and other fractions in a text.

Examples are "two thirds", "half a dozen", "2½" and « un million et demi ».
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from deepseek_tui.article.extraction.mention import SPACE, folded
from deepseek_tui.article.extraction.quantity import FRACTION, NumberMention, counted, measured, without_exponent
from deepseek_tui.article.extraction.word_lists import FRACTION_PARTS, NUMBER_WORDS, SCALES

_SIGNS = {
    "½": "1/2",
    "⅓": "1/3",
    "⅔": "2/3",
    "¼": "1/4",
    "¾": "3/4",
    "⅕": "1/5",
    "⅛": "1/8",
    "⅜": "3/8",
    "⅝": "5/8",
    "⅞": "7/8",
}
_SIGN = "".join(_SIGNS)
_MIXED = re.compile(
    rf"(?<![\w.,/-])(?:(\d{{1,3}})(?:{SPACE}?([{_SIGN}])|[-‑ \u00a0](\d)/(\d{{1,2}})(?![\w/]))"
    rf"|([{_SIGN}])|(\d)/(\d)(?![\w/]))"
)
_FRACTIONS = re.compile(
    r"\b(?:(half|moitié)|(?:(a|one|un|two|deux|three|trois|four|quatre)[ \u00a0-]"
    r"(thirds?|quarters?|fifths?|tenths?|tiers|quarts?|cinquièmes?|dixièmes?)))\b",
    re.IGNORECASE,
)
_HALF_SCALES = re.compile(
    rf"(?<!and a )(?<!and )\b(?:half[ -](?:an? )?|(?:un{SPACE}|une{SPACE})?demie?[-‑ \u00a0])"
    r"(dozen|hundred|thousand|million|billion|trillion|douzaine|centaine|millier|million|milliard)\b",
    re.IGNORECASE,
)
_AND_A_HALF = re.compile(
    rf"(?:[ \u00a0-]and[ \u00a0-]a[ \u00a0-]half|{SPACE}et{SPACE}demie?)\b"
    r"(?:[ \u00a0-](thousand|million|billion|trillion)\b)?",
    re.IGNORECASE,
)
_NOUN_BETWEEN = re.compile(
    rf"{SPACE}([^\W\d_]+)(?=(?:{SPACE}and{SPACE}a{SPACE}half|{SPACE}et{SPACE}demie?)\b)", re.IGNORECASE
)
_ONE_AND_A_HALF = re.compile(
    rf"\b(?:an?|une?){SPACE}([^\W\d_]+){SPACE}(?:and{SPACE}a{SPACE}half|et{SPACE}demie?)\b", re.IGNORECASE
)


def half_scales(text: str, language: str) -> Iterator[NumberMention]:
    """Yield halves of larger numbers, such as "half a dozen" and "half a million"."""
    for match in _HALF_SCALES.finditer(text):
        if scale := SCALES.get(language, {}).get(folded(match[1])):
            yield measured(text, match.span(), Decimal(scale) / 2, language, scale=scale)


def mixed_numbers(text: str, language: str) -> Iterator[NumberMention]:
    """Yield numbers with fractions in digits, such as 2½, 5-1/2 and ¾."""
    for match in _MIXED.finditer(text):
        whole, sign, top, bottom, lone, over, under = match.groups()
        if sign or lone:
            over, under = _SIGNS[sign or lone].split("/")
        elif whole:
            over, under = top, bottom
        if not 0 < int(over) < int(under):
            continue
        value = without_exponent((int(whole or 0) + Decimal(over) / int(under)).quantize(Decimal("0.0001")))
        if whole:
            yield measured(text, match.span(), value, language)
        else:
            yield counted(*match.span(), text, FRACTION, value)
    for match in _ONE_AND_A_HALF.finditer(text) if language in NUMBER_WORDS else ():
        if folded(match[1]) not in SCALES[language]:
            start, end = match.start(), match.start(1) - 1
            number = measured(text, (start, end), Decimal(1), language)
            yield replace(number, value=Decimal("1.5"))


def with_half(text: str, number: NumberMention, language: str) -> NumberMention:
    """Return a number, increased by a half that follows it.

    Examples are "two and a half", « un million et demi » and « deux ans et demi ».
    """
    if number.value != number.value.to_integral_value():
        return number
    if half := _AND_A_HALF.match(text, number.end):
        scale = SCALES.get(language, {}).get(folded(half[1] or ""), 1)
        value = (number.value + Decimal(number.scale) / 2) * scale
        return measured(text, (number.start, half.end()), value, language, kind=number.kind, scale=max(scale, number.scale))
    if (noun := _NOUN_BETWEEN.match(text, number.end)) and noun[1] == number.unit:
        return replace(number, value=number.value + Decimal("0.5"))
    return number


def fractions(text: str, language: str) -> Iterator[NumberMention]:
    """Yield fractions such as "a half" and "two thirds" as numbers below one."""
    for match in _FRACTIONS.finditer(text) if language in NUMBER_WORDS else ():
        value = Decimal("0.5")
        if match[1] is None:
            times = NUMBER_WORDS["en"].get(folded(match[2])) or NUMBER_WORDS["fr"].get(folded(match[2]), 1)
            part = FRACTION_PARTS[folded(match[3]).removesuffix("s")]
            value = (Decimal(times) / part).quantize(Decimal("0.0001")).normalize()
        yield counted(*match.span(), text, FRACTION, value)
