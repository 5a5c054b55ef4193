"""Tests of the MLA layer: absorbed decoding equals naive attention."""

import numpy as np
import pytest

from deepseek_tui.labs.attention import (
    SEEDS,
    SHAPES,
    TOLERANCE,
    LayerShape,
    absorbed_attention,
    apply_rope,
    hidden_states,
    naive_attention,
    random_weights,
    run_proof,
    run_trial,
)

SHAPE_GRID = [
    LayerShape(heads, head, latent, rotary, tokens)
    for heads in (1, 3, 8)
    for head, latent, rotary in ((2, 2, 2), (4, 10, 2), (16, 8, 4), (8, 48, 16))
    for tokens in (1, 2, 19)
]


@pytest.mark.parametrize("shape", SHAPE_GRID, ids=lambda s: f"{s.heads}x{s.head}-{s.latent}+{s.rotary}-{s.tokens}")
@pytest.mark.parametrize("seed", [1, 7, 2025])
def test_naive_and_absorbed_attention_agree_unless_rotation_applies_to_keys(shape: LayerShape, seed: int) -> None:
    found = run_trial(shape, seed)
    assert found.difference <= TOLERANCE
    if shape.tokens > 2:  # With one or two tokens, the attention weights may hardly differ.
        assert found.control_difference > 1e-3
        assert found.control_difference > 1e9 * found.difference


def test_proof_differences_are_within_tolerance_and_progress_reaches_100_percent() -> None:
    shares_done: list[float] = []
    trials = run_proof(shares_done.append)
    assert [(trial.shape, trial.seed) for trial in trials] == [(shape, seed) for shape in SHAPES for seed in SEEDS]
    assert max(trial.difference for trial in trials) <= TOLERANCE
    assert min(trial.control_difference for trial in trials) > 1e-2
    assert shares_done == sorted(shares_done)
    assert shares_done[-1] == 1


def test_largest_attention_output_has_an_order_of_magnitude_of_one() -> None:
    for shape in SHAPES:
        assert (
            run_trial(shape, 1).largest_output
            == np.abs(naive_attention(random_weights(shape, 1), hidden_states(shape, 1))).max()
        )
        assert 0.5 < run_trial(shape, 1).largest_output < 5


def test_attention_output_of_a_token_does_not_depend_on_later_tokens() -> None:
    shape = SHAPES[2]
    layer, hidden = random_weights(shape, 1), hidden_states(shape, 1)
    changed = hidden.copy()
    changed[-1] += 1
    whole, other = naive_attention(layer, hidden), naive_attention(layer, changed)
    assert np.array_equal(whole[:-1], other[:-1])
    assert np.abs(whole[-1] - other[-1]).max() > 0.1


def test_both_forms_of_attention_equal_the_equations_of_the_paper() -> None:
    """Compute equations 9 to 19 with loops over tokens and heads."""
    shape = LayerShape(heads=2, head=4, latent=6, rotary=4, tokens=5)
    layer, hidden = random_weights(shape, 3), hidden_states(shape, 3)

    def rotated(vector: np.ndarray, position: int) -> np.ndarray:
        found = vector.copy()
        for pair in range(vector.size // 2):
            angle = position * 10_000.0 ** (-2 * pair / vector.size)
            rotation = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
            found[2 * pair : 2 * pair + 2] = rotation @ vector[2 * pair : 2 * pair + 2]
        return found

    expected = []
    for t in range(shape.tokens):
        heads = []
        for i in range(shape.heads):
            query = layer.up_query[i] @ (layer.down_query @ hidden[t])
            rotated_query = rotated(layer.rotary_query[i] @ (layer.down_query @ hidden[t]), t)
            scores, values = [], []
            for j in range(t + 1):
                latent = layer.down_kv @ hidden[j]
                key, rotated_key = layer.up_key[i] @ latent, rotated(layer.rotary_key @ hidden[j], j)
                scores.append((query @ key + rotated_query @ rotated_key) / np.sqrt(shape.head + shape.rotary))
                values.append(layer.up_value[i] @ latent)
            shares = np.exp(scores) / np.exp(scores).sum()
            heads.append(sum(share * value for share, value in zip(shares, values, strict=True)))
        expected.append(layer.out @ np.concatenate(heads))
    assert np.abs(naive_attention(layer, hidden) - expected).max() <= TOLERANCE
    assert np.abs(np.array(list(absorbed_attention(layer, hidden))) - expected).max() <= TOLERANCE


def test_rotary_embedding_keeps_vector_lengths_and_scores_depend_only_on_distance() -> None:
    """⟨R_t q, R_j k⟩ depends on t − j only (arXiv 2104.09864)."""
    rng = np.random.default_rng(5)
    query, key = rng.standard_normal((2, 1, 8))

    def score(t: float, j: float) -> float:
        return float((apply_rope(query, np.array([t])) @ apply_rope(key, np.array([j])).T)[0, 0])

    assert np.linalg.norm(apply_rope(query, np.array([123.0]))) == pytest.approx(np.linalg.norm(query), rel=1e-12)
    assert score(9, 4) == pytest.approx(score(105, 100), rel=1e-9)
    assert score(9, 4) != pytest.approx(score(9, 5), rel=1e-3)


def test_forms_agree_with_rotated_keys_if_the_key_projection_commutes_with_rotation() -> None:
    """A multiple of the identity as W_UK commutes with every rotation."""
    shape = LayerShape(heads=1, head=4, latent=4, rotary=2, tokens=9)
    layer, hidden = random_weights(shape, 2), hidden_states(shape, 2)
    layer.up_key[0] = 1.5 * np.eye(4)
    whole = naive_attention(layer, hidden, rotary_on_keys=True)
    decoded = np.array(list(absorbed_attention(layer, hidden, rotary_on_keys=True)))
    assert np.abs(whole - decoded).max() <= TOLERANCE
