"""Panes of the bundled story, in both languages, with and without context."""

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


def documents(context: RenderContext) -> Iterator[tuple[Pane, Document]]:
    """Yield every document of every pane."""
    for section in Section:
        pane = pane_of(section, context)
        for key in filter(None, pane.keys):
            yield pane, pane.document(key)


def strings(value: object) -> Iterator[str]:
    """Yield every string in a block or row."""
    if isinstance(value, str):
        yield value
    elif hasattr(value, "_asdict"):
        for name, part in value._asdict().items():
            if name not in ("ref", "key"):
                yield from strings(part)
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from strings(inner)


def supports(value: object) -> Iterator[Support]:
    """Yield the evidence in a block."""
    if isinstance(value, Support):
        yield value
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from supports(inner)


def blocks(document: Document) -> tuple[Block, ...]:
    """Return the blocks of a document."""
    return document.main + document.side


@BOTH
def test_every_item_has_a_document_in_the_pane_that_lists_the_item(language: str) -> None:
    context = reading(language)
    missing = []
    for ref, item in context.index.items.items():
        section = section_of(ref, context)
        if section is not None:
            document = pane_of(section, context).document(ref)
            if document.key != ref or document.title != context.title(item) or not document.main:
                missing.append(ref)
    assert missing == []


@BOTH
@EVERY
def test_each_row_of_a_pane_has_a_document(section: Section, language: str) -> None:
    mine = Annotations({"nvidia": Annotation("nvidia", "", note="Ask."), "lost": Annotation("lost", "Gone")})
    context = RenderContext.of(bundled(), language, mine=mine)
    pane = pane_of(section, context)
    assert any(pane.keys)
    assert len(set(filter(None, pane.keys))) == len([key for key in pane.keys if key])
    for number, key in enumerate(pane.keys):
        if key:
            assert pane.row(number).title == pane.document(key).title
    with pytest.raises(KeyError):
        pane.document("no-such-item")


@BOTH
@EVERY
def test_every_row_of_a_pane_has_text(section: Section, language: str) -> None:
    pane = pane_of(section, reading(language))
    for number, key in enumerate(pane.keys):
        row = pane.row(number)
        assert row.title.strip()
        assert bool(row.second.strip()) == bool(key)
        assert not any(UNFILLED.search(words) or "None" in words.split() for words in strings(row))
    assert pane.title.strip()


@BOTH
@pytest.mark.parametrize("context", [True, False], ids=["with context", "without"])
def test_documents_have_no_empty_text_and_no_unfilled_placeholder(language: str, context: bool) -> None:
    for _, document in documents(reading(language, context=context)):
        assert document.title.strip()
        for block in blocks(document):
            words = [word for word in strings(block) if word]
            assert words, (document.key, block)
            assert not [word for word in words if UNFILLED.search(word)], document.key


@BOTH
def test_document_of_each_item_cites_the_article(language: str) -> None:
    context = reading(language)
    for pane, document in documents(context):
        if (
            pane.section in (Section.OVERVIEW, Section.TERMS, Section.SOURCES)
            or context.index.list_of[document.key] == "notes"
        ):
            continue  # Interface words, texts of the editor and context notes need no evidence.
        assert any(proof.cites for proof in supports(blocks(document))), document.key


@BOTH
def test_context_notes_and_outside_sources_are_absent_when_context_is_hidden(language: str) -> None:
    context = reading(language, context=False)
    notes = {context.say(note.text) for note in context.story.notes}
    outside = {source.url for note in context.story.notes for source in note.sources if source.url}
    for pane, document in documents(context):
        words = set(strings(blocks(document)))
        assert not notes & words, document.key
        assert not [proof for proof in supports(blocks(document)) if proof.sources], document.key
        assert not [url for url in outside if any(url in word for word in words)], document.key
        for number in range(len(pane.keys)):
            assert not notes & set(strings(pane.row(number)))


@BOTH
def test_each_context_note_is_shown_beside_an_item(language: str) -> None:
    context = reading(language)
    shown = {word for _, document in documents(context) for word in strings(blocks(document))}
    assert {context.say(note.text) for note in context.story.notes} <= shown


@BOTH
def test_claim_is_marked_contested_only_if_the_contradicting_note_is_visible(language: str) -> None:
    context = reading(language, context=False)
    pane = pane_of(Section.CLAIMS, context)
    contested = context.words.panes.is_contested
    for number, key in enumerate(pane.keys):
        if key and contested in pane.row(number).second:
            assert context.words.panes.tension in strings(pane.document(key).main), key


@pytest.mark.parametrize("section", PANES)
def test_each_pane_has_the_same_items_in_every_language(section: Section) -> None:
    assert list(pane_of(section, reading("fr")).keys) == list(pane_of(section, reading("en")).keys)


def test_first_overview_block_has_summary_figures_and_open_questions() -> None:
    context = reading("en")
    glance = pane_of(Section.OVERVIEW, context).document("overview:glance")
    words = list(strings(blocks(glance)))
    assert context.say(context.story.summary[0].text) in words
    assert any("1.3 million" in word for word in words)
    assert context.words.panes.left_open in words
    assert context.words.panes.article_compares in words


def test_every_outside_source_has_publisher_and_date_or_says_that_they_are_unknown() -> None:
    context = reading("en")
    found = [
        source for _, document in documents(context) for proof in supports(blocks(document)) for source in proof.sources
    ]
    assert found
    assert all(source.publisher and source.date for source in found)
