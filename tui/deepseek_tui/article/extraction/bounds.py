"""Words before a number that limit it, such as "less than", "at least" or "environ"."""

import re

from deepseek_tui.article.extraction.mention import folded
from deepseek_tui.article.extraction.numbers import NumberMention
from deepseek_tui.article.extraction.word_lists import APPROXIMATE_NUMBERS, BOUNDS

NO_BOUND = "as-printed"
"""The bound of a number that no word limits."""
MAX_LENGTH = 32
"""The most characters before a number that are searched for a bound."""

_BOUNDS = {bound: re.compile(rf"(?:^|\W)({leads})(?: (?:the|an?|les?|une?))?\Z") for bound, leads in BOUNDS.items()}


def bound_of(number: str, before: str) -> tuple[str, str]:
    """Return the bound of a number and the words that state it, from the number and the folded text before it.

    The bound is a word of the story format; the words are empty if no word limits the number.
    """
    for bound, words in _BOUNDS.items():
        if found := words.search(before):
            return bound, f"{found[1]}{'' if found[1].endswith(chr(39)) else ' '}{number}"
    approximate = any(word in APPROXIMATE_NUMBERS for word in folded(number).split())
    return ("about", number) if approximate else (NO_BOUND, "")


def bound_in(text: str, number: NumberMention) -> tuple[str, str]:
    """Return the bound of a number in a text, and the words that state it."""
    before = folded(text[max(0, number.start - MAX_LENGTH) : number.start]).rstrip("$£€¥ ")
    return bound_of(number.text, before)
