"""Groupings of a pane by speaker, paragraph or topic."""

from collections import Counter

import pytest

from deepseek_tui.panes.catalogue import pane_of
from deepseek_tui.panes.grouping import GroupedPane, Grouping, GroupsPane, group_order, grouped_by, groupings, groups_of
from deepseek_tui.panes.pane import PANES, Section
from deepseek_tui.panes.render_context import RenderContext
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


@pytest.mark.parametrize("section", PANES)
def test_every_grouping_contains_all_items_of_a_pane(reading, section):
    pane = pane_of(section, reading)
    for grouping in groupings(section)[1:]:
        seen = grouped_by(pane, reading, grouping)
        if section is Section.OVERVIEW:
            assert isinstance(seen, GroupsPane)
            assert all(seen.document(key).main and seen.row(n).title for n, key in enumerate(seen.keys))
        else:
            assert isinstance(seen, GroupedPane)
            assert set(filter(None, seen.keys)) == set(filter(None, pane.keys))
            assert seen.keys[0] == ""
        assert all(seen.row(number).title for number in range(len(seen.keys)))


def test_item_is_listed_under_each_speaker_of_the_item(reading):
    seen = grouped_by(pane_of(Section.TIMELINE, reading), reading, Grouping.SPEAKER)
    expected = groups_of(reading, "share-falls", Grouping.SPEAKER)
    assert len(expected) > 1
    assert Counter(seen.keys)["share-falls"] == len(expected)


def test_overview_grouped_by_paragraph_lists_all_sixteen_with_the_claims(reading):
    seen = GroupsPane(reading, Grouping.PARAGRAPH)
    assert [key.rsplit(":", 1)[1] for key in seen.keys] == group_order(reading, Grouping.PARAGRAPH)
    assert len(seen.keys) == 16
    fourth = words(seen.document("overview:paragraph:4").main)
    assert sum(reading.say(claim.text) in fourth for claim in reading.story.claims) >= 6
    assert reading.name("app-launch") in fourth


def test_claims_pane_cannot_be_grouped_by_paragraph():
    assert Grouping.PARAGRAPH not in groupings(Section.CLAIMS)
    assert Grouping.PARAGRAPH in groupings(Section.TIMELINE)
