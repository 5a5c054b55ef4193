"""English interface texts of the MLA lab."""

from deepseek_tui.i18n.mla import MlaWords

WORDS = MlaWords(
    title="MLA: the size of the cache",
    runs="check",
    labels={
        "preset": "Model",
        "layers": "Layers",
        "heads": "Heads",
        "kv_heads": "KV heads",
        "head": "Head size",
        "latent": "Latent size",
        "rotary": "Rotary size",
        "context": "Context",
        "bytes": "Precision",
        "memory": "Memory",
    },
    abouts={
        "preset": "A published model sets the six sizes below; change one to make your own.",
        "layers": "Layers of the network; each has its own cache.",
        "heads": "Attention heads per layer. Multi-head attention (MHA) keeps a key and a value for each.",
        "kv_heads": "Keys and values kept by grouped-query attention (GQA), one per group of heads.",
        "head": "Size of one key or value vector.",
        "latent": "Size of the latent vector that MLA keeps instead of all keys and values.",
        "rotary": "Size of the one key that carries the position, kept beside the latent.",
        "context": "Tokens (pieces of words) in the model’s context.",
        "bytes": "Bits per number: 16, 8, or 6 on average as in V2’s deployed cache.",
        "memory": "Memory to fill, in decimal gigabytes: that of your own GPU, for example.",
    },
    units={"context": "tokens", "memory": "GB"},
    own="your own",
    bytes={"2": "2 bytes (bf16)", "1": "1 byte (FP8)", "0.75": "0.75 (6 bits)"},
    steps=(
        "A million tokens, more than the model supports. Which of the four caches would still fit into 80 GB?",
        "Llama 3.1 405B uses grouped heads. How large would its cache be with a latent of V3’s size?",
        "DeepSeek-V2 in 6 bits, as in the published figure. What is left of the 93.3% in 2 bytes?",
    ),
    sizes=("bytes", "KiB", "MiB", "GiB", "TiB", "PiB"),
    cache="The cache for {tokens} tokens",
    schemes={"mha": "MHA", "gqa": "GQA, {} KV heads", "mqa": "MQA", "mla": "MLA"},
    as_built="{} (as built)",
    caption="Same scale. A KB is 1,000 bytes, a GB 10⁹, a GiB 2³⁰.",
    dashed="Dashed: not what this model was built with.",
    beyond="{name} supports {tokens} tokens. Beyond that, the figures are arithmetic only.",
    versus="MLA keeps {kb} KB per token, {share}% of what {that} would: {times} times less, {saved}% saved.",
    versus_short="Against {that}: {share}%, {times} times less, {saved}% saved.",
    versus_more="MLA keeps {kb} KB per token, {times} times what {that} would.",
    what_if="MLA is hypothetical here: this model has no latent, so V3’s is used.",
    fits="How many tokens fit",
    head=("cache", "KB/token", "{} GB"),
    fits_caveat="For the cache alone: the model’s weights need memory too. The quality of each scheme’s answers is "
    "not shown.",
    cost="The cost in arithmetic",
    ways={
        "naive": "full keys and values",
        "absorbed": "from the latent, absorbed",
        "rebuilt": "from the latent, rebuilt",
    },
    trade="Multiply-adds per head and cached token. Absorbed, MLA does {times} times the arithmetic of full keys "
    "and values, and never rebuilds them: it trades arithmetic for memory.",
    proof_hint="x decodes small layers both ways and compares the answers (--proof on the command line).",
    headline="Where the 93.3% comes from",
    factors={
        "latent": "MLA instead of V2’s own MHA, both in bf16: {}% saved",
        "quantised": "6 bits instead of 16: {}% saved",
        "rival": "given back: the rival shares KV heads, so its cache is smaller than V2’s own MHA",
        "published": "overall, V2 in 6 bits against DeepSeek 67B in bf16: {}% saved, as published",
        "like_for_like": "like for like, V2 against DeepSeek 67B, both in bf16: {}% saved",
    },
    headline_caveat="The published 93.3% is true of what was deployed. Like for like, MLA saves {}% against that "
    "rival; the 6 bits do the rest.",
    proof="The check",
    proof_head=("layer", "cached", "gap", "control"),
    proof_rows="Layer: heads × head size, {seeds} seeds each. Cached: numbers kept per token, full keys and values "
    "→ latent and rotary key. Gap: the largest difference.",
    same="{count} random layers in float64, naive against absorbed: the answers differ by {difference} at most. It "
    "is the same computation.",
    control="The control has rotary positions on the compressed keys. Absorbed, its answers are off by {least} to "
    "{most}, for largest values of {small} to {large}: the rotation cannot be absorbed, which is why MLA carries "
    "the position in a separate key.",
    shows="The memory the article mentions, in bytes. No figure in the article isolates the gain from MLA, and none "
    "here gives its worth in speed or money.",
    sources=(
        "Formulas and the 93.3%: DeepSeek-V2, arXiv 2405.04434, section 2.1, Table 1 and abstract",
        "V3’s sizes: DeepSeek-V3 Technical Report, arXiv 2412.19437, and its published inference code",
        "Published KB per token (V3 70.272, Llama 3.1 405B 516.096): arXiv 2505.09343, Table 1, read in part",
        "Other sizes: DeepSeek LLM, arXiv 2401.02954; Llama 3, arXiv 2407.21783; both read in part",
    ),
    uneven="{heads} heads cannot be divided evenly among {kv} KV heads; change one of the two.",
    odd="Rotary size: {} is odd, and the rotation works on pairs of numbers.",
)
