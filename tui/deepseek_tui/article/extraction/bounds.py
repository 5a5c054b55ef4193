"""Words around a number that limit it.

Examples are "at least 12", "12 or more" and « une quinzaine ».
"""

import re

from deepseek_tui.article.extraction.mention import folded
from deepseek_tui.article.extraction.quantity import NumberMention
from deepseek_tui.article.extraction.word_lists import APPROXIMATE_NUMBERS, BOUNDS, BOUNDS_AFTER

NO_BOUND = "as-printed"
"""The bound of a number that no word limits."""
MAX_LENGTH = 40
"""The most characters before and after a number that are searched for a bound."""

_BEFORE = {
    bound: re.compile(rf"(?:^|\W)({leads})(?: (?:the|an?|les?|une?|now|already|desormais|deja|encore))?\Z")
    for bound, leads in BOUNDS.items()
}
_AFTER = {bound: re.compile(rf"[ -]?({words})(?![\w]| \d)") for bound, words in BOUNDS_AFTER.items()}
_TIMES = frozenset(("year", "month", "week", "day", "hour", "minute", "second"))


def bound_in(text: str, number: NumberMention) -> tuple[str, str]:
    """Return a number's bound and the words that state it.

    The bound is a word of the story format; the words are empty if no word limits the number.
    """
    before = folded(text[max(0, number.start - MAX_LENGTH) : number.start]).rstrip("$£€¥ ")
    for bound, words in _BEFORE.items():
        if (found := words.search(before)) and not (found[1] == "over" and number.kind in _TIMES):
            # "Over three years" is more often a duration than a bound.
            return bound, f"{found[1]}{'' if found[1].endswith(chr(39)) else ' '}{number.text}"
    after = folded(f"|{text[number.end : number.end + MAX_LENGTH]}").removeprefix("|")
    unit = folded(number.unit)
    counted = after.lstrip(" -")
    rests = (after, counted.removeprefix(unit)) if unit and counted.startswith(unit) else (after,)
    for rest in rests:
        for bound, words in _AFTER.items():
            if found := words.match(rest):
                return bound, f"{number.text} {found[1]}"
    approximate = any(word in APPROXIMATE_NUMBERS for word in folded(number.text).split())
    return ("about", number.text) if approximate else (NO_BOUND, "")
