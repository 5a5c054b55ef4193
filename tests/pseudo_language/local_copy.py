"""Pseudo-language words for the reader's copy of the article."""

from deepseek_tui.i18n.en import local_copy
from pseudo_language.wording import pseudo

WORDS = pseudo(local_copy.WORDS)
