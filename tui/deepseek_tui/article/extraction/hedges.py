"""Words that hedge a statement, such as "could", "suggests" or "peut-être"."""

import re

from deepseek_tui.article.extraction.mention import folded
from deepseek_tui.article.extraction.word_lists import HEDGES

_HEDGES = {language: re.compile(rf"\b(?:{words})\b") for language, words in HEDGES.items()}
_MONTH_OF_MAY = re.compile(r"\bMay\b")


def hedges(text: str, language: str) -> list[str]:
    """Return the words of a text that hedge it, folded, in a language with a list of such words."""
    pattern = _HEDGES.get(language)
    return pattern.findall(folded(_MONTH_OF_MAY.sub("", text) if language == "en" else text)) if pattern else []
