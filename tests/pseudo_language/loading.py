"""Pseudo-language words for the progress of loading a large story."""

from deepseek_tui.i18n.en import loading
from pseudo_language.wording import pseudo

WORDS = pseudo(loading.WORDS)
