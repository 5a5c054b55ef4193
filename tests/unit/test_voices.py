"""Who stands behind an item, and how much that weighs."""

import pytest

from deepseek_tui.story.analysis.attribution import attribution, single_speaker_claims
from deepseek_tui.story.analysis.index import Index
from deepseek_tui.story.analysis.ratios import bound_of, figure_ratios
from deepseek_tui.story.format.vocabulary import Bound
from deepseek_tui.story.loading.library import find
from deepseek_tui.story.loading.loader import load


@pytest.fixture(scope="module")
def index() -> Index:
    return Index(load(find("deepseek")))


def test_a_claim_has_one_speaker(index):
    found = attribution(index, "meta-fell")
    assert found.speakers == ("scmp",)
    assert found.single
    assert found.independent == ("scmp",)


def test_an_interested_party_is_not_independent(index):
    found = attribution(index, "andreessen-quote")
    assert found.all_interested
    assert found.independent == ()


def test_the_article_alone_is_not_independent(index):
    found = attribution(index, "fewer-than-100000-h100")
    assert found.speakers == ("the-article",)
    assert found.independent == ()
    assert not found.all_interested


def test_an_item_has_the_speakers_of_every_claim_about_it(index):
    assert set(attribution(index, "deepseek-company").speakers) >= {"the-article", "scmp", "algorithmic-bridge"}


def test_nobody_stands_behind_what_the_article_does_not_say(index):
    assert attribution(index, "note-hangzhou").speakers == ()
    assert not attribution(index, "note-hangzhou").all_interested


def test_nobody_speaks_in_a_question_that_the_editor_asks(index):
    assert attribution(index, "which-january").speakers == ()
    assert attribution(index, "scaling-to-demand").speakers == ("the-article",)


def test_no_claim_of_a_cited_speaker_rests_on_the_article_alone(index):
    found = single_speaker_claims(index)
    assert found
    assert {claim.speaker for claim in found} == {"the-article"}
    assert not any(place.source for claim in found for place in claim.evidence)
    assert len(found) < len(index.claims_by["the-article"]) or not any(
        index.links_to.get(claim.id) for claim in index.claims_by["the-article"]
    )


def test_one_quotient_is_allowed_and_it_is_more_than_13(index):
    (quotient,) = figure_ratios(index)
    assert (quotient.larger.id, quotient.smaller.id) == ("meta-gpu-fleet", "deepseek-h100-ceiling")
    assert quotient.value == 13
    assert quotient.bound is Bound.MORE_THAN


def test_nothing_is_derived_from_ten_times(index):
    used = {figure.id for quotient in figure_ratios(index) for figure in (quotient.larger, quotient.smaller)}
    assert "tenfold-figure" not in used


@pytest.mark.parametrize(
    ("numerator", "denominator", "bound"),
    [
        (Bound.EXACT, Bound.EXACT, Bound.EXACT),
        (Bound.EXACT, Bound.LESS_THAN, Bound.MORE_THAN),
        (Bound.EXACT, Bound.MORE_THAN, Bound.LESS_THAN),
        (Bound.MORE_THAN, Bound.LESS_THAN, Bound.MORE_THAN),
        (Bound.LESS_THAN, Bound.MORE_THAN, Bound.LESS_THAN),
        (Bound.ABOUT, Bound.EXACT, Bound.ABOUT),
        (Bound.EXACT, Bound.ABOUT, Bound.ABOUT),
        (Bound.MORE_THAN, Bound.EXACT, Bound.MORE_THAN),
        (Bound.LESS_THAN, Bound.LESS_THAN, None),
        (Bound.MORE_THAN, Bound.MORE_THAN, None),
        (Bound.ABOUT, Bound.LESS_THAN, None),
    ],
)
def test_the_bound_of_a_quotient_is_what_both_leave_to_it(numerator, denominator, bound):
    assert bound_of(numerator, denominator) is bound
