"""Every text field of the story format is shown, exported and found."""

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from bundled import LANGUAGES
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.panes.search import Search
from deepseek_tui.render.export import Export
from deepseek_tui.render.linear import linear
from deepseek_tui.render.selection import Selection
from deepseek_tui.story.analysis.query import parse
from deepseek_tui.story.format.model import Story
from deepseek_tui.story.format.structure import models, structure_of
from stories import Document, minimal_story

Names = dict[str, str]
"""Path of the field in which each unique word was written, by the word without its language."""


def write_unique_words(document: Document) -> Names:
    """Write a unique word into every text field of every object.

    Fields that are missing are added.
    """
    words: Names = {}
    for place, model, found in objects(document, Story):
        for key in structure_of(model).texts:
            word = f"word{len(words):04}"
            words[word] = f"{place}{model.__name__}.{key}"
            found[key] = {language: f"{word}{language}" for language in LANGUAGES}
        if "when" in model.model_fields:
            found["when"] = "2025-01"
    return words


def objects(document: Document, model: type[BaseModel], place: str = "") -> Iterator[tuple[str, type[BaseModel], Any]]:
    """Yield every object of a document with its position and model."""
    yield place, model, document
    for key, part, several in structure_of(model).parts:
        held = document.get(key) or []
        for number, one in enumerate(held if several else [held]):
            if one:
                yield from objects(one, part, f"{place}{key}[{number}].")


@pytest.fixture(scope="module")
def words() -> tuple[Story, Names]:
    """Return a story with a different word in each text.

    The words are returned with their fields.
    """
    document = minimal_story()
    words = write_unique_words(document)
    return Story.model_validate(document), words


def test_story_for_tests_contains_an_object_of_each_model_with_texts() -> None:
    used = {model for _, model, _ in objects(minimal_story(), Story)}
    assert [model.__name__ for model in models() if structure_of(model).texts and model not in used] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_a_story_is_shown_exported_and_found_by_search(words: tuple[Story, Names], language: str) -> None:
    story, written = words
    reading = RenderContext.of(story, language)
    shown = "\n".join(line.text for line in linear(Selection(reading)).lines())
    exported, search = Export(reading).text, Search(reading)
    missing = {
        name: [
            where
            for where, is_there in (
                ("show all", f"{word}{language}" in shown),
                ("export all", f"{word}{language}" in exported),
                ("search", bool(search.find(parse(f"{word}{language}")))),
            )
            if not is_there
        ]
        for word, name in written.items()
    }
    assert {name: places for name, places in missing.items() if places} == {}
