"""Pseudo-language words for the panes: titles, labels and counts."""

from deepseek_tui.i18n.en import panes
from pseudo_language.wording import pseudo

WORDS = pseudo(panes.WORDS)
