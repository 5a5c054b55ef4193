"""Pseudo-language words for annotations and user data."""

from deepseek_tui.i18n.en import notebook
from pseudo_language.wording import pseudo

WORDS = pseudo(notebook.WORDS)
