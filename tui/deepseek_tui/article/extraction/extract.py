"""Extraction of the numbers, dates, quotations and names in an article, sentence by sentence.

A draft is made from them. Of all mentions in a text, they are those that an author needs: no ordinals, no "one" used as
an article, and no word capitalised only at the start of a sentence. A decade stays a decade.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deepseek_tui.article.extraction.attribution import ClaimAttribution, SentenceAttribution, attribute
from deepseek_tui.article.extraction.bounds import NO_BOUND, bound_in
from deepseek_tui.article.extraction.clauses import with_initials
from deepseek_tui.article.extraction.mention import folded
from deepseek_tui.article.extraction.names import NameMention, names
from deepseek_tui.article.extraction.numbers import numbers
from deepseek_tui.article.extraction.periods import DatedMention, dated_mentions
from deepseek_tui.article.extraction.phases import phase_at
from deepseek_tui.article.extraction.quantity import NumberMention
from deepseek_tui.article.extraction.transcripts import outside_label, turns
from deepseek_tui.article.extraction.word_lists import FUNCTION_WORDS
from deepseek_tui.article.fingerprints import paragraphs, sentences

_LETTERS = re.compile(r"[^\W\d_]+")
_CURRENCIES = "$£€¥"
_MAX_GAP = 8
"""The most characters between a number and its unit: spaces, a hyphen or "de"."""


@dataclass(frozen=True)
class ExtractedQuotation:
    """A quotation with its speaker, its certainty, and the reasons of both."""

    words: str
    last: tuple[int, int]
    """The numbers of the paragraph and the sentence in which the quotation ends."""
    attribution: ClaimAttribution

    @property
    def speaker(self) -> str:
        """The name of the speaker, or an empty string if it is unclear."""
        return self.attribution.speaker.name


@dataclass(frozen=True)
class ExtractedDate:
    """A date in the article, as printed and in EDTF."""

    text: str
    edtf: str
    before: str = ""
    """The words before the date, folded: in lower case without accents."""
    is_event: bool = True
    """Whether the date may be that of an event, rather than one given for comparison."""
    phase: str = ""
    """"planned" if the sentence says so."""
    reason: str = ""
    """The folded words of the sentence that show the phase."""


@dataclass(frozen=True)
class ExtractedNumber:
    """A number in the article, with its unit and the words before it."""

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
    """The names in the sentence, each once, as printed."""
    attribution: ClaimAttribution
    """Who says the sentence, its status and certainty, and why."""
    is_quotation: bool
    """Whether the sentence has only quotations and the words that say who speaks."""


def extract(article: str, language: str) -> list[ExtractedSentence]:
    """Return every sentence of an article with its numbers, dates, quotations and names."""
    printed = paragraphs(article)
    small = frozenset(folded(word) for word in _LETTERS.findall(article) if word.islower())
    names_found = [names(paragraph, language, small) for paragraph in printed]
    known = {key for found in names_found for name in found if name.is_certain for key in _name_endings(name.key)}
    known -= FUNCTION_WORDS
    labels = turns(printed)
    certain_names = [
        outside_label(with_initials(paragraph, [name for name in found if name.is_certain or name.key in known]), label)
        for paragraph, found, label in zip(printed, names_found, labels, strict=True)
    ]
    spans = [_spans(paragraph) for paragraph in printed]
    attributions = attribute(printed, spans, certain_names, language)
    extracted: list[ExtractedSentence] = []
    for number, (paragraph, found) in enumerate(zip(printed, certain_names, strict=True), 1):
        here, said = spans[number - 1], attributions[number - 1]
        extracted.extend(_sentences(number, paragraph, language, names_found=found, spans=here, attributions=said))
    return extracted


def _spans(paragraph: str) -> list[tuple[int, int]]:
    """Return the start and end position of each sentence of a paragraph."""
    spans, at = [], 0
    for piece in sentences(paragraph):
        start = paragraph.index(piece, at)
        at = start + len(piece)
        spans.append((start, at))
    return spans


def _name_endings(key: str) -> Iterator[str]:
    """Yield a name and its endings, such as the surname."""
    words = key.split()
    for start in range(len(words)):
        yield " ".join(words[start:])


def _sentences(
    number: int,
    paragraph: str,
    language: str,
    *,
    names_found: Sequence[NameMention],
    spans: Sequence[tuple[int, int]],
    attributions: Sequence[SentenceAttribution],
) -> Iterator[ExtractedSentence]:
    ends = [*(start for start, _ in spans[1:]), len(paragraph) + 1]
    quantities = [one for one in numbers(paragraph, language) if _is_quantity(one)]
    dates_found = dated_mentions(paragraph, language)
    for place, ((start, stop), end, found) in enumerate(zip(spans, ends, attributions, strict=True), 1):
        yield ExtractedSentence(
            number,
            place,
            paragraph[start:stop],
            tuple(_extracted_number(paragraph, one, (start, end)) for one in quantities if start <= one.start < end),
            tuple(_extracted_date(paragraph, one, (start, end)) for one in dates_found if start <= one.start < end),
            tuple(ExtractedQuotation(one.mention.words, one.last, one.attribution) for one in found.quotations),
            tuple(dict.fromkeys(one.text for one in names_found if start <= one.start < end)),
            found.attribution,
            found.is_quotation,
        )


def _is_quantity(number: NumberMention) -> bool:
    """Return whether a number counts or measures something.

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
