"""Pseudo-language words for changes between two editions of a story."""

from deepseek_tui.i18n.en import changes
from pseudo_language.wording import pseudo

WORDS = pseudo(changes.WORDS)
