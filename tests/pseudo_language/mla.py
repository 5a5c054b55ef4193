"""Pseudo-language words for the MLA lab."""

from deepseek_tui.i18n.en import mla
from pseudo_language.wording import pseudo

WORDS = pseudo(mla.WORDS)
