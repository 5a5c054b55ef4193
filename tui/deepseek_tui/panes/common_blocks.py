"""Text blocks that several panes share: links, notes, passages and figures."""

from collections.abc import Container, Iterable

from deepseek_tui.i18n.numbers import compact, quantity
from deepseek_tui.panes.annotation_blocks import annotation_blocks
from deepseek_tui.panes.blocks import INTERFACE, Block, Bullet, Field, Heading, Para, Role, Span, Support
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.format.model import Claim, Figure, Guessable, Link, Note, Passage, Source
from deepseek_tui.story.format.vocabulary import Bound, LabName, Origin


def plain(text: str, ref: str = "") -> tuple[Span, ...]:
    """Return a text as one plain span.

    `ref` is the id of the item that the text names.
    """
    return (Span(text, Role.PLAIN, ref),)


def named(reading: RenderContext, refs: Iterable[str]) -> tuple[Span, ...]:
    """Return the names of items, separated by commas, with their ids."""
    spans: list[Span] = []
    for ref in refs:
        if spans:
            spans.append(Span(", "))
        spans.append(Span(reading.name(ref), Role.PLAIN, ref))
    return tuple(spans)


def section(title: str, blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return text blocks under a heading, or nothing without any blocks."""
    found = tuple(blocks)
    return (Heading(title), *found) if found else ()


def repeated(reading: RenderContext, title: str, blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return text blocks that repeat other items, under a heading.

    Return nothing when the page is to have only an item's own words.
    """
    return () if reading.own_words else section(title, blocks)


def passage(reading: RenderContext, words: Passage) -> tuple[Block, ...]:
    """Return a passage of the story with its evidence.

    If it is hidden context, return a notice instead.
    """
    if words.by is Origin.EDITOR and words.sources and not reading.context:
        return (Para((Span(reading.words.panes.hidden, Role.MUTED),), of=INTERFACE),)
    text = Para(plain(reading.say(words.text)), reading.passage_proof(words), context=words.by is Origin.EDITOR)
    return (text, *unconfirmed(reading, words))


def background(reading: RenderContext, passages: Iterable[Passage]) -> tuple[Block, ...]:
    """Return the editor's explanation of an item, under a heading.

    Return nothing if context is hidden.
    """
    if not reading.context:
        return ()
    return section(reading.words.panes.background, (block for words in passages for block in passage(reading, words)))


def unconfirmed(reading: RenderContext, item: object) -> tuple[Block, ...]:
    """Return a mark on a guess that nobody has confirmed.

    It includes the reason of the guess, which was made by a program.
    """
    if not isinstance(item, Guessable) or not (item.draft or item.guess):
        return ()
    words = reading.words.panes
    reason = reading.say(item.guess) or words.guessed
    return (Field(words.unconfirmed, plain(reason), of="" if item.guess else INTERFACE),)


def interest(reading: RenderContext, source: Source) -> tuple[Block, ...]:
    """Return fields on what a speaker gains or loses.

    This is the editor's judgement. The reasons may come from outside the article, so they are hidden together with the
    context.
    """
    words = reading.words.panes
    mark = Span(f" ({words.interest_mark})")
    stake = Field(words.stake, (*plain(reading.word(source.stake)), mark), of=INTERFACE)
    if not source.interest or not reading.context:
        return (stake,)
    return (stake, Field(words.interest, plain(reading.say(source.interest))))


def lab_field(reading: RenderContext, lab: LabName | None) -> tuple[Block, ...]:
    """Return a field on how to open the lab of an item.

    Return nothing if it has no lab.
    """
    if lab is None:
        return ()
    words = reading.words.panes
    return (Field(words.lab, plain(words.lab_opens.format(reading.word(lab), lab.value)), of=INTERFACE),)


def statement(reading: RenderContext, claim: Claim) -> Bullet:
    """Return a claim as a list item with its evidence."""
    return Bullet(plain(reading.say(claim.text), claim.id), reading.claim_proof(claim), of=claim.id)


def note_bullet(reading: RenderContext, note: Note, *, related: bool = True) -> Bullet:
    """Return a context note as a list item with text and sources.

    Without `related`, the list itself says how the note relates to the item.
    """
    text, mark = plain(reading.say(note.text), note.id), reading.word(note.relation) if related else ""
    return Bullet(text, Support(sources=note.sources), mark, context=True, of=note.id)


def notes(reading: RenderContext, ref: str, but: Container[Link | Note] = ()) -> tuple[Block, ...]:
    """Return the context notes on an item, if context is shown."""
    if not reading.context or reading.own_words:
        return ()
    found = (note for note in reading.index.notes_on.get(ref, ()) if note not in but)
    return section(reading.words.panes.notes, (note_bullet(reading, note) for note in found))


def links(reading: RenderContext, ref: str, but: Container[Link | Note] = ()) -> tuple[Block, ...]:
    """Return the links from and to an item, as text blocks.

    They are worded from the point of view of this item.
    """
    if reading.own_words:  # No links are listed here, because each link has a page of its own.
        return ()
    words = reading.words.panes
    found: list[Bullet] = []
    for link in reading.index.links_from.get(ref, ()):
        found.append(_link(reading, reading.word(link.kind), link.to, link))
    for link in reading.index.links_to.get(ref, ()):
        if link in but:
            continue
        kind = words.passive[link.kind.value]
        found.append(_link(reading, kind, link.from_, link))
    return section(words.links, found)


def _link(reading: RenderContext, kind: str, ref: str, link: Link) -> Bullet:
    words = reading.words.panes
    spans, reason = [Span(reading.name(ref), Role.PLAIN, ref)], reading.say(link.text)
    if reason:
        spans.append(Span(f" — {reason}", Role.MUTED))
    if link.draft or link.guess:
        spans.append(Span(f" ({words.unconfirmed}: {reading.say(link.guess) or words.guessed})", Role.MUTED))
    return Bullet(tuple(spans), reading.proof(link.evidence), mark=link_mark(reading, link, kind))


def link_mark(reading: RenderContext, link: Link, kind: str) -> str:
    """Return the kind of a link in words.

    The words say so if the editor drew the link.
    """
    return f"{kind} ({reading.words.panes.by_editor})" if link.by is Origin.EDITOR else kind


def side(reading: RenderContext, ref: str, but: Container[Link | Note] = ()) -> tuple[Block, ...]:
    """Return the side column of an item's page.

    It has annotations, and the links and notes not yet shown. The mark of an unconfirmed guess comes first.
    """
    item = reading.index.items.get(ref)
    guess = () if isinstance(item, Figure) else unconfirmed(reading, item)  # The fields of a figure have their own mark.
    return guess + annotation_blocks(reading, ref) + links(reading, ref, but) + notes(reading, ref, but)


def value(reading: RenderContext, figure: Figure) -> str:
    """Return a figure's value and bound, such as "less than 100,000"."""
    number = compact(figure.value, reading.language)
    return number if figure.bound is Bound.AS_PRINTED else f"{reading.word(figure.bound)} {number}"


def amount(reading: RenderContext, figure: Figure) -> str:
    """Return a figure in words, such as "less than 100,000 chips"."""
    words = quantity(figure.value, reading.say(figure.unit), reading.language)
    return words if figure.bound is Bound.AS_PRINTED else f"{reading.word(figure.bound)} {words}"


def figure_fields(reading: RenderContext, figure: Figure) -> tuple[Block, ...]:
    """Return fields on a figure, such as value, speaker and comparisons."""
    words = reading.words.panes
    proof = Support(tuple(reading.proof(figure.evidence).cites))
    when = reading.date(figure.when) if figure.when else reading.say(figure.wording)
    phase = reading.word(figure.phase)
    blocks: list[Block] = [
        Field(words.value, (Span(amount(reading, figure), Role.STRONG),), proof, of=figure.id),
        Field(words.scope, plain(reading.say(figure.scope)), of=figure.id),
        Field(words.when, plain(f"{phase}, {when}" if when else phase), of=figure.id),
    ]
    if figure.when and figure.wording:
        blocks.append(Field(words.date_as_told, plain(reading.say(figure.wording)), of=figure.id))
    blocks.append(Field(words.speaker, plain(reading.speaker(figure.speaker), figure.speaker), of=figure.speaker))
    blocks += unconfirmed(reading, figure)
    if figure.caveat:
        blocks.append(Field(words.caveat, plain(reading.say(figure.caveat)), of=figure.id))
    for comparison in figure.comparisons:
        label = words.compare if comparison.allowed else words.not_compare
        other = Span(reading.name(comparison.figure), Role.PLAIN, comparison.figure)
        blocks.append(Field(label, (other, Span(f" — {reading.say(comparison.caveat)}", Role.MUTED)), of=figure.id))
    return tuple(blocks)
