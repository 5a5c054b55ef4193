"""Tests of search results and of messages for empty results."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bundled import LANGUAGES, bundled, reading
from deepseek_tui.panes.annotations import Annotation, Annotations
from deepseek_tui.panes.catalogue import pane_of
from deepseek_tui.panes.highlight import first_match, highlighted
from deepseek_tui.panes.page_layout import PageLayout
from deepseek_tui.panes.pane import PANES, Section
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.panes.search import Search
from deepseek_tui.panes.search_results import SearchResultRows, explain_no_results
from deepseek_tui.story.analysis.folding import fold, ranges
from deepseek_tui.story.analysis.query import parse
from deepseek_tui.story.format.model import Story
from deepseek_tui.story.format.vocabulary import PlayerKind, Status
from stories import minimal_story

FR, EN = (Search(reading(language)) for language in LANGUAGES)


def found(query: str, search: Search = EN) -> list[str]:
    """Return the ids of the items that a query finds."""
    return [hit.ref for hit in search.find(parse(query))]


@pytest.mark.parametrize("query", ["", " ", "-", '""', "¶", "…", "by:"])
def test_empty_search_query_finds_nothing(query: str) -> None:
    assert found(query) == []


def test_search_ignores_accents_case_and_apostrophes() -> None:
    assert found("decembre", FR) == found("DÉCEMBRE", FR)
    assert "note-v3-published" in found("decembre", FR)
    assert found("l'app", FR) == found("l’APP", FR) != []
    assert found("open-source", FR) == found('"open source"', FR) != []


def test_search_result_contains_every_word_of_the_query() -> None:
    both, one, other = (set(found(query)) for query in ("nvidia shares", "nvidia", "shares"))
    assert both == one & other != one


def test_search_word_with_a_minus_sign_excludes_items() -> None:
    assert set(found("nvidia -close")) == set(found("nvidia")) - set(found("close"))


@pytest.mark.parametrize("search", [FR, EN], ids=LANGUAGES)
def test_search_field_by_finds_the_claims_of_a_speaker(search: Search) -> None:
    claims = found("by:scmp kind:claim", search)
    assert claims == [claim.id for claim in bundled().claims if claim.speaker == "scmp"]
    assert found('by:"south china"', search) == found("par:scmp", search)


def test_search_field_p_finds_claims_by_paragraph_or_sentence() -> None:
    places = {claim.id: {(at.paragraph, at.sentence) for at in claim.evidence} for claim in bundled().claims}
    assert set(found("p:6 kind:claim")) == {ref for ref, at in places.items() if any(place[0] == 6 for place in at)}
    assert set(found("p:6.2 kind:claim")) == {ref for ref, at in places.items() if (6, 2) in at}
    assert set(found("p:¶6 kind:claim")) == set(found("p:6 kind:claim"))


def test_search_field_kind_finds_lists_and_kinds_of_players_in_both_languages() -> None:
    people = {player.id for player in bundled().players if player.kind is PlayerKind.PERSON}
    assert people < set(found("kind:person"))
    assert found("genre:personne") == found("kind:person")
    assert set(found("kind:event")) == {event.id for event in bundled().events} == set(found("genre:événement"))


@pytest.mark.parametrize("status", list(Status))
def test_search_field_status_finds_the_claims_with_that_status(status: Status) -> None:
    claims = {claim.id for claim in bundled().claims if claim.status is status}
    assert set(found(f"status:{status.value} kind:claim")) == claims


def test_search_field_has_context_finds_items_with_context_notes_unless_hidden() -> None:
    touched = {ref for note in bundled().notes for ref in note.on}
    assert set(found("has:context")) <= touched
    assert len(found("has:context")) > 10
    assert found("has:context", Search(reading("en", context=False))) == []


@pytest.mark.parametrize(("query", "relation"), [("is:contested", "contradicts"), ("is:qualified", "qualifies")])
def test_contested_claims_are_contradicted_and_qualified_claims_are_qualified(query: str, relation: str) -> None:
    story = reading("en").story
    marked = {link.to for link in story.links if link.kind == relation}
    marked |= {ref for note in story.notes if note.relation == relation for ref in note.on}
    assert set(found(f"{query} kind:claim")) == {claim.id for claim in story.claims if claim.id in marked} != set()


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("is:contested", "est:contesté"),
        ("is:qualified", "est:nuancé"),
        ("is:single-source", "est:source-unique"),
        ("status:stated", "statut:énoncé"),
        ("status:unhedged", "statut:catégorique"),
    ],
)
def test_french_values_of_a_search_field_find_the_same_items(english: str, french: str) -> None:
    assert found(english) == found(french) != []
    assert set(found(french, Search(reading("fr")))) == set(found(english))


def test_search_finds_annotations_by_text_and_by_field() -> None:
    mine = Annotations(
        {
            "nvidia": Annotation("nvidia", "Nvidia", note="Ask the zoologist"),
            "meta": Annotation("meta", "Meta", bookmarked=True),
        }
    )
    search = Search(RenderContext.of(bundled(), "en", mine=mine))
    assert found("zoologist", search) == ["nvidia"] == found("has:note", search)
    assert set(found("is:mine", search)) == {"nvidia", "meta"} == set(found("est:annoté", search))
    assert found("is:mine") == []


def test_search_does_not_find_hidden_context_notes() -> None:
    assert found("118.42") == ["note-nvidia-prices"]
    assert found("118.42", Search(reading("en", context=False))) == []


@pytest.mark.parametrize("search", [FR, EN], ids=LANGUAGES)
def test_page_of_each_search_result_shows_the_matching_words(search: Search) -> None:
    context = search.reading
    panes = {section: pane_of(section, context) for section in PANES}
    for query in ("nvidia", "deepseek", "2025", "gpu", "apple", "meta"):
        needles = parse(query).needles
        for hit in search.find(parse(query)):
            assert hit.key in panes[hit.section].keys
            lines = PageLayout(context, 60).lines(panes[hit.section].document(hit.key).blocks)
            assert first_match(highlighted(lines, lambda text: ranges(text, needles))) >= 0, (query, hit)  # noqa: B023


@pytest.mark.parametrize("search", [FR, EN], ids=LANGUAGES)
def test_search_finds_every_item_by_title(search: Search) -> None:
    for section in PANES[1:]:
        for key in pane_of(section, search.reading).keys:
            if key:
                assert key in found(f'"{search.reading.name(key)}"', search), key


def test_search_results_are_grouped_by_pane_in_pane_order() -> None:
    query = parse("deepseek")
    hits = EN.find(query)
    results = SearchResultRows(EN, query, hits)
    titles = [results.row(number).title for number, key in enumerate(results.keys) if not key]
    known = [reading("en").words.panes.titles[section] for section in PANES]
    assert titles == [title for title in known if title in titles]
    assert len(results.keys) == len(hits) + len(titles)
    assert [hit.section for hit in hits] == sorted((hit.section for hit in hits), key=PANES.index)


def test_search_result_shows_matching_words_that_the_title_lacks() -> None:
    query = parse("nvidia shares")
    results = SearchResultRows(EN, query, EN.find(query))
    for number, key in enumerate(results.keys):
        row = results.row(number)
        if key:
            for needle in query.needles:
                assert ranges(f"{row.title} {row.second}", (needle,)), (key, row)


def test_filter_keeps_matching_rows_and_the_group_headings() -> None:
    pane = pane_of(Section.CLAIMS, EN.reading)
    rows = EN.rows(pane, parse("nvidia"))
    assert [pane.keys[number] for number in rows if pane.keys[number]] == [
        ref for ref in found("nvidia") if ref in pane.keys
    ]
    assert not pane.keys[rows[0]]
    assert not any(not pane.keys[a] and not pane.keys[b] for a, b in pairwise(rows))


def test_filter_keeps_an_overview_block_with_matching_content() -> None:
    pane = pane_of(Section.OVERVIEW, EN.reading)
    kept = {pane.keys[number] for number in EN.rows(pane, parse("1.3 million"))}
    assert "overview:figures" in kept
    assert "overview:edition" not in kept


def test_misspelt_search_word_gets_a_suggestion_from_the_story() -> None:
    (messages,) = explain_no_results(EN, parse("decenber"))
    assert "December" in messages
    assert found("December")
    (messages,) = explain_no_results(FR, parse("decenbre"))
    assert "décembre" in messages


def test_search_words_without_a_common_result_report_the_results_of_each_word() -> None:
    messages = explain_no_results(EN, parse("nvidia trump"))
    assert f"{len(found('nvidia'))} results" in " ".join(messages)
    assert f"{len(found('trump'))} results" in " ".join(messages)


def test_unknown_search_field_is_reported_with_the_known_fields() -> None:
    assert "by:" in explain_no_results(EN, parse("author:trump"))[0]


@pytest.mark.parametrize("field", ["by", "kind", "status", "topic", "has", "is"])
def test_unknown_value_of_a_search_field_is_reported_with_the_known_values(field: str) -> None:
    (messages,) = explain_no_results(EN, parse(f"{field}:xyzzy"))
    for value in messages.partition("possible values: ")[2].rstrip(".").split(", "):
        assert value


@given(st.text(max_size=40))
def test_any_text_is_accepted_as_a_search_query(text: str) -> None:
    query = parse(text)
    hits = EN.find(query)
    if query and not hits:
        assert all(explain_no_results(EN, query))


def test_search_words_in_every_spelling_find_the_same_items() -> None:
    assert [term.needle for term in parse("l’App OPEN-source").terms] == [f" {fold('l app')}", f" {fold('open source')}"]


@pytest.mark.parametrize("query", ["is:draft", "est:ébauche"])
def test_search_field_is_draft_finds_the_unconfirmed_guesses(query: str) -> None:
    document = minimal_story()
    for name in ("claims", "events", "players"):
        document[name][0]["draft"] = True
    search = Search(RenderContext.of(Story.model_validate(document), "en"))
    assert set(found(query, search)) == {document[name][0]["id"] for name in ("claims", "events", "players")}
