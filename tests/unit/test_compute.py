"""Tests of chip counts, hours and prices against the published numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bundled import LANGUAGES, bundled
from deepseek_tui.labs import compute
from deepseek_tui.labs.compute import LARGER_FLEET_COUNTS, SMALLER_FLEET_COUNTS, TRAININGS, RatioKind
from deepseek_tui.story.analysis.index import Index
from deepseek_tui.story.format.model import Note
from deepseek_tui.story.format.text import say
from deepseek_tui.story.format.vocabulary import Bound

COUNTS = st.integers(1, 10**9)


def test_ratio_of_two_figures_is_a_lower_bound_when_the_divisor_is_an_upper_bound() -> None:
    found = compute.ratio(1_300_000, Bound.AS_PRINTED, 100_000, Bound.LESS_THAN)
    assert (found.value, found.bound, found.category_error) == (13, Bound.MORE_THAN, False)


def test_ratio_has_the_bound_of_the_dividend_when_the_divisor_is_exact() -> None:
    assert compute.ratio(1_300_000, Bound.AS_PRINTED, 50_000, Bound.AS_PRINTED) == compute.Ratio(26, Bound.AS_PRINTED, False)
    assert compute.ratio(1_300_000, Bound.MORE_THAN, 50_000, Bound.AS_PRINTED) == compute.Ratio(26, Bound.MORE_THAN, False)


def test_ratio_of_a_lower_bound_to_an_estimate_has_no_bound() -> None:
    assert compute.ratio(1_300_000, Bound.MORE_THAN, 50_000, Bound.ABOUT).bound is None


def test_ratio_of_chip_fleet_to_training_cluster_is_a_category_error() -> None:
    found = compute.ratio(1_300_000, Bound.AS_PRINTED, 2_048, Bound.AS_PRINTED, RatioKind.CLUSTER)
    assert found.category_error
    assert round(found.value) == 635


def test_cost_hours_and_days_of_deepseek_v3_equal_the_published_values() -> None:
    """2.788 million H800 hours at 2 dollars on 2,048 GPUs (arXiv 2412.19437)."""
    assert compute.training_cost(2_788_000, compute.PRICE_PER_GPU_HOUR) == 5_576_000
    assert round(compute.hours_per_gpu(2_788_000, compute.V3_GPUS)) == 1_361
    assert round(compute.training_days(2_788_000, compute.V3_GPUS), 1) == 56.7
    assert compute.pre_training_hours() == pytest.approx(2_664_000, rel=1e-12)
    assert compute.pre_training_hours() + compute.CONTEXT_EXTENSION_HOURS + compute.POST_TRAINING_HOURS == pytest.approx(
        2_788_000, rel=1e-12
    )


def test_training_hours_of_llama_are_11_06_times_those_of_deepseek_v3() -> None:
    v3, llama = TRAININGS
    assert round(llama.hours / v3.hours, 2) == 11.06


@given(COUNTS, COUNTS, st.sampled_from(list(Bound)), st.sampled_from(list(Bound)))
def test_bound_of_a_ratio_holds_for_all_values_within_the_bounds_of_both_numbers(
    larger: int, smaller: int, over: Bound, under: Bound
) -> None:
    """Ratios of values within their bounds satisfy the bound of the ratio."""
    allowed = {
        Bound.AS_PRINTED: (1.0,),
        Bound.LESS_THAN: (0.5, 0.9),
        Bound.MORE_THAN: (1.1, 2.0),
        Bound.AT_MOST: (0.5, 1.0),
        Bound.AT_LEAST: (1.0, 2.0),
        Bound.ABOUT: (0.9, 1.0, 1.1),
    }
    ratio = compute.ratio(larger, over, smaller, under)
    quotients = [larger * a / (smaller * b) / ratio.value for a in allowed[over] for b in allowed[under]]
    match ratio.bound:
        case Bound.AS_PRINTED:
            assert quotients == pytest.approx([1] * len(quotients))
        case Bound.MORE_THAN:
            assert min(quotients) > 1
        case Bound.LESS_THAN:
            assert max(quotients) < 1
        case Bound.AT_LEAST:
            assert min(quotients) == pytest.approx(1)
        case Bound.AT_MOST:
            assert max(quotients) == pytest.approx(1)
        case Bound.ABOUT:
            assert 0.8 < min(quotients) < 1 < max(quotients) < 1.3
        case None:
            assert min(quotients) < 1 < max(quotients) or Bound.ABOUT in (over, under)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("known", [*SMALLER_FLEET_COUNTS, *LARGER_FLEET_COUNTS, *TRAININGS], ids=lambda known: known.id)
def test_each_published_number_is_stated_in_a_context_note(known: object, language: str) -> None:
    note = Index(bundled()).items[getattr(known, "note")]  # noqa: B009
    assert isinstance(note, Note)
    text = say(note.text, language).translate({0xA0: " ", 0x202F: " "})
    written = {
        50_000: ("50,000", "50 000"),
        2_048: ("2,048", "2 048"),
        1_300_000: ("1.3 million", "1,3 million"),
        2_788_000: ("2.788 million", "2,788 millions"),
        30_840_000: ("30.84 million", "30,84 millions"),
    }
    value = getattr(known, "chips", None) or getattr(known, "hours")  # noqa: B009
    assert any(words in text for words in written[value])
    bound = getattr(known, "bound", Bound.AS_PRINTED)
    words = {Bound.MORE_THAN: ("more than", "plus de"), Bound.ABOUT: ("about", "environ")}.get(bound, ("",))
    assert any(word in text for word in words)
