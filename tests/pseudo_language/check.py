"""What is not translated, or is cut, on a screen in the pseudo-language."""

import re
from functools import cache

from bundled import FILE
from deepseek_tui.i18n.languages import LANGUAGES, language_of
from pseudo_language.wording import CLOSING, OPENING

WORDS = re.compile(r"[^\W\d_]+")
IN_BRACKETS = re.compile(rf"{OPENING}[^{CLOSING}\n]*{CLOSING}")
NOT_WORDS = re.compile(
    r"`[^`]*`|--?[a-z][\w-]*|\{[^}]*\}|https?://\S+|\S*/\S*|\b(?:by|p|kind|status|topic|has|is):\S*|sha256:\w+"
    r"|deepseek-tui[^\n:;]*|\S+\.(?:json|md|txt|toml)"
)
"""Options, code, addresses, paths, field words, commands and names of files: the same in every language."""
NAMES = frozenset(
    WORDS.findall(
        "ByteDance Seed DAPO Hugging Face TRL GRPO Trainer Dr. GRPO arXiv Understanding R1-Zero-Like Training MHA GQA MQA"
        " deepseek quiet-ferry PgUp PgDn"
    )
)
"""Names of publications and methods that the labs cite, of the bundled stories, and signs of keys."""


@cache
def known() -> frozenset[str]:
    """The words that the story brings along, and names."""
    return frozenset(WORDS.findall(FILE.read_text("utf-8"))) | NAMES


def untranslated(text: str) -> set[str]:
    """Words on a screen that are neither the story's nor in the pseudo-language; single letters name keys."""
    bare = NOT_WORDS.sub(" ", IN_BRACKETS.sub(" ", text))
    own_names = {name for code in LANGUAGES for name in (code, language_of(code).name)}
    return {word for word in WORDS.findall(bare) if len(word) > 1} - known() - own_names


def cut(line: str) -> bool:
    """Whether a word of the pseudo-language is cut on a line."""
    return line.count(OPENING) != line.count(CLOSING)
