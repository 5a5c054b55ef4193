"""Distinction of years from counts: "the 2009 crash", but "some 2025 chips"."""

from deepseek_tui.article.extraction.date_words import (
    COUNT_INTRODUCERS,
    FEASTS,
    STRONG_INTRODUCERS,
    TOTALS,
    YEAR_DETERMINERS,
)
from deepseek_tui.article.extraction.mention import NEXT, folded
from deepseek_tui.article.extraction.quantity_words import COUNTED_ENDINGS, GLUED_UNITS, IRREGULAR_PLURALS
from deepseek_tui.article.extraction.units import counted_noun
from deepseek_tui.article.extraction.word_lists import DATE_INTRODUCERS, FUNCTION_WORDS, MONTHS, SCALES, UNITS, WEEKDAYS

FIRST_LIKELY_YEAR, LAST_LIKELY_YEAR = 1900, 2060
"""The years that are recognised without a word before them."""
FIRST_YEAR_WITH_ARTICLE = 1500
"""The first year that is recognised after an article alone: "the 1848 uprising"."""


def reads_as_year(text: str, span: tuple[int, int], language: str) -> bool:
    """Return whether four digits at a span of a text are a year."""
    start, end = span
    year = int(text[start:end])
    window = text[max(0, start - 24) : start]
    lead = folded(window).replace("'", " ").replace("-", " ").rstrip("(").split()
    last = lead[-1] if lead else ""
    following = NEXT.match(text, end)
    unit = folded(following[1]) if following else ""
    if unit in UNITS or unit in GLUED_UNITS or unit in SCALES.get(language, {}) or unit in IRREGULAR_PLURALS:
        return last in STRONG_INTRODUCERS and unit not in UNITS
    if last in STRONG_INTRODUCERS:
        return True
    if _is_part_of_a_name(text, start, last):
        return False
    counts = _counts(text, end, language)
    if language == "en" and unit and last in YEAR_DETERMINERS | {"s"}:
        return year >= FIRST_YEAR_WITH_ARTICLE and not (counts and year % 1000 == 0)
    if language == "en" and counts and lead:
        # English separates thousands with a comma, so four digits without one are seldom a count.
        return FIRST_LIKELY_YEAR <= year <= LAST_LIKELY_YEAR and year % 50 != 0 and last not in COUNT_INTRODUCERS
    if last in DATE_INTRODUCERS or (language == "fr" and last in ("de", "du")):
        return not counts and not (len(lead) > 1 and lead[-2] in TOTALS)
    is_alone = language in ("en", "fr") or not unit or unit in FUNCTION_WORDS
    return year >= FIRST_LIKELY_YEAR and (not lead or not counts) and is_alone


def _counts(text: str, end: int, language: str) -> bool:
    """Return whether a number counts the plural common noun after it."""
    noun = counted_noun(text, end, language)
    return bool(noun) and noun == noun.lower() and (language != "fr" or folded(noun).split()[0].endswith(COUNTED_ENDINGS))


def _is_part_of_a_name(text: str, start: int, last: str) -> bool:
    """Return whether the year ends a name, as in "Vision 2030"."""
    before = text[max(0, start - 40) : start]
    words = before.split()
    if (
        not words
        or not before.endswith((" ", "\u00a0", "\u202f"))
        or not words[-1][0].isupper()
        or not words[-1][-1].isalpha()
    ):
        return False
    if last in DATE_INTRODUCERS | FUNCTION_WORDS | FEASTS | WEEKDAYS or any(last in names for names in MONTHS.values()):
        return False
    # The capital of the first word of a sentence does not show that the word is a name.
    return len(words) > 1 and words[-2][-1] not in '.!?:«“"—–'
