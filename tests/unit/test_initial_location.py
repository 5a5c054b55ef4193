"""Initial location of a story: the last visit, or a named item."""

import pytest

from bundled import bundled, reading
from deepseek_tui.panes.catalogue import pane_of, shown_at
from deepseek_tui.panes.grouping import Grouping
from deepseek_tui.panes.pane import PANES, Section
from deepseek_tui.user_data.initial_location import UnknownLocationError, initial_location
from deepseek_tui.user_data.session import SavedLocation, SavedVisit

CLAIM = bundled().claims[3].id
VISIT = SavedVisit(
    "claims", "fr", {"claims": SavedLocation(CLAIM, 5, "own", 3, 2, "meta"), "timeline": SavedLocation("app-launch")}
)


def test_story_that_was_never_opened_starts_at_the_overview() -> None:
    locations = initial_location(reading("en"), None)
    assert (locations.section, locations.by_section) == (Section.OVERVIEW, {})


def test_story_opens_at_the_location_of_the_last_visit() -> None:
    locations = initial_location(reading("en"), VISIT)
    assert (locations.section, locations.here.key, locations.here.filter) == (Section.CLAIMS, CLAIM, "meta")
    assert locations.at(Section.TIMELINE).key == "app-launch"


def test_item_on_the_command_line_overrides_the_last_location_in_that_pane_only() -> None:
    locations = initial_location(reading("en"), VISIT, "nvidia")
    assert (locations.section, locations.here.key, locations.here.filter) == (Section.PLAYERS, "nvidia", "")
    assert locations.at(Section.CLAIMS).filter == "meta"
    here = initial_location(reading("en"), VISIT, bundled().claims[0].id)
    assert (here.here.key, here.here.filter) == (bundled().claims[0].id, ""), "no filter hides the named item"


@pytest.mark.parametrize("ref", sorted(reading("en").index.items))
def test_every_item_id_opens_in_a_pane_or_is_refused(ref: str) -> None:
    where = shown_at(ref, reading("en"))
    if where is None:
        with pytest.raises(UnknownLocationError, match=ref):
            initial_location(reading("en"), None, ref)
        return
    locations = initial_location(reading("en"), None, ref)
    assert (locations.section, locations.here.key) == where
    assert locations.here.key in pane_of(locations.section, reading("en")).keys


def test_undated_context_note_opens_at_the_item_that_the_note_is_about() -> None:
    note = next(note for note in bundled().notes if not note.when)
    locations = initial_location(reading("en"), None, note.id)
    assert locations.here.key in note.on or locations.section in PANES


def test_id_of_a_hidden_context_note_is_refused() -> None:
    note = bundled().notes[0].id
    with pytest.raises(UnknownLocationError, match="this story has no item"):
        initial_location(reading("en", context=False), None, note)


@pytest.mark.parametrize("key", pane_of(Section.OVERVIEW, reading("en")).keys)
def test_block_of_the_overview_opens_by_key(key: str) -> None:
    locations = initial_location(reading("en"), None, key)
    assert (locations.section, locations.here.key) == (Section.OVERVIEW, key)


@pytest.mark.parametrize("at", ["nvidiaa", "overview:figure", "overview:", "", "NVIDIA", "../x", "[/]", "\x1b[31m"])
def test_unknown_item_id_is_refused_in_one_line_without_control_characters(at: str) -> None:
    if not at:
        assert initial_location(reading("en"), None, at).section is Section.OVERVIEW
        return
    with pytest.raises(UnknownLocationError) as caught:
        initial_location(reading("en"), None, at)
    message = str(caught.value)
    assert "\n" not in message
    assert "\x1b" not in message
    if at == "nvidiaa":
        assert "nvidia?" in message or "nvidia" in message.removeprefix(f'this story has no item "{at}"')


def test_current_group_of_the_overview_is_restored_with_the_grouping() -> None:
    visit = SavedVisit("overview", "", {"overview": SavedLocation("overview:paragraph:4", 3, Grouping.PARAGRAPH.value)})
    locations = initial_location(reading("en"), visit)
    assert (locations.here.key, locations.here.grouping) == ("overview:paragraph:4", Grouping.PARAGRAPH)


def test_pane_starts_at_the_top_when_the_last_item_was_removed_from_the_story() -> None:
    locations = initial_location(reading("en"), SavedVisit("claims", "", {"claims": SavedLocation("gone")}))
    assert (locations.section, locations.here.key) == (Section.CLAIMS, "")
