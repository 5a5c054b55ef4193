"""A small MLA layer in float64, decoded in two ways: the proof that the absorbed form computes the very same thing.

DeepSeek-V2, arXiv 2405.04434, equations 9 to 19 and section 2.1.2. For token t with hidden state h (size d):
latent c = W_DKV h (d_c, cached); keys k_C = W_UK c and values v = W_UV c, both d_h for each of n_h heads; query latent
c_Q = W_DQ h; queries q_C = W_UQ c_Q; rotary parts q_R = RoPE(W_QR c_Q) for each head, k_R = RoPE(W_KR h) for all heads
at once (d_R, cached). Head i: softmax over j ≤ t of (q_C·k_C + q_R·k_R) / √(d_h + d_R), times v; heads concatenated
through W_O.

NumPy is imported when a function runs, never before.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

BASE = 10_000.0
"""RoPE's base: pair i of d turns by position · BASE^(-2i/d) (arXiv 2104.09864)."""


@dataclass(frozen=True, slots=True)
class LayerShape:
    """The sizes of a layer and how many tokens it reads; latent, rotary and head sizes are even, as RoPE turns pairs."""

    heads: int
    head: int
    latent: int
    rotary: int
    tokens: int

    @property
    def hidden(self) -> int:
        """The size of a hidden state: as wide as all heads together."""
        return self.heads * self.head


@dataclass(frozen=True)
class Weights:
    """The matrices of a layer, drawn at random."""

    down_kv: "Array"
    """W_DKV: (d_c, d)."""
    up_key: "Array"
    """W_UK: (n_h, d_h, d_c)."""
    up_value: "Array"
    """W_UV: (n_h, d_h, d_c)."""
    down_query: "Array"
    """W_DQ: (d_c, d); the query's latent is as large as the cached one here."""
    up_query: "Array"
    """W_UQ: (n_h, d_h, d_c)."""
    rotary_query: "Array"
    """W_QR: (n_h, d_R, d_c)."""
    rotary_key: "Array"
    """W_KR: (d_R, d)."""
    out: "Array"
    """W_O: (d, n_h·d_h)."""


def weights(shape: LayerShape, seed: int) -> Weights:
    """Matrices with entries of variance 1 over the size that they sum over, so that what they make has variance 1."""
    import numpy as np

    rng = np.random.default_rng(seed)

    def drawn(*size: int) -> "Array":
        return np.asarray(rng.standard_normal(size) / np.sqrt(size[-1]))

    n, d = shape.heads, shape.hidden
    return Weights(
        down_kv=drawn(shape.latent, d),
        up_key=drawn(n, shape.head, shape.latent),
        up_value=drawn(n, shape.head, shape.latent),
        down_query=drawn(shape.latent, d),
        up_query=drawn(n, shape.head, shape.latent),
        rotary_query=drawn(n, shape.rotary, shape.latent),
        rotary_key=drawn(shape.rotary, d),
        out=drawn(d, n * shape.head),
    )


def states(shape: LayerShape, seed: int) -> "Array":
    """Hidden states of so many tokens: (T, d), standard normal."""
    import numpy as np

    return np.random.default_rng([seed, 1]).standard_normal((shape.tokens, shape.hidden))


def rope(vectors: "Array", positions: "Array") -> "Array":
    """Vectors turned by their positions, pair by pair: (..., T, d) with d even, and (T,)."""
    import numpy as np

    size = vectors.shape[-1]
    angles = positions[:, None] * BASE ** (-np.arange(0, size, 2) / size)
    cos, sin = np.cos(angles), np.sin(angles)
    even, odd = vectors[..., 0::2], vectors[..., 1::2]
    turned = np.empty_like(vectors)
    turned[..., 0::2], turned[..., 1::2] = even * cos - odd * sin, even * sin + odd * cos
    return turned


def _attend(scores: "Array", size: int) -> "Array":
    """Softmax over the last axis of scores divided by the root of a size; no overflow."""
    import numpy as np

    scaled = scores / np.sqrt(size)
    powers = np.exp(scaled - scaled.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True))


def naive(layer: Weights, hidden: "Array", *, rotary_on_keys: bool = False) -> "Array":
    """All tokens at once, keys and values of every head rebuilt from the latent: (T, d).

    With `rotary_on_keys` the compressed keys and their queries are turned as well: the design that the paper rejects.
    """
    import numpy as np

    tokens = hidden.shape[0]
    at = np.arange(tokens, dtype=np.float64)
    latent, query = hidden @ layer.down_kv.T, hidden @ layer.down_query.T
    keys = np.einsum("nhc,tc->nth", layer.up_key, latent)
    values = np.einsum("nhc,tc->nth", layer.up_value, latent)
    queries = np.einsum("nhc,tc->nth", layer.up_query, query)
    if rotary_on_keys:
        keys, queries = rope(keys, at), rope(queries, at)
    turned_queries = rope(np.einsum("nrc,tc->ntr", layer.rotary_query, query), at)
    turned_keys = rope(hidden @ layer.rotary_key.T, at)
    scores = np.einsum("nth,nsh->nts", queries, keys) + np.einsum("ntr,sr->nts", turned_queries, turned_keys)
    scores = np.where(np.tril(np.ones((tokens, tokens), dtype=bool)), scores, -np.inf)
    mixed = _attend(scores, keys.shape[-1] + turned_keys.shape[-1]) @ values
    return np.asarray(mixed.transpose(1, 0, 2).reshape(tokens, -1) @ layer.out.T)


def absorbed(layer: Weights, hidden: "Array", *, rotary_on_keys: bool = False) -> Iterator["Array"]:
    """Token by token, from a cache of latents and rotary keys alone: the output of each, (d,).

    W_UK moves to the query (q_C·W_UK c = W_UKᵀ q_C·c) and W_UV behind the sum, so that no key or value is ever rebuilt.
    With `rotary_on_keys` it turns what it has, the query and the cached latent: the best that a latent cache allows, and
    wrong, because the rotation that belongs between W_UKᵀ and W_UQ depends on both positions and cannot be absorbed.
    """
    import numpy as np

    cache = np.empty((0, layer.down_kv.shape[0]))
    rotary_cache = np.empty((0, layer.rotary_key.shape[0]))
    size = layer.up_key.shape[1] + layer.rotary_key.shape[0]
    for position, state in enumerate(hidden):
        at = np.array([float(position)])
        latent, turned = (layer.down_kv @ state)[None], rope((layer.rotary_key @ state)[None], at)
        cache = np.concatenate([cache, rope(latent, at) if rotary_on_keys else latent])
        rotary_cache = np.concatenate([rotary_cache, turned])
        query = layer.down_query @ state
        queries = np.einsum("nhc,c->nh", layer.up_query, query)
        if rotary_on_keys:
            queries = rope(queries[:, None], at)[:, 0]
        absorbed_queries = np.einsum("nhc,nh->nc", layer.up_key, queries)
        turned_queries = rope(np.einsum("nrc,c->nr", layer.rotary_query, query)[:, None], at)[:, 0]
        shares = _attend(absorbed_queries @ cache.T + turned_queries @ rotary_cache.T, size)
        latents = cache if not rotary_on_keys else _unturned(cache)
        yield layer.out @ np.einsum("nhc,nc->nh", layer.up_value, shares @ latents).reshape(-1)


def _unturned(cache: "Array") -> "Array":
    """Latents turned back, so that the control fails by its scores alone and not by its values."""
    import numpy as np

    return rope(cache, -np.arange(cache.shape[0], dtype=np.float64))


@dataclass(frozen=True, slots=True)
class Trial:
    """One layer, decoded both ways."""

    shape: LayerShape
    seed: int
    difference: float
    """The largest difference between the two, anywhere in any token's output."""
    control: float
    """The same with rotary on the compressed keys, where absorbing must fail."""
    size: float
    """The largest number in any output: what a difference is to be held against."""

    @property
    def naive_cache(self) -> int:
        """Elements cached for each token if every head keeps its keys and values: n_h·(2·d_h) and the rotary key."""
        return 2 * self.shape.heads * self.shape.head + self.shape.rotary

    @property
    def absorbed_cache(self) -> int:
        """Elements cached for each token from the latent alone: d_c + d_R."""
        return self.shape.latent + self.shape.rotary


def trial(shape: LayerShape, seed: int, tell: Callable[[], None] = lambda: None) -> Trial:
    """Decode one random layer both ways, with and without the decoupled rotary part; `tell` is called for each token."""
    import numpy as np

    layer, hidden = weights(shape, seed), states(shape, seed)

    def compared(*, rotary_on_keys: bool) -> tuple[float, float]:
        whole, worst = naive(layer, hidden, rotary_on_keys=rotary_on_keys), 0.0
        for position, output in enumerate(absorbed(layer, hidden, rotary_on_keys=rotary_on_keys)):
            worst = max(worst, float(np.abs(output - whole[position]).max()))
            tell()
        return worst, float(np.abs(whole).max())

    difference, size = compared(rotary_on_keys=False)
    control, _ = compared(rotary_on_keys=True)
    return Trial(shape, seed, difference, control, size)


SHAPES = (
    LayerShape(heads=1, head=4, latent=4, rotary=2, tokens=6),
    LayerShape(heads=2, head=8, latent=6, rotary=4, tokens=17),
    LayerShape(heads=4, head=16, latent=24, rotary=8, tokens=24),
    LayerShape(heads=8, head=16, latent=32, rotary=8, tokens=32),
    LayerShape(heads=16, head=16, latent=64, rotary=8, tokens=48),
)
"""The layers of the proof, from one head to sixteen; the last has V3's proportions, an eighth of each size."""
SEEDS = (1, 2, 3)
TOLERANCE = 1e-12
"""What two orders of the same float64 sums may differ by here."""


def proof(tell: Callable[[float], None] = lambda _: None) -> tuple[Trial, ...]:
    """Every shape with every seed; `tell` hears the share that is done."""
    total, done = 2 * sum(shape.tokens for shape in SHAPES) * len(SEEDS), 0

    def token() -> None:
        nonlocal done
        done += 1
        tell(done / total)

    return tuple(trial(shape, seed, token) for shape in SHAPES for seed in SEEDS)
