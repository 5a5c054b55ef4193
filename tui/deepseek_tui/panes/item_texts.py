"""The texts of an item: everything that its page says in words of its own, for a search to look through."""

from collections.abc import Iterable, Iterator

from deepseek_tui.panes.common_blocks import amount
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.analysis.index import Item
from deepseek_tui.story.format.model import (
    Claim,
    Event,
    Figure,
    Innovation,
    Link,
    Note,
    Passage,
    Player,
    Question,
    Quote,
    Source,
    Term,
    Topic,
)
from deepseek_tui.story.format.vocabulary import Asker


def texts_of(reading: RenderContext, item: Item) -> list[str]:
    """An item's title first, then its other texts in the order of its page; none for context that is hidden."""
    links = (*reading.index.links_from.get(item.id, ()), *reading.index.links_to.get(item.id, ()))
    return [text for text in (*_texts(reading, item), *(reading.say(link.text) for link in links)) if text]


def _texts(reading: RenderContext, item: Item) -> Iterator[str]:
    say = reading.say
    match item:
        case Event():
            yield from (say(item.title), say(item.body), say(item.wording))
            yield reading.date(item.when) if item.when else ""
            yield from map(reading.name, item.players)
        case Player():
            yield from (say(item.name), say(item.role), *_passages(reading, item.about))
            yield from _voice(reading, item)
        case Innovation():
            yield say(item.name)
            yield from _passages(reading, (item.problem, item.idea, item.effect))
            yield from map(reading.name, (*item.terms, *item.figures))
        case Question():
            yield from (say(item.question), say(item.why), say(item.settle), say(item.watch))
        case Claim():
            yield from (say(item.text), reading.speaker(item.speaker), reading.name(item.topic))
            yield from _quote(reading, item.quote)
        case Figure():
            yield from (say(item.label), amount(reading, item), say(item.scope), say(item.caveat), say(item.wording))
            yield from (reading.date(item.when) if item.when else "", reading.speaker(item.speaker))
            yield from (say(comparison.caveat) for comparison in item.comparisons)
        case Note():
            if reading.context:
                yield say(item.text)
                yield from (text for source in item.sources for text in (say(source.publisher), say(source.title)))
                yield reading.date(item.when) if item.when else ""
        case Term():
            yield from (say(item.word), say(item.definition))
        case Source():
            yield from (say(item.name), say(item.interest))
        case Topic():
            yield say(item.name)
        case Link():
            yield say(item.text)


def _passages(reading: RenderContext, passages: Iterable[Passage]) -> Iterator[str]:
    for passage in passages:
        if reading.context or not (passage.by is Asker.EDITOR and passage.sources):
            yield reading.say(passage.text)


def _voice(reading: RenderContext, player: Player) -> Iterator[str]:
    for source in reading.story.sources:
        if source.player == player.id:
            yield reading.say(source.interest)
            for claim in reading.index.claims_by.get(source.id, ()):
                yield from _quote(reading, claim.quote)


def _quote(reading: RenderContext, quote: Quote | None) -> Iterator[str]:
    if quote is not None:
        yield reading.say(quote.text)
        if quote.language != reading.language:
            yield reading.say(quote.translation.get(reading.language))
