"""Tables of figures about the same quantity, and ratios of figures."""

import pytest

from deepseek_tui.panes.blocks import Field, Heading, Table
from deepseek_tui.panes.catalogue import pane_of
from deepseek_tui.panes.ledger import ledger, ratios
from deepseek_tui.panes.pane import Section
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.analysis.ratios import figure_ratios
from deepseek_tui.story.format.model import Story
from deepseek_tui.story.loading.library import find
from deepseek_tui.story.loading.loader import load
from stories import minimal_story


@pytest.fixture(scope="module")
def story() -> Story:
    return load(find("deepseek"))


@pytest.fixture(scope="module", params=["fr", "en"])
def reading(request, story) -> RenderContext:
    return RenderContext.of(story, request.param)


def words(blocks) -> str:
    lines = ("".join(span.text for span in getattr(block, "spans", ())) or getattr(block, "text", "") for block in blocks)
    return "\n".join(lines)


def test_figures_of_the_same_quantity_share_a_table(reading):
    (table,) = ledger(reading)
    assert isinstance(table, Table)
    assert len(table.rows) == 2
    assert all(len(row) == len(table.head) for row in table.rows)


def test_ratio_of_two_figures_is_shown_with_bound_and_caveat(reading):
    heading, ratio = ratios(reading)
    assert isinstance(heading, Heading)
    shown_words = words([ratio])
    assert {"fr": "plus de 13", "en": "more than 13"}[reading.language] in shown_words
    caveats = [reading.say(ratio.caveat) for ratio in figure_ratios(reading.index)]
    assert any(caveat in shown_words for caveat in caveats)


def test_page_of_a_claim_about_a_figure_shows_the_figure(reading):
    document = pane_of(Section.CLAIMS, reading).document("meta-will-deploy")
    labels = [block.label for block in document.main if isinstance(block, Field)]
    assert reading.words.panes.value in labels
    assert reading.words.panes.not_compare in labels


@pytest.mark.parametrize("relation", ["contradicts", "qualifies", "adds"])
def test_table_of_figures_marks_contested_and_qualified_figures_apart(relation: str) -> None:
    document = minimal_story()
    document["notes"][0] |= {"relation": relation, "on": ["how-many"]}
    context = RenderContext.of(Story.model_validate(document), "en")
    (table,) = ledger(context)
    assert isinstance(table, Table)
    marks = [row[4:] for row in table.rows]
    expected = {"contradicts": [("contested",), ("",)], "qualifies": [("qualified",), ("",)], "adds": [(), ()]}
    assert marks == expected[relation]
