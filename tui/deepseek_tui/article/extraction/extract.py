"""Extraction of the numbers, dates, quotations and names in an article, sentence by sentence.

A draft is made from them. Of all mentions in a text, they are those that an author needs: no ordinals, no "one" used as
an article, and no word capitalised only at the start of a sentence. A decade stays a decade.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deepseek_tui.article.extraction.bounds import NO_BOUND, bound_in
from deepseek_tui.article.extraction.mention import folded
from deepseek_tui.article.extraction.names import NameMention, names
from deepseek_tui.article.extraction.numbers import numbers
from deepseek_tui.article.extraction.periods import DatedMention, dated_mentions
from deepseek_tui.article.extraction.phases import phase_at
from deepseek_tui.article.extraction.quantity import NumberMention
from deepseek_tui.article.extraction.quotations import QuotationMention, quotes
from deepseek_tui.article.extraction.word_lists import FUNCTION_WORDS
from deepseek_tui.article.fingerprints import paragraphs, sentences

_LETTERS = re.compile(r"[^\W\d_]+")
_CURRENCIES = "$£€¥"
_MAX_GAP = 8
"""The most characters between a number and its unit: spaces, a hyphen or "de"."""
_SPEECH_VERBS = {
    "en": r"says|said|told|tells|adds|added|explains|explained|argues|argued|writes|wrote"
    r"|warns|warned|calls|called|insists|recalls",
    "fr": r"(?:a|ont)\s(?:dit|déclaré|ajouté|affirmé|expliqué|assuré|lancé|écrit|rappelé)"
    r"|dit|déclare|ajoute|affirme|explique|assure|résume|promet|estime|évoque|lance|écrit|raconte|rappelle|précise",
}
_COURTESY_TITLE = r"(?:(?:M|Mr|Mrs|Ms|Mme|Mlle|Dr|Prof|Pr)\.?[\s\u00a0\u202f]+)?(?:d[eu]\s)?"


@dataclass(frozen=True)
class ExtractedQuotation:
    """A quotation in the article, with the name of the speaker if it is clear."""

    words: str
    last: int
    speaker: str
    whole: bool
    """Whether its sentences contain nothing else."""


@dataclass(frozen=True)
class ExtractedDate:
    """A date in the article, as printed and in EDTF."""

    text: str
    edtf: str
    before: str = ""
    """The words before it, folded."""
    is_event: bool = True
    """Whether something may have happened then; not so where it is only compared with."""
    phase: str = ""
    """"planned" if the sentence says so."""
    reason: str = ""
    """The words of the sentence that tell the phase, folded."""


@dataclass(frozen=True)
class ExtractedNumber:
    """A number in the article, as printed, with its unit and the words before it."""

    number: NumberMention
    text: str
    unit: str
    before: str
    bound: str = NO_BOUND
    phase: str = ""
    """"planned" if the sentence says so."""


@dataclass(frozen=True)
class ExtractedSentence:
    """One sentence of the article: its position, text, numbers, dates, quotations and names."""

    paragraph: int
    sentence: int
    text: str
    numbers: tuple[ExtractedNumber, ...]
    dates: tuple[ExtractedDate, ...]
    quotations: tuple[ExtractedQuotation, ...]
    names: tuple[str, ...]
    """Each name once, as printed."""


def extract(article: str, language: str) -> list[ExtractedSentence]:
    """Return every sentence of an article with its numbers, dates, quotations and names."""
    printed = paragraphs(article)
    small = frozenset(folded(word) for word in _LETTERS.findall(article) if word.islower())
    names_found = [names(paragraph, language, small) for paragraph in printed]
    known = {key for found in names_found for name in found if name.is_certain for key in _name_endings(name.key)}
    known -= FUNCTION_WORDS
    extracted: list[ExtractedSentence] = []
    for number, paragraph in enumerate(printed, 1):
        certain_names = [name for name in names_found[number - 1] if name.is_certain or name.key in known]
        extracted.extend(_sentences(number, paragraph, language, certain_names))
    return extracted


def _name_endings(key: str) -> Iterator[str]:
    """Yield a name and the shorter names made of its last words, such as a surname."""
    words = key.split()
    for start in range(len(words)):
        yield " ".join(words[start:])


def _sentences(
    number: int, paragraph: str, language: str, names_found: Sequence[NameMention]
) -> Iterator[ExtractedSentence]:
    pieces = sentences(paragraph)
    starts, at = [], 0
    for piece in pieces:
        at = paragraph.index(piece, at)
        starts.append(at)
        at += len(piece)
    ends = [*starts[1:], len(paragraph) + 1]
    quantities = [one for one in numbers(paragraph, language) if _is_quantity(one)]
    dates_found = dated_mentions(paragraph, language)
    quotations_found = quotes(paragraph, language)
    for place, (piece, start, end) in enumerate(zip(pieces, starts, ends, strict=True), 1):
        yield ExtractedSentence(
            number,
            place,
            piece,
            tuple(_extracted_number(paragraph, one, (start, end)) for one in quantities if start <= one.start < end),
            tuple(_extracted_date(paragraph, one, (start, end)) for one in dates_found if start <= one.start < end),
            tuple(
                _extracted_quotation(paragraph, one, (starts, ends), names_found, language)
                for one in quotations_found
                if start <= one.start < end
            ),
            tuple(dict.fromkeys(one.text for one in names_found if start <= one.start < end)),
        )


def _is_quantity(number: NumberMention) -> bool:
    """Return whether a number counts or measures something, unlike an ordinal or a fraction.

    Ordinals, fractions and the one of "a year" do not.
    """
    article = number.value == 1 and not any(char.isdigit() for char in number.text)
    return number.is_quantity and not article


def _extracted_number(paragraph: str, number: NumberMention, sentence: tuple[int, int]) -> ExtractedNumber:
    start, end, unit = number.start, number.end, number.unit
    before = paragraph[max(0, start - 2) : start].rstrip()
    if before and before[-1] in _CURRENCIES:
        start, unit = paragraph.rindex(before[-1], 0, start), before[-1]
    elif unit and (at := paragraph.find(unit, end, end + len(unit) + _MAX_GAP)) >= 0:
        end = at + len(unit)
    phase, _ = phase_at(paragraph[slice(*sentence)], number.start - sentence[0])
    bound, _ = bound_in(paragraph, number)
    return ExtractedNumber(number, paragraph[start:end], unit, _words_before(paragraph, start), bound, phase)


def _extracted_date(paragraph: str, date: DatedMention, sentence: tuple[int, int]) -> ExtractedDate:
    phase, reason = phase_at(paragraph[slice(*sentence)], date.start - sentence[0], is_deadline=date.is_deadline)
    return ExtractedDate(date.text, date.edtf, _words_before(paragraph, date.start), date.is_event, phase, reason)


def _words_before(paragraph: str, start: int) -> str:
    return folded(paragraph[max(0, start - 24) : start]).strip()


# Quotations.


def _extracted_quotation(
    paragraph: str,
    quotation: QuotationMention,
    spans: tuple[list[int], list[int]],
    names_found: Sequence[NameMention],
    language: str,
) -> ExtractedQuotation:
    starts, ends = spans
    first = max(place for place, start in enumerate(starts) if start <= quotation.start)
    last = max(place for place, start in enumerate(starts) if start < quotation.end)
    around = paragraph[starts[first] : quotation.start] + paragraph[quotation.end : ends[last]]
    after = min(ends[last], len(paragraph))
    speaker = _speaker_after(paragraph, quotation.end, after, names_found, language) or _speaker_before(
        paragraph, starts[first], quotation.start, names_found, language
    )
    return ExtractedQuotation(quotation.words, last + 1, speaker, not _LETTERS.search(around))


def _speaker_after(paragraph: str, start: int, end: int, names_found: Sequence[NameMention], language: str) -> str:
    """Return the speaker named after a quotation, next to a verb such as "said".

    For example: “…”, says NAME; “…,” NAME told.
    """
    verb = _SPEECH_VERBS[language]
    for name in names_found:
        if start <= name.start < end:
            between = paragraph[start : name.start]
            following = paragraph[name.end : end]
            if re.fullmatch(rf"[,.]?\s*(?:{verb})\s+{_COURTESY_TITLE}", between) or (
                re.fullmatch(rf"[,.]?\s*{_COURTESY_TITLE}", between) and re.match(rf",?\s+(?:{verb})\b", following)
            ):
                return name.text
    return ""


def _speaker_before(paragraph: str, start: int, end: int, names_found: Sequence[NameMention], language: str) -> str:
    """Return the speaker named before a quotation, next to a verb such as "said".

    At most three more words may separate them.
    """
    before = [name for name in names_found if start <= name.start and name.end <= end]
    if not before:
        return ""
    between = paragraph[before[-1].end : end]
    plain = re.fullmatch(rf",?\s+(?:{_SPEECH_VERBS[language]})(?:\s+[^\W\d_]+){{0,3}}\s*[:,]?\s*", between)
    return before[-1].text if plain else ""
