"""Tensions, the context in the timeline, and the support of questions."""

import pytest

from deepseek_tui.panes.catalogue import pane_of
from deepseek_tui.panes.pane import Section
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.panes.tensions import contested
from deepseek_tui.story.format.model import Story
from deepseek_tui.story.loading.library import find
from deepseek_tui.story.loading.loader import load


@pytest.fixture(scope="module")
def story() -> Story:
    return load(find("deepseek"))


@pytest.fixture(scope="module", params=["fr", "en"])
def reading(request, story) -> RenderContext:
    return RenderContext.of(story, request.param)


def words(blocks) -> str:
    lines = ("".join(span.text for span in getattr(block, "spans", ())) or getattr(block, "text", "") for block in blocks)
    return "\n".join(lines)


def test_every_pair_of_contradicting_items_is_listed_once(reading):
    listed = contested(reading)
    shown_words = words(listed)
    for link in reading.story.links:
        if link.kind.value in ("qualifies", "contradicts"):
            assert reading.name(link.to) in shown_words
            assert reading.name(link.from_) in shown_words
    for note in reading.story.notes:
        if note.relation.value in ("qualifies", "contradicts"):
            assert shown_words.count(reading.say(note.text)) == 1, note.id


def test_dated_context_notes_follow_the_event_and_are_absent_when_context_is_hidden(story):
    shown, hidden = (pane_of(Section.TIMELINE, RenderContext.of(story, "en", context=context)) for context in (True, False))
    events = {event.id for event in story.events}
    assert [key for key in shown.keys if key in events] == list(hidden.keys)
    at = list(shown.keys).index("app-launch")
    assert list(shown.keys)[at + 1 : at + 3] == ["note-app-sensor-tower", "note-app-announcement"]
    row = shown.row(at + 1)
    assert row.lead == "┊"
    assert "10 January 2025" in row.second
    assert "context" in row.second
    assert "10 January, year not stated" in shown.row(at).second


def test_page_of_a_question_shows_counts_of_supporting_claims_and_later_notes(reading):
    pane = pane_of(Section.QUESTIONS, reading)
    question = next(q for q in reading.story.questions if q.id == "which-january")
    row = pane.row(list(pane.keys).index(question.id))
    assert reading.words.panes.tally.format(len(question.supports), len(question.opposes)) in row.second
    shown_words = words(pane.document(question.id).main)
    assert reading.words.panes.since in shown_words
    for note in reading.index.notes_on[question.id]:
        assert reading.say(note.text) in shown_words
    for heading in ("why", "settle", "speaks_for", "speaks_against"):
        assert getattr(reading.words.panes, heading) in shown_words
