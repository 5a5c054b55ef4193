"""Aliases: by what other words the article may call what a story names.

Nothing is known of any story beforehand. What a name may stand for is learnt from the story itself:

- an item's name in every language, and an acronym in brackets after it, are one thing;
- a person is known by the last word of the name;
- where a name belongs to an item whose own evidence cites the paragraph, the paragraph is about it, whatever it calls it;
- where the same two words stand for each other in two languages of at least two texts, and neither ever stands in both
  languages alike, they are one thing (the AI of English, the IA of French).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

from deepseek_tui.article.extraction.mention import folded
from deepseek_tui.article.extraction.names import NameMention, names
from deepseek_tui.article.lint.paragraphs import ArticleParagraph, singular, tokens
from deepseek_tui.story.format.model import Evidence, Story
from deepseek_tui.story.format.vocabulary import PlayerKind

Key = tuple[str, ...]
"""A name's words, folded and in the singular."""

_BRACKETS = re.compile(r"\s*\(([^()]+)\)")
_ARTICLES = (("the",), ("le",), ("la",), ("les",))
TWICE = 2
"""In how many texts two words must stand for each other before they are taken for one thing."""


def key_of(name: str) -> Key:
    """What two spellings of a name have in common."""
    return tuple(singular(word) for word in tokens(name))


@dataclass
class Entity:
    """One thing that a story names: its wordings, and the paragraphs it is said to stand in."""

    wordings: set[Key] = field(default_factory=set)
    paragraphs: set[int] = field(default_factory=set)


class Aliases:
    """The names of one story; made once, asked often."""

    def __init__(self, story: Story, texts: Sequence[str | dict[str, str]], article: Iterable[ArticleParagraph]) -> None:
        self._story = story
        self._texts = texts
        self._article = article
        self._read: dict[tuple[str, str], list[NameMention]] = {}

    @cached_property
    def ordinary(self) -> frozenset[str]:
        """The words that the story or the article writes small somewhere."""
        written: set[str] = set()
        told = (words for text in self._texts for words in ((text,) if isinstance(text, str) else text.values()))
        for text in (*told, *(passage.text for passage in self._article)):
            written.update(word for word in re.findall(r"[^\W\d_]+", text) if word.islower())
        return frozenset(folded(word) for word in written)

    @cached_property
    def entities(self) -> dict[Key, list[Entity]]:
        """What each wording may mean."""
        found: dict[Key, list[Entity]] = defaultdict(list)
        for entity in _entities(self._story):
            for wording in entity.wordings:
                found[wording].append(entity)
        return found

    @cached_property
    def _named(self) -> list[dict[str, set[Key]]]:
        """The names in every text that is written in more than one language."""
        return [
            {language: {key_of(name.text) for name in self.names(words, language)} for language, words in text.items()}
            for text in self._texts
            if isinstance(text, dict) and len(text) > 1
        ]

    @cached_property
    def known(self) -> frozenset[Key]:
        """Every name that is surely one, somewhere in the story."""
        return frozenset((*self.entities, *(key for text in self._named for keys in text.values() for key in keys)))

    @cached_property
    def equivalents(self) -> dict[Key, set[Key]]:
        """What stands for a name in another language, learnt from the texts that are written in both."""
        counted: Counter[frozenset[Key]] = Counter()
        alike: set[Key] = set()
        for text in self._named:
            for one, other in combinations(text.values(), 2):
                alike |= one & other
                left, right = one - other, other - one
                if len(left) == len(right) == 1:
                    counted[frozenset((*left, *right))] += 1
        found: dict[Key, set[Key]] = defaultdict(set)
        for pair, times in counted.items():
            if times >= TWICE and not pair & alike:
                first, second = pair
                found[first].add(second)
                found[second].add(first)
        return found

    def names(self, text: str, language: str) -> list[NameMention]:
        """The names in a text that are surely names, wherever in their sentence they stand."""
        return [name for name in self._all(text, language) if name.sure]

    def _all(self, text: str, language: str) -> list[NameMention]:
        found = self._read.get((text, language))
        if found is None:
            found = self._read[text, language] = names(text, language, self.ordinary)
        return found

    def candidates(self, text: str, language: str) -> Iterator[NameMention]:
        """The names in a text, those at the start of a sentence included where the story has them elsewhere."""
        for name in self._all(text, language):
            if name.sure or key_of(name.text) in self.known:
                yield name

    def stands(self, name: str, passages: Sequence[ArticleParagraph]) -> bool:
        """Whether one of the passages has the name, under any of its wordings."""
        key = key_of(name)
        if self._stands(key, passages) or (key[:1] in _ARTICLES and self._stands(key[1:], passages)):
            return True
        # Names that stand side by side ("DeepSeek H100") are one run of capitals: each may be known for itself.
        capitals = [key_of(word) for word in name.split() if any(c.isupper() for c in word)]
        return len(capitals) > 1 and all(self._stands(one, passages) for one in capitals)

    def printed(self, name: str, passages: Sequence[ArticleParagraph]) -> bool:
        """Whether one of the passages prints this very name, its last word alone, or its equivalent."""
        key = key_of(name)
        return any(_printed(one, passages) for one in (key, key[-1:], *self.equivalents.get(key, ())))

    def _stands(self, key: Key, passages: Sequence[ArticleParagraph]) -> bool:
        if not key or _printed(key, passages):
            return True
        if any(_printed(other, passages) for other in self.equivalents.get(key, ())):
            return True
        numbers = {passage.number for passage in passages}
        return any(
            entity.paragraphs & numbers or any(_printed(other, passages) for other in entity.wordings)
            for entity in self.entities.get(key, ())
        )


def _printed(key: Key, passages: Sequence[ArticleParagraph]) -> bool:
    derived = len(key) == 1 and len(key[0]) >= 5
    return any(
        passage.says(list(key)) or (derived and passage.derives(key[0])) or (len(key) == 1 and passage.abbreviates(key[0]))
        for passage in passages
    )


def _entities(story: Story) -> Iterator[Entity]:
    players: dict[str, Entity] = {}
    for player in story.players:
        entity = Entity(set(_wordings(player.name)), _paragraphs(player.evidence))
        if player.kind is PlayerKind.PERSON:
            entity.wordings |= {key[-1:] for key in entity.wordings}
        players[player.id] = entity
        yield entity
    for source in story.sources:
        entity = players.get(source.player or "", Entity())
        entity.wordings |= set(_wordings(source.name))
        if source.player is None:
            yield entity
    for innovation in story.innovations:
        yield Entity(set(_wordings(innovation.name)), _paragraphs(innovation.evidence))
    for term in story.terms:
        yield Entity(set(_wordings(term.word)), _paragraphs(term.evidence))


def _wordings(text: str | dict[str, str]) -> Iterator[Key]:
    for words in (text,) if isinstance(text, str) else text.values():
        yield key_of(words)
        yield key_of(_BRACKETS.sub("", words))
        for inside in _BRACKETS.findall(words):
            if any(c.isupper() for c in inside):
                yield key_of(inside)


def _paragraphs(evidence: Iterable[Evidence]) -> set[int]:
    return {place.paragraph for place in evidence}
