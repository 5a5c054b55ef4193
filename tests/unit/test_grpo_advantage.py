"""Tests of advantages: published values, definition, floating-point edge cases."""

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deepseek_tui.labs.grpo.advantage import TRL_EPSILON, Divisor, advantages, reward_deviation, token_weights
from deepseek_tui.labs.grpo.settings import Deviation

REWARDS = st.lists(st.integers(-1000, 1000).map(lambda n: n / 8), min_size=2, max_size=40)
DEVIATIONS = st.sampled_from(Deviation)


@pytest.mark.parametrize(
    ("deviation", "right", "wrong"),
    [(Deviation.POPULATION, 1.732, -0.577), (Deviation.BESSEL, 1.5, -0.5), (Deviation.NONE, 0.75, -0.25)],
)
def test_advantages_with_one_right_answer_in_four_equal_the_published_values(
    deviation: Deviation, right: float, wrong: float
) -> None:
    assert [round(value, 3) for value in advantages([1, 0, 0, 0], deviation)] == [right, wrong, wrong, wrong]


def test_epsilon_of_the_trl_library_is_added_to_the_standard_deviation() -> None:
    first = advantages([1, 0, 0, 0], Deviation.BESSEL, TRL_EPSILON)[0]
    assert first == pytest.approx(0.75 / (0.5 + 0.0001), rel=1e-14)


@pytest.mark.parametrize("reward", [0.001, 0.01, 8, 1000])
def test_epsilon_of_the_trl_library_is_not_scaled_with_the_rewards(reward: float) -> None:
    right, *wrong = advantages([reward, 0, 0, 0], Deviation.BESSEL, TRL_EPSILON)
    assert right == pytest.approx(0.75 * reward / (0.5 * reward + 0.0001), rel=1e-12)
    assert wrong == pytest.approx([-0.25 * reward / (0.5 * reward + 0.0001)] * 3, rel=1e-12)


@given(REWARDS, st.sampled_from([Deviation.POPULATION, Deviation.BESSEL]))
def test_advantages_equal_the_definition_in_exact_fractions(rewards: list[float], deviation: Deviation) -> None:
    exact = [Fraction(reward) for reward in rewards]
    mean = sum(exact) / len(exact)
    divisor = len(exact) - (deviation is Deviation.BESSEL)
    std = math.sqrt(sum((reward - mean) ** 2 for reward in exact) / divisor)
    expected = [float(reward - mean) / std if std else 0.0 for reward in exact]
    assert list(advantages(rewards, deviation)) == pytest.approx(expected, abs=1e-9)


@given(REWARDS, DEVIATIONS)
def test_advantages_sum_to_zero(rewards: list[float], deviation: Deviation) -> None:
    assert advantages(rewards, deviation).sum() == pytest.approx(0, abs=1e-8)


@given(REWARDS, st.floats(0.01, 100), st.floats(-100, 100))
def test_advantages_do_not_change_when_rewards_are_scaled_and_shifted(
    rewards: list[float], scale: float, shift: float
) -> None:
    moved = [reward * scale + shift for reward in rewards]
    if min(rewards) < max(rewards):
        assert list(advantages(moved)) == pytest.approx(list(advantages(rewards)), abs=1e-6)


@given(st.floats(-1e6, 1e6), st.integers(2, 30), DEVIATIONS)
def test_equal_rewards_give_exactly_zero_advantages(reward: float, group: int, deviation: Deviation) -> None:
    assert list(advantages([reward] * group, deviation)) == [0.0] * group


def test_smallest_difference_of_rewards_gives_full_advantages() -> None:
    assert list(advantages([5e-324, 0.0])) == [1.0, -1.0]


def test_standard_deviation_of_rewards_follows_each_convention() -> None:
    assert reward_deviation([1, 0, 0, 0], Deviation.POPULATION) == pytest.approx(math.sqrt(3) / 4)
    assert reward_deviation([1, 0, 0, 0], Deviation.BESSEL) == 0.5
    assert reward_deviation([1, 0, 0, 0], Deviation.NONE) == 1


@given(st.lists(st.integers(1, 1000), min_size=2, max_size=20))
def test_token_weights_with_each_divisor_follow_the_paper_that_uses_it(lengths: list[int]) -> None:
    whole = {divisor: token_weights(lengths, divisor) * lengths for divisor in Divisor}
    assert list(whole[Divisor.ANSWER]) == pytest.approx([1 / len(lengths)] * len(lengths))
    assert list(whole[Divisor.TOKENS]) == pytest.approx([length / sum(lengths) for length in lengths])
    assert list(whole[Divisor.CONSTANT]) == pytest.approx([length / max(lengths) / len(lengths) for length in lengths])


def test_dividing_by_answer_length_gives_tokens_of_long_answers_less_weight() -> None:
    short, long = token_weights([10, 40], Divisor.ANSWER)
    assert short == 4 * long
    for divisor in (Divisor.TOKENS, Divisor.CONSTANT):
        short, long = token_weights([10, 40], divisor)
        assert short == long


def test_constant_divisor_divides_by_the_given_constant() -> None:
    assert list(token_weights([10, 40], Divisor.CONSTANT, 100)) == [1 / 200, 1 / 200]
