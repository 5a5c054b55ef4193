"""The words of waiting for a large story; read only where there is one to wait for."""

from dataclasses import dataclass


@dataclass(frozen=True)
class LoadingWords:
    """What is said meanwhile; `{name}` is the file's, `{share}` how much is read, of a hundred."""

    reading: str
    give_up: str
    again: str
    """Said above the story that is open while a newer edition of it is read; `{share}` is filled in."""


ENGLISH = LoadingWords(
    reading="Reading {name}: {share} %", give_up="Esc or q gives up", again="reading the new edition: {share} %"
)
FRENCH = LoadingWords(
    reading="Lecture de {name} : {share} %",
    give_up="Échap ou q pour abandonner",
    again="lecture de la nouvelle édition : {share} %",
)


def loading_words(language: str) -> LoadingWords:
    """The words in a language of the interface."""
    return FRENCH if language == "fr" else ENGLISH
