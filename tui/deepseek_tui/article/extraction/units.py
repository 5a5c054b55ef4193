"""Units of numbers: nouns counted and units of measure."""

import re
from decimal import Decimal

from deepseek_tui.article.extraction.mention import NEXT, SPACE, SPACES, folded
from deepseek_tui.article.extraction.quantity_words import (
    ABBREVIATED_UNITS,
    BEFORE_NOUN_FR,
    COUNTED_ENDINGS,
    IRREGULAR_PLURALS,
    MORE_EN,
    NO_PLURALS,
    PLURALS_BEFORE_NOUNS,
)
from deepseek_tui.article.extraction.word_lists import FUNCTION_WORDS, MONTHS, PRONOUNS, UNITS, WEEKDAYS

MAX_NOUN_WORDS = 4
"""The most words from a number to the noun that it counts: "12 newly built fishing boats"."""

_SIGN = re.compile(
    rf"{SPACE}?(?:(°{SPACE}?[CF]?)(?![^\W\d_])|([%‰€$£¥]))|[ \u00a0\u202f-]((?:pour|per)[ \u00a0-]cent)\b", re.IGNORECASE
)
_AFTER_HYPHEN = re.compile(r"[-‑]([^\W\d_]+)(?:[-‑]old\b)?")
_VAGUE = re.compile(r"(?:[-‑](?:odd|plus)\b|\+)(?=[ \u00a0])")
_WORD = re.compile(rf"{SPACE}+([^\W\d_][^\W_]*(?:[-‑’'][^\W_]+)*|(?:k?m|cm)[²³])(/[^\W\d_]+)?")
_ACRONYM = re.compile(rf"{SPACE}([A-Z][A-Z0-9]+s?)\b")
_OF_THOSE = {
    "en": re.compile(rf"{SPACE}of(?:{SPACE}(?:the|its|his|her|their|our|my|your|these|those|all)\b)*", re.IGNORECASE),
    "fr": re.compile(
        rf"{SPACE}(?:des|de{SPACE}(?:ses|leurs|nos|vos|ces|mes|tes)|de(?={SPACE})|d(?=[’']))|(?={SPACE}d[’'])", re.IGNORECASE
    ),
}
_ELIDED = re.compile(rf"{SPACE}?d?[’']")
_SQUARE = re.compile(rf"{SPACE}(?:carrée?s?|cubes?|nautiques?|courants?)\b", re.IGNORECASE)


def unit_after(text: str, end: int, value: Decimal, language: str) -> str:
    """Return the unit, as written, of the number that ends at a position.

    The result is an empty string for a number without a unit.
    """
    if sign := _SIGN.match(text, end):
        return next(part for part in sign.groups() if part).strip(SPACES)
    if vague := _VAGUE.match(text, end):
        end = vague.end()
    if hyphen := _AFTER_HYPHEN.match(text, end):
        return "" if folded(hyphen[1]) in FUNCTION_WORDS else hyphen[1]
    if language == "en":
        return _counted_noun_en(text, end, value)
    return _counted_noun_fr(text, end, value) if language == "fr" else _next_word(text, end)


def _next_word(text: str, end: int) -> str:
    match = NEXT.match(text, end)
    return "" if match is None or folded(match[1]) in FUNCTION_WORDS | PRONOUNS else match[1]


def _is_unit(word: str) -> bool:
    key = folded(word)
    return key in UNITS or key in ABBREVIATED_UNITS or (len(word) > 1 and word.isupper())


def _counted_noun_en(text: str, end: int, value: Decimal) -> str:
    if of_those := _OF_THOSE["en"].match(text, end):
        end = of_those.end()
    words = _words(text, end)
    keys = [folded(word) for word in words]
    head = next((place for place, key in enumerate(keys) if _is_plural_en(key)), None)
    if keys[:1] in (["square"], ["cubic"]) and _is_unit(" ".join(words[1:2])):
        head = 1
    elif words and _is_unit(words[0]) and not (head == 1 and keys[0] not in UNITS):
        head = 0
    if head is None:
        return words[0] if words and abs(value) <= 1 and value > 0 else ""
    if keys[head] in PLURALS_BEFORE_NOUNS and head + 1 < len(words) and _is_plural_en(keys[head + 1]):
        head += 1
    start = 0
    while start < head and keys[start] in MORE_EN:
        start += 1
    following = (
        _ACRONYM.match(text, end + text[end:].index(words[head]) + len(words[head])) if words[head].isupper() else None
    )
    return " ".join([*words[start : head + 1], *([following[1]] if following else [])])


def _words(text: str, end: int) -> list[str]:
    """Return the words between a number and its noun phrase's end."""
    words: list[str] = []
    while len(words) < MAX_NOUN_WORDS and (match := _WORD.match(text, end)):
        word, key = match[1], folded(match[1])
        possessive = re.search(r"[’']s\Z", word)
        if key in FUNCTION_WORDS | PRONOUNS and key not in ("more", "own", "such", "other"):
            break
        if key in WEEKDAYS or (key in MONTHS["en"] and word[0].isupper()):
            break
        words.append(word + (match[2] or ""))
        end = match.end()
        if possessive:
            words.pop()
            break
    return words


def _is_plural_en(key: str) -> bool:
    last = key.rpartition("-")[2]
    return (
        last in IRREGULAR_PLURALS
        or (len(last) > 5 and last.endswith("men"))
        or (len(last) > 2 and last.endswith("s") and not last.endswith(("ss", "us", "is")) and last not in NO_PLURALS)
    )


def _counted_noun_fr(text: str, end: int, value: Decimal) -> str:
    if of_those := _OF_THOSE["fr"].match(text, end):
        end = of_those.end()
    for _ in range(MAX_NOUN_WORDS):
        elided = _ELIDED.match(text, end)
        match = re.compile(_WORD.pattern.replace(rf"{SPACE}+", "", 1)).match(text, elided.end()) if elided else None
        match = match or _WORD.match(text, end)
        if match is None:
            return ""
        word, key = re.split("[’']", match[1])[0], folded(re.split("[’']", match[1])[0])
        if word != match[1] or key in FUNCTION_WORDS | PRONOUNS:
            return ""  # A word before an apostrophe is no noun: « 393 n’ont pas ».
        if key in BEFORE_NOUN_FR and _WORD.match(text, match.end()):
            end = match.end()
            continue
        if not (key.endswith(COUNTED_ENDINGS) or _is_unit(word) or abs(value) < 2):
            return ""
        more = _SQUARE.match(text, match.end()) or (_ACRONYM.match(text, match.end()) if word.isupper() else None)
        return word + (match[2] or "") + (more.group() if more else "")
    return ""


def counted_noun(text: str, end: int, language: str) -> str:
    """Return the noun that a number above one would count, or an empty string."""
    if language not in ("en", "fr"):
        return ""
    return _counted_noun_en(text, end, Decimal(2000)) if language == "en" else _counted_noun_fr(text, end, Decimal(2000))
