"""Tests of training: limit curve, expected values, silent groups and seeds."""

import itertools
import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deepseek_tui.labs.grpo.advantage import advantages
from deepseek_tui.labs.grpo.learning_curve import (
    expected_logit_gradient,
    fixed_point,
    limit_curve,
    logit_gradient,
    silent_probability,
)
from deepseek_tui.labs.grpo.policy import Batch, log_softmax, surrogate
from deepseek_tui.labs.grpo.settings import BOUNDS, Deviation, SettingOutOfRangeError, TrainingSettings
from deepseek_tui.labs.grpo.training import TrainingRun

PUBLISHED = TrainingSettings(arms=8, group=64, rate=0.5, steps=200)


def test_limit_curve_has_the_values_of_the_closed_formula() -> None:
    curve = list(limit_curve(PUBLISHED))
    assert [round(curve[step], 3) for step in (0, 10, 20, 50, 200)] == [0.125, 0.629, 0.934, 0.993, 1.000]


@pytest.mark.parametrize("seed", range(60))
def test_training_with_every_seed_reaches_95_percent_by_step_40(seed: int) -> None:
    assert max(step.p for step in TrainingRun(replace(PUBLISHED, steps=40, seed=seed))) > 0.95


@pytest.mark.parametrize("deviation", Deviation)
@pytest.mark.parametrize(("updates", "beta"), [(1, 0.0), (1, 0.5), (4, 0.0), (4, 0.3)])
def test_larger_groups_are_closer_to_the_limit_curve(deviation: Deviation, updates: int, beta: float) -> None:
    settings = TrainingSettings(rate=0.2, steps=30, deviation=deviation, updates=updates, beta=beta, high=10, low=10)
    exact = np.array(list(limit_curve(settings)))

    def astray(group: int) -> float:
        curves = [[step.p for step in TrainingRun(replace(settings, group=group, seed=seed))] for seed in range(6)]
        return float(np.abs(np.array(curves) - exact).max(axis=1).mean())

    far, near = astray(64), astray(4096)
    assert near < 0.03
    assert near < far / 3


def test_limit_curve_equals_training_on_an_exact_group_with_clipping() -> None:
    """Compute the gradient of an infinite group, with answers weighted by probability."""
    settings = TrainingSettings(arms=4, rate=1.5, updates=5, steps=6, beta=0.4, reference=0.4)
    arms, q = settings.arms, settings.reference_probability
    logits, curve, clipped = np.zeros((1, arms)), [0.25], 0.0
    every = np.arange(arms)[:, None]
    reference = np.log(np.array([q, *[(1 - q) / (arms - 1)] * (arms - 1)]))[:, None]
    for _ in range(settings.steps):
        old = log_softmax(logits).T
        p = math.exp(old[0, 0])
        deviation = math.sqrt(p * (1 - p))
        gains = np.array([(1 - p) / deviation, *[-p / deviation] * (arms - 1)])
        batch = Batch(every, gains, np.exp(old), old, reference)
        for _ in range(settings.updates):
            found = surrogate(logits, batch, low=settings.low, high=settings.high, beta=settings.beta)
            clipped = max(clipped, found.clipped)
            logits = logits + settings.rate * found.gradient
        curve.append(float(np.exp(log_softmax(logits))[0, 0]))
    assert clipped > 0
    assert list(limit_curve(settings)) == pytest.approx(curve, rel=1e-10)


@pytest.mark.parametrize("deviation", Deviation)
@pytest.mark.parametrize("reference", [0.05, 0.125, 0.6])
@pytest.mark.parametrize("beta", [0.3, 1.0, 2.5])
def test_limit_curve_with_divergence_penalty_converges_to_the_fixed_point(
    beta: float, reference: float, deviation: Deviation
) -> None:
    settings = TrainingSettings(rate=0.2, steps=4000, beta=beta, reference=reference, deviation=deviation)
    rest = fixed_point(beta, reference, deviation)
    assert reference < rest < 1
    assert logit_gradient(rest, deviation) == pytest.approx(beta * (rest - reference), rel=1e-9)
    assert list(limit_curve(settings))[-1] == pytest.approx(rest, abs=1e-9)


def test_mean_of_sampled_trainings_with_divergence_penalty_is_the_fixed_point() -> None:
    run = [step.p for step in TrainingRun(TrainingSettings(group=256, rate=0.2, steps=600, beta=1.0))]
    assert float(np.mean(run[100:])) == pytest.approx(fixed_point(1.0, 1 / 8, Deviation.POPULATION), abs=0.01)


def test_fixed_point_without_a_divergence_penalty_is_one() -> None:
    assert fixed_point(0, 0.125, Deviation.POPULATION) == 1
    assert fixed_point(0, 0.125, Deviation.NONE) == 1


@pytest.mark.parametrize(("p", "group"), [(0.125, 2), (0.5, 4), (0.9, 5)])
def test_probability_of_a_group_with_equal_rewards_equals_a_count_of_all_groups(p: float, group: int) -> None:
    counted = 0.0
    for rights in itertools.product((0, 1), repeat=group):
        if not np.any(advantages(rights)):
            counted += math.prod(p if right else 1 - p for right in rights)
    assert silent_probability(p, group) == pytest.approx(counted, rel=1e-12)


@pytest.mark.parametrize("deviation", Deviation)
@pytest.mark.parametrize(("p", "group"), [(0.125, 2), (0.5, 4), (0.9, 7)])
def test_expected_logit_gradient_equals_the_mean_over_all_groups(p: float, group: int, deviation: Deviation) -> None:
    counted = 0.0
    for rights in itertools.product((0, 1), repeat=group):
        gain = advantages(rights, deviation) @ np.array(rights) / group
        counted += gain * math.prod(p if right else 1 - p for right in rights)
    assert expected_logit_gradient(p, group, deviation) == pytest.approx(counted, rel=1e-12)
    assert expected_logit_gradient(p, group, deviation) < logit_gradient(p, deviation)


def test_expected_logit_gradient_is_zero_for_a_deterministic_policy() -> None:
    assert expected_logit_gradient(1.0, 64, Deviation.POPULATION) == expected_logit_gradient(0.0, 64, Deviation.NONE) == 0


def test_expected_logit_gradient_of_large_groups_approaches_the_limit() -> None:
    assert expected_logit_gradient(0.3, 4000, Deviation.POPULATION) == pytest.approx(
        logit_gradient(0.3, Deviation.POPULATION), rel=1e-3
    )


def test_share_of_groups_with_equal_rewards_matches_the_probability() -> None:
    """A learning rate near 0 keeps the probability nearly constant."""
    steps = list(TrainingRun(TrainingSettings(arms=8, group=4, rate=1e-9, steps=8000)))[1:]
    likely = silent_probability(1 / 8, 4)
    error = math.sqrt(likely * (1 - likely) / len(steps))
    assert sum(step.silent for step in steps) / len(steps) == pytest.approx(likely, abs=4 * error)


def test_last_answer_is_sampled_when_rounded_probabilities_sum_to_less_than_one() -> None:
    class AlmostOne:
        def random(self, count: int) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
            return np.full(count, 1 - 2**-53)

    run = TrainingRun(TrainingSettings(arms=10, group=2))
    run._random = AlmostOne()  # type: ignore[assignment]
    tenths = np.full(10, 0.1)
    assert np.cumsum(tenths)[-1] < 1
    assert list(run._sample_answers(tenths)) == [9, 9]


def test_group_with_equal_rewards_leaves_the_policy_unchanged() -> None:
    steps = list(TrainingRun(TrainingSettings(group=2, steps=50)))
    silent = [(before, after) for before, after in itertools.pairwise(steps) if after.silent]
    assert silent
    assert all(before.p == after.p for before, after in silent)


def test_clipping_has_no_effect_with_one_update_per_group() -> None:
    assert not any(step.clipped for step in TrainingRun(TrainingSettings(low=0.01, high=0.01)))
    assert any(step.clipped for step in TrainingRun(TrainingSettings(low=0.01, high=0.01, updates=2)))


def test_policy_learns_with_one_update_per_group_although_the_loss_is_zero() -> None:
    steps = list(TrainingRun(PUBLISHED))
    assert all(abs(step.objective) < 1e-12 for step in steps)
    assert steps[-1].p > 0.95


def test_equal_seeds_give_equal_trainings_and_different_seeds_do_not() -> None:
    first, again, other = (list(TrainingRun(replace(PUBLISHED, seed=seed))) for seed in (3, 3, 4))
    assert first == again
    assert first != other


def test_training_starts_with_a_uniform_policy_and_has_the_requested_steps() -> None:
    run = TrainingRun(TrainingSettings(arms=5, steps=7))
    assert list(run.probabilities) == pytest.approx([0.2] * 5)
    steps = list(run)
    assert [step.number for step in steps] == list(range(8))
    assert steps[0].p == pytest.approx(0.2)
    assert run.probabilities[0] == steps[-1].p


def test_divergence_at_the_first_step_is_measured_from_the_reference_policy() -> None:
    start = next(TrainingRun(TrainingSettings(arms=2, reference=0.9)))
    assert start.divergence == pytest.approx(0.5 * math.log(0.5 / 0.9) + 0.5 * math.log(0.5 / 0.1))
    assert next(TrainingRun(TrainingSettings())).divergence == pytest.approx(0, abs=1e-15)


def test_diverging_training_ends_early_with_finite_numbers() -> None:
    run = TrainingRun(TrainingSettings(rate=100, updates=16, beta=10, steps=1000, low=10, high=10))
    steps = list(run)
    assert run.diverged
    assert len(steps) < 1000
    assert all(math.isfinite(value) for step in steps for value in (step.p, step.divergence, step.objective, step.estimate))


@given(
    st.builds(
        TrainingSettings,
        arms=st.integers(2, 1000),
        group=st.integers(2, 40),
        rate=st.floats(1e-9, 100),
        steps=st.integers(1, 12),
        updates=st.integers(1, 16),
        low=st.floats(0.001, 10),
        high=st.floats(0.001, 10),
        beta=st.floats(0, 10),
        reference=st.floats(0, 0.999),
        deviation=st.sampled_from(Deviation),
        seed=st.integers(0, 2**32 - 1),
    )
)
def test_training_results_are_finite_for_all_settings_within_bounds(settings: TrainingSettings) -> None:
    for p in limit_curve(settings):
        assert 0 <= p <= 1
    for step in TrainingRun(settings):
        assert 0 <= step.p <= 1
        assert 0 <= step.clipped <= 1
        assert step.divergence >= 0
        assert math.isfinite(step.divergence)
        assert math.isfinite(step.objective)


@pytest.mark.parametrize("name", BOUNDS)
def test_setting_outside_the_bounds_raises_an_error_with_the_setting_name(name: str) -> None:
    bounds = BOUNDS[name]
    for value in (bounds.minimum - 1, bounds.maximum + 1, math.nan, math.inf, *([2.5] if bounds.whole else [])):
        with pytest.raises(SettingOutOfRangeError) as refused:
            replace(TrainingSettings(), **{name: value})
        assert refused.value.name == name


@pytest.mark.parametrize(
    ("name", "minimum", "maximum"),
    [
        ("arms", 2, 1_000),
        ("group", 2, 4_096),
        ("rate", 1e-9, 100),
        ("steps", 1, 10_000),
        ("updates", 1, 16),
        ("low", 0.001, 10),
        ("high", 0.001, 10),
        ("beta", 0, 10),
        ("reference", 0, 0.999),
        ("seed", 0, 2**32 - 1),
    ],
)
def test_setting_may_equal_the_minimum_or_maximum_but_not_exceed_them(name: str, minimum: float, maximum: float) -> None:
    for value in (minimum, maximum):
        assert getattr(replace(TrainingSettings(), **{name: value}), name) == value
    step = 1 if BOUNDS[name].whole else 1e-10
    for value in (minimum - step, maximum + step):
        with pytest.raises(SettingOutOfRangeError):
            replace(TrainingSettings(), **{name: value})
