"""Tests that the message catalogues are complete and fully translated."""

import re
from functools import cached_property
from string import Formatter

import pytest

from deepseek_tui.commands import COMMANDS, help_entries
from deepseek_tui.i18n.catalogue import Words, words_in
from deepseek_tui.i18n.languages import LANGUAGES
from deepseek_tui.i18n.vocabulary import plural, word
from deepseek_tui.panes.pane import Section
from deepseek_tui.story.format import vocabulary
from deepseek_tui.story.format.vocabulary import PlayerKind, Vocabulary

SAME = {
    "Palette", "palette", "Questions", "Question", "Innovations", "Sources", "Tab", "Ctrl", "Alt",
    "{} mention", "{} mentions", "{} question", "{} questions", "— {name}, {language}",
    "{} note", "{} notes", "source", "sources", "Source", "question", "questions", "innovation", "innovations",
    "date", "licence", "Article", "note", "description", "relation", "opinion", "{} opinion", "{} opinions",
}  # fmt: skip
"""Messages that are the same in both languages."""
LABS = ("labs", "compute", "mla", "grpo")
"""Catalogue parts that are covered by the tests of the labs."""


def leaves(value: object, path: str = "") -> dict[str, str]:
    """Return every string of a catalogue by its path."""
    if isinstance(value, str):
        return {path: value}
    if isinstance(value, Words):
        subjects = (
            name for name, part in vars(Words).items() if isinstance(part, cached_property | property) and name not in LABS
        )
        inner = {name: getattr(value, name) for name in subjects}
    elif hasattr(value, "_asdict"):
        inner = value._asdict()
    elif isinstance(value, dict):
        inner = value
    elif isinstance(value, tuple):
        inner = {str(number): part for number, part in enumerate(value)}
    else:
        return {}
    return {where: words for key, part in inner.items() for where, words in leaves(part, f"{path}.{key}").items()}


def holes(words: str) -> list[str]:
    """Return the placeholder names of a message."""
    return sorted(name or "" for _, name, _, _ in Formatter().parse(words) if name is not None)


def vocabularies() -> list[type[Vocabulary]]:
    """Return every closed vocabulary of the story format."""
    kinds = [kind for kind in vars(vocabulary).values() if isinstance(kind, type) and issubclass(kind, Vocabulary)]
    return [kind for kind in kinds if list(kind)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", vocabularies(), ids=lambda kind: kind.__name__)
def test_every_vocabulary_member_has_an_interface_word(kind: type[Vocabulary], language: str) -> None:
    words = [word(member, language) for member in kind]
    assert all(words)
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_player_has_a_heading(language: str) -> None:
    assert len({plural(kind, language) for kind in PlayerKind}) == len(PlayerKind)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_has_interface_words(language: str) -> None:
    keys = words_in(language).keys
    assert {line.ids[0] for line in help_entries()} == set(keys.long)
    assert {command.id for command in COMMANDS if command.footer} <= set(keys.short)
    assert len(set(keys.long.values())) == len(keys.long)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_has_a_title(language: str) -> None:
    assert set(words_in(language).panes.titles) == {section.value for section in Section}


def test_all_languages_have_the_same_words_and_placeholders() -> None:
    french, english = leaves(words_in("fr")), leaves(words_in("en"))
    own_names = {where for where in french.keys() ^ english.keys() if where.startswith(".keys.names.")}
    assert french.keys() ^ english.keys() == own_names
    differing = {where for where in english if where in french and holes(french[where]) != holes(english[where])}
    assert differing == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_interface_message_is_empty(language: str) -> None:
    assert [where for where, words in leaves(words_in(language)).items() if not words.strip()] == []


def test_every_interface_message_is_translated() -> None:
    french, english = leaves(words_in("fr")), leaves(words_in("en"))
    same = {where: words for where, words in english.items() if french.get(where) == words and words not in SAME}
    assert {
        where: words
        for where, words in same.items()
        if any(char.isalpha() for char in words) and not re.search(r"\.uses\.\d+\.(keys|commands)\.", where)
    } == {}


def test_french_punctuation_in_interface_words_has_nonbreaking_spaces() -> None:
    loose = [
        words for words in leaves(words_in("fr")).values() if any(f" {sign}" in words for sign in ":;?!»") or "« " in words
    ]
    assert loose == []


def test_interface_messages_use_typographic_apostrophes() -> None:
    straight = [
        words for language in LANGUAGES for where, words in leaves(words_in(language)).items()
        if "'" in words and "trouble" not in where and "address" not in where
    ]  # fmt: skip
    assert straight == []


def test_unknown_interface_language_falls_back_to_english() -> None:
    assert isinstance(words_in("de"), Words)
    assert words_in("de") == words_in("en")
