"""The words for the members of a story's closed vocabularies."""

from typing import NamedTuple

from deepseek_tui.i18n.languages import subject
from deepseek_tui.story.format.vocabulary import PlayerKind, Vocabulary


class VocabularyWords(NamedTuple):
    """The words for members and kinds of players."""

    words: dict[type[Vocabulary], dict[Vocabulary, str]]
    """The words by vocabulary and member, since equal members of two vocabularies would collide."""
    plurals: dict[PlayerKind, str]
    """The heading of each kind of player."""


def word(member: Vocabulary, language: str) -> str:
    """Return the word for a member of a vocabulary."""
    return _in(language).words[type(member)][member]


def plural(kind: PlayerKind, language: str) -> str:
    """Return the heading of a kind of player."""
    return _in(language).plurals[kind]


def _in(language: str) -> VocabularyWords:
    words: VocabularyWords = subject(language, "vocabulary")
    return words
