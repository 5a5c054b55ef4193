"""Tests of the memory of models against values computed by hand."""

import pytest

from deepseek_tui.labs.grpo.critic import MODELS, TrainingScheme, critic_bytes, memory_bytes


def test_schemes_keep_four_three_two_and_one_models() -> None:
    assert [MODELS[scheme].count for scheme in TrainingScheme] == [4, 3, 2, 1]


@pytest.mark.parametrize(("scheme", "gigabytes"), [("ppo", 252), ("grpo", 140), ("rules", 126), ("bare", 112)])
def test_memory_for_seven_billion_parameters(scheme: str, gigabytes: int) -> None:
    assert memory_bytes(TrainingScheme(scheme), 7e9) == gigabytes * 1e9


def test_critic_takes_as_many_bytes_as_the_policy() -> None:
    assert critic_bytes(7e9) == memory_bytes(TrainingScheme.BARE, 7e9) == 112e9
