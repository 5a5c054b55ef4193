"""Pseudo-language words for search and filter."""

from deepseek_tui.i18n.en import search
from pseudo_language.wording import pseudo

WORDS = pseudo(search.WORDS)
