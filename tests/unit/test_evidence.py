"""Evidence: sentences, passages and sources of an item."""

from pathlib import Path

import pytest

from deepseek_tui.article import embedded_text
from deepseek_tui.article.fingerprints import article_fingerprints, fingerprint, paragraphs, sentences
from deepseek_tui.article.local_copy import LocalCopy
from deepseek_tui.panes.blocks import Bullet, Excerpt, Heading
from deepseek_tui.panes.catalogue import pane_of, section_of
from deepseek_tui.panes.evidence import claim_bullet, copy_status, evidence, ordered_places, passages, speaker
from deepseek_tui.panes.pane import PANES, Section
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.format.model import Article, Evidence, Story
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


def test_every_item_has_evidence_or_is_a_context_note(reading):
    for section in PANES:
        pane = pane_of(section, reading)
        for key in filter(None, pane.keys):
            places = pane.places(key)
            shown_words = words(evidence(reading, places, key))
            if section_of(key, reading) is Section.TIMELINE and key in {note.id for note in reading.story.notes}:
                assert not places
            elif key != "overview:edition":
                assert places, key
                assert reading.words.evidence.none not in shown_words


def test_evidence_shows_status_and_speaker_of_every_claim_from_the_cited_sentences(reading):
    claim = next(claim for claim in reading.story.claims if claim.id == "meta-fell")
    shown_words = words(evidence(reading, claim.evidence, claim.id))
    others = reading.index.claims_at[claim.evidence[0].paragraph, claim.evidence[0].sentence]
    assert len(others) > 1
    for other in others:
        assert reading.say(other.text) in shown_words
    assert shown_words.count(reading.word(claim.status)) >= len(others) - 1
    assert speaker(reading, "scmp") in shown_words


def test_evidence_of_a_claim_lists_that_claim_before_others_from_the_sentence(reading):
    blocks = evidence(reading, next(c for c in reading.story.claims if c.id == "meta-fell").evidence, "meta-fell")
    also = next(n for n, block in enumerate(blocks) if isinstance(block, Heading) and block.level == 3)
    claims_of_sentence = [block for block in blocks[:also] if isinstance(block, Bullet)]
    assert [bullet.spans[0].ref for bullet in claims_of_sentence] == ["meta-fell"]
    assert all(bullet.spans[0].ref != "meta-fell" for bullet in blocks[also:] if isinstance(bullet, Bullet))


def test_speaker_with_an_interest_in_the_claim_is_labelled(reading):
    assert "(" in speaker(reading, "andreessen")
    assert {"fr": "partie intéressée", "en": "interested party"}[reading.language] in speaker(reading, "andreessen")
    assert speaker(reading, "the-article") == reading.speaker("the-article")


def test_cited_sentences_are_unique_and_in_the_order_of_the_article(story):
    places = [place for claim in story.claims for place in claim.evidence]
    found = ordered_places(places)
    assert found == sorted(set(found))
    assert len(found) == 29


def test_evidence_of_a_context_note_is_the_source_of_the_note(reading):
    pane = pane_of(Section.TIMELINE, reading)
    blocks = evidence(reading, pane.places("note-app-sensor-tower"), "note-app-sensor-tower")
    assert reading.words.evidence.none in words(blocks)
    (note,) = (block for block in blocks if isinstance(block, Bullet))
    assert note.proof.sources
    assert note.context


ARTICLE = "The bridge was opened on 3 May. Nobody had hoped for it.\n\n“It will last,” said the mayor. It cost a lot."


@pytest.fixture
def bridge(story) -> Story:
    article = Article.model_validate({"language": "en", "paragraphs": article_fingerprints(ARTICLE)})
    return story.model_copy(update={"article": article})


def test_no_article_text_is_shown_without_a_copy_of_the_article(reading):
    assert passages(reading, reading.story.claims[0].evidence) == ()


def test_cited_sentence_is_highlighted_when_a_copy_of_the_article_is_available(bridge):
    reading = RenderContext.of(bridge, "en", local_copy=LocalCopy(ARTICLE, bridge.article))
    (_, excerpt) = passages(reading, [place for place in bridge.claims[0].evidence if place.paragraph == 1])
    assert isinstance(excerpt, Excerpt)
    assert excerpt.sentences == ("The bridge was opened on 3 May.", "Nobody had hoped for it.")
    assert excerpt.cited == {1}
    assert not excerpt.edited


def test_edited_paragraph_of_the_copy_is_labelled_and_not_highlighted(bridge):
    reading = RenderContext.of(bridge, "en", local_copy=LocalCopy(ARTICLE.replace("3 May", "4 May"), bridge.article))
    blocks = evidence(reading, bridge.claims[0].evidence, bridge.claims[0].id)
    excerpt = next(block for block in blocks if isinstance(block, Excerpt))
    assert excerpt.edited
    assert excerpt.cited == frozenset()
    assert "¶1" in words(blocks[:1])


def test_evidence_says_how_to_renew_the_fingerprints_of_a_story_with_old_ones(bridge):
    paragraphs = article_fingerprints(ARTICLE)
    paragraphs[0]["sentences"] = [fingerprint("The bridge was"), fingerprint("opened on 3 May. Nobody had hoped for it.")]
    article = Article.model_validate({"language": "en", "paragraphs": paragraphs})
    story = bridge.model_copy(update={"article": article})
    for language, words_expected in (("en", "fingerprint FILE --into STORY"), ("fr", "fingerprint FICHIER --into RÉCIT")):
        reading = RenderContext.of(story, language, local_copy=LocalCopy(ARTICLE, article))
        blocks = evidence(reading, story.claims[0].evidence, story.claims[0].id)
        assert f"deepseek-tui {words_expected}" in words(blocks[:1])
        excerpt = next(block for block in blocks if isinstance(block, Excerpt))
        assert excerpt.sentences == ("The bridge was opened on 3 May.", "Nobody had hoped for it.")
        assert (excerpt.edited, excerpt.cited) == (False, frozenset())


def test_text_of_another_article_is_not_shown_as_evidence(bridge):
    reading = RenderContext.of(bridge, "en", local_copy=LocalCopy("Quite another text.", bridge.article))
    blocks = evidence(reading, bridge.claims[0].evidence, bridge.claims[0].id)
    assert not any(isinstance(block, Excerpt) for block in blocks)
    assert "not the article" in words(blocks[:1])


@pytest.fixture
def printed(story) -> Story:
    """Return a story that contains its article's text, with one sentence changed.

    The sentence is in the second paragraph.
    """
    return with_text(story, ARTICLE, ARTICLE.replace("a lot", "little"))


def with_text(story: Story, article: str, text: str) -> Story:
    """Return a story that contains a text for its article's paragraphs.

    Its fingerprints are those of the article, which may differ from the text.
    """
    embedded = [
        {**known, "text": sentences(paragraph)}
        for known, paragraph in zip(article_fingerprints(article), paragraphs(text), strict=True)
    ]
    return story.model_copy(update={"article": Article.model_validate({"language": "en", "paragraphs": embedded})})


def at(paragraph: int, sentence: int = 1) -> list[Evidence]:
    return [Evidence(paragraph=paragraph, sentence=sentence)]


def test_passage_is_shown_from_the_text_in_the_story_without_a_copy(printed):
    title, excerpt = passages(RenderContext.of(printed, "en"), at(1, 2))
    assert title == Heading("From the article")
    assert excerpt == Excerpt(1, ("The bridge was opened on 3 May.", "Nobody had hoped for it."), frozenset({2}))


def test_text_in_the_story_that_differs_from_its_fingerprint_is_reported_and_not_shown(printed):
    reading = RenderContext.of(printed, "en")
    assert passages(reading, at(2)) == ()
    shown = words(evidence(reading, at(2)))
    assert "The text of ¶2 in the story file does not match its fingerprint" in shown
    assert "little" not in shown
    assert "does not match" not in words(evidence(reading, at(1)))


def test_text_in_the_story_is_hashed_only_for_cited_paragraphs(printed, monkeypatch):
    hashed = []
    monkeypatch.setattr(embedded_text, "fingerprint", lambda text: hashed.append(text) or fingerprint(text))
    reading = RenderContext.of(printed, "en")
    assert copy_status(reading) == ()
    assert hashed == []
    for _ in range(2):
        passages(reading, at(1))
    first = ["The bridge was opened on 3 May.", "Nobody had hoped for it."]
    assert hashed == [*first, " ".join(first)]


def test_recognised_copy_takes_precedence_over_the_text_in_the_story(printed):
    reading = RenderContext.of(printed, "en", local_copy=LocalCopy(ARTICLE.replace("3 May", "4 May"), printed.article))
    title, excerpt = passages(reading, at(1))
    assert title == Heading("In your copy of the article")
    assert isinstance(excerpt, Excerpt)
    assert excerpt.edited
    assert "does not match" not in words(evidence(reading, at(2)))


def test_text_in_the_story_is_shown_when_the_copy_is_of_another_article(printed):
    reading = RenderContext.of(printed, "en", local_copy=LocalCopy("Quite another text.", printed.article))
    assert passages(reading, at(1))[0] == Heading("From the article")
    assert "Your file is not the article" in words(evidence(reading, at(1))[:1])


@pytest.mark.parametrize("name", ["quiet-ferry", "deepseek"])
def test_highlighted_sentences_of_the_copy_match_the_fingerprints(name, request):
    story = load(find(name))
    if name == "quiet-ferry":
        text = Path(find(name)).with_suffix(".txt").read_text("utf-8")
    else:
        text = request.getfixturevalue("article")
    reading = RenderContext.of(story, "en", local_copy=LocalCopy(text, story.article))
    for section in PANES:
        pane = pane_of(section, reading)
        for key in filter(None, pane.keys):
            places = pane.places(key)
            shown = {block.number: block for block in passages(reading, places) if isinstance(block, Excerpt)}
            for place in places:
                excerpt = shown[place.paragraph]
                assert place.sentence in excerpt.cited
                known = story.article.paragraphs[place.paragraph - 1].sentences[place.sentence - 1]
                assert fingerprint(excerpt.sentences[place.sentence - 1]) == known


def test_claim_that_the_editor_infers_is_marked_beside_its_sentence(reading):
    mark = reading.words.panes.inferred_mark
    for claim in reading.story.claims:
        shown = "".join(span.text for span in claim_bullet(reading, claim).spans[1:])
        assert (f", {mark} — " in shown) == claim.inferred, claim.id
    assert any(claim.inferred for claim in reading.story.claims)
