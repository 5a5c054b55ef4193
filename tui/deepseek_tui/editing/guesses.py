"""The unconfirmed guesses of a story, in the order of the article."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from pydantic import BaseModel

from deepseek_tui.editing.steps import StoryDocument, value_at
from deepseek_tui.editing.targets import Target, target_of
from deepseek_tui.story.format.model import Story
from deepseek_tui.story.format.structure import structure_of
from deepseek_tui.story.loading.diagnostics import KeyPath

Place = tuple[int, int]
"""The numbers of a paragraph and of a sentence in the article."""
BEFORE_ARTICLE: Place = (0, 0)
"""The place of objects without evidence, which are sorted before the others."""


class FoundGuess(NamedTuple):
    """An unconfirmed object at its path in a document."""

    path: KeyPath
    place: Place
    """The first sentence cited by the object or, for a part without evidence, by its item."""
    reason: str | dict[str, str]
    """The reason of the guess as a text of the story format; empty if none is given."""

    @property
    def kind(self) -> str:
        """The list or part of the story that contains the object; "story" for the story itself."""
        return str(self.path[0]) if self.path else "story"


class Guess(NamedTuple):
    """An unconfirmed object, with the reason of the guess."""

    target: Target
    kind: str
    place: Place
    reason: str | dict[str, str]


class Guesses:
    """The unconfirmed objects of a document, in the order of the article.

    Objects without evidence come first.
    """

    def __init__(self, document: StoryDocument) -> None:
        self._document = document
        found = sorted((_order(guess.path, guess.place), guess) for guess in find_guesses(document))
        self._keys = [key for key, _ in found]
        self._found = [guess for _, guess in found]

    def __len__(self) -> int:
        return len(self._found)

    def __iter__(self) -> Iterator[Guess]:
        return map(self._guess, self._found)

    def counts(self) -> dict[str, int]:
        """Return the number of guesses by kind, in the format's order."""
        counted = Counter(guess.kind for guess in self._found)
        return {kind: counted[kind] for kind in ("story", *_key_ranks()) if counted[kind]}

    def after(self, target: Target) -> Guess | None:
        """Return the next guess after an object, which may be any object.

        Raises EditError if the object does not exist.
        """
        position = bisect_right(self._keys, self._key(target))
        return self._guess(self._found[position]) if position < len(self._found) else None

    def before(self, target: Target) -> Guess | None:
        """Return the last guess before an object, which may be any object.

        Raises EditError if the object does not exist.
        """
        position = bisect_left(self._keys, self._key(target))
        return self._guess(self._found[position - 1]) if position else None

    def _guess(self, found: FoundGuess) -> Guess:
        return Guess(target_of(self._document, found.path), found.kind, found.place, found.reason)

    def _key(self, target: Target) -> "_Key":
        path = target.path(self._document)
        place = BEFORE_ARTICLE
        for length in range(len(path) + 1):
            value = value_at(self._document, path[:length])
            place = _place(value, place) if isinstance(value, dict) else place
        return _order(path, place)


def find_guesses(document: StoryDocument) -> Iterator[FoundGuess]:
    """Yield the unconfirmed objects of a document, in the document's order."""
    return _guesses_in(document, Story, (), BEFORE_ARTICLE)


def _guesses_in(value: dict[str, Any], model: type[BaseModel], path: KeyPath, outer: Place) -> Iterator[FoundGuess]:
    place = _place(value, outer)
    if value.get("draft") is True:
        yield FoundGuess(path, place, value.get("guess") or "")
    for key, part, several in _guessable_parts(model):
        inner = value.get(key)
        if several:
            keys = ("draft", *(key for key, _, _ in _guessable_parts(part)))
            for position, one in enumerate(inner or ()):
                if any(map(one.get, keys)):  # Most items of a finished story have no guess.
                    yield from _guesses_in(one, part, (*path, key, position), place)
        elif inner is not None:
            yield from _guesses_in(inner, part, (*path, key), place)


@cache
def _guessable_parts(model: type[BaseModel]) -> tuple[tuple[str, type[BaseModel], bool], ...]:
    """Return the fields of a model that can contain guesses, at any depth."""
    return tuple(part for part in structure_of(model).parts if "draft" in part[1].model_fields or _guessable_parts(part[1]))


def _place(value: dict[str, Any], outer: Place) -> Place:
    evidence = value.get("evidence") or ()
    return min(((one["paragraph"], one["sentence"]) for one in evidence), default=outer)


_Key = tuple[Place, int, int, tuple[tuple[bool, int, str], ...]]


def _order(path: KeyPath, place: Place) -> _Key:
    """Return an object's sort key: its place in the article, then in the story."""
    rank = 1 + _key_ranks()[str(path[0])] if path else 0
    position = path[1] if len(path) > 1 and isinstance(path[1], int) else -1
    inside = tuple((isinstance(step, int), step if isinstance(step, int) else 0, str(step)) for step in path[2:])
    return place, rank, position, inside


@cache
def _key_ranks() -> dict[str, int]:
    keys = (field.alias or name for name, field in Story.model_fields.items())
    return {key: rank for rank, key in enumerate(keys)}
