"""Numbers in a text, with their value, their role and the thing they count."""

import re
from dataclasses import dataclass
from decimal import Decimal

from deepseek_tui.article.extraction.mention import SPACE, Mention, folded
from deepseek_tui.article.extraction.units import unit_after
from deepseek_tui.article.extraction.word_lists import UNITS

CLOCK, FRACTION, IDENTIFIER = "clock", "fraction", "identifier"
"""Kinds of numbers that count nothing: times of day, fractions, and identifiers such as flight or page numbers."""


@dataclass(frozen=True, slots=True)
class NumberMention(Mention):
    """A number in digits or words. Ordinals ("the first", "10e") are flagged."""

    value: Decimal
    unit: str = ""
    """The noun counted or the unit of measure, as written: years, flight attendants, GPU H100, %."""
    kind: str = ""
    """The quantity that a common unit measures: year, month, percent, times …

    It is the same in every language. Numbers that count nothing have a kind of their own.
    """
    ordinal: bool = False
    is_reference: bool = False
    """Whether the number refers to things just named, as in "these two" or "les deux chiffres", and counts nothing."""
    scale: int = 1
    """The last word of magnitude in the number, such as "million"."""

    @property
    def is_quantity(self) -> bool:
        """Whether the number counts or measures something."""
        if self.is_reference and not self.unit:
            return False
        return not self.ordinal and self.kind not in (CLOCK, FRACTION, IDENTIFIER)


Span = tuple[int, int]


def measured(
    text: str, span: Span, value: Decimal, language: str, *, kind: str = "", scale: int = 1, ordinal: bool = False
) -> NumberMention:
    """Return the number at a span of a text, with its unit."""
    start, end = span
    unit = "" if ordinal else unit_after(text, end, value, language)
    return NumberMention(
        start, end, text[start:end], without_exponent(value), unit, kind or kind_of(unit), ordinal, scale=scale
    )


def kind_of(unit: str) -> str:
    """Return the quantity that a unit measures, or "" for an uncommon unit."""
    key = folded(unit)
    words = key.split()
    if re.fullmatch("(?:per|pour)[ -]cent", key):
        return "percent"
    if (
        not words
        or words[0] in ("square", "cubic")
        or words[-1] in ("carre", "carres", "carree", "carrees", "cube", "cubes")
    ):
        return ""
    return UNITS.get(key) or UNITS.get(words[-1]) or UNITS.get(words[0]) or ("degree" if key.startswith("°") else "")


def counted(start: int, end: int, text: str, kind: str, value: Decimal) -> NumberMention:
    """Return a mention of a number that counts nothing, of the given kind."""
    return NumberMention(start, end, text[start:end], value, kind=kind)


def without_exponent(value: Decimal) -> Decimal:
    """Return an equal decimal value that prints without an exponent."""
    return Decimal(int(value)) if value == value.to_integral_value() else value.normalize()


def value_of(digits: str, language: str) -> Decimal:
    """Return the value of digits with the separators of a language."""
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


_DECIMAL_POINT_LANGUAGES = frozenset(("en", "zh", "ja", "ko", "he", "hi", "th"))
"""Languages with a decimal point and a comma between thousands."""
