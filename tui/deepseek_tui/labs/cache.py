"""The memory of a key-value cache and the arithmetic of decoding from it, by attention scheme.

Symbols are the paper's (DeepSeek-V2, arXiv 2405.04434, section 2.1 and Table 1): l layers, n_h heads, n_g groups of
key-value heads, d_h the size of a head, d_c that of the latent, d_R that of the decoupled rotary key. KB and GB are decimal,
GiB is binary.
"""

from dataclasses import dataclass
from enum import Enum

KB, GB, GIB = 1_000, 1_000_000_000, 2**30
BYTES = {"bf16": 2.0, "fp8": 1.0, "6bit": 0.75}
"""Bytes for each cached element: bfloat16, eight bits, and the six bits on average of DeepSeek-V2's deployed cache."""


class AttentionScheme(Enum):
    """What is cached for each token and layer."""

    MHA = "mha"
    """Multi-head attention: a key and a value for every head."""
    GQA = "gqa"
    """Grouped-query attention: one for every group of heads."""
    MQA = "mqa"
    """Multi-query attention: one for all heads."""
    MLA = "mla"
    """Multi-head latent attention: one latent and one rotary key for all heads."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """The sizes of a model that its cache depends on."""

    layers: int
    heads: int
    kv_heads: int
    head: int
    latent: int
    rotary: int


@dataclass(frozen=True, slots=True)
class Preset:
    """A published model: its sizes, the scheme it was built with, and the longest context it supports, in tokens."""

    id: str
    name: str
    sizes: Sizes
    built: AttentionScheme
    supported: int


V3_LATENT, V3_ROTARY, GROUPS = 512, 64, 8
"""What a model without a latent is given here to compare with (DeepSeek-V3's), and one without groups (Llama's)."""

PRESETS = {
    preset.id: preset
    for preset in (
        Preset("deepseek-v3", "DeepSeek-V3 / R1", Sizes(61, 128, GROUPS, 128, 512, 64), AttentionScheme.MLA, 131_072),
        Preset("deepseek-v2", "DeepSeek-V2", Sizes(60, 128, GROUPS, 128, 512, 64), AttentionScheme.MLA, 131_072),
        Preset("deepseek-v2-lite", "DeepSeek-V2-Lite", Sizes(27, 16, GROUPS, 128, 512, 64), AttentionScheme.MLA, 32_768),
        Preset("deepseek-67b", "DeepSeek 67B", Sizes(95, 64, 8, 128, V3_LATENT, V3_ROTARY), AttentionScheme.GQA, 4_096),
        Preset(
            "llama-3.1-405b", "Llama 3.1 405B", Sizes(126, 128, 8, 128, V3_LATENT, V3_ROTARY), AttentionScheme.GQA, 131_072
        ),
        Preset("llama-3.1-70b", "Llama 3.1 70B", Sizes(80, 64, 8, 128, V3_LATENT, V3_ROTARY), AttentionScheme.GQA, 131_072),
    )
}
"""Sizes as the models' papers and published configurations give them: DeepSeek-V3 (arXiv 2412.19437), V2 and V2-Lite
(arXiv 2405.04434), DeepSeek 67B (arXiv 2401.02954), Llama 3.1 (arXiv 2407.21783)."""


def elements(scheme: AttentionScheme, sizes: Sizes) -> int:
    """Cached elements for each token: 2·n_h·d_h·l, 2·n_g·d_h·l, 2·d_h·l or (d_c + d_R)·l (arXiv 2405.04434, Table 1)."""
    each = {
        AttentionScheme.MHA: 2 * sizes.heads * sizes.head,
        AttentionScheme.GQA: 2 * sizes.kv_heads * sizes.head,
        AttentionScheme.MQA: 2 * sizes.head,
        AttentionScheme.MLA: sizes.latent + sizes.rotary,
    }[scheme]
    return each * sizes.layers


def bytes_per_token(scheme: AttentionScheme, sizes: Sizes, element: float = 2.0) -> float:
    """Bytes cached for each token, at so many bytes an element: V3 in bf16 70,272, Llama 3.1 405B 516,096.

    Both are published, in decimal KB, in arXiv 2505.09343, Table 1.
    """
    return elements(scheme, sizes) * element


def cache_bytes(scheme: AttentionScheme, sizes: Sizes, tokens: int, element: float = 2.0) -> float:
    """Bytes cached for a whole context: V3 in bf16 at 131,072 tokens 8.578 GiB."""
    return bytes_per_token(scheme, sizes, element) * tokens


def tokens_in(memory: float, scheme: AttentionScheme, sizes: Sizes, element: float = 2.0) -> int:
    """Whole tokens whose cache fits into so many bytes, if nothing else took room there."""
    return int(memory // bytes_per_token(scheme, sizes, element))


def saved(part: float, whole: float) -> float:
    """The share that is saved, 0 to 1, where `part` is kept instead of `whole`; negative where it is more."""
    return 1 - part / whole


@dataclass(frozen=True, slots=True)
class DecodingWork:
    """Multiply-adds for each head and cached token when one more token is decoded: scores, then weighted sums."""

    naive: int
    """Keys and values at hand: d_h + d_R for a score, d_h for the sum."""
    absorbed: int
    """From the latent: d_c + d_R for a score, d_c for the sum."""
    rebuilt: int
    """From the latent, keys and values rebuilt first: 2·d_h·d_c on top of the naive ones."""


def decoding_work(sizes: Sizes) -> DecodingWork:
    """What decoding costs from a latent cache: with V3's sizes 1,088 absorbed against 320 naive (arXiv 2405.04434, 2.1)."""
    naive = 2 * sizes.head + sizes.rotary
    return DecodingWork(naive, 2 * sizes.latent + sizes.rotary, naive + 2 * sizes.head * sizes.latent)


@dataclass(frozen=True, slots=True)
class Headline:
    """DeepSeek-V2's published saving of 93.3 % against DeepSeek 67B, as a product of three factors."""

    latent: float
    """V2's own multi-head form over V2 with MLA, both in bf16."""
    quantised: float
    """Two bytes over the six bits of the deployed cache."""
    rival: float
    """V2's own multi-head form over DeepSeek 67B, which shares key-value heads already."""

    @property
    def factor(self) -> float:
        """How many times smaller than DeepSeek 67B's cache in bf16: what MLA and six bits do, over what the rival does."""
        return self.latent * self.quantised / self.rival

    @property
    def published(self) -> float:
        """The share saved as published: 0.933 (arXiv 2405.04434, abstract)."""
        return 1 - 1 / self.factor

    @property
    def like_for_like(self) -> float:
        """The share saved with both in bf16: 0.822."""
        return 1 - self.rival / self.latent

    @property
    def own_form(self) -> float:
        """The share saved against V2's own multi-head form, both in bf16: 0.982."""
        return 1 - 1 / self.latent


def headline() -> Headline:
    """The published headline taken apart."""
    v2, rival = PRESETS["deepseek-v2"].sizes, PRESETS["deepseek-67b"].sizes
    own, latent = elements(AttentionScheme.MHA, v2), elements(AttentionScheme.MLA, v2)
    return Headline(own / latent, BYTES["bf16"] / BYTES["6bit"], own / elements(AttentionScheme.GQA, rival))
