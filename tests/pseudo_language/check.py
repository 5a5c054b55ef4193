"""Detection of untranslated and truncated words in the pseudo-language."""

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
"""Options, code, addresses, paths, search fields and commands, which are not translated."""
NAMES = frozenset(
    WORDS.findall(
        "ByteDance Seed DAPO Hugging Face TRL GRPO Trainer Dr. GRPO arXiv Understanding R1-Zero-Like Training MHA GQA MQA"
        " deepseek quiet-ferry PgUp PgDn"
    )
)
"""Names that are not translated: cited publications and methods, bundled stories, keys."""


@cache
def known() -> frozenset[str]:
    """Return the words that need no translation, such as names.

    All words of the story belong to them.
    """
    return frozenset(WORDS.findall(FILE.read_text("utf-8"))) | NAMES


def untranslated(text: str) -> set[str]:
    """Return the untranslated interface words in a text.

    Single letters, which are keys, are ignored.
    """
    bare = NOT_WORDS.sub(" ", IN_BRACKETS.sub(" ", text))
    language_names = {name for code in LANGUAGES for name in (code, language_of(code).name)}
    return {word for word in WORDS.findall(bare) if len(word) > 1} - known() - language_names


def cut(line: str) -> bool:
    """Return whether a line of the screen contains a truncated word."""
    return line.count(OPENING) != line.count(CLOSING)
