"""Ratios of figures, and which of them the story allows."""

import pytest

from deepseek_tui.story.analysis.index import Index
from deepseek_tui.story.analysis.ratios import bound_of, figure_ratios
from deepseek_tui.story.format.vocabulary import Bound
from deepseek_tui.story.loading.library import find
from deepseek_tui.story.loading.loader import load


@pytest.fixture(scope="module")
def index() -> Index:
    return Index(load(find("deepseek")))


def test_ratio_of_comparable_figures_is_computed_with_a_bound(index):
    (ratio,) = figure_ratios(index)
    assert (ratio.larger.id, ratio.smaller.id) == ("meta-gpu-fleet", "deepseek-h100-ceiling")
    assert ratio.value == 13
    assert ratio.bound is Bound.MORE_THAN


def test_figure_that_must_not_be_compared_has_no_ratio(index):
    used = {figure.id for ratio in figure_ratios(index) for figure in (ratio.larger, ratio.smaller)}
    assert "tenfold-figure" not in used


@pytest.mark.parametrize(
    ("numerator", "denominator", "bound"),
    [
        (Bound.AS_PRINTED, Bound.AS_PRINTED, Bound.AS_PRINTED),
        (Bound.AS_PRINTED, Bound.LESS_THAN, Bound.MORE_THAN),
        (Bound.AS_PRINTED, Bound.MORE_THAN, Bound.LESS_THAN),
        (Bound.MORE_THAN, Bound.LESS_THAN, Bound.MORE_THAN),
        (Bound.LESS_THAN, Bound.MORE_THAN, Bound.LESS_THAN),
        (Bound.ABOUT, Bound.AS_PRINTED, Bound.ABOUT),
        (Bound.AS_PRINTED, Bound.ABOUT, Bound.ABOUT),
        (Bound.MORE_THAN, Bound.AS_PRINTED, Bound.MORE_THAN),
        (Bound.LESS_THAN, Bound.LESS_THAN, None),
        (Bound.MORE_THAN, Bound.MORE_THAN, None),
        (Bound.ABOUT, Bound.LESS_THAN, None),
    ],
)
def test_bound_of_a_ratio_follows_from_the_bounds_of_both_figures(numerator, denominator, bound):
    assert bound_of(numerator, denominator) is bound
