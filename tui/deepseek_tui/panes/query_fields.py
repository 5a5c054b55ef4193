"""The fields of a query, such as speaker, paragraph and kind.

A value may be the beginning of a word, in either language of the interface: `kind:pers`, `statut:prévision`, `by:scmp`.
"""

from collections.abc import Callable, Iterator

from deepseek_tui.i18n.catalogue import words_in
from deepseek_tui.i18n.languages import LANGUAGES
from deepseek_tui.i18n.vocabulary import word
from deepseek_tui.panes.annotations import Annotation
from deepseek_tui.panes.evidence import ordered_places
from deepseek_tui.panes.grouping import Grouping, groups_of
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.panes.tensions import contradictions, qualifications
from deepseek_tui.story.analysis.attribution import attribution
from deepseek_tui.story.analysis.index import Item
from deepseek_tui.story.analysis.query import QueryTerm, matches_prefix
from deepseek_tui.story.format.model import Claim, Event, Figure, Note, Player, Question, Source
from deepseek_tui.story.format.vocabulary import Phase, PlayerKind, QuestionStatus, Status, Vocabulary


def has_field(reading: RenderContext, item: Item, term: QueryTerm) -> bool:
    """Return whether an item matches a field of a query.

    A field is written like by:meta.
    """
    return _FIELDS[term.field](reading, item, term.words)


def values_of(field: str, reading: RenderContext) -> list[str]:
    """Return suggested values for a field of a query.

    For paragraphs, they are the first and the last number.
    """
    match field:
        case "has":
            return list(reading.words.search.has.values())
        case "is":
            return list(reading.words.search.marked.values())
        case "p":
            return [f"1…{len(reading.story.article.paragraphs)}"]
        case "by":
            return [source.id for source in reading.story.sources]
        case "kind":
            return [*reading.words.search.kinds.values(), *map(reading.word, PlayerKind)]
        case "status":
            return [*map(reading.word, Status), *map(reading.word, QuestionStatus), *map(reading.word, Phase)]
        case "topic":
            return [topic.id for topic in reading.story.topics]
    return []


def _by(reading: RenderContext, item: Item, value: str) -> bool:
    ids = attribution(reading.index, item.id).speakers
    return any(matches_prefix(value, (ref, reading.speaker(ref))) for ref in ids)


def _paragraph(_reading: RenderContext, item: Item, value: str) -> bool:
    paragraph, _, sentence = value.lstrip("¶").partition(".")
    places = ordered_places(getattr(item, "evidence", ()))
    return any(paragraph == str(place[0]) and sentence in ("", str(place[1])) for place in places)


def _kind(reading: RenderContext, item: Item, value: str) -> bool:
    return matches_prefix(value, _kinds(reading, item))


def _kinds(reading: RenderContext, item: Item) -> Iterator[str]:
    place = reading.index.list_of.get(item.id, "")
    yield place.removesuffix("s")
    for language in LANGUAGES:
        yield words_in(language).search.kinds[place]
    if isinstance(item, Player | Source):
        yield from _words(item.kind)


def _status(_reading: RenderContext, item: Item, value: str) -> bool:
    return matches_prefix(value, _statuses(item))


def _statuses(item: Item) -> Iterator[str]:
    match item:
        case Claim():
            yield from (*_words(item.status), *_words(item.certainty))
        case Question():
            yield from _words(item.status)
        case Event() | Figure():
            yield from _words(item.phase)
        case Note():
            yield from _words(item.relation)


def _words(member: Vocabulary) -> Iterator[str]:
    yield member.value
    yield from (word(member, language) for language in LANGUAGES)


def _topic(reading: RenderContext, item: Item, value: str) -> bool:
    return any(matches_prefix(value, (ref, reading.name(ref))) for ref in groups_of(reading, item.id, Grouping.TOPIC))


def has_mark(mark: Annotation, term: QueryTerm) -> bool:
    """Return whether a note or bookmark matches a field of a query."""
    if term.field == "is":
        return matches_prefix(term.words, _named("marked", "mine"))
    asked = ("note", bool(mark.note)), ("bookmark", mark.bookmarked)
    return term.field == "has" and any(has and matches_prefix(term.words, _named("has", name)) for name, has in asked)


def _named(field: str, name: str) -> Iterator[str]:
    """Return the names of a field's value in every interface language."""
    return (getattr(words_in(language).search, field)[name] for language in LANGUAGES)


Test = Callable[[RenderContext, Item], bool]

_HAS: dict[str, Test] = {
    "context": lambda reading, item: reading.context and bool(reading.index.notes_on.get(item.id)),
    "quote": lambda _reading, item: isinstance(item, Claim) and item.quote is not None,
    "date": lambda _reading, item: bool(getattr(item, "when", None)),
    "link": lambda reading, item: item.id in reading.index.links_from or item.id in reading.index.links_to,
    "lab": lambda _reading, item: getattr(item, "lab", None) is not None,
    "note": lambda reading, item: bool((mark := reading.mine.marks.get(item.id)) and mark.note),
    "bookmark": lambda reading, item: bool((mark := reading.mine.marks.get(item.id)) and mark.bookmarked),
}
_IS: dict[str, Test] = {
    "contested": lambda reading, item: bool(contradictions(reading, item.id)),
    "qualified": lambda reading, item: bool(qualifications(reading, item.id)),
    "draft": lambda reading, item: item.id in reading.index.drafts,
    "mine": lambda reading, item: item.id in reading.mine.marks,
    "single": lambda reading, item: attribution(reading.index, item.id).single,
}


def _has(reading: RenderContext, item: Item, value: str) -> bool:
    return any(matches_prefix(value, _named("has", name)) and test(reading, item) for name, test in _HAS.items())


def _is(reading: RenderContext, item: Item, value: str) -> bool:
    return any(matches_prefix(value, _named("marked", name)) and test(reading, item) for name, test in _IS.items())


_FIELDS: dict[str, Callable[[RenderContext, Item, str], bool]] = {
    "by": _by,
    "p": _paragraph,
    "kind": _kind,
    "status": _status,
    "topic": _topic,
    "has": _has,
    "is": _is,
}
