"""Quotients: how many times one figure is another, computed only where the story allows the comparison."""

from typing import NamedTuple

from deepseek_tui.story.analysis.index import Index
from deepseek_tui.story.format.model import Comparison, Figure
from deepseek_tui.story.format.text import Text
from deepseek_tui.story.format.vocabulary import Bound

_FLIPPED = {Bound.LESS_THAN: Bound.MORE_THAN, Bound.MORE_THAN: Bound.LESS_THAN}


class FigureRatio(NamedTuple):
    """The larger figure divided by the smaller one, with the bound that both leave to it, and the story's caveat."""

    larger: Figure
    smaller: Figure
    value: float
    bound: Bound
    caveat: Text


def figure_ratios(index: Index) -> list[FigureRatio]:
    """Every quotient that the story allows, one a pair, in the story's order."""
    found: dict[frozenset[str], FigureRatio] = {}
    for figure in index.story.figures:
        for comparison in figure.comparisons:
            pair = frozenset((figure.id, comparison.figure))
            quotient = _quotient(index, figure, comparison)
            if quotient is not None and pair not in found:
                found[pair] = quotient
    return list(found.values())


def _quotient(index: Index, figure: Figure, comparison: Comparison) -> FigureRatio | None:
    """None where the story forbids it, from either side, or where numbers or bounds leave nothing to say."""
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
    """The bound of a quotient of positive numbers: less than n under a fixed number gives more than the quotient.

    None where the two pull opposite ways, or one is a bound and the other only about right: then nothing can be said.
    """
    flipped = _FLIPPED.get(denominator, denominator)
    if numerator is flipped or flipped is Bound.EXACT:
        return numerator
    return flipped if numerator is Bound.EXACT else None
