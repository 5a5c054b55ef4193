"""Declarations of the MLA lab's controls and command-line options."""

from deepseek_tui.labs.control import Option, StepScale
from deepseek_tui.story.format.messages import Message

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
    Option("preset", Message("a model, which sets the six sizes"), choices=MODELS),
    Option("layers", Message("layers"), "layers", (), 1, 1_000),
    Option("heads", Message("attention heads"), "heads", (), 1, 1_024, step_scale=DOUBLE),
    Option("kv_heads", Message("key-value heads of the grouped scheme"), "heads", (), 1, 1_024, step_scale=DOUBLE),
    Option("head", Message("size of a head"), "elements", (), 1, 4_096, step_scale=DOUBLE),
    Option("latent", Message("size of the latent"), "elements", (), 1, 65_536, step_scale=DOUBLE),
    Option("rotary", Message("size of the decoupled rotary key"), "elements", (), 2, 4_096, step_scale=DOUBLE),
    Option("context", Message("length of the context"), "tokens", (), 1, 100_000_000, step_scale=DOUBLE),
    Option("bytes", Message("bytes per cached element"), "bytes", ("2", "1", "0.75")),
    Option("memory", Message("memory to fill with the cache"), "GB (10^9 bytes)", (), 1, 100_000, step_size=8),
)
