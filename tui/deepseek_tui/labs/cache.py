"""Memory of a key-value cache, and decoding work, by attention scheme.

The schemes are multi-head, grouped-query, multi-query and multi-head latent attention. Symbols are those of the
DeepSeek-V2 paper (arXiv 2405.04434, section 2.1 and Table 1): l layers, n_h heads, n_g groups of key-value heads, d_h
the size of a head, d_c the size of the latent, d_R the size of the decoupled rotary key. KB and GB are decimal, GiB is
binary.
"""

from dataclasses import dataclass
from enum import Enum

KB, GB, GIB = 1_000, 1_000_000_000, 2**30
BYTES = {"bf16": 2.0, "fp8": 1.0, "6bit": 0.75}
"""Bytes per cached element.

bfloat16, eight bits, and six bits, the average of DeepSeek-V2's deployed cache.
"""


class AttentionScheme(Enum):
    """An attention scheme, which determines the vectors cached per token and layer."""

    MHA = "mha"
    """Multi-head attention: a key and a value for every head."""
    GQA = "gqa"
    """Grouped-query attention: a key and a value for every group of heads."""
    MQA = "mqa"
    """Multi-query attention: one key and one value for all heads."""
    MLA = "mla"
    """Multi-head latent attention: one latent and one rotary key for all heads."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes of a model that determine the size of its key-value cache."""

    layers: int
    heads: int
    kv_heads: int
    head: int
    latent: int
    rotary: int


@dataclass(frozen=True, slots=True)
class Preset:
    """A published model: its sizes, attention scheme and longest supported context."""

    id: str
    name: str
    sizes: Sizes
    scheme: AttentionScheme
    max_context: int
    """Longest context that the model supports, in tokens."""


DEFAULT_LATENT, DEFAULT_ROTARY, DEFAULT_KV_HEADS = 512, 64, 8
"""Sizes for models that lack them.

Models without a latent get DeepSeek-V3's latent and rotary sizes, models without groups get Llama's number of groups.
"""

PRESETS = {
    preset.id: preset
    for preset in (
        Preset(
            "deepseek-v3", "DeepSeek-V3 / R1", Sizes(61, 128, DEFAULT_KV_HEADS, 128, 512, 64), AttentionScheme.MLA, 131_072
        ),
        Preset("deepseek-v2", "DeepSeek-V2", Sizes(60, 128, DEFAULT_KV_HEADS, 128, 512, 64), AttentionScheme.MLA, 131_072),
        Preset(
            "deepseek-v2-lite",
            "DeepSeek-V2-Lite",
            Sizes(27, 16, DEFAULT_KV_HEADS, 128, 512, 64),
            AttentionScheme.MLA,
            32_768,
        ),
        Preset(
            "deepseek-67b", "DeepSeek 67B", Sizes(95, 64, 8, 128, DEFAULT_LATENT, DEFAULT_ROTARY), AttentionScheme.GQA, 4_096
        ),
        Preset(
            "llama-3.1-405b",
            "Llama 3.1 405B",
            Sizes(126, 128, 8, 128, DEFAULT_LATENT, DEFAULT_ROTARY),
            AttentionScheme.GQA,
            131_072,
        ),
        Preset(
            "llama-3.1-70b",
            "Llama 3.1 70B",
            Sizes(80, 64, 8, 128, DEFAULT_LATENT, DEFAULT_ROTARY),
            AttentionScheme.GQA,
            131_072,
        ),
    )
}
"""Published models by id.

Sizes are from papers and published configurations: DeepSeek-V3 (arXiv 2412.19437), V2 and V2-Lite (arXiv 2405.04434),
DeepSeek 67B (arXiv 2401.02954), Llama 3.1 (arXiv 2407.21783).
"""


def elements_per_token(scheme: AttentionScheme, sizes: Sizes) -> int:
    """Return the number of elements cached per token, over all layers.

    2·n_h·d_h·l (MHA), 2·n_g·d_h·l (GQA), 2·d_h·l (MQA) or (d_c + d_R)·l (MLA); arXiv 2405.04434, Table 1.
    """
    each = {
        AttentionScheme.MHA: 2 * sizes.heads * sizes.head,
        AttentionScheme.GQA: 2 * sizes.kv_heads * sizes.head,
        AttentionScheme.MQA: 2 * sizes.head,
        AttentionScheme.MLA: sizes.latent + sizes.rotary,
    }[scheme]
    return each * sizes.layers


def bytes_per_token(scheme: AttentionScheme, sizes: Sizes, element: float = 2.0) -> float:
    """Return the number of bytes cached per token, over all layers.

    DeepSeek-V3 in bf16 takes 70,272 bytes, Llama 3.1 405B 516,096 (arXiv 2505.09343, Table 1, in decimal KB).
    """
    return elements_per_token(scheme, sizes) * element


def cache_bytes(scheme: AttentionScheme, sizes: Sizes, tokens: int, element: float = 2.0) -> float:
    """Return the size in bytes of the key-value cache for `tokens` tokens.

    DeepSeek-V3 in bf16 takes 8.578 GiB for 131,072 tokens.
    """
    return bytes_per_token(scheme, sizes, element) * tokens


def tokens_in(memory: float, scheme: AttentionScheme, sizes: Sizes, element: float = 2.0) -> int:
    """Return how many tokens fit into a key-value cache of `memory` bytes.

    Nothing else is assumed to be in that memory.
    """
    return int(memory // bytes_per_token(scheme, sizes, element))


def saved_share(part: float, whole: float) -> float:
    """Return the share saved when a size shrinks from `whole` to `part`.

    Between 0 and 1, or negative when `part` is larger.
    """
    return 1 - part / whole


@dataclass(frozen=True, slots=True)
class DecodingWork:
    """Multiply-add operations for one token, per head and cached token.

    Each counts the score and the weighted sum of values.
    """

    naive: int
    """With cached keys and values: d_h + d_R for the score, d_h for the sum."""
    absorbed: int
    """From the latent: d_c + d_R for the score, d_c for the sum."""
    rebuilt: int
    """With keys and values rebuilt from the latent: 2·d_h·d_c more than naive."""


def decoding_work(sizes: Sizes) -> DecodingWork:
    """Return the number of multiply-adds for decoding from a latent cache.

    DeepSeek-V3 needs 1,088 in the absorbed form and 320 in the naive form (arXiv 2405.04434, section 2.1).
    """
    naive = 2 * sizes.head + sizes.rotary
    return DecodingWork(naive, 2 * sizes.latent + sizes.rotary, naive + 2 * sizes.head * sizes.latent)


@dataclass(frozen=True, slots=True)
class Headline:
    """DeepSeek-V2's published cache saving, as a product of three factors.

    The paper states 93.3 % against DeepSeek 67B.
    """

    latent_factor: float
    """Cache of V2's multi-head form divided by V2's MLA cache, both in bf16."""
    quantisation_factor: float
    """Two bytes divided by the six bits of the deployed cache."""
    baseline_factor: float
    """Cache of V2's multi-head form divided by that of DeepSeek 67B.

    DeepSeek 67B uses GQA.
    """

    @property
    def total_factor(self) -> float:
        """Cache size of DeepSeek 67B divided by that of DeepSeek-V2.

        The former is in bf16, the latter as deployed.
        """
        return self.latent_factor * self.quantisation_factor / self.baseline_factor

    @property
    def published_saving(self) -> float:
        """Saved share of the cache as published: 0.933 (arXiv 2405.04434, abstract)."""
        return 1 - 1 / self.total_factor

    @property
    def same_precision_saving(self) -> float:
        """Saved share of the cache if both models cache in bf16: 0.822."""
        return 1 - self.baseline_factor / self.latent_factor

    @property
    def multi_head_saving(self) -> float:
        """Saved share of the cache against multi-head attention: 0.982.

        Both are forms of DeepSeek-V2.
        """
        return 1 - 1 / self.latent_factor


def published_headline() -> Headline:
    """Return the three numbers whose product is DeepSeek-V2's published cache saving."""
    v2, baseline = PRESETS["deepseek-v2"].sizes, PRESETS["deepseek-67b"].sizes
    multi_head, latent = elements_per_token(AttentionScheme.MHA, v2), elements_per_token(AttentionScheme.MLA, v2)
    return Headline(
        multi_head / latent, BYTES["bf16"] / BYTES["6bit"], multi_head / elements_per_token(AttentionScheme.GQA, baseline)
    )
