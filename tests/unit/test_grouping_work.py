"""Work of grouping the items of a pane, measured in visits."""

import pytest

from bundled import reading
from deepseek_tui.navigation.location import Location, Locations
from deepseek_tui.panes import grouping as module
from deepseek_tui.panes.grouping import Grouping, GroupsPane, group_order, groups_of
from deepseek_tui.panes.pane import Section
from deepseek_tui.user_data.initial_location import initial_location
from deepseek_tui.user_data.session import SavedVisit

LENSES = [Grouping.SPEAKER, Grouping.PARAGRAPH, Grouping.TOPIC]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the ids of the items whose groups are computed."""
    asked: list[str] = []

    def noted(*arguments: object) -> list[str]:
        asked.append(str(arguments[1]))
        return groups_of(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "groups_of", noted)
    return asked


@pytest.mark.parametrize("lens", LENSES)
def test_groups_of_a_story_are_computed_in_one_pass_over_the_items(lens: Grouping, asked: list[str]) -> None:
    context = reading("en")
    groups = GroupsPane(context, lens)
    assert len(groups.keys) > 1
    assert sorted(asked) == sorted(claim.id for claim in context.story.claims)


@pytest.mark.parametrize("lens", LENSES)
def test_groups_contain_all_matching_claims_and_none_is_empty(lens: Grouping) -> None:
    context = reading("fr")
    expected = {
        group: found
        for group in group_order(context, lens)
        if (found := [claim for claim in context.story.claims if group in groups_of(context, claim.id, lens)])
    }
    assert module.claims_by_group(context, lens) == expected
    assert list(module.claims_by_group(context, lens)) == list(expected)


def visit(item: str) -> SavedVisit:
    """Return a visit that ended at a row of the Overview."""
    return SavedVisit.of(Locations(Section.OVERVIEW, {Section.OVERVIEW: Location(item)}), "en")


def test_groups_are_not_computed_when_an_item_is_restored(asked: list[str]) -> None:
    locations = initial_location(reading("en"), visit("overview:figures"))
    assert locations.at(Section.OVERVIEW).key == "overview:figures"
    assert asked == []


def test_only_the_saved_grouping_is_computed_when_a_group_is_restored(asked: list[str]) -> None:
    context = reading("en")
    locations = initial_location(context, visit("overview:paragraph:4"))
    assert locations.at(Section.OVERVIEW).key == "overview:paragraph:4"
    assert len(asked) == len(context.story.claims)
