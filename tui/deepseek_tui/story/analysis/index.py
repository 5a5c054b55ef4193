"""Index of a story, for looking up items and their relations.

Each look-up is built on demand.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from deepseek_tui.story.analysis.chronology import EventGroup, event_groups
from deepseek_tui.story.format.model import (
    Claim,
    Event,
    Evidence,
    Figure,
    Innovation,
    Link,
    Note,
    Player,
    Question,
    Source,
    Story,
    Term,
    Topic,
)
from deepseek_tui.story.format.vocabulary import LinkKind, Relation, SourceKind

Item = Source | Topic | Player | Event | Innovation | Question | Claim | Figure | Term | Note | Link

LISTS = (
    "sources",
    "topics",
    "players",
    "events",
    "innovations",
    "questions",
    "claims",
    "figures",
    "terms",
    "notes",
    "links",
)
"""The lists of a story whose items have ids."""

TENSION_LINKS = (LinkKind.CONTRADICTS, LinkKind.QUALIFIES)
TENSION_NOTES = (Relation.CONTRADICTS, Relation.QUALIFIES)


class Index:
    """Look-ups of items and relations in one story."""

    def __init__(self, story: Story) -> None:
        self.story = story

    @cached_property
    def items(self) -> dict[str, Item]:
        """All items by id."""
        return {item.id: item for name in LISTS for item in getattr(self.story, name)}

    @cached_property
    def list_of(self) -> dict[str, str]:
        """The name of the list that holds an item, by item id."""
        return {item.id: name for name in LISTS for item in getattr(self.story, name)}

    @cached_property
    def notes_on(self) -> dict[str, list[Note]]:
        """The context notes on an item, by the item's id."""
        found: dict[str, list[Note]] = defaultdict(list)
        for note in self.story.notes:
            for ref in note.on:
                found[ref].append(note)
        return found

    @cached_property
    def links_from(self) -> dict[str, list[Link]]:
        """The links that start at an item, by the item's id."""
        found: dict[str, list[Link]] = defaultdict(list)
        for link in self.story.links:
            found[link.from_].append(link)
        return found

    @cached_property
    def links_to(self) -> dict[str, list[Link]]:
        """The links that end at an item, by the item's id."""
        found: dict[str, list[Link]] = defaultdict(list)
        for link in self.story.links:
            found[link.to].append(link)
        return found

    @cached_property
    def claims_at(self) -> dict[tuple[int, int], list[Claim]]:
        """The claims of each sentence, by paragraph and sentence."""
        found: dict[tuple[int, int], list[Claim]] = defaultdict(list)
        for claim in self.story.claims:
            for place in claim.evidence:
                found[place.paragraph, place.sentence].append(claim)
        return found

    @cached_property
    def claims_about(self) -> dict[str, list[Claim]]:
        """The claims about an item, by the item's id."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.story.claims:
            for ref in claim.about:
                found[ref].append(claim)
        return found

    @cached_property
    def claims_by(self) -> dict[str, list[Claim]]:
        """The claims of each speaker, by the speaker's id."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.story.claims:
            found[claim.speaker].append(claim)
        return found

    @cached_property
    def events_of(self) -> dict[str, list[Event]]:
        """The events of each player, by the player's id."""
        found: dict[str, list[Event]] = defaultdict(list)
        for event in self.story.events:
            for ref in event.players:
                found[ref].append(event)
        return found

    @cached_property
    def questions_on(self) -> dict[str, list[Question]]:
        """The open questions to which a claim or note is relevant.

        They are stored by the id of the claim or note.
        """
        found: dict[str, list[Question]] = defaultdict(list)
        for question in self.story.questions:
            for ref in dict.fromkeys(question.supports + question.opposes + question.informs):
                found[ref].append(question)
        return found

    @cached_property
    def used_by(self) -> dict[str, list[str]]:
        """The ids of the items that refer to each item.

        They are in the story's order.
        """
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for item in self.items.values():
            for ref in _references(item):
                found[ref][item.id] = None
        return {ref: list(users) for ref, users in found.items()}

    @cached_property
    def drafts(self) -> frozenset[str]:
        """The ids of items that were guessed and are unconfirmed.

        A program guessed them, and nobody has confirmed them.
        """
        return frozenset(ref for ref, item in self.items.items() if getattr(item, "draft", False))

    @cached_property
    def article(self) -> str:
        """The id of the source that is the article itself.

        It is empty if the story has no such source.
        """
        return next((source.id for source in self.story.sources if source.kind is SourceKind.ARTICLE), "")

    def speaker_of(self, place: Evidence) -> str:
        """Return the speaker of a cited sentence.

        It is the source named in the evidence, or else the article.
        """
        return place.source or self.article

    @cached_property
    def event_groups(self) -> list[EventGroup]:
        """The events in chronological order, grouped by phase and date."""
        return event_groups(self.story.events)

    @cached_property
    def order(self) -> list[Event]:
        """The events in chronological order."""
        return [event for group in self.event_groups for event in group.events]

    def tensions(self, ref: str) -> list[Link | Note]:
        """Return the links and context notes that contradict or qualify an item.

        Links come from the story, notes from outside. An item is *contested* if one contradicts it, and *qualified* if
        one qualifies it.
        """
        links: Iterable[Link] = self.links_to.get(ref, ())
        notes: Iterable[Note] = self.notes_on.get(ref, ())
        return [
            *(link for link in links if link.kind in TENSION_LINKS),
            *(note for note in notes if note.relation in TENSION_NOTES),
        ]


def is_contradiction(tension: Link | Note) -> bool:
    """Return whether a link or note contradicts, instead of qualifying."""
    return (tension.kind is LinkKind.CONTRADICTS) if isinstance(tension, Link) else tension.relation is Relation.CONTRADICTS


def _references(item: Item) -> Iterator[str]:
    """Yield the ids of the items that an item refers to."""
    match item:
        case Source():
            yield from filter(None, [item.player])
        case Event():
            yield from (*item.players, *item.after, *item.before)
        case Innovation():
            yield from (*item.claims, *item.figures, *item.terms)
        case Question():
            yield from (*item.supports, *item.opposes, *item.informs)
        case Claim():
            yield from (*item.about, item.speaker, item.topic)
        case Figure():
            yield from (item.speaker, *(comparison.figure for comparison in item.comparisons))
        case Note():
            yield from item.on
        case Link():
            yield from (item.from_, item.to)
