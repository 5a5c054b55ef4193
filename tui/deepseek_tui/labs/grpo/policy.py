"""Policy with a softmax per position, and gradient of GRPO's objective."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Tokens = NDArray[np.int64]


def log_softmax(logits: Array) -> Array:
    """Return log-probabilities in nats, from logits along the last axis."""
    shifted = logits - logits.max(axis=-1, keepdims=True)
    result: Array = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return result


def log_probabilities(logits: Array, tokens: Tokens) -> Array:
    """Return the log-probability of each token in nats, shape (G, T).

    `logits` has shape (T, V), `tokens` (G, T).
    """
    table = log_softmax(logits)
    result: Array = table[np.arange(table.shape[0]), tokens]
    return result


@dataclass(frozen=True)
class Batch:
    """A group of sampled answers with their advantages and token weights.

    G answers have up to T tokens.
    """

    tokens: Tokens
    """(G, T), each from 0 to V − 1.

    Padding after an answer's end has weight 0.
    """
    advantages: Array
    """(G,), the same for every token of an answer."""
    weights: Array
    """(G, T), weight of each token.

    1/(G·L_i) within an answer of L_i tokens, 0 after its end (`advantage.token_weights`).
    """
    old: Array
    """(G, T), ln π_old of each token, in nats."""
    reference: Array
    """(G, T), ln π_ref of each token, in nats."""


@dataclass(frozen=True)
class Surrogate:
    """Value of GRPO's objective for a policy, with gradient and components."""

    value: float
    """J, the objective to maximise; the loss is −J."""
    gradient: Array
    """∂J/∂logits, (T, V)."""
    divergence: float
    """Weighted mean of the estimator x − ln x − 1, in nats."""
    clipped: float
    """Share of tokens whose gradient the clip has stopped, 0 to 1."""


def surrogate(logits: Array, batch: Batch, *, low: float, high: float, beta: float) -> Surrogate:
    """Return the value of GRPO's objective J and its gradient.

    J = Σ_it w_it [min(ρA, clip(ρ, 1 − low, 1 + high)A) − β(x − ln x − 1)], with ρ = π/π_old and x = π_ref/π. arXiv
    2402.03300, equations 3 and 4. The analytic gradient is ∂J/∂ln π_it = w_it [ρA·open − β(1 − x)], where *open* is 0
    only when A > 0 and ρ > 1 + high, or A < 0 and ρ < 1 − low (there the minimum is the clipped, constant branch),
    and ∂ln π(o)/∂logit_v = [v = o] − π_v. `tests/unit/test_grpo_policy.py` compares it with central differences.
    """
    table = log_softmax(logits)
    positions, vocabulary = table.shape
    logs = table[np.arange(positions), batch.tokens]
    ratio = np.exp(logs - batch.old)
    advantage = batch.advantages[:, None]
    closed = ((advantage > 0) & (ratio > 1 + high)) | ((advantage < 0) & (ratio < 1 - low))
    reward = np.where(closed, np.clip(ratio, 1 - low, 1 + high), ratio) * advantage
    log_x = batch.reference - logs
    x = np.exp(log_x)
    divergence = x - log_x - 1
    value = float((batch.weights * (reward - beta * divergence)).sum())
    by_token = batch.weights * (np.where(closed, 0.0, reward) - beta * (1 - x))
    cells = np.arange(positions) * vocabulary + batch.tokens
    by_cell = np.bincount(cells.ravel(), by_token.ravel(), positions * vocabulary).reshape(positions, vocabulary)
    gradient = by_cell - by_token.sum(axis=0)[:, None] * np.exp(table)
    counted = batch.weights > 0
    return Surrogate(
        value,
        gradient,
        float((batch.weights * divergence).sum() / batch.weights.sum()),
        float(closed[counted].mean()),
    )
