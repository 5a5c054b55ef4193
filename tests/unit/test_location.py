"""The location of the reader in each pane."""

from deepseek_tui.navigation.location import Locations
from deepseek_tui.panes.pane import PANES, Section


def test_initial_pane_is_the_overview() -> None:
    places = Locations()
    assert (places.section, places.number, places.here.key) == (Section.OVERVIEW, 0, "")


def test_next_pane_after_the_last_is_the_first() -> None:
    places = Locations()
    assert places.turn(-1) is PANES[-1]
    assert places.turn(1) is PANES[1]
    assert places.turn(len(PANES)) is PANES[0]


def test_each_pane_has_a_separate_location() -> None:
    places = Locations()
    for section in PANES:
        places.section = section
        places.here.key, places.here.list_scroll = section.value, 3
    for section in PANES:
        places.section = section
        assert (places.here.key, places.here.list_scroll, places.here.detail_scroll) == (section.value, 3, 0)
