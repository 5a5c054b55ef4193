"""Pseudo-language words for linear text output."""

from deepseek_tui.i18n.en import linear
from pseudo_language.wording import pseudo

WORDS = pseudo(linear.WORDS)
