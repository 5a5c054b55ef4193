"""The controls of the MLA lab, declared once for the lab and for the command line."""

from deepseek_tui.labs.control import Option, StepScale

MODELS = (
    "deepseek-v3",
    "deepseek-v2",
    "deepseek-v2-lite",
    "deepseek-67b",
    "llama-3.1-405b",
    "llama-3.1-70b",
    "own",
)
DOUBLE = StepScale.DOUBLE

OPTIONS: tuple[Option, ...] = (
    Option("preset", "a model, which sets the six sizes", choices=MODELS),
    Option("layers", "layers", "layers", (), 1, 1_000),
    Option("heads", "attention heads", "heads", (), 1, 1_024, ladder=DOUBLE),
    Option("kv_heads", "key-value heads of the grouped scheme", "heads", (), 1, 1_024, ladder=DOUBLE),
    Option("head", "size of a head", "elements", (), 1, 4_096, ladder=DOUBLE),
    Option("latent", "size of the latent", "elements", (), 1, 65_536, ladder=DOUBLE),
    Option("rotary", "size of the decoupled rotary key", "elements", (), 2, 4_096, ladder=DOUBLE),
    Option("context", "length of the context", "tokens", (), 1, 100_000_000, ladder=DOUBLE),
    Option("bytes", "bytes for each cached element", "bytes", ("2", "1", "0.75")),
    Option("memory", "memory to fill with the cache", "GB (10^9 bytes)", (), 1, 100_000, by=8),
)
