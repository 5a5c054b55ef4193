"""Pseudo-language words for the fixed vocabularies of a story."""

from deepseek_tui.i18n.en import vocabulary
from pseudo_language.wording import pseudo

WORDS = pseudo(vocabulary.WORDS)
