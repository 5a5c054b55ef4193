"""Pseudo-language words that all labs share."""

from deepseek_tui.i18n.en import labs
from pseudo_language.wording import pseudo

WORDS = pseudo(labs.WORDS)
