"""Tests that preparation and incremental search do not change results."""

import asyncio
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.generated import generated
from bundled import ANNOTATIONS, LANGUAGES, bundled, reading
from deepseek_tui.navigation.search_cursor import SearchCursor
from deepseek_tui.panes import search as module
from deepseek_tui.panes.blocks import Document
from deepseek_tui.panes.catalogue import pane_of, section_of, standalone_document
from deepseek_tui.panes.grouping import Grouping, grouped_by
from deepseek_tui.panes.overview import STORY_BLOCKS
from deepseek_tui.panes.pane import PANES, Section
from deepseek_tui.panes.query_fields import has_field, has_mark
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.panes.search import Search, SearchHit
from deepseek_tui.panes.search_results import SearchResultRows
from deepseek_tui.story.analysis.folding import haystack
from deepseek_tui.story.analysis.query import Query, QueryTerm, matches_words, parse
from deepseek_tui.story.format.model import Story
from stories import minimal_story

SEARCHES = {language: Search(reading(language, mine=ANNOTATIONS)) for language in LANGUAGES}
EVERYTHING = {
    language: [hit for hit, _ in search._found] for language, search in SEARCHES.items() if search._finish_folding() is None
}
HAYS = {
    language: {hit.ref: haystack(SEARCHES[language].texts(hit.ref)) for hit in EVERYTHING[language]}
    for language in LANGUAGES
}


def plainly(language: str, query: Query) -> list[SearchHit]:
    """Return the hits of a query by a full scan without caches."""

    def has(hit: SearchHit, term: QueryTerm) -> bool:
        context = SEARCHES[language].reading
        item = context.index.items.get(hit.ref)
        if item is not None:
            return has_field(context, item, term)
        return hit.ref in context.mine.marks and has_mark(context.mine.marks[hit.ref], term)

    return [
        hit
        for hit in EVERYTHING[language]
        if query
        and matches_words(HAYS[language][hit.ref], query.terms)
        and all(has(hit, term) is not term.without for term in query.terms if term.field)
    ]


words = st.sampled_from(
    [
        "a",
        "deep",
        "deepseek",
        "open",
        '"open source"',
        '"open sou',
        "-meta",
        "-m",
        "-kind:person",
        "by:scmp",
        "is:mine",
        "nvid",
        "zzz",
        "l'app",
        "1",
    ]
)


@given(
    st.lists(st.tuples(words, st.integers(0, 30), st.integers(0, 12)), min_size=1, max_size=4), st.sampled_from(LANGUAGES)
)
def test_incremental_search_equals_full_search_after_any_edits_of_the_query(
    typed: list[tuple[str, int, int]], language: str
) -> None:
    text = ""
    for word, kept, back in typed:
        text = f"{text} {word}"
        for end in (*range(max(1, len(text) - kept), len(text) + 1), max(0, len(text) - back)):
            query = parse(text[:end])
            assert SEARCHES[language].find(query) == plainly(language, query)
        text = text[: max(0, len(text) - back)]


@pytest.mark.parametrize("lens", [Grouping.OWN, Grouping.TOPIC])
@pytest.mark.parametrize("section", PANES)
@pytest.mark.parametrize("text", ["deep", "-deep", "deep -open", "by:scmp", "kind:organisation deep", "zzz"])
def test_filter_keeps_matching_rows_and_headings_with_matching_rows(text: str, section: Section, lens: Grouping) -> None:
    search, query = SEARCHES["en"], parse(text)
    pane = grouped_by(pane_of(section, search.reading), search.reading, lens)
    rows = search.rows(pane, query)
    found = {hit.ref for hit in plainly("en", query)}
    items = search.reading.index.items
    assert {pane.keys[row] for row in rows} & items.keys() == found & items.keys() & set(pane.keys)
    for row in rows:
        if not pane.keys[row]:
            assert pane.keys[rows[rows.index(row) + 1]]


@pytest.mark.parametrize("text", ["deep", "a", "1", "-a"])
def test_search_results_are_counted_by_pane_and_by_page(text: str) -> None:
    search, query = SEARCHES["en"], parse(text)
    hits = search.find(query)
    results = SearchResultRows(search, query, hits)
    assert [int(key) for key in results.keys if key] == list(range(len(hits)))
    headings = [results.hits[int(results.keys[row + 1])].section for row, key in enumerate(results.keys) if not key]
    assert headings == list(dict.fromkeys(hit.section for hit in hits))
    # No two panes have an item with the same key.
    assert len({hit.key for hit in hits}) == len(SearchCursor.along(query, hits).stops)


@pytest.fixture
def folded(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Return the list to which every folded text is added."""
    folded: list[list[str]] = []

    def noted(texts: list[str]) -> str:
        folded.append(texts)
        return haystack(texts)

    monkeypatch.setattr(module, "haystack", noted)
    return folded


def test_texts_prepared_for_search_are_not_folded_again(folded: list[list[str]]) -> None:
    search = Search(reading("en"))
    asyncio.run(search.prepared())
    once = len(folded)
    assert once == len(search._found)
    assert search.find(parse("deep"))
    assert search.find(parse("deepseek"))
    search.rows(pane_of(Section.CLAIMS, search.reading), parse("a"))
    assert len(folded) == once


@pytest.mark.parametrize("steps", [0, 1, 3])
def test_search_results_are_the_same_if_texts_are_only_partly_prepared(steps: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "STEP", 7)
    search = Search(reading("fr", mine=ANNOTATIONS))
    preparing: Iterator[None] = search.prepare()
    for _ in range(steps):
        next(preparing)
    del preparing
    for text in ("deepseek", "kind:person", "zzz"):
        assert search.find(parse(text)) == plainly("fr", parse(text))
    assert search.words == SEARCHES["fr"].words


def test_longer_search_query_searches_only_the_previous_results() -> None:
    search = Search(reading("en"))
    search.find(parse("deep"))
    before = search._last[1]
    looked: list[str] = []

    class Hay(str):
        """String that records each search in it, used as searched text."""

        def __contains__(self, words: object) -> bool:
            looked.append(str(self))
            return str(words) in str(self)

    search._last = (search._last[0], [(hit, Hay(hay)) for hit, hay in before])
    search.find(parse("deeps"))
    assert len(looked) == len(before) < len(bundled().claims) + len(search.reading.index.items)


@pytest.fixture
def blocks(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """Return the number of blocks of each searched document, by id."""
    counts: dict[str, int] = {}
    own_texts = module.own_texts

    def counted(document: Document, reading: RenderContext) -> tuple[list[str], list[str]]:
        assert document.key not in counts
        counts[document.key] = len(document.blocks)
        return own_texts(document, reading)

    monkeypatch.setattr(module, "own_texts", counted)
    return counts


def ready(story: Story) -> Search:
    """Return a search with all texts prepared."""
    search = Search(RenderContext.of(story, "en"))
    search.find(parse("a"))
    return search


@pytest.mark.parametrize("events", [20, 200])
def test_preparing_search_creates_each_document_once_with_few_blocks(events: int, blocks: dict[str, int]) -> None:
    story = Story.model_validate(generated(events))
    ready(story)
    assert len(blocks) > 2 * events
    assert max(blocks.values()) == blocks["overview:edition"] == 12
    assert sum(blocks.values()) < 4 * len(blocks)


def test_article_page_has_fewer_blocks_than_claims(blocks: dict[str, int]) -> None:
    search = ready(Story.model_validate(generated(200)))
    assert len(search.reading.index.claims_by["the-article"]) > 100
    assert blocks["the-article"] < 6


def test_each_preparation_step_takes_few_items_and_ordering_events_is_a_separate_step(folded: list[list[str]]) -> None:
    search = Search(RenderContext.of(Story.model_validate(generated(200)), "en"))
    taken = [0]
    order: list[int] = []
    for _ in search.prepare():
        taken.append(len(folded))
        if "order" in search.reading.index.__dict__:
            order.append(len(folded))
    assert max(after - before for before, after in pairwise(taken)) == module.STEP
    assert order[0] == 0


@pytest.mark.parametrize("context", [True, False])
@pytest.mark.parametrize("language", LANGUAGES)
def test_searched_texts_are_those_of_documents_and_of_links_at_both_ends(language: str, context: bool) -> None:
    for story in (bundled(), Story.model_validate(minimal_story())):
        search = Search(RenderContext.of(story, language, context=context, mine=ANNOTATIONS))
        context, index = search.reading, search.reading.index
        search.find(parse("a"))
        for hit, _ in search._found:
            section = section_of(hit.ref, context) if hit.ref in index.items else hit.section
            document = (
                pane_of(section, context).document(hit.ref)
                if section
                else standalone_document(context, index.items[hit.ref])
            )
            assert document is not None
            links = {context.say(link.text) for link in story.links if hit.ref in (link.from_, link.to)}
            texts, dates = module.own_texts(document, context)
            above = {document.title, context.say(story.title)} if hit.ref == STORY_BLOCKS[0] else {document.title}
            assert {*search.texts(hit.ref)} == above | {*texts, *dates} | links - {""}, hit.ref


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_of_a_link_finds_the_items_at_both_ends(language: str) -> None:
    search = SEARCHES[language]
    shown = {hit.ref for hit in EVERYTHING[language]}
    for link in bundled().links:
        if link.text:
            found = {hit.ref for hit in search.find(parse(f'"{search.reading.say(link.text)}"'))}
            assert {link.from_, link.to} & shown <= found, link.id
