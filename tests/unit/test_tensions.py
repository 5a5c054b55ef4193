"""Contradictions and qualifications, context on the timeline, and evidence on questions."""

import pytest

from deepseek_tui.panes.blocks import Bullet, Heading
from deepseek_tui.panes.catalogue import pane_of
from deepseek_tui.panes.common_blocks import links
from deepseek_tui.panes.pane import Section
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.panes.tensions import contradictions, qualifications, tension_list
from deepseek_tui.story.format.edtf import parse
from deepseek_tui.story.format.model import Story
from deepseek_tui.story.format.vocabulary import Origin
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


@pytest.mark.parametrize(("tensions_of", "relation"), [(contradictions, "contradicts"), (qualifications, "qualifies")])
def test_contradictions_and_qualifications_are_listed_once_and_in_separate_lists(reading, tensions_of, relation):
    shown_words = words(tension_list(reading, tensions_of))
    for link in reading.story.links:
        if link.kind == relation:
            assert reading.name(link.to) in shown_words
            assert reading.name(link.from_) in shown_words
    for note in reading.story.notes:
        assert shown_words.count(reading.say(note.text)) == (note.relation == relation), note.id


def test_links_drawn_by_the_editor_are_marked_at_the_item_and_in_the_list_of_qualifications(reading):
    mark = reading.words.panes.by_editor
    drawn = [block.mark for block in links(reading, "breakthrough-shock") if isinstance(block, Bullet)]
    by_editor = [link.by is Origin.EDITOR for link in reading.story.links if link.from_ == "breakthrough-shock"]
    by_editor += [link.by is Origin.EDITOR for link in reading.story.links if link.to == "breakthrough-shock"]
    assert [mark in shown for shown in drawn] == by_editor
    listed = {block.mark for block in tension_list(reading, qualifications) if isinstance(block, Bullet)}
    qualified = reading.words.panes.passive["qualifies"]
    assert {qualified, f"{qualified} ({mark})"} <= listed


def test_dated_context_notes_are_in_date_order_after_the_events_and_absent_when_context_is_hidden(story):
    shown, hidden = (pane_of(Section.TIMELINE, RenderContext.of(story, "en", context=context)) for context in (True, False))
    events = [event.id for event in story.events]
    keys, notes = [key for key in shown.keys if key], [note for note in story.notes if note.when]
    assert [key for key in hidden.keys if key] == keys[: len(events)]
    assert sorted(keys[: len(events)]) == sorted(events)
    assert set(keys[len(events) :]) == {note.id for note in notes}
    days = [parse(note.when or "") for ref in keys[len(events) :] for note in notes if note.id == ref]
    assert [day.earliest or day.latest for day in days] == sorted(day.earliest or day.latest or () for day in days)
    at = list(shown.keys).index("note-app-sensor-tower")
    assert shown.row(at).lead == "┊"
    assert "10 January 2025" in shown.row(at).second
    assert "context" in shown.row(at).second
    assert "10 January, year not stated" in shown.row(list(shown.keys).index("app-launch")).second


def test_events_without_a_year_are_listed_under_the_heading_date_not_given(reading):
    pane = pane_of(Section.TIMELINE, reading)
    headings = [number for number, key in enumerate(pane.keys) if not key]
    titles = [pane.row(number).title for number in headings]
    assert titles[-1] == reading.words.panes.dated_context
    undated = next(number for number in headings if reading.words.panes.date_not_given in pane.row(number).title)
    event = reading.index.items[pane.keys[undated + 1]]
    assert event.when is None or event.when.startswith("XXXX")
    assert pane.order == reading.words.panes.timeline_order


def test_page_of_an_event_says_when_the_editor_decided_its_order(reading):
    pane, mark = pane_of(Section.TIMELINE, reading), reading.words.panes.ordered_by_editor
    for event in reading.story.events:
        shown = words(pane.document(event.id).main)
        assert (mark in shown) == (bool(event.after or event.before) and event.ordered_by is Origin.EDITOR), event.id


def test_only_a_yes_or_no_question_shows_evidence_for_and_against(reading):
    pane, panes = pane_of(Section.QUESTIONS, reading), reading.words.panes
    for question in reading.story.questions:
        row, shown = pane.row(list(pane.keys).index(question.id)), pane.document(question.id)
        headings = {block.text for block in shown.main if isinstance(block, Heading)}
        two_sided = bool(question.supports or question.opposes)
        assert (panes.tally.format(len(question.supports), len(question.opposes)) in row.second) == two_sided
        assert ({panes.speaks_for, panes.speaks_against} <= headings) == two_sided
        assert (panes.bears_on in headings) == bool(question.informs)
        assert {panes.known, panes.why, panes.settle} <= headings


def test_page_of_a_question_shows_what_is_known_and_each_note_once(reading):
    pane = pane_of(Section.QUESTIONS, reading)
    for question in reading.story.questions:
        document = pane.document(question.id)
        shown = words((*document.main, *document.side))
        assert reading.say(question.known) in shown
        for note in reading.index.notes_on[question.id]:
            assert shown.count(reading.say(note.text)) == 1, (question.id, note.id)
