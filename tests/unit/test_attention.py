"""The MLA layer: absorbed decoding is naive attention, and a latent cache cannot carry rotary positions of its own."""

import numpy as np
import pytest

from deepseek_tui.labs.attention import (
    SEEDS,
    SHAPES,
    TOLERANCE,
    LayerShape,
    absorbed,
    naive,
    proof,
    rope,
    states,
    trial,
    weights,
)

MANY = [
    LayerShape(heads, head, latent, rotary, tokens)
    for heads in (1, 3, 8)
    for head, latent, rotary in ((2, 2, 2), (4, 10, 2), (16, 8, 4), (8, 48, 16))
    for tokens in (1, 2, 19)
]


@pytest.mark.parametrize("shape", MANY, ids=lambda s: f"{s.heads}x{s.head}-{s.latent}+{s.rotary}-{s.tokens}")
@pytest.mark.parametrize("seed", [1, 7, 2025])
def test_naive_and_absorbed_agree_and_the_control_does_not(shape: LayerShape, seed: int) -> None:
    found = trial(shape, seed)
    assert found.difference <= TOLERANCE
    if shape.tokens > 2:  # a first token has nothing to be told apart from
        assert found.control > 1e-3
        assert found.control > 1e9 * found.difference


def test_the_proof_on_the_screen_holds_and_tells_how_far_it_is() -> None:
    told: list[float] = []
    trials = proof(told.append)
    assert [(trial.shape, trial.seed) for trial in trials] == [(shape, seed) for shape in SHAPES for seed in SEEDS]
    assert max(trial.difference for trial in trials) <= TOLERANCE
    assert min(trial.control for trial in trials) > 1e-2
    assert told == sorted(told)
    assert told[-1] == 1


def test_the_outputs_are_of_a_size_that_a_difference_can_be_told_by() -> None:
    for shape in SHAPES:
        assert trial(shape, 1).size == np.abs(naive(weights(shape, 1), states(shape, 1))).max()
        assert 0.5 < trial(shape, 1).size < 5


def test_a_token_never_sees_a_later_one() -> None:
    shape = SHAPES[2]
    layer, hidden = weights(shape, 1), states(shape, 1)
    changed = hidden.copy()
    changed[-1] += 1
    whole, other = naive(layer, hidden), naive(layer, changed)
    assert np.array_equal(whole[:-1], other[:-1])
    assert np.abs(whole[-1] - other[-1]).max() > 0.1


def test_scores_are_the_papers_written_out_by_hand() -> None:
    """Equations 9 to 19, one head, with nothing but loops: the oracle of both forms."""
    shape = LayerShape(heads=2, head=4, latent=6, rotary=4, tokens=5)
    layer, hidden = weights(shape, 3), states(shape, 3)

    def turned(vector: np.ndarray, position: int) -> np.ndarray:
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
            turned_query = turned(layer.rotary_query[i] @ (layer.down_query @ hidden[t]), t)
            scores, values = [], []
            for j in range(t + 1):
                latent = layer.down_kv @ hidden[j]
                key, turned_key = layer.up_key[i] @ latent, turned(layer.rotary_key @ hidden[j], j)
                scores.append((query @ key + turned_query @ turned_key) / np.sqrt(shape.head + shape.rotary))
                values.append(layer.up_value[i] @ latent)
            shares = np.exp(scores) / np.exp(scores).sum()
            heads.append(sum(share * value for share, value in zip(shares, values, strict=True)))
        expected.append(layer.out @ np.concatenate(heads))
    assert np.abs(naive(layer, hidden) - expected).max() <= TOLERANCE
    assert np.abs(np.array(list(absorbed(layer, hidden))) - expected).max() <= TOLERANCE


def test_a_rotation_keeps_lengths_and_knows_distances_alone() -> None:
    """RoPE: ⟨R_t q, R_j k⟩ depends on t − j and nothing else (arXiv 2104.09864)."""
    rng = np.random.default_rng(5)
    query, key = rng.standard_normal((2, 1, 8))

    def score(t: float, j: float) -> float:
        return float((rope(query, np.array([t])) @ rope(key, np.array([j])).T)[0, 0])

    assert np.linalg.norm(rope(query, np.array([123.0]))) == pytest.approx(np.linalg.norm(query), rel=1e-12)
    assert score(9, 4) == pytest.approx(score(105, 100), rel=1e-9)
    assert score(9, 4) != pytest.approx(score(9, 5), rel=1e-3)


def test_the_control_could_be_right_if_the_rotation_were_carried_along() -> None:
    """Where W_UK commutes with every rotation, as a multiple of the identity does, the control passes too."""
    shape = LayerShape(heads=1, head=4, latent=4, rotary=2, tokens=9)
    layer, hidden = weights(shape, 2), states(shape, 2)
    layer.up_key[0] = 1.5 * np.eye(4)
    whole = naive(layer, hidden, rotary_on_keys=True)
    decoded = np.array(list(absorbed(layer, hidden, rotary_on_keys=True)))
    assert np.abs(whole - decoded).max() <= TOLERANCE
