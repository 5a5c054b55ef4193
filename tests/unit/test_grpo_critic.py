"""Tests of the memory of models against values computed by hand."""

import pytest

from deepseek_tui.labs.grpo.critic import MODELS, TrainingScheme, critic_bytes, critic_numbers, memory_bytes


def test_training_schemes_keep_four_three_two_and_one_models_in_memory() -> None:
    assert [MODELS[scheme].count for scheme in TrainingScheme] == [4, 3, 2, 1]


@pytest.mark.parametrize(("scheme", "gigabytes"), [("ppo", 252), ("grpo", 140), ("rules", 126), ("bare", 112)])
def test_memory_for_seven_billion_parameters_has_the_expected_bytes(scheme: str, gigabytes: int) -> None:
    assert memory_bytes(TrainingScheme(scheme), 7e9) == gigabytes * 1e9


def test_critic_model_takes_as_many_bytes_as_the_policy_model() -> None:
    assert critic_bytes(7e9) == memory_bytes(TrainingScheme.BARE, 7e9) == 112e9


def test_json_numbers_have_the_models_and_bytes_of_each_training_scheme() -> None:
    numbers = {name: quantity.value for name, quantity in critic_numbers(7).items()}
    assert numbers == {
        "models_ppo": 4,
        "memory_ppo": 252e9,
        "models_grpo": 3,
        "memory_grpo": 140e9,
        "models_rules": 2,
        "memory_rules": 126e9,
        "models_bare": 1,
        "memory_bare": 112e9,
        "memory_of_the_critic": 112e9,
        "critic_share_of_ppo": 112 / 252,
    }
