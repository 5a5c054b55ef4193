"""Aliases: other names in the article for a person or thing.

They are derived from the story itself:

- an item's names in all languages, and an acronym in brackets after them, are equivalent;
- a person is also known by the last word of the name;
- a name counts as present in the paragraphs that its item cites, whatever words they use for it;
- two names are equivalent if they correspond in the translations of at least two texts, and neither ever occurs in
  both languages (AI in English, IA in French).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

from deepseek_tui.article.extraction.mention import folded
from deepseek_tui.article.extraction.names import NameMention, name_key, names
from deepseek_tui.article.extraction.word_lists import PARTICLES
from deepseek_tui.article.lint.paragraphs import ArticleParagraph, singular, tokens
from deepseek_tui.article.lint.statements import words_of
from deepseek_tui.story.format.model import Evidence, Story
from deepseek_tui.story.format.vocabulary import PlayerKind, SourceKind

Key = tuple[str, ...]
"""A name's words, folded and in the singular."""

_BRACKETS = re.compile(r"\s*\(([^()]+)\)")
_ARTICLES = (("the",), ("le",), ("la",), ("les",))
MIN_TEXTS = 2
"""The number of texts in which two names must correspond to be equivalent."""


def key_of(name: str) -> Key:
    """Return a name in the normalised form that all its spellings share."""
    return tuple(singular(word) for word in tokens(name))


@dataclass
class Entity:
    """A named item of the story, with its names and cited paragraphs."""

    wordings: set[Key] = field(default_factory=set)
    paragraphs: set[int] = field(default_factory=set)


class Aliases:
    """The names in one story with their aliases and translations, cached."""

    def __init__(self, story: Story, texts: Sequence[str | dict[str, str]], article: Iterable[ArticleParagraph]) -> None:
        self._story = story
        self._texts = texts
        self._article = article
        self._names_cache: dict[tuple[str, str], list[NameMention]] = {}

    @cached_property
    def lowercase_words(self) -> frozenset[str]:
        """Words that occur in lower case in the story or the article.

        Where they are capitalised, they may not be names.
        """
        written: set[str] = set()
        texts = (words for text in self._texts for words in ((text,) if isinstance(text, str) else text.values()))
        for text in (*texts, *(passage.text for passage in self._article)):
            written.update(word for word in re.findall(r"[^\W\d_]+", text) if word.islower())
        return frozenset(folded(word) for word in written)

    @cached_property
    def entities(self) -> dict[Key, list[Entity]]:
        """The named items of the story, by each of their names."""
        found: dict[Key, list[Entity]] = defaultdict(list)
        for entity in _entities(self._story):
            for wording in entity.wordings:
                found[wording].append(entity)
        return found

    @cached_property
    def _multilingual_names(self) -> list[dict[str, set[Key]]]:
        """The names in each text of the story, by language.

        Only texts in several languages are included.
        """
        return [
            {language: {key_of(name.text) for name in self.names(words, language)} for language, words in text.items()}
            for text in self._texts
            if isinstance(text, dict) and len(text) > 1
        ]

    @cached_property
    def known(self) -> frozenset[Key]:
        """All words that are certainly proper names in the story."""
        return frozenset(
            (*self.entities, *(key for text in self._multilingual_names for keys in text.values() for key in keys))
        )

    @cached_property
    def equivalents(self) -> dict[Key, set[Key]]:
        """The translations of each name, derived from texts in several languages."""
        counted: Counter[frozenset[Key]] = Counter()
        alike: set[Key] = set()
        for text in self._multilingual_names:
            for one, other in combinations(text.values(), 2):
                alike |= one & other
                left, right = one - other, other - one
                if len(left) == len(right) == 1:
                    counted[frozenset((*left, *right))] += 1
        found: dict[Key, set[Key]] = defaultdict(set)
        for pair, times in counted.items():
            if times >= MIN_TEXTS and not pair & alike:
                first, second = pair
                found[first].add(second)
                found[second].add(first)
        return found

    def names(self, text: str, language: str) -> list[NameMention]:
        """Return the proper names in a text.

        Words that may be capitalised by chance are left out.
        """
        return [name for name in self._all_names(text, language) if name.is_certain]

    def _all_names(self, text: str, language: str) -> list[NameMention]:
        found = self._names_cache.get((text, language))
        if found is None:
            found = self._names_cache[text, language] = names(text, language, self.lowercase_words)
        return found

    def candidates(self, text: str, language: str) -> Iterator[NameMention]:
        """Yield the proper names in a text.

        The capitalised first word of a sentence is included only if it is a known name.
        """
        for name in self._all_names(text, language):
            if name.is_certain or key_of(name.text) in self.known:
                yield name

    def occurs(self, name: str, passages: Sequence[ArticleParagraph]) -> bool:
        """Return whether a paragraph contains a name or one of its aliases."""
        key = key_of(name)
        if self._occurs(key, passages) or (key[:1] in _ARTICLES and self._occurs(key[1:], passages)):
            return True
        # Adjacent names ("DeepSeek H100") are extracted as one name, so each word is also looked up separately.
        # Initials are compared with the first names, in `printed_instead`.
        capitals = [key_of(word) for word in name.split() if any(c.isupper() for c in word)]
        capitals = [word for word in capitals if len("".join(word)) > 1]
        return len(name.split()) > 1 and bool(capitals) and all(self._occurs(one, passages) for one in capitals)

    def occurs_as_printed(self, name: str, passages: Sequence[ArticleParagraph]) -> bool:
        """Return whether a paragraph contains a name in a printed form.

        That is the name itself, its last word or its translation.
        """
        key = key_of(name)
        return any(_is_printed(one, passages) for one in (key, key[-1:], *self.equivalents.get(key, ())))

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The folded last words of the names of persons in the story."""
        people = [player.name for player in self._story.players if player.kind is PlayerKind.PERSON]
        people += [source.name for source in self._story.sources if source.kind is SourceKind.PERSON]
        return frozenset(folded(words).split()[-1] for name in people for _, _, words in words_of((), name) if words.split())

    @cached_property
    def _first_names(self) -> dict[str, dict[frozenset[str], tuple[str, set[int]]]]:
        """The full names in the article, by surname and then by set of first names.

        Each name comes with the numbers of its paragraphs.
        """
        found: dict[str, dict[frozenset[str], tuple[str, set[int]]]] = defaultdict(dict)
        for passage in self._article:
            for name in self._all_names(passage.text, passage.language):
                *first, surname = name.key.split()
                if first and surname in self.surnames:
                    found[surname].setdefault(frozenset(first) - PARTICLES, (name.text, set()))[1].add(passage.number)
        return found

    def printed_instead(self, name: str, passages: Sequence[ArticleParagraph]) -> str:
        """Return the full name in the paragraphs that contradicts a given name.

        It has the same surname and another first name. The result is empty if the article prints the given name anywhere, or
        the surname alone. Initials and further first names may be left out.
        """
        *words, surname = name_key(name).split() or [""]
        first = frozenset(words) - PARTICLES
        printed = self._first_names.get(surname, {})
        if not first or any(_are_compatible(first, other) for other in printed):
            return ""
        numbers = {passage.number for passage in passages}
        return next((text for text, places in printed.values() if places & numbers), "")

    def is_named(self, name: str) -> bool:
        """Return whether the story has an item with the given name."""
        return key_of(name) in self.entities

    def _occurs(self, key: Key, passages: Sequence[ArticleParagraph]) -> bool:
        if not key or _is_printed(key, passages):
            return True
        if any(_is_printed(other, passages) for other in self.equivalents.get(key, ())):
            return True
        numbers = {passage.number for passage in passages}
        return any(
            entity.paragraphs & numbers or any(_is_printed(other, passages) for other in entity.wordings)
            for entity in self.entities.get(key, ())
        )


def _are_compatible(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether two sets of first names may belong to one person.

    One set must contain the other. Initials are not compared.
    """
    if not one or not other or one <= other or other <= one:
        return True
    return all(any(word[0] == another[0] and 1 in (len(word), len(another)) for another in other) for word in one - other)


def _is_printed(key: Key, passages: Sequence[ArticleParagraph]) -> bool:
    derived = len(key) == 1 and len(key[0]) >= 5
    return any(
        passage.contains(list(key))
        or (derived and passage.contains_derivative(key[0]))
        or (len(key) == 1 and passage.spells_out(key[0]))
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
