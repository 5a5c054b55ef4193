"""What models take in memory, against sums done by hand."""

import pytest

from deepseek_tui.labs.grpo.critic import MODELS, TrainingScheme, critic, memory


def test_four_models_three_two_one() -> None:
    assert [MODELS[scheme].count for scheme in TrainingScheme] == [4, 3, 2, 1]


@pytest.mark.parametrize(("scheme", "gigabytes"), [("ppo", 252), ("grpo", 140), ("rules", 126), ("bare", 112)])
def test_seven_billion_parameters(scheme: str, gigabytes: int) -> None:
    assert memory(TrainingScheme(scheme), 7e9) == gigabytes * 1e9


def test_a_critic_costs_what_the_policy_does() -> None:
    assert critic(7e9) == memory(TrainingScheme.BARE, 7e9) == 112e9
