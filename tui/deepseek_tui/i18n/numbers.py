"""Formatting of numbers in the interface language, without rounding."""

from decimal import Decimal

from deepseek_tui.i18n.languages import LANGUAGES, language_of

_DECIMALS = 3
"""The most decimals of a number with a word such as million; others are written in full."""


def number(value: float, language: str) -> str:
    """Return a number in full, by the rules of a language.

    An example is 1,300,000.5.
    """
    return _written(Decimal(repr(value)), language)


def compact(value: float, language: str) -> str:
    """Return a large number with the word million or billion.

    An example is "1.3 million". Below a million, or with more than three decimals, the number is written in full
    without rounding.
    """
    return _scaled(value, language) or number(value, language)


def quantity(value: float, unit: str, language: str) -> str:
    """Return a number with its unit, such as "1.3 million chips"."""
    scaled = _scaled(value, language)
    if scaled:
        return f"{scaled}{language_of(language).scale_link if unit else ''}{unit}"
    return f"{number(value, language)} {unit}".rstrip()


def _scaled(value: float, language: str) -> str:
    """Return a number with the word million or billion.

    The result is empty if neither word is suitable.
    """
    if language not in LANGUAGES:
        return ""
    exact, ways = Decimal(repr(value)), language_of(language)
    for power, words in ways.scales.items():
        share = exact.scaleb(-power)
        if abs(share) >= 1 and _decimals(share) <= _DECIMALS:
            return f"{_written(share, language)} {words[not ways.singular(float(abs(share)))]}"
    return ""


def _decimals(value: Decimal) -> int:
    _, _, after = f"{value:f}".partition(".")
    return len(after.rstrip("0"))


def _written(value: Decimal, language: str) -> str:
    whole, _, after = f"{value or Decimal(0):,f}".partition(".")  # Replacing −0 by 0 avoids a minus sign before zero.
    after = after.rstrip("0")
    if language not in LANGUAGES:
        return whole.replace(",", "") + (f".{after}" if after else "")
    ways = language_of(language)
    return whole.replace(",", ways.group) + (ways.point + after if after else "")
