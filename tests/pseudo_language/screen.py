"""Pseudo-language words for screens and dialogs."""

from deepseek_tui.i18n.en import screen
from pseudo_language.wording import pseudo

WORDS = pseudo(screen.WORDS)
