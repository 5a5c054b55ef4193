"""Numbers as each language writes them, never rounded."""

from decimal import Decimal

from deepseek_tui.i18n.languages import LANGUAGES, language_of

_DECIMALS = 3
"""How many decimals a compact number may have; one that needs more is written in full."""


def number(value: float, language: str) -> str:
    """The value in full: 1,300,000.5 in English, 1 300 000,5 in French (narrow no-break spaces), plain digits elsewhere."""
    return _written(Decimal(repr(value)), language)


def compact(value: float, language: str) -> str:
    """The value with a word for millions and billions where it is short: 1.3 million, 1,3 million, 2 millions, 4 milliards.

    Below a million, or where it would take more than three decimals, the value in full: no digit is rounded away.
    """
    return _scaled(value, language) or number(value, language)


def quantity(value: float, unit: str, language: str) -> str:
    """A compact number and its unit; French puts « de » after a million and a milliard: 1,3 million de GPU."""
    scaled = _scaled(value, language)
    if scaled:
        return f"{scaled}{language_of(language).scale_link if unit else ''}{unit}"
    return f"{number(value, language)} {unit}".rstrip()


def _scaled(value: float, language: str) -> str:
    """The value with a word for its power of ten, or nothing where it has none or would not be short."""
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
    whole, _, after = f"{value or Decimal(0):,f}".partition(".")  # no sign on a zero
    after = after.rstrip("0")
    if language not in LANGUAGES:
        return whole.replace(",", "") + (f".{after}" if after else "")
    ways = language_of(language)
    return whole.replace(",", ways.group) + (ways.point + after if after else "")
