"""Words of the MLA lab, in English."""

from deepseek_tui.i18n.mla import MlaWords

WORDS = MlaWords(
    title="MLA: what a cache weighs",
    runs="proof",
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
        "preset": "A published model sets the six sizes below; changing one makes the model your own.",
        "layers": "Layers of the network: each has a cache of its own.",
        "heads": "Attention heads in a layer. Multi-head attention keeps a key and a value for each.",
        "kv_heads": "Keys and values that grouped-query attention keeps: one for each group of heads.",
        "head": "Numbers in one key or one value.",
        "latent": "Numbers in the latent that MLA keeps instead of all keys and values.",
        "rotary": "Numbers in the one key that carries the position, kept beside the latent.",
        "context": "Tokens (pieces of words) that the model looks back at.",
        "bytes": "How exactly each number is kept: 16 bits, 8, or 6 on average as in V2’s deployed cache.",
        "memory": "Memory to fill, in decimal gigabytes: that of your own GPU, for one.",
    },
    units={"context": "tokens", "memory": "GB"},
    own="your own",
    bytes={"2": "2 bytes (bf16)", "1": "1 byte (FP8)", "0.75": "0.75 (6 bits)"},
    steps=(
        "A million tokens, more than the model supports. Which of the four caches would still fit into 80 GB?",
        "Llama 3.1 405B was built with grouped heads. What would a latent of V3’s size leave of its cache?",
        "DeepSeek-V2 in 6 bits, as in the published headline. And in 2 bytes, what is left of the 93.3%?",
    ),
    sizes=("bytes", "KiB", "MiB", "GiB", "TiB", "PiB"),
    cache="The cache for {tokens} tokens",
    schemes={"mha": "MHA", "gqa": "GQA, {} KV heads", "mqa": "MQA", "mla": "MLA"},
    as_built="{} (as built)",
    caption="To one scale. A KB is 1,000 bytes, a GB 10⁹, a GiB 2³⁰.",
    dashed="Dashed: not what this model was built with.",
    beyond="{name} supports {tokens} tokens. Beyond them this is arithmetic, and no use that it was made for.",
    versus="MLA keeps {kb} KB a token, {share}% of what {that} would: {times} times less, {saved}% saved.",
    versus_short="Against {that}: {share}%, {times} times less, {saved}% saved.",
    versus_more="MLA keeps {kb} KB a token, {times} times what {that} would.",
    what_if="MLA is a what-if here: this model has no latent, and is lent V3’s.",
    fits="How many tokens fit",
    head=("cache", "KB/token", "{} GB"),
    fits_caveat="For the cache alone: a model’s weights need room as well. How well each scheme answers is no matter of"
    " arithmetic, and is not shown.",
    cost="What it costs",
    ways={
        "naive": "keys and values kept whole",
        "absorbed": "from the latent, absorbed",
        "rebuilt": "from the latent, rebuilt first",
    },
    trade="Multiply-adds for each head and cached token. Absorbed, MLA does {times} times the arithmetic of keys and values"
    " kept whole, and never rebuilds them: memory is bought with arithmetic.",
    proof_hint="x decodes small layers both ways and compares the answers (--proof on the command line).",
    headline="93.3%, taken apart",
    factors={
        "latent": "MLA instead of V2’s own MHA, both in bf16: {}% saved",
        "quantised": "6 bits instead of 16: {}% saved",
        "rival": "given back: the rival shares KV heads, and is so much smaller than V2’s own MHA",
        "published": "together, V2 in 6 bits against DeepSeek 67B in bf16: {}% saved, as published",
        "like_for_like": "like for like, V2 against DeepSeek 67B, both in bf16: {}% saved",
    },
    headline_caveat="The published 93.3% is true of what was deployed. Like for like MLA saves {}% against that rival; 6"
    " bits take it the rest of the way.",
    proof="The proof",
    proof_head=("layer", "cached", "gap", "control"),
    proof_rows="Layer: heads × size of a head, {seeds} seeds each. Cached: numbers kept for a token, keys and values whole →"
    " latent and rotary key. Gap: the largest difference.",
    same="{count} random layers in float64, naive against absorbed: the answers differ by {difference} at most. It is the"
    " same computation.",
    control="The control has rotary positions on the compressed keys. Absorbed, its answers are off by {least} to {most},"
    " where their own largest numbers are {small} to {large}: the rotation cannot be absorbed, and that is why MLA carries"
    " the position in a key of its own.",
    shows="The memory that the article speaks of, in bytes. No figure in the article isolates what MLA gains, and none here"
    " says what that is worth in speed or money.",
    sources=(
        "Formulas and the 93.3%: DeepSeek-V2, arXiv 2405.04434, section 2.1, Table 1 and abstract",
        "V3’s sizes: DeepSeek-V3 Technical Report, arXiv 2412.19437, and its published inference code",
        "Published KB a token (V3 70.272, Llama 3.1 405B 516.096): arXiv 2505.09343, Table 1, read in part",
        "Other sizes: DeepSeek LLM, arXiv 2401.02954; Llama 3, arXiv 2407.21783; both read in part",
    ),
    uneven="{heads} heads cannot be shared out evenly among {kv} KV heads; change one of the two so that they divide.",
    odd="Rotary size: {} is odd, and the rotation turns numbers in pairs.",
)
