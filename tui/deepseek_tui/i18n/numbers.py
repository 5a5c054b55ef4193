"""Numbers as each language writes them, never rounded."""

from decimal import Decimal

_GROUP = {"en": ",", "fr": "\u202f"}
_POINT = {"en": ".", "fr": ","}
_SCALES = ((Decimal(10**9), {"en": ("billion", "billion"), "fr": ("milliard", "milliards")}),
           (Decimal(10**6), {"en": ("million", "million"), "fr": ("million", "millions")}))  # fmt: skip
_DECIMALS = 3
"""How many decimals a compact number may have; one that needs more is written in full."""


def number(value: float, language: str) -> str:
    """The value in full: 1,300,000.5 in English, 1 300 000,5 in French (narrow no-break spaces), plain digits elsewhere."""
    return _written(Decimal(repr(value)), language)


def compact(value: float, language: str) -> str:
    """The value with a word for millions and billions where it is short: 1.3 million, 1,3 million, 2 millions, 4 milliards.

    Below a million, or where it would take more than three decimals, the value in full: no digit is rounded away.
    """
    exact = Decimal(repr(value))
    for scale, words in _SCALES:
        share = exact / scale
        if language in words and abs(share) >= 1 and share * scale == exact and _decimals(share) <= _DECIMALS:
            return f"{_written(share, language)} {words[language][abs(share) >= 2]}"
    return _written(exact, language)


def quantity(value: float, unit: str, language: str) -> str:
    """A compact number and its unit; French puts « de » after a million and a milliard: 1,3 million de GPU."""
    written = compact(value, language)
    of = " de" if language == "fr" and written[-1].isalpha() else ""
    return f"{written}{of} {unit}".rstrip()


def _decimals(value: Decimal) -> int:
    _, _, after = f"{value:f}".partition(".")
    return len(after.rstrip("0"))


def _written(value: Decimal, language: str) -> str:
    whole, _, after = f"{value or Decimal(0):,f}".partition(".")  # no sign on a zero
    after = after.rstrip("0")
    return whole.replace(",", _GROUP.get(language, "")) + (_POINT.get(language, ".") + after if after else "")
