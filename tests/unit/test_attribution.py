"""Attribution: the speakers of an item and their independence."""

import pytest

from deepseek_tui.story.analysis.attribution import article_only_claims, attribution, is_independent
from deepseek_tui.story.analysis.index import Index
from deepseek_tui.story.format.model import Source
from deepseek_tui.story.loading.library import find
from deepseek_tui.story.loading.loader import load


@pytest.fixture(scope="module")
def index() -> Index:
    return Index(load(find("deepseek")))


def test_every_claim_has_exactly_one_speaker(index):
    found = attribution(index, "meta-fell")
    assert found.speakers == ("scmp",)
    assert found.single


def test_newspaper_whose_owner_has_a_stake_is_an_interested_speaker(index):
    found = attribution(index, "meta-fell")
    assert found.all_interested
    assert found.independent == ()


@pytest.mark.parametrize(("stake", "independent"), [("none", True), ("interested", False), ("unknown", False)])
def test_speaker_is_independent_only_if_the_editor_knows_of_no_stake(stake: str, independent: bool) -> None:
    source = Source.model_validate({"id": "x", "name": "X", "kind": "organisation", "stake": stake})
    assert is_independent(source) == independent


def test_speaker_whose_stake_is_not_judged_is_not_independent() -> None:
    source = Source.model_validate({"id": "x", "name": "X", "kind": "outlet"})
    assert not is_independent(source)


def test_speaker_with_an_interest_in_the_claim_is_not_independent(index):
    found = attribution(index, "andreessen-quote")
    assert found.all_interested
    assert found.independent == ()


def test_article_as_speaker_is_not_independent(index):
    found = attribution(index, "fewer-than-100000-h100")
    assert found.speakers == ("the-article",)
    assert found.independent == ()
    assert not found.all_interested


def test_item_has_the_speakers_of_every_claim_about_the_item(index):
    assert set(attribution(index, "deepseek-company").speakers) >= {"the-article", "scmp", "algorithmic-bridge"}


def test_context_note_has_no_speakers(index):
    assert attribution(index, "note-hangzhou").speakers == ()
    assert not attribution(index, "note-hangzhou").all_interested


def test_question_asked_by_the_editor_has_no_speakers(index):
    assert attribution(index, "which-january").speakers == ()
    assert attribution(index, "scaling-to-demand").speakers == ("the-article",)


def test_claims_made_only_by_the_article_name_no_other_speaker(index):
    found = article_only_claims(index)
    assert found
    assert {claim.speaker for claim in found} == {"the-article"}
    assert not any(place.source for claim in found for place in claim.evidence)
    others = {claim.id for claim in index.story.claims if claim.speaker != "the-article"}
    by_others = {link.to for link in index.story.links if link.kind == "supports" and link.from_ in others}
    assert {claim.id for claim in found} == {claim.id for claim in index.claims_by["the-article"]} - by_others
