"""Words that hedge a statement, such as "could", "suggests" or "peut-être"."""

import re

from deepseek_tui.article.extraction.mention import folded

_HEDGE_WORDS = {
    "en": r"could(?! not|n't)|may|might|perhaps|maybe|possibly|probably|potentially|likely|suggest(?:s|ed|ing)?"
    r"|seem(?:s|ed)?|appear(?:s|ed)? to|reportedly|allegedly|apparently|presumably|supposedly"
    r"|(?:is|are|was|were) (?:said|believed|thought|expected|rumou?red|feared|alleged) to|it is possible|possible that",
    "fr": r"pourra(?:it|ient)|devra(?:it|ient)|peut-etre|voire|potentiellement|probablement|vraisemblablement|sans doute"
    r"|eventuellement|apparemment|sugger(?:e|ent|ait|aient|er)|sembl(?:e|ent|ait|aient)|parai(?:t|ssent)"
    r"|sera(?:it|ient)|aura(?:it|ient)|il est possible|il se peut|risque(?:nt)? de|presumee?s?|il est probable",
}
"""Words that hedge what a sentence states, as a regular expression for each language, folded.

"Could not" is left out: "could not be reached" is no hedge. In French, the conditional of "être" and "avoir" is one.
"""
_HEDGES = {language: re.compile(rf"\b(?:{words})\b") for language, words in _HEDGE_WORDS.items()}
_MONTH_OF_MAY = re.compile(r"\bMay\b")
_MAY_AT_THE_START = re.compile(r"\AMay\b(?=[^,]*\?)")
CONDITIONAL_FR = re.compile(
    r"\b(?!(?:trait|attrait|retrait|portrait|extrait|abstrait)\b)[^\W\d_A-Z]+"
    r"(?:er|ettr|ttr|ndr|udr|oudr|aindr|evr|rr|finir|choisir|deviendr)ai(?:t|ent)\b"
)
"""The French conditional, which the press uses for what is not confirmed; the imperfect of "-érer" has an accent."""


def hedges(text: str, language: str) -> list[str]:
    """Return the folded words that hedge a text, such as "could"."""
    pattern = _HEDGES.get(language)
    if pattern is None:
        return []
    return pattern.findall(folded(_MONTH_OF_MAY.sub("", text) if language == "en" else text))
