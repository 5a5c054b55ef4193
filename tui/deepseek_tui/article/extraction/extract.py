"""The inventory of an article: what each of its sentences mentions, and so what a starting story is made of.

It keeps of `mentions` what an author would want laid out: no ordinals, no "one" that is an article, no capital that is
only a sentence's first letter, a decade as a decade.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deepseek_tui.article.extraction.dates import DateMention, dates
from deepseek_tui.article.extraction.mention import folded
from deepseek_tui.article.extraction.names import NameMention, names
from deepseek_tui.article.extraction.numbers import NumberMention, numbers
from deepseek_tui.article.extraction.quotations import QuotationMention, quotes
from deepseek_tui.article.extraction.word_lists import FUNCTION_WORDS
from deepseek_tui.article.fingerprints import paragraphs, sentences
from deepseek_tui.story.format.edtf import validated

LANGUAGES = ("en", "fr")
"""The languages that an article can be taken stock of."""

_LETTERS = re.compile(r"[^\W\d_]+")
_CURRENCIES = "$£€¥"
_APART = 8
"""How far a unit may stand from its number: spaces, a hyphen, a de."""
_ONLY = {
    "en": frozenset(
        (
            *("the", "of", "and", "to", "is", "was", "were", "that", "with", "for", "by", "from", "it", "she", "he", "they"),
            *("not", "will", "would", "which", "said", "are", "has"),
        )
    ),
    "fr": frozenset(
        (
            *("le", "la", "les", "des", "du", "et", "est", "sont", "une", "dans", "pour", "que", "qui", "sur", "par", "pas"),
            *("ne", "au", "aux", "avec", "ce", "cette", "il", "elle", "ont"),
        )
    ),
}
"""Small words that one language uses all the time and the other does not."""

_COMMON_ACRONYMS = frozenset(
    [
        *("ia", "ai", "gpu", "gpus", "cpu", "cpus", "api", "usb", "gps", "sms", "led", "tv", "pdg", "ceo", "cfo", "cto"),
        *("dg", "drh", "ong", "ngo", "pme", "pib", "gdp", "tva", "vat", "adn", "dna", "arn", "rna", "co2", "cv", "ok"),
    ]
)
"""Words in capitals that name a kind of thing, and nobody."""

_SAYING = {
    "en": r"says|said|told|tells|adds|added|explains|explained|argues|argued|writes|wrote"
    r"|warns|warned|calls|called|insists|recalls",
    "fr": r"(?:a|ont)\s(?:dit|déclaré|ajouté|affirmé|expliqué|assuré|lancé|écrit|rappelé)"
    r"|dit|déclare|ajoute|affirme|explique|assure|résume|promet|estime|évoque|lance|écrit|raconte|rappelle|précise",
}
_COURTESY = r"(?:(?:M|Mr|Mrs|Ms|Mme|Mlle|Dr|Prof|Pr)\.?[\s\u00a0\u202f]+)?(?:d[eu]\s)?"


@dataclass(frozen=True)
class ExtractedQuotation:
    """A quotation, the last sentence that it reaches into, and who says it, where the text puts that plainly beside it."""

    words: str
    last: int
    speaker: str
    whole: bool
    """Nothing else stands in the sentences that it reaches over."""


@dataclass(frozen=True)
class ExtractedDate:
    """A date as printed, and as EDTF."""

    text: str
    edtf: str
    before: str = ""
    """The words just before it, folded."""


@dataclass(frozen=True)
class ExtractedNumber:
    """A number, how it is printed with the unit that seems to go with it, and the words just before it."""

    number: NumberMention
    text: str
    unit: str
    before: str


@dataclass(frozen=True)
class ExtractedSentence:
    """One sentence of the article, by its place, and what it mentions."""

    paragraph: int
    sentence: int
    text: str
    numbers: tuple[ExtractedNumber, ...]
    dates: tuple[ExtractedDate, ...]
    quotations: tuple[ExtractedQuotation, ...]
    names: tuple[str, ...]
    """Each once, as printed."""


def language_of(article: str) -> str | None:
    """The article's language, English or French, where its small words say so plainly; otherwise none."""
    words = [folded(word) for word in _LETTERS.findall(article)]
    counts = {language: sum(word in only for word in words) for language, only in _ONLY.items()}
    best, other = sorted(counts, key=counts.__getitem__, reverse=True)
    plainly = counts[best] >= 3 and counts[best] > 3 * counts[other] and counts[best] * 12 > len(words)
    return best if plainly else None


def extract(article: str, language: str) -> list[ExtractedSentence]:
    """Every sentence of the article, in order, with what it mentions."""
    printed = paragraphs(article)
    small = frozenset(folded(word) for word in _LETTERS.findall(article) if word.islower())
    called = [
        [name for name in names(paragraph, language, small) if name.key not in _COMMON_ACRONYMS] for paragraph in printed
    ]
    known = {key for found in called for name in found if name.sure for key in _tails(name.key)}
    known -= FUNCTION_WORDS
    told: list[ExtractedSentence] = []
    for number, paragraph in enumerate(printed, 1):
        sure = [name for name in called[number - 1] if name.sure or name.key in known]
        told.extend(_sentences(number, paragraph, language, sure))
    return told


def _tails(key: str) -> Iterator[str]:
    """A name and its last words, by which a text calls it again."""
    words = key.split()
    for start in range(len(words)):
        yield " ".join(words[start:])


def _sentences(number: int, paragraph: str, language: str, called: Sequence[NameMention]) -> Iterator[ExtractedSentence]:
    pieces = sentences(paragraph)
    starts, at = [], 0
    for piece in pieces:
        at = paragraph.index(piece, at)
        starts.append(at)
        at += len(piece)
    ends = [*starts[1:], len(paragraph) + 1]
    counted = [one for one in numbers(paragraph, language) if _counts(one)]
    dated = [(one, when) for one in dates(paragraph, language) if (when := edtf(one, paragraph))]
    spoken = quotes(paragraph, language)
    for place, (piece, start, end) in enumerate(zip(pieces, starts, ends, strict=True), 1):
        yield ExtractedSentence(
            number,
            place,
            piece,
            tuple(_counted(paragraph, one) for one in counted if start <= one.start < end),
            tuple(
                ExtractedDate(one.text, when, _before(paragraph, one.start))
                for one, when in dated
                if start <= one.start < end
            ),
            tuple(_spoken(paragraph, one, (starts, ends), called, language) for one in spoken if start <= one.start < end),
            tuple(dict.fromkeys(one.text for one in called if start <= one.start < end)),
        )


def _counts(number: NumberMention) -> bool:
    """Whether a number counts or measures; an ordinal, a part of a whole and the one of "a year" do not."""
    article = number.value == 1 and not any(char.isdigit() for char in number.text)
    return not (article or number.ordinal or number.kind == "fraction")


def _counted(paragraph: str, number: NumberMention) -> ExtractedNumber:
    before = paragraph[: number.start].rstrip()
    start, end, unit = number.start, number.end, number.unit
    if before and before[-1] in _CURRENCIES:
        start, unit = len(before) - 1, before[-1]
    elif unit and (at := paragraph.find(unit, end, end + len(unit) + _APART)) >= 0:
        end = at + len(unit)
    return ExtractedNumber(number, paragraph[start:end], unit, _before(paragraph, start))


def _before(paragraph: str, start: int) -> str:
    return folded(paragraph[max(0, start - 24) : start]).strip()


def edtf(date: DateMention, text: str) -> str:
    """A date as EDTF, no more exact than it is printed: a decade keeps its last figure open, a lost year stays lost.

    Empty for a day that no calendar has.
    """
    year = f"{date.year:04}" if date.year else "XXXX"
    if date.year and not date.month and date.year % 10 == 0:
        lead = folded(text[: date.start]).rstrip().rsplit(" ", 1)[-1]
        if date.text.endswith("s") or lead == "annees":
            year = f"{year[:3]}X"
    parts = [year, *(f"{part:02}" for part in (date.month, date.day) if part)]
    try:
        return validated("-".join(parts))
    except ValueError:
        return ""


# Quotations


def _spoken(
    paragraph: str,
    quotation: QuotationMention,
    spans: tuple[list[int], list[int]],
    called: Sequence[NameMention],
    language: str,
) -> ExtractedQuotation:
    starts, ends = spans
    first = max(place for place, start in enumerate(starts) if start <= quotation.start)
    last = max(place for place, start in enumerate(starts) if start < quotation.end)
    around = paragraph[starts[first] : quotation.start] + paragraph[quotation.end : ends[last]]
    after = min(ends[last], len(paragraph))
    speaker = _speaker_after(paragraph, quotation.end, after, called, language) or _speaker_before(
        paragraph, starts[first], quotation.start, called, language
    )
    return ExtractedQuotation(quotation.words, last + 1, speaker, not _LETTERS.search(around))


def _speaker_after(paragraph: str, start: int, end: int, called: Sequence[NameMention], language: str) -> str:
    """The name right after the quotation and its verb: “…”, says NAME; “…,” NAME told."""
    verb = _SAYING[language]
    for name in called:
        if start <= name.start < end:
            between = paragraph[start : name.start]
            following = paragraph[name.end : end]
            if re.fullmatch(rf"[,.]?\s*(?:{verb})\s+{_COURTESY}", between) or (
                re.fullmatch(rf"[,.]?\s*{_COURTESY}", between) and re.match(rf",?\s+(?:{verb})\b", following)
            ):
                return name.text
    return ""


def _speaker_before(paragraph: str, start: int, end: int, called: Sequence[NameMention], language: str) -> str:
    """The last name before the quotation, where its verb and three more words at most stand between them."""
    before = [name for name in called if start <= name.start and name.end <= end]
    if not before:
        return ""
    between = paragraph[before[-1].end : end]
    plain = re.fullmatch(rf",?\s+(?:{_SAYING[language]})(?:\s+[^\W\d_]+){{0,3}}\s*[:,]?\s*", between)
    return before[-1].text if plain else ""
