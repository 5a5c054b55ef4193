"""Links between items, and addresses of sources."""

import pytest

from deepseek_tui.panes.catalogue import pane_of, section_of, shown_at
from deepseek_tui.panes.links import LinkTargets, addresses, followable, is_term
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


def test_link_between_contradicting_claims_can_be_followed_in_both_directions(reading):
    def links(ref: str) -> list[str]:
        section = section_of(ref, reading)
        assert section is not None
        return followable(pane_of(section, reading).document(ref), reading)

    tensions = [link for link in reading.story.links if link.kind.value in ("qualifies", "contradicts")]
    assert len(tensions) >= 5
    for link in tensions:
        assert link.to in links(link.from_), link.id
        assert link.from_ in links(link.to), link.id


def test_every_link_leads_to_a_row_of_a_pane(reading):
    for section in PANES[1:]:
        pane = pane_of(section, reading)
        for key in filter(None, pane.keys):
            for ref in followable(pane.document(key), reading):
                if not is_term(ref, reading):  # A link to a term opens a definition and does not change the page.
                    place = shown_at(ref, reading)
                    assert place is not None, ref
                    assert place[1] in pane_of(place[0], reading).keys


def test_offered_web_addresses_belong_to_the_visible_sources(story):
    shown, hidden = (RenderContext.of(story, "en", context=context) for context in (True, False))
    assert addresses(pane_of(Section.INNOVATIONS, shown).document("mla"), shown)
    assert addresses(pane_of(Section.INNOVATIONS, hidden).document("mla"), hidden) == []
    assert all(url.startswith("https://") for url in addresses(pane_of(Section.INNOVATIONS, shown).document("mla"), shown))


def test_each_link_has_a_letter_key():
    links = LinkTargets.to_addresses([f"https://example.org/{n}" for n in range(60)])
    assert [links.row(n).lead for n in (0, 25, 26, 51, 52)] == ["a", "z", "A", "Z", " "]
    assert links.row(3).title == "https://example.org/3"


def test_long_web_address_is_wrapped_over_several_lines():
    assert LinkTargets.to_addresses(["https://example.org/short"]).lines == 1
    assert LinkTargets.to_addresses(["https://example.org/" + "x" * 60]).lines == 3
