"""A small layer of multi-head latent attention (MLA), decoded in two ways.

The naive form rebuilds keys and values, the absorbed form works on the cached latents, and both must give the same
outputs. DeepSeek-V2, arXiv 2405.04434, equations 9 to 19 and section 2.1.2. For token t with hidden state h (size d):
latent c = W_DKV h (d_c, cached); keys k_C = W_UK c and values v = W_UV c, both d_h for each of n_h heads; query
latent c_Q = W_DQ h; queries q_C = W_UQ c_Q; rotary parts q_R = RoPE(W_QR c_Q) for each head, k_R = RoPE(W_KR h)
shared by all heads (d_R, cached). Head i: softmax over j ≤ t of (q_C·k_C + q_R·k_R) / √(d_h + d_R), times v; heads
concatenated through W_O.

NumPy is imported inside the functions, so that importing this module stays fast.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

ROPE_BASE = 10_000.0
"""Base of the RoPE frequencies (arXiv 2104.09864).

Pair i of d is rotated by position · ROPE_BASE^(-2i/d).
"""


@dataclass(frozen=True, slots=True)
class LayerShape:
    """Sizes of an attention layer, and the number of tokens to decode.

    The latent, rotary and head sizes are even, because RoPE rotates pairs.
    """

    heads: int
    """n_h, the number of heads."""
    head: int
    """d_h, the size of a head."""
    latent: int
    """d_c, the size of the cached latent."""
    rotary: int
    """d_R, the size of the decoupled rotary key."""
    tokens: int

    @property
    def hidden(self) -> int:
        """Size of a hidden state, which is d = n_h·d_h.

        It is the number of heads times the size of a head.
        """
        return self.heads * self.head


@dataclass(frozen=True)
class Weights:
    """The weight matrices of an attention layer."""

    down_kv: "Array"
    """W_DKV: (d_c, d)."""
    up_key: "Array"
    """W_UK: (n_h, d_h, d_c)."""
    up_value: "Array"
    """W_UV: (n_h, d_h, d_c)."""
    down_query: "Array"
    """W_DQ: (d_c, d). The query latent has the size of the cached latent."""
    up_query: "Array"
    """W_UQ: (n_h, d_h, d_c)."""
    rotary_query: "Array"
    """W_QR: (n_h, d_R, d_c)."""
    rotary_key: "Array"
    """W_KR: (d_R, d)."""
    out: "Array"
    """W_O: (d, n_h·d_h)."""


def random_weights(shape: LayerShape, seed: int) -> Weights:
    """Return random weight matrices of a layer, from a shape and seed.

    Entries have variance 1/n, where n is the size they are summed over, so that outputs have variance 1.
    """
    import numpy as np

    rng = np.random.default_rng(seed)

    def random_matrix(*size: int) -> "Array":
        return np.asarray(rng.standard_normal(size) / np.sqrt(size[-1]))

    n, d = shape.heads, shape.hidden
    return Weights(
        down_kv=random_matrix(shape.latent, d),
        up_key=random_matrix(n, shape.head, shape.latent),
        up_value=random_matrix(n, shape.head, shape.latent),
        down_query=random_matrix(shape.latent, d),
        up_query=random_matrix(n, shape.head, shape.latent),
        rotary_query=random_matrix(n, shape.rotary, shape.latent),
        rotary_key=random_matrix(shape.rotary, d),
        out=random_matrix(d, n * shape.head),
    )


def hidden_states(shape: LayerShape, seed: int) -> "Array":
    """Return random hidden states of all tokens, shape (T, d).

    The entries follow the standard normal distribution.
    """
    import numpy as np

    return np.random.default_rng([seed, 1]).standard_normal((shape.tokens, shape.hidden))


def apply_rope(vectors: "Array", positions: "Array") -> "Array":
    """Rotate pairs of vector elements by position (rotary position embedding, RoPE).

    `vectors` has shape (..., T, d) with d even, `positions` (T,). The result has the shape of `vectors`.
    """
    import numpy as np

    size = vectors.shape[-1]
    angles = positions[:, None] * ROPE_BASE ** (-np.arange(0, size, 2) / size)
    cos, sin = np.cos(angles), np.sin(angles)
    even, odd = vectors[..., 0::2], vectors[..., 1::2]
    rotated = np.empty_like(vectors)
    rotated[..., 0::2], rotated[..., 1::2] = even * cos - odd * sin, even * sin + odd * cos
    return rotated


def _softmax(scores: "Array", size: int) -> "Array":
    """Return the softmax of scores / √size, computed without overflow.

    The softmax is over the last axis.
    """
    import numpy as np

    scaled = scores / np.sqrt(size)
    powers = np.exp(scaled - scaled.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True))


def naive_attention(layer: Weights, hidden: "Array", *, rotary_on_keys: bool = False) -> "Array":
    """Return the attention outputs of all tokens, from rebuilt keys and values.

    With `rotary_on_keys` the compressed keys and their queries are rotated as well: the design that the paper
    rejects.
    """
    import numpy as np

    tokens = hidden.shape[0]
    at = np.arange(tokens, dtype=np.float64)
    latent, query = hidden @ layer.down_kv.T, hidden @ layer.down_query.T
    keys = np.einsum("nhc,tc->nth", layer.up_key, latent)
    values = np.einsum("nhc,tc->nth", layer.up_value, latent)
    queries = np.einsum("nhc,tc->nth", layer.up_query, query)
    if rotary_on_keys:
        keys, queries = apply_rope(keys, at), apply_rope(queries, at)
    rotated_queries = apply_rope(np.einsum("nrc,tc->ntr", layer.rotary_query, query), at)
    rotated_keys = apply_rope(hidden @ layer.rotary_key.T, at)
    scores = np.einsum("nth,nsh->nts", queries, keys) + np.einsum("ntr,sr->nts", rotated_queries, rotated_keys)
    scores = np.where(np.tril(np.ones((tokens, tokens), dtype=bool)), scores, -np.inf)
    mixed = _softmax(scores, keys.shape[-1] + rotated_keys.shape[-1]) @ values
    return np.asarray(mixed.transpose(1, 0, 2).reshape(tokens, -1) @ layer.out.T)


def absorbed_attention(layer: Weights, hidden: "Array", *, rotary_on_keys: bool = False) -> Iterator["Array"]:
    """Yield each token's attention output, from cached latents and rotary keys.

    Each output has shape (d,). W_UK moves to the query (q_C·W_UK c = W_UKᵀ q_C·c) and W_UV behind the
    weighted sum, so that no key or value is rebuilt. With `rotary_on_keys` the query and the cached latent are
    rotated. The result is then wrong, because the rotation that belongs between W_UKᵀ and W_UQ depends on both
    positions and cannot be absorbed.
    """
    import numpy as np

    cache = np.empty((0, layer.down_kv.shape[0]))
    rotary_cache = np.empty((0, layer.rotary_key.shape[0]))
    size = layer.up_key.shape[1] + layer.rotary_key.shape[0]
    for position, state in enumerate(hidden):
        at = np.array([float(position)])
        latent, rotated = (layer.down_kv @ state)[None], apply_rope((layer.rotary_key @ state)[None], at)
        cache = np.concatenate([cache, apply_rope(latent, at) if rotary_on_keys else latent])
        rotary_cache = np.concatenate([rotary_cache, rotated])
        query = layer.down_query @ state
        queries = np.einsum("nhc,c->nh", layer.up_query, query)
        if rotary_on_keys:
            queries = apply_rope(queries[:, None], at)[:, 0]
        absorbed_queries = np.einsum("nhc,nh->nc", layer.up_key, queries)
        rotated_queries = apply_rope(np.einsum("nrc,c->nr", layer.rotary_query, query)[:, None], at)[:, 0]
        shares = _softmax(absorbed_queries @ cache.T + rotated_queries @ rotary_cache.T, size)
        latents = cache if not rotary_on_keys else _rotate_back(cache)
        yield layer.out @ np.einsum("nhc,nc->nh", layer.up_value, shares @ latents).reshape(-1)


def _rotate_back(cache: "Array") -> "Array":
    """Undo the rotation by position of cached latent vectors.

    The control then differs from naive attention by its scores alone, not by its values.
    """
    import numpy as np

    return apply_rope(cache, -np.arange(cache.shape[0], dtype=np.float64))


@dataclass(frozen=True, slots=True)
class Trial:
    """Result of decoding an attention layer in naive and absorbed form."""

    shape: LayerShape
    seed: int
    difference: float
    """Largest absolute difference between the two forms, over all outputs."""
    control_difference: float
    """The same difference with rotary positions on the compressed keys, where absorption must fail."""
    largest_output: float
    """Largest absolute value of any output, for comparison with a difference."""

    @property
    def naive_cache(self) -> int:
        """Number of elements cached per token (naive form): n_h·(2·d_h) + d_R."""
        return 2 * self.shape.heads * self.shape.head + self.shape.rotary

    @property
    def absorbed_cache(self) -> int:
        """Number of elements cached per token (absorbed form): d_c + d_R."""
        return self.shape.latent + self.shape.rotary


def run_trial(shape: LayerShape, seed: int, on_token: Callable[[], None] = lambda: None) -> Trial:
    """Decode one random attention layer in both forms, and compare the outputs.

    The control applies rotary positions to the compressed keys. `on_token` is called after each decoded token.
    """
    import numpy as np

    layer, hidden = random_weights(shape, seed), hidden_states(shape, seed)

    def largest_difference(*, rotary_on_keys: bool) -> tuple[float, float]:
        expected, largest = naive_attention(layer, hidden, rotary_on_keys=rotary_on_keys), 0.0
        for position, output in enumerate(absorbed_attention(layer, hidden, rotary_on_keys=rotary_on_keys)):
            largest = max(largest, float(np.abs(output - expected[position]).max()))
            on_token()
        return largest, float(np.abs(expected).max())

    difference, largest_output = largest_difference(rotary_on_keys=False)
    control_difference, _ = largest_difference(rotary_on_keys=True)
    return Trial(shape, seed, difference, control_difference, largest_output)


SHAPES = (
    LayerShape(heads=1, head=4, latent=4, rotary=2, tokens=6),
    LayerShape(heads=2, head=8, latent=6, rotary=4, tokens=17),
    LayerShape(heads=4, head=16, latent=24, rotary=8, tokens=24),
    LayerShape(heads=8, head=16, latent=32, rotary=8, tokens=32),
    LayerShape(heads=16, head=16, latent=64, rotary=8, tokens=48),
)
"""Layer shapes of the proof, from one head to sixteen.

The last has V3's proportions, each size divided by eight.
"""
SEEDS = (1, 2, 3)
TOLERANCE = 1e-12
"""Largest difference allowed between two orders of the same float64 sums."""


def run_proof(report_progress: Callable[[float], None] = lambda _: None) -> tuple[Trial, ...]:
    """Compare the two forms of attention for all layer shapes and seeds.

    `report_progress` receives the share of the tokens decoded, 0 to 1.
    """
    total, done = 2 * sum(shape.tokens for shape in SHAPES) * len(SEEDS), 0

    def count_token() -> None:
        nonlocal done
        done += 1
        report_progress(done / total)

    return tuple(run_trial(shape, seed, count_token) for shape in SHAPES for seed in SEEDS)
