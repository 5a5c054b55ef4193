"""The words of a story's closed vocabularies, as a reader sees them."""

from typing import NamedTuple

from deepseek_tui.i18n.languages import subject
from deepseek_tui.story.format.vocabulary import PlayerKind, Vocabulary


class VocabularyWords(NamedTuple):
    """What the members of the vocabularies are called."""

    words: dict[type[Vocabulary], dict[Vocabulary, str]]
    """By vocabulary, then by member: members are strings, so that those of two vocabularies can be equal."""
    plurals: dict[PlayerKind, str]
    """Headings over the players of a kind."""


def word(member: Vocabulary, language: str) -> str:
    """The reader's word for a member of a vocabulary."""
    return _in(language).words[type(member)][member]


def plural(kind: PlayerKind, language: str) -> str:
    """The heading over the players of a kind."""
    return _in(language).plurals[kind]


def _in(language: str) -> VocabularyWords:
    words: VocabularyWords = subject(language, "vocabulary")
    return words
