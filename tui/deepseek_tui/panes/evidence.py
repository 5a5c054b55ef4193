"""Evidence of an item: the cited sentences and their claims."""

from collections.abc import Container, Iterable, Iterator

from deepseek_tui.i18n.panes import counted
from deepseek_tui.panes.blocks import Block, Bullet, Excerpt, Field, Heading, Para, Role, Span
from deepseek_tui.panes.common_blocks import note_bullet, plain, section
from deepseek_tui.panes.local_copy import listed
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.analysis.attribution import Attribution, attribution
from deepseek_tui.story.format.model import Claim, Evidence, Note, Question, Source
from deepseek_tui.story.format.vocabulary import Certainty, Origin, SourceKind, Stake

Place = tuple[int, int]
"""A paragraph and a sentence of it, both counted from 1."""


def ordered_places(found: Iterable[Evidence]) -> list[Place]:
    """Return the cited sentences in the order of the article, each once."""
    return sorted({(place.paragraph, place.sentence) for place in found})


def evidence(reading: RenderContext, found: Iterable[Evidence], ref: str = "") -> tuple[Block, ...]:
    """Return the evidence of an item as text blocks, by sentence."""
    words = reading.words.evidence
    places = ordered_places(found)
    blocks: list[Block] = [*copy_status(reading), *_rejected_text(reading, places)]
    if ref in reading.index.items:
        blocks += attribution_blocks(reading, ref)
    if not places:
        blocks.append(Para((Span(words.none, Role.MUTED),)))
    item = reading.index.items.get(ref)
    if isinstance(item, Note):
        blocks.append(note_bullet(reading, item))
    for place in places:
        blocks += _sentence(reading, place, ref)
    return tuple(blocks)


def copy_status(reading: RenderContext) -> tuple[Block, ...]:
    """Return warnings about differences between the reader's copy and the article.

    They also say if the story's fingerprints are outdated.
    """
    words, local_copy = reading.words.evidence, reading.local_copy
    if local_copy is None:
        return ()
    if not local_copy.is_recognised:
        return (Para((Span(words.not_recognised, Role.STRONG),)),)
    found = ((words.partly, local_copy.edited), (words.outdated, local_copy.outdated))
    said = (text.format(listed(numbers, reading.words)) for text, numbers in found if numbers)
    return tuple(Para((Span(text, Role.STRONG),)) for text in said)


def _rejected_text(reading: RenderContext, places: Iterable[Place]) -> Iterator[Block]:
    """Yield a warning about cited paragraphs with unusable text.

    Their text in the story differs from their fingerprints.
    """
    embedded = reading.embedded
    if embedded is None or reading.article_text is not embedded:
        return
    rejected = dict.fromkeys(number for number, _ in places if embedded.is_rejected(number))
    if rejected:
        said = reading.words.evidence.rejected.format(listed(tuple(rejected), reading.words))
        yield Para((Span(said, Role.STRONG),))


def attribution_blocks(reading: RenderContext, ref: str) -> tuple[Block, ...]:
    """Return a field with the speakers of an item, if any."""
    found = attribution(reading.index, ref)
    words = reading.words.evidence
    item = reading.index.items.get(ref)
    if isinstance(item, Question) and item.asked_by is Origin.EDITOR:
        return (Field(words.rests_on, plain(words.asked_by_editor)),)
    names = ", ".join(map(reading.speaker, found.independent))
    named = f" ({names})" if names and not found.single else ""
    return (Field(words.rests_on, plain(attribution_text(reading, found) + named)),) if found.speakers else ()


def attribution_text(reading: RenderContext, found: Attribution) -> str:
    """Return the speakers of an item in words.

    An example is "2 speakers, 1 independent".
    """
    words = reading.words.evidence
    if found.single:
        speaker = found.speakers[0]
        single = words.single.format(reading.speaker(speaker))
        source = reading.index.items.get(speaker)
        stake = source.stake if isinstance(source, Source) else Stake.NONE
        return single if stake is Stake.NONE else f"{single}, {reading.word(stake)}"
    if not found.independent:
        return words.none_independent.format(len(found.speakers))
    independent = counted(words.independent, len(found.independent), reading.language)
    return words.speakers.format(len(found.speakers), independent)


def _sentence(reading: RenderContext, place: Place, ref: str) -> Iterator[Block]:
    words, (paragraph, sentence) = reading.words.evidence, place
    yield Heading(words.place.format(paragraph, sentence))
    yield from excerpt(reading, paragraph, (sentence,))
    claims = reading.index.claims_at.get(place, [])
    item = reading.index.items.get(ref)
    answers = item.supports + item.opposes + item.informs if isinstance(item, Question) else ()
    related = [claim for claim in claims if claim.id == ref or ref in claim.about or claim.id in answers]
    others = [claim for claim in claims if claim not in related]
    yield from (claim_bullet(reading, claim) for claim in related)
    if related and others:
        yield Heading(words.also, 3)
    yield from (claim_bullet(reading, claim) for claim in others)


def excerpt(reading: RenderContext, paragraph: int, cited: Iterable[int]) -> Iterator[Block]:
    """Yield a paragraph of the article, if its text is available.

    It is taken from the reader's copy or from the story.
    """
    found = reading.article_text.paragraph(paragraph) if reading.article_text else None
    if found is not None:
        marked = frozenset(() if found.edited or found.outdated else cited)
        yield Excerpt(paragraph, found.sentences, marked, found.edited)


def claim_bullet(reading: RenderContext, claim: Claim) -> Bullet:
    """Return a claim with its status, certainty, speaker and kind of speaker."""
    certainty = [] if claim.certainty is Certainty.UNHEDGED else [reading.word(claim.certainty)]
    inferred = [reading.words.panes.inferred_mark] if claim.inferred else []
    details = f"{', '.join([reading.word(claim.status), *certainty, *inferred])} — {speaker(reading, claim.speaker)}"
    return Bullet((*plain(reading.say(claim.text), claim.id), Span(f"\n{details}", Role.MUTED)))


def speaker(reading: RenderContext, ref: str) -> str:
    """Return the name of a speaker, with the kind in brackets.

    An interest in the claim is stated too.
    """
    source = reading.index.items.get(ref)
    if not isinstance(source, Source):
        return ref
    kind = [] if source.kind is SourceKind.ARTICLE else [reading.word(source.kind)]
    if source.stake is Stake.INTERESTED or (kind and source.stake is Stake.UNKNOWN):
        kind.append(reading.word(source.stake))
    name = reading.say(source.name)
    return f"{name} ({', '.join(kind)})" if kind else name


def passages(reading: RenderContext, found: Iterable[Evidence]) -> tuple[Block, ...]:
    """Return whole paragraphs of the article with cited sentences marked.

    Paragraphs whose text is not available are left out.
    """
    by_paragraph: dict[int, list[int]] = {}
    for paragraph, sentence in ordered_places(found):
        by_paragraph.setdefault(paragraph, []).append(sentence)
    blocks = (block for number, cited in by_paragraph.items() for block in excerpt(reading, number, cited))
    return section(passage_title(reading), blocks)


def passage_title(reading: RenderContext) -> str:
    """Return the title above passages of the article.

    It says whether they are from the reader's copy.
    """
    words = reading.words.evidence
    return words.passage_in_story if reading.article_text is reading.embedded else words.passage


def without(blocks: Iterable[Block], kinds: Container[type]) -> tuple[Block, ...]:
    """Return the text blocks that have none of the given types."""
    return tuple(block for block in blocks if type(block) not in kinds)
