"""Tests of GRPO's objective and gradient, numerically and at the clip bounds."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deepseek_tui.labs.grpo.policy import Array, Batch, log_probabilities, log_softmax, surrogate

LOW, HIGH, BETA = 0.2, 0.28, 0.3


def random_batch(
    seed: int, group: int = 6, positions: int = 4, vocabulary: int = 5, scale: float = 0.8
) -> tuple[Array, Batch]:
    """Return table logits, and answers of different lengths from an older policy."""
    random = np.random.default_rng(seed)
    logits, old, reference = (scale * random.standard_normal((positions, vocabulary)) for _ in range(3))
    tokens = random.integers(0, vocabulary, (group, positions))
    lengths = random.integers(1, positions + 1, group)
    inside = np.arange(positions) < lengths[:, None]
    batch = Batch(
        tokens=tokens,
        advantages=random.standard_normal(group),
        weights=inside / (group * lengths[:, None]),
        old=log_probabilities(old, tokens),
        reference=log_probabilities(reference, tokens),
    )
    return logits, batch


def value(logits: Array, batch: Batch, beta: float = BETA) -> float:
    return surrogate(logits, batch, low=LOW, high=HIGH, beta=beta).value


def central_differences(logits: Array, batch: Batch, beta: float = BETA, step: float = 1e-6) -> Array:
    """Return ∂J/∂logits by central differences."""
    found = np.zeros_like(logits)
    for cell in np.ndindex(*logits.shape):
        more, less = logits.copy(), logits.copy()
        more[cell] += step
        less[cell] -= step
        found[cell] = (value(more, batch, beta) - value(less, batch, beta)) / (2 * step)
    return found


@given(st.integers(0, 2**32 - 1), st.sampled_from([0.0, BETA, 2.0]))
def test_gradient_of_the_objective_equals_central_differences(seed: int, beta: float) -> None:
    logits, batch = random_batch(seed)
    ratio = np.exp(log_probabilities(logits, batch.tokens) - batch.old)
    if min(np.abs(ratio - (1 + HIGH)).min(), np.abs(ratio - (1 - LOW)).min()) < 1e-4:
        return  # The objective has no derivative where clipping begins.
    gradient = surrogate(logits, batch, low=LOW, high=HIGH, beta=beta).gradient
    assert gradient == pytest.approx(central_differences(logits, batch, beta), abs=2e-8, rel=1e-6)


def test_objective_equals_the_formula_of_the_paper() -> None:
    logits, batch = random_batch(7)
    table = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    total = 0.0
    for i, answer in enumerate(batch.tokens):
        length = int((batch.weights[i] > 0).sum())
        within = 0.0
        for t in range(length):
            pi = table[t, answer[t]]
            rho, x = pi / math.exp(batch.old[i, t]), math.exp(batch.reference[i, t]) / pi
            advantage = batch.advantages[i]
            within += min(rho * advantage, min(max(rho, 1 - LOW), 1 + HIGH) * advantage) - BETA * (x - math.log(x) - 1)
        total += within / length
    assert value(logits, batch) == pytest.approx(total / len(batch.tokens), rel=1e-12)


@pytest.mark.parametrize(
    ("advantage", "ratio", "stopped"),
    [
        (1, 1.29, True),
        (1, 1.27, False),
        (1, 0.5, False),
        (-1, 0.79, True),
        (-1, 0.81, False),
        (-1, 2.0, False),
        (0, 2.0, False),
    ],
)
def test_gradient_is_zero_only_if_the_ratio_is_clipped_in_the_direction_of_the_advantage(
    advantage: float, ratio: float, stopped: bool
) -> None:
    logits = np.zeros((1, 2))
    one = np.array([[0]])
    old = log_probabilities(logits, one) - math.log(ratio)
    batch = Batch(one, np.array([float(advantage)]), np.ones((1, 1)), old, old)
    found = surrogate(logits, batch, low=LOW, high=HIGH, beta=0)
    assert (found.clipped == 1) is stopped
    expected = 0 if stopped else advantage * ratio / 2
    assert found.gradient[0] == pytest.approx([expected, -expected])


def test_objective_is_zero_and_unclipped_for_answers_of_the_current_policy() -> None:
    logits, batch = random_batch(3)
    batch = replace(
        batch, old=log_probabilities(logits, batch.tokens), advantages=batch.advantages - batch.advantages.mean()
    )
    found = surrogate(logits, batch, low=LOW, high=HIGH, beta=0)
    assert found.value == pytest.approx(0, abs=1e-15)
    assert found.clipped == 0
    assert np.abs(found.gradient).max() > 0.01


def test_mean_of_the_divergence_estimator_is_the_divergence() -> None:
    random = np.random.default_rng(5)
    logits, reference = random.standard_normal((1, 6)), random.standard_normal((1, 6))
    every = np.arange(6)[:, None]
    chances = np.exp(log_softmax(logits))[0]
    batch = Batch(
        every,
        np.zeros(6),
        chances[:, None],
        log_probabilities(logits, every),
        log_probabilities(reference, every),
    )
    exact = float((chances * (log_softmax(logits)[0] - log_softmax(reference)[0])).sum())
    assert surrogate(logits, batch, low=LOW, high=HIGH, beta=1).divergence == pytest.approx(exact, rel=1e-12)


def test_gradient_of_the_divergence_estimator_equals_that_of_the_reverse_divergence() -> None:
    logits, reference = np.array([[0.3, -0.2, 0.9]]), np.array([[0.1, 0.5, -0.4]])
    every = np.arange(3)[:, None]
    chances, reference_probability = np.exp(log_softmax(logits)), np.exp(log_softmax(reference))
    batch = Batch(every, np.zeros(3), chances.T, log_softmax(logits).T, log_softmax(reference).T)
    gradient = surrogate(logits, batch, low=LOW, high=HIGH, beta=0.7).gradient
    assert gradient == pytest.approx(0.7 * (reference_probability - chances), abs=1e-15)


def test_log_softmax_does_not_overflow_for_large_logits() -> None:
    assert list(log_softmax(np.array([[1000.0, 0.0]]))[0]) == [0.0, -1000.0]
