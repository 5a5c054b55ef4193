"""Consistency of a story: ids, references, languages, evidence and order."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deepseek_tui.story.format.sections import RESERVED
from deepseek_tui.story.loading.diagnostics import path_text
from deepseek_tui.story.loading.integrity import Violation, violations
from stories import Document, at, both, hostile_story, many_events, minimal_story

WILD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.sampled_from(("acme", "launch", "fr", "2025")),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(("id", "after", "evidence", "text", "fr")), inner)
    ),
    max_leaves=12,
)


def messages(document: Document) -> list[str]:
    return [f"{path_text(fault.path)}: {fault.message} ({fault.hint})" for fault in violations(document)]


def events(*raw_events: Document) -> Document:
    """Return a story with events that have the given fields."""
    story = minimal_story()
    story["events"] = [
        {"title": both("x"), "body": both("x"), "phase": "happened", "evidence": at(1), "id": f"e{row}"} | one
        for row, one in enumerate(raw_events)
    ]
    for key in ("notes", "links", "claims", "innovations", "questions"):
        story[key] = []
    return story


@pytest.mark.parametrize("story", [minimal_story(), hostile_story(), many_events(50), events()])
def test_valid_story_has_no_violations(story: Document) -> None:
    assert violations(story) == []


@pytest.mark.parametrize("text", [["One.", "Two.", "Three."], ["One."]])
def test_embedded_text_with_another_number_of_sentences_than_fingerprints_is_reported(text: list[str]) -> None:
    story = minimal_story()
    story["article"]["paragraphs"][1]["text"] = text
    assert messages(story) == [f"article.paragraphs[1].text: has {len(text)} sentences, and there are 2 fingerprints ()"]


def test_embedded_text_with_one_sentence_for_each_fingerprint_is_valid() -> None:
    story = minimal_story()
    story["article"]["paragraphs"][1]["text"] = ["One.", "Two."]
    assert messages(story) == []


def test_item_id_used_in_two_lists_is_reported() -> None:
    story = minimal_story()
    story["terms"][0]["id"] = "acme"
    assert messages(story)[0] == 'terms[0].id: the id "acme" is taken already, by players[0] ()'


@pytest.mark.parametrize("word", RESERVED)
def test_section_name_is_rejected_as_item_id(word: str) -> None:
    story = minimal_story()
    story["topics"].append({"id": word, "name": "x"})
    (fault,) = violations(story)
    assert "names a section" in fault.message
    assert fault.path == ("topics", 1, "id")


@pytest.mark.parametrize(
    ("key", "row", "field", "value", "says"),
    [
        ("claims", 0, "speaker", "the-artcle", "did you mean the-article?"),
        ("claims", 0, "about", ["acmee"], "did you mean acme?"),
        ("events", 0, "players", ["jane-do"], "did you mean jane-doe?"),
        ("claims", 0, "topic", "acme", '"acme" is one of the players, and topics are wanted here'),
        ("questions", 0, "supports", ["thing"], "claims or notes are wanted"),
        ("innovations", 0, "figures", ["how-mny"], "did you mean how-many?"),
        ("figures", 0, "comparisons", [{"figure": "x", "allowed": True, "caveat": "x"}], 'nothing has the id "x"'),
        ("sources", 0, "player", "launch", "players are wanted"),
        ("links", 0, "from", "lunch", "did you mean launch?"),
        ("events", 0, "evidence", [{"paragraph": 1, "sentence": 1, "source": "paper"}], "did you mean the-paper?"),
    ],
)
def test_reference_to_a_missing_or_wrong_item_is_reported(key: str, row: int, field: str, value: Any, says: str) -> None:
    story = minimal_story()
    story[key][row][field] = value
    (line,) = messages(story)
    assert says in line
    assert line.startswith(f"{key}[{row}].{field}")


@pytest.mark.parametrize(
    ("paragraph", "sentence", "says"),
    [(3, 1, "the article has 2 paragraphs, and no paragraph 3"), (1, 2, "paragraph 1 has one sentence, and no sentence 2")],
)
def test_evidence_outside_the_article_is_reported(paragraph: int, sentence: int, says: str) -> None:
    story = minimal_story()
    story["claims"][0]["evidence"] = at(paragraph, sentence)
    (fault,) = violations(story)
    assert says in fault.message


def test_missing_and_extra_languages_of_a_text_are_reported() -> None:
    story = minimal_story()
    story["players"][0]["role"] = {"fr": "x", "de": "y"}
    assert messages(story) == [
        'players[0].role: lacks the language "en", which the story lists ()',
        'players[0].role.de: "de" is no language that is wanted here (the story lists en, fr)',
    ]


def test_quotation_must_be_translated_into_every_language_except_the_original() -> None:
    story = minimal_story()
    story["claims"][1]["quote"]["translation"] = {"fr": "x"}
    assert [fault.path[-1] for fault in violations(story)] == ["translation", "fr"]
    story["claims"][1]["quote"] = {"text": "x", "language": "zh", "translation": {"fr": "x", "en": "y"}}
    assert violations(story) == []


def test_text_taken_from_the_article_needs_evidence() -> None:
    story = minimal_story()
    del story["summary"][0]["evidence"]
    story["links"][0]["evidence"] = []
    story["questions"][0]["evidence"] = []
    assert [fault.path for fault in violations(story)] == [("summary", 0), ("questions", 0), ("links", 0)]
    story["summary"][0]["by"] = story["links"][0]["by"] = story["questions"][0]["asked_by"] = "editor"
    assert violations(story) == []


# The following tests are about the order of events.


def test_cycle_of_events_through_after_and_before_is_reported() -> None:
    line = '"e0" before "e1" before "e2" before "e0"'
    for story in (
        events({"after": ["e2"]}, {"after": ["e0"]}, {"after": ["e1"]}),
        events({"before": ["e1"]}, {"before": ["e2"]}, {"before": ["e0"]}),
        events({"after": ["e2"]}, {"before": ["e2"], "after": ["e0"]}, {}),
    ):
        (fault,) = violations(story)
        assert line in fault.message
        assert fault.path[0] == "events"


def test_event_ordered_after_itself_is_reported() -> None:
    (fault,) = violations(events({"after": ["e0"]}))
    assert fault == Violation(("events", 0, "after", 0), '"e0" cannot come before or after itself')


def test_every_cycle_of_events_is_reported_without_the_events_that_follow() -> None:
    story = events(
        {"after": ["e1"]},
        {"after": ["e0"]},
        {"after": ["e1"]},
        {"after": ["e2", "e4"]},
        {"after": ["e3"]},
        {"after": ["e4"]},
    )
    found = [fault.message for fault in violations(story)]
    assert len(found) == 2
    assert not any("e2" in message or "e5" in message for message in found)


def test_long_cycle_of_events_is_shortened_in_the_message() -> None:
    story = events(*({"after": [f"e{(row - 1) % 500}"]} for row in range(500)))
    (fault,) = violations(story)
    assert "…" in fault.message
    assert len(fault.message) < 300


@pytest.mark.parametrize(
    ("first", "second"), [("2025", "2024"), ("2025-03", "2025-02-28"), ("[2025..]", "[..2024]"), ("2025/2026", "2020/2024")]
)
def test_date_that_contradicts_the_order_of_events_is_reported(first: str, second: str) -> None:
    for story in (
        events({"when": first}, {"when": second, "after": ["e0"]}),
        events({"when": first, "before": ["e1"]}, {"when": second}),
        events({"when": first}, {"after": ["e0"]}, {"when": second, "after": ["e1"]}),
    ):
        (fault,) = violations(story)
        assert fault.path[-1] == "when"
        assert f'before "e0" ({first})' in fault.message


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2025", "2025"),
        ("2025-03", "2025"),
        ("2025~", "2024"),
        ("2025", "2024?"),
        ("2025-24", "2025-11"),
        ("XXXX-03", "XXXX-01"),
        ("2025", None),
    ],
)
def test_date_that_may_be_consistent_with_the_order_of_events_is_accepted(first: str, second: str | None) -> None:
    story = events({"when": first}, {"after": ["e0"]} | ({"when": second} if second else {}))
    assert violations(story) == []


# The following tests are about parts with the wrong type.


@given(st.sampled_from(sorted(minimal_story())), WILD)
def test_story_with_a_field_of_the_wrong_type_is_checked_without_error(key: str, value: Any) -> None:
    story = minimal_story()
    story[key] = value
    for fault in violations(story):
        assert fault.message
        assert isinstance(fault.path, tuple)


@given(WILD)
def test_any_json_document_is_checked_without_error(value: Any) -> None:
    violations(value)
    violations(
        {"events": [{"id": "a", "after": value, "before": value, "when": value}], "players": [value], "languages": value}
    )


def test_language_listed_twice_is_reported_once() -> None:
    document = minimal_story()
    document["languages"] = ["fr", "en", "fr", "fr", "en"]
    found = [(fault.path, fault.message) for fault in violations(document) if fault.path[0] == "languages"]
    assert found == [
        (("languages", 2), 'the language "fr" is listed twice'),
        (("languages", 4), 'the language "en" is listed twice'),
    ]
