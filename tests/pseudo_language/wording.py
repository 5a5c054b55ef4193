"""Generator of pseudo-language words: lengthened English words in brackets."""

import re
from math import ceil
from typing import Any

OPENING, CLOSING, PADDING = "⟦", "⟧", "~"
KEPT = re.compile(
    r"\{[^}]*\}|%(?:\(\w+\))?[sdr]|`[^`]*`|(?<!\w)--?[\w-]+|\[\]|\b(?:by|p|kind|status|topic|has|is):"
    r"|deepseek-tui[\w-]*|https?:\S*|[\w-]+\.(?:json|txt|md|toml)\b"
)
"""Parts that a translator does not change: placeholders, options, code, search fields, file names."""
WORD = re.compile(r"[^\W\d_](?:[\w’'.+-]*\w)?")


def worded(text: str) -> str:
    """Return a text with every word lengthened and in brackets."""
    parts, at = [], 0
    for kept in KEPT.finditer(text):
        parts += [WORD.sub(_longer, text[at : kept.start()]), kept.group()]
        at = kept.end()
    return "".join([*parts, WORD.sub(_longer, text[at:])])


def _longer(match: re.Match[str]) -> str:
    word = match.group()
    return f"{OPENING}{word}{PADDING * (ceil(1.3 * len(word)) - len(word) - 2)}{CLOSING}"


def pseudo(words: Any, kept: tuple[str, ...] = ()) -> Any:
    """Translate a tuple of interface words into the pseudo-language.

    Fields in `kept` stay as they are.
    """
    if isinstance(words, str):
        return worded(words)
    if hasattr(words, "_asdict"):
        return type(words)(**{name: part if name in kept else pseudo(part, kept) for name, part in words._asdict().items()})
    if isinstance(words, dict):
        return {key: pseudo(part, kept) for key, part in words.items()}
    if isinstance(words, tuple):
        return tuple(pseudo(part, kept) for part in words)
    return words
