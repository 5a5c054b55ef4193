"""Pseudo-language words for exports."""

from deepseek_tui.i18n.en import export
from pseudo_language.wording import pseudo

WORDS = pseudo(export.WORDS)
