"""Tests of the panes of the bundled story, with and without context."""

import re
from collections.abc import Iterator

import pytest

from bundled import LANGUAGES, bundled, reading
from deepseek_tui.panes.annotations import Annotation, Annotations
from deepseek_tui.panes.blocks import Block, Document, Support
from deepseek_tui.panes.catalogue import pane_of, section_of
from deepseek_tui.panes.pane import PANES, Pane, Section
from deepseek_tui.panes.render_context import RenderContext

BOTH = pytest.mark.parametrize("language", LANGUAGES)
EVERY = pytest.mark.parametrize("section", list(Section))
UNFILLED = re.compile(r"\{\w*\}")


def documents(said: RenderContext) -> Iterator[tuple[Pane, Document]]:
    """Return every document of every pane."""
    for section in Section:
        pane = pane_of(section, said)
        for key in filter(None, pane.keys):
            yield pane, pane.document(key)


def strings(value: object) -> Iterator[str]:
    """Return every string in a block or row."""
    if isinstance(value, str):
        yield value
    elif hasattr(value, "_asdict"):
        for name, part in value._asdict().items():
            if name not in ("ref", "key"):
                yield from strings(part)
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from strings(inner)


def proofs(value: object) -> Iterator[Support]:
    """Return all evidence in a block."""
    if isinstance(value, Support):
        yield value
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from proofs(inner)


def blocks(document: Document) -> tuple[Block, ...]:
    """Return all texts that a document shows."""
    return document.main + document.side


@BOTH
def test_every_item_has_a_document_in_the_pane_that_shows_it(language: str) -> None:
    said = reading(language)
    missing = []
    for ref, item in said.index.items.items():
        section = section_of(ref, said)
        if section is not None:
            document = pane_of(section, said).document(ref)
            if document.key != ref or document.title != said.title(item) or not document.main:
                missing.append(ref)
    assert missing == []


@BOTH
@EVERY
def test_rows_and_documents_agree(section: Section, language: str) -> None:
    mine = Annotations({"nvidia": Annotation("nvidia", "", note="Ask."), "lost": Annotation("lost", "Gone")})
    said = RenderContext.of(bundled(), language, mine=mine)
    pane = pane_of(section, said)
    assert any(pane.keys)
    assert len(set(filter(None, pane.keys))) == len([key for key in pane.keys if key])
    for number, key in enumerate(pane.keys):
        if key:
            assert pane.row(number).title == pane.document(key).title
    with pytest.raises(KeyError):
        pane.document("no-such-item")


@BOTH
@EVERY
def test_every_row_has_words(section: Section, language: str) -> None:
    pane = pane_of(section, reading(language))
    for number, key in enumerate(pane.keys):
        row = pane.row(number)
        assert row.title.strip()
        assert bool(row.second.strip()) == bool(key)
        assert not any(UNFILLED.search(words) or "None" in words.split() for words in strings(row))
    assert pane.title.strip()


@BOTH
@pytest.mark.parametrize("context", [True, False], ids=["with context", "without"])
def test_no_text_is_empty_or_has_a_placeholder(language: str, context: bool) -> None:
    for _, document in documents(reading(language, context=context)):
        assert document.title.strip()
        for block in blocks(document):
            words = [word for word in strings(block) if word]
            assert words, (document.key, block)
            assert not [word for word in words if UNFILLED.search(word)], document.key


@BOTH
def test_every_item_document_cites_the_article(language: str) -> None:
    said = reading(language)
    for pane, document in documents(said):
        if pane.section in (Section.OVERVIEW, Section.TERMS, Section.SOURCES) or said.index.list_of[document.key] == "notes":
            continue  # a word of the interface, the editor's own words, or context
        assert any(proof.cites for proof in proofs(blocks(document))), document.key


@BOTH
def test_without_context_no_note_and_no_outside_source_is_left(language: str) -> None:
    said = reading(language, context=False)
    notes = {said.say(note.text) for note in said.story.notes}
    outside = {source.url for note in said.story.notes for source in note.sources if source.url}
    for pane, document in documents(said):
        words = set(strings(blocks(document)))
        assert not notes & words, document.key
        assert not [proof for proof in proofs(blocks(document)) if proof.sources], document.key
        assert not [url for url in outside if any(url in word for word in words)], document.key
        for number in range(len(pane.keys)):
            assert not notes & set(strings(pane.row(number)))


@BOTH
def test_every_note_is_shown_with_an_item_when_context_is_shown(language: str) -> None:
    said = reading(language)
    shown = {word for _, document in documents(said) for word in strings(blocks(document))}
    assert {said.say(note.text) for note in said.story.notes} <= shown


@BOTH
def test_claim_is_marked_contested_only_when_the_reason_is_shown(language: str) -> None:
    said = reading(language, context=False)
    pane = pane_of(Section.CLAIMS, said)
    contested = said.words.panes.is_contested
    for number, key in enumerate(pane.keys):
        if key and contested in pane.row(number).second:
            assert said.words.panes.tension in strings(pane.document(key).main), key


@pytest.mark.parametrize("section", PANES)
def test_pane_has_the_same_items_in_every_language(section: Section) -> None:
    assert list(pane_of(section, reading("fr")).keys) == list(pane_of(section, reading("en")).keys)


def test_overview_shows_summary_figures_and_open_questions() -> None:
    said = reading("en")
    glance = pane_of(Section.OVERVIEW, said).document("overview:glance")
    words = list(strings(blocks(glance)))
    assert said.say(said.story.summary[0].text) in words
    assert any("1.3 million" in word for word in words)
    assert said.words.panes.nobody_knows in words
    assert said.words.panes.article_compares in words


def test_outside_source_shows_publisher_and_date_or_unknown() -> None:
    said = reading("en")
    found = [source for _, document in documents(said) for proof in proofs(blocks(document)) for source in proof.sources]
    assert found
    assert all(source.publisher and source.date for source in found)
