"""Tests of key-value cache sizes against the published tables."""

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


def test_cache_size_in_kb_per_token_equals_the_published_values() -> None:
    """Published values: DeepSeek-V3 70.272 and Llama 3.1 405B 516.096 (arXiv 2505.09343, Table 1).

    The values are in decimal KB and bf16.
    """
    assert cache.bytes_per_token(AttentionScheme.MLA, V3) / KB == 70.272
    assert cache.bytes_per_token(AttentionScheme.GQA, LLAMA) / KB == 516.096


def test_cache_of_deepseek_v3_at_the_longest_context_is_8_578_gib() -> None:
    assert round(cache.cache_bytes(AttentionScheme.MLA, V3, 131_072) / GIB, 3) == 8.578


def test_published_cache_saving_is_the_product_of_three_factors() -> None:
    """Published values: 93.3 % with 6 bits, 82.2 % with equal precision (arXiv 2405.04434).

    Against V2's multi-head form the saving is 98.2 %.
    """
    headline = cache.published_headline()
    assert round(headline.published_saving, 3) == 0.933
    assert round(headline.same_precision_saving, 3) == 0.822
    assert round(headline.multi_head_saving, 3) == 0.982
    six_bits = cache.bytes_per_token(AttentionScheme.MLA, V2, 0.75)
    rival = cache.bytes_per_token(AttentionScheme.GQA, PRESETS["deepseek-67b"].sizes)
    assert headline.total_factor == pytest.approx(rival / six_bits, rel=1e-12)
    assert headline.latent_factor * headline.quantisation_factor / headline.baseline_factor == pytest.approx(
        headline.total_factor, rel=1e-12
    )


def test_decoding_step_of_v3_takes_1088_absorbed_or_320_naive_multiply_adds() -> None:
    work = cache.decoding_work(V3)
    assert (work.naive, work.absorbed) == (320, 1_088)
    assert work.rebuilt == 320 + 2 * 128 * 512


@pytest.mark.parametrize("preset", PRESETS.values(), ids=lambda preset: preset.id)
def test_sizes_of_each_model_preset_are_consistent(preset: cache.Preset) -> None:
    assert preset.sizes.heads % preset.sizes.kv_heads == 0
    assert preset.sizes.rotary % 2 == 0
    assert preset.max_context in (4 * 1024, 32 * 1024, 128 * 1024)
    assert (preset.scheme is AttentionScheme.MLA) == (preset.id.startswith("deepseek-v"))


@pytest.mark.parametrize(
    ("preset", "sizes", "max_context"),
    [
        ("deepseek-v3", (61, 128, 8, 128, 512, 64), 131_072),
        ("deepseek-v2", (60, 128, 8, 128, 512, 64), 131_072),
        ("deepseek-v2-lite", (27, 16, 8, 128, 512, 64), 32_768),
        ("deepseek-67b", (95, 64, 8, 128, 512, 64), 4_096),
        ("llama-3.1-405b", (126, 128, 8, 128, 512, 64), 131_072),
        ("llama-3.1-70b", (80, 64, 8, 128, 512, 64), 131_072),
    ],
)
def test_each_model_preset_has_the_published_sizes(preset: str, sizes: tuple[int, ...], max_context: int) -> None:
    """Check the presets against the published configuration files of the models.

    The sizes are layers, heads, groups, head size, latent size and rotary key size.
    """
    assert PRESETS[preset].sizes == Sizes(*sizes)
    assert PRESETS[preset].max_context == max_context


@given(SIZES)
def test_cache_of_gqa_equals_mqa_with_one_group_and_mha_with_one_group_per_head(sizes: Sizes) -> None:
    one = Sizes(sizes.layers, sizes.heads, 1, sizes.head, sizes.latent, sizes.rotary)
    every = Sizes(sizes.layers, sizes.heads, sizes.heads, sizes.head, sizes.latent, sizes.rotary)
    assert cache.elements_per_token(AttentionScheme.GQA, one) == cache.elements_per_token(AttentionScheme.MQA, sizes)
    assert cache.elements_per_token(AttentionScheme.GQA, every) == cache.elements_per_token(AttentionScheme.MHA, sizes)
    assert (
        cache.elements_per_token(AttentionScheme.MQA, sizes)
        <= cache.elements_per_token(AttentionScheme.GQA, sizes)
        <= cache.elements_per_token(AttentionScheme.MHA, sizes)
    )


@given(SIZES, st.sampled_from(list(AttentionScheme)), st.sampled_from([2.0, 1.0, 0.75]), st.integers(1, 10**12))
def test_number_of_tokens_in_memory_is_the_largest_that_fits(
    sizes: Sizes, scheme: AttentionScheme, element: float, memory: int
) -> None:
    tokens = cache.tokens_in(memory, scheme, sizes, element)
    assert cache.cache_bytes(scheme, sizes, tokens, element) <= memory
    assert cache.cache_bytes(scheme, sizes, tokens + 1, element) > memory
