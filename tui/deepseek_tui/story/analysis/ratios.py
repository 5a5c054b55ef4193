"""Ratios of figures, computed only where the story allows the comparison."""

from typing import NamedTuple

from deepseek_tui.story.analysis.index import Index
from deepseek_tui.story.format.model import Comparison, Figure
from deepseek_tui.story.format.text import Text
from deepseek_tui.story.format.vocabulary import Bound

_INVERSE = {
    Bound.LESS_THAN: Bound.MORE_THAN,
    Bound.MORE_THAN: Bound.LESS_THAN,
    Bound.AT_MOST: Bound.AT_LEAST,
    Bound.AT_LEAST: Bound.AT_MOST,
}
"""The bound of 1/n, for each bound of n that differs."""
_STRICT = {Bound.AT_MOST: Bound.LESS_THAN, Bound.AT_LEAST: Bound.MORE_THAN}
"""The bound that excludes the value itself, for each bound that includes it."""


class FigureRatio(NamedTuple):
    """Larger figure divided by the smaller one, with bound and caveat."""

    larger: Figure
    smaller: Figure
    value: float
    bound: Bound
    caveat: Text


def figure_ratios(index: Index) -> list[FigureRatio]:
    """Return the ratios that the story allows, in story order.

    There is one for each pair of figures.
    """
    found: dict[frozenset[str], FigureRatio] = {}
    for figure in index.story.figures:
        for comparison in figure.comparisons:
            pair = frozenset((figure.id, comparison.figure))
            quotient = _ratio(index, figure, comparison)
            if quotient is not None and pair not in found:
                found[pair] = quotient
    return list(found.values())


def _ratio(index: Index, figure: Figure, comparison: Comparison) -> FigureRatio | None:
    """Return the ratio of two figures, or None if not allowed.

    Either figure may forbid it. It is also None if the numbers or bounds do not determine it.
    """
    other = index.items.get(comparison.figure)
    if not isinstance(other, Figure) or other.id == figure.id or not comparison.allowed or _forbids(other, figure.id):
        return None
    larger, smaller = (figure, other) if figure.value >= other.value else (other, figure)
    bound = bound_of(larger.bound, smaller.bound)
    if smaller.value <= 0 or bound is None:
        return None
    return FigureRatio(larger, smaller, larger.value / smaller.value, bound, comparison.caveat)


def _forbids(figure: Figure, other: str) -> bool:
    return any(comparison.figure == other and not comparison.allowed for comparison in figure.comparisons)


def bound_of(numerator: Bound, denominator: Bound) -> Bound | None:
    """Return the bound of a ratio of positive numbers, or None.

    Dividing a number by "less than n" gives "more than" the ratio. None if the bounds point in opposite directions, or if
    one is a bound and the other approximate.
    """
    inverse = _INVERSE.get(denominator, denominator)
    if numerator is inverse or inverse is Bound.AS_PRINTED:
        return numerator
    if numerator is Bound.AS_PRINTED:
        return inverse
    strict = _STRICT.get(numerator, numerator)
    return strict if strict is _STRICT.get(inverse, inverse) and strict is not Bound.ABOUT else None
