"""Says who, and where is that written: evidence, lens, ledger and ties, without a terminal."""

from collections import Counter
from pathlib import Path

import pytest

from deepseek_tui.article.fingerprints import article_fingerprints, fingerprint
from deepseek_tui.article.local_copy import LocalCopy
from deepseek_tui.panes.blocks import Bullet, Excerpt, Field, Heading, Table
from deepseek_tui.panes.catalogue import pane_of, section_of, shown_at
from deepseek_tui.panes.evidence import evidence, in_order, passages, speaker
from deepseek_tui.panes.grouping import GroupedPane, Grouping, GroupsPane, group_order, grouped_by, groupings, groups_of
from deepseek_tui.panes.ledger import ledger, ratios
from deepseek_tui.panes.links import LinkTargets, addresses, followable, is_term
from deepseek_tui.panes.pane import PANES, Section
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.panes.tensions import contested
from deepseek_tui.story.format.model import Article, Story
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


# evidence


def test_every_item_of_every_pane_has_evidence_or_says_that_it_is_context(reading):
    for section in PANES:
        pane = pane_of(section, reading)
        for key in filter(None, pane.keys):
            places = pane.places(key)
            said = words(evidence(reading, places, key))
            if section_of(key, reading) is Section.TIMELINE and key in {note.id for note in reading.story.notes}:
                assert not places
            elif key != "overview:edition":
                assert places, key
                assert reading.words.evidence.none not in said


def test_evidence_names_the_status_and_the_speaker_of_every_statement_in_its_sentences(reading):
    claim = next(claim for claim in reading.story.claims if claim.id == "meta-fell")
    said = words(evidence(reading, claim.evidence, claim.id))
    others = reading.index.claims_at[claim.evidence[0].paragraph, claim.evidence[0].sentence]
    assert len(others) > 1
    for other in others:
        assert reading.say(other.text) in said
    assert said.count(reading.word(claim.status)) >= len(others) - 1
    assert speaker(reading, "scmp") in said


def test_the_statement_itself_comes_before_what_else_its_sentence_says(reading):
    blocks = evidence(reading, next(c for c in reading.story.claims if c.id == "meta-fell").evidence, "meta-fell")
    also = next(n for n, block in enumerate(blocks) if isinstance(block, Heading) and block.level == 3)
    own = [block for block in blocks[:also] if isinstance(block, Bullet)]
    assert [bullet.spans[0].ref for bullet in own] == ["meta-fell"]
    assert all(bullet.spans[0].ref != "meta-fell" for bullet in blocks[also:] if isinstance(bullet, Bullet))


def test_an_interested_party_is_called_one(reading):
    assert "(" in speaker(reading, "andreessen")
    assert {"fr": "partie intéressée", "en": "interested party"}[reading.language] in speaker(reading, "andreessen")
    assert speaker(reading, "the-article") == reading.speaker("the-article")


def test_places_stand_once_and_in_the_article_s_order(story):
    places = [place for claim in story.claims for place in claim.evidence]
    found = in_order(places)
    assert found == sorted(set(found))
    assert len(found) == 29


# the reader's copy

ARTICLE = "The bridge was opened on 3 May. Nobody had hoped for it.\n\n“It will last,” said the mayor. It cost a lot."


@pytest.fixture
def bridge(story) -> Story:
    article = Article.model_validate({"language": "en", "paragraphs": article_fingerprints(ARTICLE)})
    return story.model_copy(update={"article": article})


def test_without_a_copy_no_passage_is_shown(reading):
    assert passages(reading, reading.story.claims[0].evidence) == ()


def test_with_a_copy_the_cited_sentence_is_set_off(bridge):
    reading = RenderContext.of(bridge, "en", reprint=LocalCopy(ARTICLE, bridge.article))
    (_, excerpt) = passages(reading, [place for place in bridge.claims[0].evidence if place.paragraph == 1])
    assert isinstance(excerpt, Excerpt)
    assert excerpt.sentences == ("The bridge was opened on 3 May.", "Nobody had hoped for it.")
    assert excerpt.cited == {1}
    assert not excerpt.edited


def test_an_edited_paragraph_is_called_so_and_sets_nothing_off(bridge):
    reading = RenderContext.of(bridge, "en", reprint=LocalCopy(ARTICLE.replace("3 May", "4 May"), bridge.article))
    blocks = evidence(reading, bridge.claims[0].evidence, bridge.claims[0].id)
    excerpt = next(block for block in blocks if isinstance(block, Excerpt))
    assert excerpt.edited
    assert excerpt.cited == frozenset()
    assert "¶1" in words(blocks[:1])


def test_another_text_is_said_to_be_another_and_nothing_of_it_is_shown(bridge):
    reading = RenderContext.of(bridge, "en", reprint=LocalCopy("Quite another text.", bridge.article))
    blocks = evidence(reading, bridge.claims[0].evidence, bridge.claims[0].id)
    assert not any(isinstance(block, Excerpt) for block in blocks)
    assert "not the article" in words(blocks[:1])


# the lens


@pytest.mark.parametrize("section", PANES)
def test_every_lens_keeps_every_item_of_a_pane(reading, section):
    own = pane_of(section, reading)
    for lens in groupings(section)[1:]:
        seen = grouped_by(own, reading, lens)
        if section is Section.OVERVIEW:
            assert isinstance(seen, GroupsPane)
            assert all(seen.document(key).main and seen.row(n).title for n, key in enumerate(seen.keys))
        else:
            assert isinstance(seen, GroupedPane)
            assert set(filter(None, seen.keys)) == set(filter(None, own.keys))
            assert seen.keys[0] == ""
        assert all(seen.row(number).title for number in range(len(seen.keys)))


def test_an_item_stands_under_every_speaker_behind_it(reading):
    seen = grouped_by(pane_of(Section.TIMELINE, reading), reading, Grouping.SPEAKER)
    expected = groups_of(reading, "share-falls", Grouping.SPEAKER)
    assert len(expected) > 1
    assert Counter(seen.keys)["share-falls"] == len(expected)


def test_by_paragraph_the_overview_shows_all_sixteen_and_what_each_yields(reading):
    seen = GroupsPane(reading, Grouping.PARAGRAPH)
    assert [key.rsplit(":", 1)[1] for key in seen.keys] == group_order(reading, Grouping.PARAGRAPH)
    assert len(seen.keys) == 16
    fourth = words(seen.document("overview:paragraph:4").main)
    assert sum(reading.say(claim.text) in fourth for claim in reading.story.claims) >= 6
    assert reading.name("app-launch") in fourth


def test_claims_are_by_paragraph_already_so_that_lens_is_left_out():
    assert Grouping.PARAGRAPH not in groupings(Section.CLAIMS)
    assert Grouping.PARAGRAPH in groupings(Section.TIMELINE)


# the timeline's context


def test_dated_notes_stand_after_the_event_they_touch_and_go_with_the_context(story):
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


# the ledger


def test_figures_about_the_same_thing_stand_side_by_side(reading):
    (table,) = ledger(reading)
    assert isinstance(table, Table)
    assert len(table.rows) == 2
    assert all(len(row) == len(table.head) for row in table.rows)


def test_the_one_quotient_is_shown_with_its_bound_and_its_caveat(reading):
    heading, ratio = ratios(reading)
    assert isinstance(heading, Heading)
    said = words([ratio])
    assert {"fr": "plus de 13", "en": "more than 13"}[reading.language] in said
    assert {"fr": "si les deux tiennent", "en": "if both hold"}[reading.language] in said


def test_a_claim_about_a_figure_shows_the_figure(reading):
    document = pane_of(Section.CLAIMS, reading).document("meta-will-deploy")
    labels = [block.label for block in document.main if isinstance(block, Field)]
    assert reading.words.panes.value in labels
    assert reading.words.panes.not_compare in labels


# ties


def test_a_tension_is_walked_in_both_directions(reading):
    def ways(ref: str) -> list[str]:
        section = section_of(ref, reading)
        assert section is not None
        return followable(pane_of(section, reading).document(ref), reading)

    tensions = [link for link in reading.story.links if link.kind.value in ("qualifies", "contradicts")]
    assert len(tensions) >= 5
    for link in tensions:
        assert link.to in ways(link.from_), link.id
        assert link.from_ in ways(link.to), link.id


def test_every_way_leads_somewhere(reading):
    for section in PANES[1:]:
        pane = pane_of(section, reading)
        for key in filter(None, pane.keys):
            for ref in followable(pane.document(key), reading):
                if not is_term(ref, reading):  # explained in place
                    place = shown_at(ref, reading)
                    assert place is not None, ref
                    assert place[1] in pane_of(place[0], reading).keys


def test_addresses_are_those_of_the_sources_in_sight(story):
    shown, hidden = (RenderContext.of(story, "en", context=context) for context in (True, False))
    assert addresses(pane_of(Section.INNOVATIONS, shown).document("mla"), shown)
    assert addresses(pane_of(Section.INNOVATIONS, hidden).document("mla"), hidden) == []
    assert all(url.startswith("https://") for url in addresses(pane_of(Section.INNOVATIONS, shown).document("mla"), shown))


def test_each_way_has_its_letter():
    ways = LinkTargets.to_addresses([f"https://example.org/{n}" for n in range(60)])
    assert [ways.row(n).lead for n in (0, 25, 26, 51, 52)] == ["a", "z", "A", "Z", " "]
    assert ways.row(3).title == "https://example.org/3"


def test_a_note_s_evidence_is_its_own_source_and_no_sentence_of_the_article(reading):
    pane = pane_of(Section.TIMELINE, reading)
    blocks = evidence(reading, pane.places("note-app-sensor-tower"), "note-app-sensor-tower")
    assert reading.words.evidence.none in words(blocks)
    (note,) = (block for block in blocks if isinstance(block, Bullet))
    assert note.proof.sources
    assert note.context


def test_every_tension_of_the_story_is_listed_once(reading):
    listed = contested(reading)
    said = words(listed)
    for link in reading.story.links:
        if link.kind.value in ("qualifies", "contradicts"):
            assert reading.name(link.to) in said
            assert reading.name(link.from_) in said
    for note in reading.story.notes:
        if note.relation.value in ("qualifies", "contradicts"):
            assert said.count(reading.say(note.text)) == 1, note.id


@pytest.mark.parametrize("name", ["quiet-ferry", "deepseek"])
def test_for_every_item_the_passage_set_off_is_the_one_the_story_was_made_from(name, request):
    told = load(find(name))
    if name == "quiet-ferry":
        text = Path(find(name)).with_suffix(".txt").read_text("utf-8")
    else:
        text = request.getfixturevalue("article")
    reading = RenderContext.of(told, "en", reprint=LocalCopy(text, told.article))
    for section in PANES:
        pane = pane_of(section, reading)
        for key in filter(None, pane.keys):
            places = pane.places(key)
            shown = {block.number: block for block in passages(reading, places) if isinstance(block, Excerpt)}
            for place in places:
                excerpt = shown[place.paragraph]
                assert place.sentence in excerpt.cited
                known = told.article.paragraphs[place.paragraph - 1].sentences[place.sentence - 1]
                assert fingerprint(excerpt.sentences[place.sentence - 1]) == known


def test_a_question_says_how_many_speak_for_it_and_against_and_what_has_come_since(reading):
    pane = pane_of(Section.QUESTIONS, reading)
    question = next(q for q in reading.story.questions if q.id == "which-january")
    row = pane.row(list(pane.keys).index(question.id))
    assert reading.words.panes.tally.format(len(question.supports), len(question.opposes)) in row.second
    said = words(pane.document(question.id).main)
    assert reading.words.panes.since in said
    for note in reading.index.notes_on[question.id]:
        assert reading.say(note.text) in said
    for heading in ("why", "settle", "speaks_for", "speaks_against"):
        assert getattr(reading.words.panes, heading) in said


def test_an_address_has_the_lines_it_takes():
    assert LinkTargets.to_addresses(["https://example.org/short"]).lines == 1
    assert LinkTargets.to_addresses(["https://example.org/" + "x" * 60]).lines == 3
