"""Pseudo-language names of commands and keys."""

from deepseek_tui.i18n.en import keys
from pseudo_language.wording import pseudo

WORDS = pseudo(keys.WORDS)
