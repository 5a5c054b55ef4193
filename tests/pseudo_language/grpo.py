"""Pseudo-language words for the GRPO lab."""

from deepseek_tui.i18n.en import grpo
from pseudo_language.wording import pseudo

WORDS = pseudo(grpo.WORDS)
