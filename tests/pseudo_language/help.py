"""Pseudo-language words for the help screens."""

from deepseek_tui.i18n.en import help as english
from pseudo_language.wording import pseudo

WORDS = pseudo(english.WORDS, kept=("keys", "commands"))
