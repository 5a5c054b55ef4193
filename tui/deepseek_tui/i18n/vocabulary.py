"""Interface words for fixed values of a story, such as statuses."""

from typing import NamedTuple

from deepseek_tui.i18n.languages import subject
from deepseek_tui.story.format.vocabulary import PlayerKind, Vocabulary


class VocabularyWords(NamedTuple):
    """Interface words in one language for the fixed values in a story."""

    words: dict[type[Vocabulary], dict[Vocabulary, str]]
    """The words by vocabulary and value, because two vocabularies may have equal values."""
    plurals: dict[PlayerKind, str]
    """The heading of each kind of player."""


def word(member: Vocabulary, language: str) -> str:
    """Return the interface word for a fixed value in a story."""
    return _in(language).words[type(member)][member]


def plural(kind: PlayerKind, language: str) -> str:
    """Return the plural of a kind of player, for a heading."""
    return _in(language).plurals[kind]


def _in(language: str) -> VocabularyWords:
    words: VocabularyWords = subject(language, "vocabulary")
    return words
