"""Pseudo-language words for the compute lab."""

from deepseek_tui.i18n.en import compute
from pseudo_language.wording import pseudo

WORDS = pseudo(compute.WORDS)
