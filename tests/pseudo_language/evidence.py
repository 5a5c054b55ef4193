"""Pseudo-language words for evidence and grouping."""

from deepseek_tui.i18n.en import evidence
from pseudo_language.wording import pseudo

WORDS = pseudo(evidence.WORDS)
