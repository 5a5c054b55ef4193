"""The memory of a key-value cache, held against the published tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deepseek_tui.labs import cache
from deepseek_tui.labs.cache import GIB, KB, PRESETS, AttentionScheme, Sizes

V2, V3, LLAMA = (PRESETS[id].sizes for id in ("deepseek-v2", "deepseek-v3", "llama-3.1-405b"))
SIZES = st.builds(
    lambda layers, groups, share, head, latent, rotary: Sizes(layers, groups * share, groups, head, latent, rotary),
    *(st.integers(1, most) for most in (200, 16, 16, 256, 1024, 128)),
)


def test_the_published_kb_per_token() -> None:
    """DeepSeek-V3 70.272, Llama 3.1 405B 516.096, in decimal KB and bf16 (arXiv 2505.09343, Table 1)."""
    assert cache.bytes_per_token(AttentionScheme.MLA, V3) / KB == 70.272
    assert cache.bytes_per_token(AttentionScheme.GQA, LLAMA) / KB == 516.096


def test_v3_at_its_whole_context_takes_8_578_gib() -> None:
    assert round(cache.cache_bytes(AttentionScheme.MLA, V3, 131_072) / GIB, 3) == 8.578


def test_the_published_headline_is_made_of_three_factors() -> None:
    """93.3 % only with 6 bits; 82.2 % like for like; 98.2 % against its own multi-head form (arXiv 2405.04434)."""
    headline = cache.headline()
    assert round(headline.published, 3) == 0.933
    assert round(headline.like_for_like, 3) == 0.822
    assert round(headline.own_form, 3) == 0.982
    six_bits = cache.bytes_per_token(AttentionScheme.MLA, V2, 0.75)
    rival = cache.bytes_per_token(AttentionScheme.GQA, PRESETS["deepseek-67b"].sizes)
    assert headline.factor == pytest.approx(rival / six_bits, rel=1e-12)
    assert headline.latent * headline.quantised / headline.rival == pytest.approx(headline.factor, rel=1e-12)


def test_absorbed_decoding_takes_1_088_multiply_adds_instead_of_320() -> None:
    work = cache.decoding_work(V3)
    assert (work.naive, work.absorbed) == (320, 1_088)
    assert work.rebuilt == 320 + 2 * 128 * 512


@pytest.mark.parametrize("preset", PRESETS.values(), ids=lambda preset: preset.id)
def test_a_preset_is_in_order(preset: cache.Preset) -> None:
    assert preset.sizes.heads % preset.sizes.kv_heads == 0
    assert preset.sizes.rotary % 2 == 0
    assert preset.supported in (4 * 1024, 32 * 1024, 128 * 1024)
    assert (preset.built is AttentionScheme.MLA) == (preset.id.startswith("deepseek-v"))


@given(SIZES)
def test_the_schemes_agree_where_they_coincide(sizes: Sizes) -> None:
    one = Sizes(sizes.layers, sizes.heads, 1, sizes.head, sizes.latent, sizes.rotary)
    every = Sizes(sizes.layers, sizes.heads, sizes.heads, sizes.head, sizes.latent, sizes.rotary)
    assert cache.elements(AttentionScheme.GQA, one) == cache.elements(AttentionScheme.MQA, sizes)
    assert cache.elements(AttentionScheme.GQA, every) == cache.elements(AttentionScheme.MHA, sizes)
    assert (
        cache.elements(AttentionScheme.MQA, sizes)
        <= cache.elements(AttentionScheme.GQA, sizes)
        <= cache.elements(AttentionScheme.MHA, sizes)
    )


@given(SIZES, st.sampled_from(list(AttentionScheme)), st.sampled_from([2.0, 1.0, 0.75]), st.integers(1, 10**12))
def test_so_many_tokens_fit_and_not_one_more(sizes: Sizes, scheme: AttentionScheme, element: float, memory: int) -> None:
    tokens = cache.tokens_in(memory, scheme, sizes, element)
    assert cache.cache_bytes(scheme, sizes, tokens, element) <= memory
    assert cache.cache_bytes(scheme, sizes, tokens + 1, element) > memory
