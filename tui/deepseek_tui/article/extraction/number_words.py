"""Numbers written in words, such as "two hundred thousand" or « quatre-vingt-dix-sept »."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from deepseek_tui.article.extraction.mention import SPACE, SPACES, folded
from deepseek_tui.article.extraction.quantity import NumberMention, Span, measured
from deepseek_tui.article.extraction.quantity_words import COUNTED_ENDINGS
from deepseek_tui.article.extraction.word_lists import (
    DETERMINERS,
    NUMBER_WORDS,
    ONES,
    ORDINALS,
    SCALES,
    UNITS_COUNTED_BY_ONE,
)

_TOKEN = re.compile(r"[^\W\d_]+")


def numbers_in_words(text: str, language: str) -> Iterator[NumberMention]:
    """Yield the numbers that a text writes in words, for languages with number words."""
    words = NUMBER_WORDS.get(language)
    if words is None:
        return
    tokens = [(match.start(), match.end(), folded(match.group())) for match in _TOKEN.finditer(text)]
    place = 0
    while place < len(tokens):
        if tokens[place][2] == "cent" and place and tokens[place - 1][2] in ("pour", "per"):
            place += 1
            continue
        consumed, value, ordinal, kind = _number_in_words(tokens, place, text, language)
        if consumed:
            span = (tokens[place][0], tokens[place + consumed - 1][1])
            if not _is_part_of_a_word(text, span, language):
                scale = SCALES[language].get(tokens[place + consumed - 1][2], 1)
                number = measured(text, span, Decimal(value), language, kind=kind, scale=scale, ordinal=ordinal)
                is_reference = bool(place) and not number.kind and value <= 4 and tokens[place - 1][2] in DETERMINERS
                yield replace(number, is_reference=is_reference)
            place += consumed
        else:
            place += 1


def _is_part_of_a_word(text: str, span: Span, language: str) -> bool:
    """Return whether a number word is part of a name or compound.

    Examples are "Four Seasons" and « trois-mâts ». Adjectives count too: French « neuf » also means new, as in « un quai
    neuf ».
    """
    start, end = span
    word = text[start:end]
    before = text[max(0, start - 8) : start].rstrip(SPACES)
    if word[0].isupper() and not word.isupper() and before and before[-1] not in _SENTENCE_STARTS:
        return True
    following = _NEXT_WORD.match(text, end)
    if language != "fr" or following is None:
        return language == "fr" and word == "neuf"
    if following[1]:
        return True
    return word == "neuf" and not following[2].lower().endswith(COUNTED_ENDINGS) and folded(following[2]) not in _AFTER_NINE


_SENTENCE_STARTS = frozenset(".!?:«“\"—–-‘’'…\n(")
_NEXT_WORD = re.compile(rf"(?:([-‑])|{SPACE})([^\W\d_]+)")
_AFTER_NINE = frozenset(("cent", "mille", "millions", "milliards", "de", "sur", "et", "d"))


class _WordNumber:
    """Parser of a number that is written in words, from a given position."""

    def __init__(self, tokens: Sequence[tuple[int, int, str]], place: int, text: str, language: str) -> None:
        self._tokens, self._place, self._text = tokens, place, text
        self._words, self._scales, self._ones = NUMBER_WORDS[language], SCALES[language], ONES[language]
        self._total = self._current = 0
        self.consumed = 0

    @property
    def value(self) -> int:
        """The value of the number words read so far."""
        return self._total + self._current

    def run(self) -> None:
        """Read words as long as they continue the same number."""
        for position in range(self._place, len(self._tokens)):
            if position > self._place and not self._adjacent(position):
                break
            word = self._tokens[position][2]
            following = self._following(position)
            if word in ("et", "and") and self.consumed and self._continues(following):
                continue
            if not self._consume(word, following):
                break
            self.consumed = position - self._place + 1
        if self.value == 1 and not (self._tokens[self._place][2] not in ("a", "an") and self._counts_a_unit()):
            self.consumed = 0

    def _consume(self, word: str, following: str) -> bool:
        current = self._current
        if word in self._words and (not self.consumed or _can_follow(current, self._words[word])):
            self._current += self._words[word]
        elif word in self._ones and (self._is_numeral(following) or (self.consumed and current >= 20 and current % 10 == 0)):
            self._current += 1
        elif word in ("cent", "cents", "hundred") and (self.consumed or word == "cent"):
            self._current = (current or 1) * 100
        elif word in ("vingt", "vingts") and current == 4:
            self._current = 80
        elif word in self._scales and (self.consumed or word == "mille"):
            self._total, self._current = self._total + (current or 1) * self._scales[word], 0
        else:
            return False
        return True

    def _continues(self, following: str) -> bool:
        more = self._words.get(following, 1 if following in self._ones else 0)
        return more > 0 and _can_follow(self.value, more) and self.value >= 20

    def _is_numeral(self, following: str) -> bool:
        """Return whether "one" (French "un") is a number, not an indefinite article."""
        return (following in self._scales and following != "mille") or following in UNITS_COUNTED_BY_ONE

    def _counts_a_unit(self) -> bool:
        return self._following(self._place) in UNITS_COUNTED_BY_ONE

    def _adjacent(self, position: int) -> bool:
        between = self._text[self._tokens[position - 1][1] : self._tokens[position][0]]
        return between in ("-", "‑") or (between != "" and between.strip(SPACES) == "")

    def _following(self, position: int) -> str:
        """Return the next word, or an empty string if punctuation precedes it."""
        return self._tokens[position + 1][2] if position + 1 < len(self._tokens) and self._adjacent(position + 1) else ""


def _number_in_words(
    tokens: Sequence[tuple[int, int, str]], place: int, text: str, language: str
) -> tuple[int, int, bool, str]:
    """Return the number written in words at a position, if there is one.

    Returns the count of words, the value, whether it is an ordinal, and its kind.
    """
    start, _, word = tokens[place]
    if place and start and text[start - 1] in "-‑" and tokens[place - 1][1] == start - 1:
        return 0, 0, False, ""  # The word is the second half of a hyphenated compound, so it does not start a number.
    if language == "en" and word.endswith("fold"):
        stem = word.removesuffix("fold")
        value = NUMBER_WORDS["en"].get(stem) or SCALES["en"].get(stem, 0)
        return (1, value, False, "times") if value else (0, 0, False, "")
    speller = _WordNumber(tokens, place, text, language)
    speller.run()
    if speller.consumed:
        return speller.consumed, speller.value, False, ""
    rank = ORDINALS.get(language, {}).get(word, 0)
    return (1, rank, True, "") if rank else (0, 0, False, "")


def _can_follow(current: int, more: int) -> bool:
    """Return whether a number word continues a number, as "two" does after "twenty"."""
    if current == 0:
        return True
    if current % 100 == 0:
        return more < 100
    if current % 100 in (20, 30, 40, 50, 70, 90) and more < 10:
        return True
    if current % 100 == 10 and more in (7, 8, 9):
        return True  # French writes 17, 18 and 19 as ten plus a digit: dix-sept, dix-huit, dix-neuf.
    return current % 100 in (60, 80) and more < 20
