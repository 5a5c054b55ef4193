"""Tests of the Navigator without a terminal."""

import subprocess
import sys
from dataclasses import replace

import pytest

from bundled import bundled, reading
from deepseek_tui.article.fingerprints import article_fingerprints
from deepseek_tui.article.local_copy import LocalCopy
from deepseek_tui.navigation.location import AT_MATCH, Locations
from deepseek_tui.navigation.navigator import Navigator
from deepseek_tui.navigation.search_cursor import SearchCursor
from deepseek_tui.navigation.views import Notice, PaneView, ScreenPosition
from deepseek_tui.panes.annotations import Annotation, Annotations
from deepseek_tui.panes.grouping import Grouping
from deepseek_tui.panes.pane import PANES, Section
from deepseek_tui.story.analysis.query import parse
from deepseek_tui.story.format.model import Article


class FakeScreen:
    """Test screen without widgets, with a cursor and scroll positions."""

    def __init__(self, language: str = "en", locations: Locations | None = None) -> None:
        self.position = ScreenPosition()
        self.navigator = Navigator(reading(language), locations, position=lambda: self.position)
        self.notices: list[str] = []
        self.show(self.navigator.view())

    def show(self, answer: PaneView | Notice | None) -> None:
        """Show a pane with the cursor on the current item.

        If the pane names no item, the cursor is on the first one.
        """
        if isinstance(answer, Notice):
            self.notices.append(answer.text)
        elif answer is not None:
            keys = list(answer.pane.keys)
            row = answer.row if 0 <= answer.row < len(keys) and keys[answer.row] == answer.key else -1
            if row < 0:
                found = keys.index(answer.key) if answer.key and answer.key in keys else -1
                row = found if found >= 0 else next((n for n, key in enumerate(keys) if key), -1)
            inside = self.position.inside if answer.inside is None else answer.inside
            self.position = ScreenPosition(keys[row] if row >= 0 else "", row, answer.scroll, 0, inside)
            if answer.notice is not None:
                self.notices.append(answer.notice.text)
            self.show_item()

    def show_item(self) -> None:
        """Show the current item."""
        item = self.navigator.next_item()
        if item is not None:
            self.position = self.position._replace(detail_scroll=item.scroll)

    def select(self, key: str) -> None:
        """Move the cursor to an item."""
        row = list(self.navigator.pane.keys).index(key)
        self.position = self.position._replace(key=key, row=row)
        self.show_item()

    def scroll(self, *, items: float, detail: float, inside: bool = False) -> None:
        """Scroll both panels, and move the focus."""
        self.position = self.position._replace(list_scroll=items, detail_scroll=detail, inside=inside)

    def open_pane(self, section: Section) -> None:
        """Go to a pane."""
        self.show(self.navigator.open_pane(section))

    def filter_by(self, query: str) -> None:
        """Type a filter letter by letter, and keep it."""
        self.navigator.start_filter()
        for length in range(1, len(query) + 1):
            self.navigator.filter_edit.change(query[:length])
            self.show(self.navigator.view())
        self.navigator.filter_edit.finish(query)
        self.show(self.navigator.view())

    def search(self, query: str) -> SearchCursor:
        """Search, and go to the first result."""
        cursor = SearchCursor.over(self.navigator.search, parse(query))
        self.show(self.navigator.open_result(cursor, cursor.stops[0]))
        return cursor

    @property
    def keys(self) -> list[str]:
        """Return the keys of the listed items."""
        return [key for key in self.navigator.pane.keys if key]

    @property
    def here(self) -> tuple[Section, str, str]:
        """Return the pane, its filter and the current item."""
        return self.navigator.section, self.navigator.locations.here.filter, self.position.key


@pytest.fixture
def screen() -> FakeScreen:
    """Open the bundled story at its Overview."""
    return FakeScreen()


def test_going_back_restores_item_scroll_filter_and_panel(screen: FakeScreen) -> None:
    screen.open_pane(Section.CLAIMS)
    screen.filter_by("deepseek")
    screen.select(screen.keys[3])
    screen.scroll(items=7, detail=4, inside=True)
    before, position = screen.here, screen.position
    screen.open_pane(Section.PLAYERS)
    assert screen.here != before
    screen.show(screen.navigator.go_through_history(-1))
    assert screen.here == before
    assert screen.position == position


def test_going_forward_undoes_going_back(screen: FakeScreen) -> None:
    screen.open_pane(Section.PLAYERS)
    screen.select(screen.keys[2])
    there = screen.here
    screen.show(screen.navigator.go_through_history(-1))
    assert screen.navigator.section is Section.OVERVIEW
    screen.show(screen.navigator.go_through_history(1))
    assert screen.here == there


def test_forward_history_is_cleared_when_the_user_opens_another_item(screen: FakeScreen) -> None:
    screen.open_pane(Section.PLAYERS)
    screen.show(screen.navigator.go_through_history(-1))
    screen.open_pane(Section.CLAIMS)
    here = screen.here
    screen.show(screen.navigator.go_through_history(1))
    assert screen.here == here
    assert screen.notices == [screen.navigator.reading.words.screen.end_of_history]


def test_opening_the_current_pane_adds_nothing_to_the_history(screen: FakeScreen) -> None:
    screen.open_pane(Section.OVERVIEW)
    assert screen.navigator.history.behind == []


def test_item_and_scroll_are_kept_in_each_pane(screen: FakeScreen) -> None:
    places = {}
    for section in PANES:
        screen.open_pane(section)
        screen.select(screen.keys[-1])
        screen.scroll(items=3, detail=2)
        places[section] = screen.here
    for section in PANES:
        screen.open_pane(section)
        assert (screen.here, screen.position.list_scroll, screen.position.detail_scroll) == (places[section], 3, 2)


def test_detail_of_an_item_starts_at_the_top_after_another_was_scrolled(screen: FakeScreen) -> None:
    screen.open_pane(Section.CLAIMS)
    screen.scroll(items=0, detail=9)
    screen.select(screen.keys[1])
    assert screen.position.detail_scroll == 0


def test_next_item_is_none_when_the_current_item_is_already_shown(screen: FakeScreen) -> None:
    assert screen.navigator.next_item() is None
    screen.select(screen.keys[1])
    assert screen.navigator.item is not None
    assert screen.navigator.item.document.key == screen.keys[1]


def test_filter_is_kept_when_another_pane_is_opened(screen: FakeScreen) -> None:
    screen.open_pane(Section.CLAIMS)
    whole = len(screen.keys)
    screen.filter_by("deepseek")
    filtered = screen.keys
    assert 0 < len(filtered) < whole
    screen.open_pane(Section.TIMELINE)
    assert screen.navigator.shown.filtered is None
    screen.open_pane(Section.CLAIMS)
    assert screen.keys == filtered


def test_current_item_stays_current_when_it_matches_the_filter(screen: FakeScreen) -> None:
    screen.open_pane(Section.CLAIMS)
    screen.filter_by("deepseek")
    kept = screen.keys[2]
    screen.show(screen.navigator.clear())
    screen.select(kept)
    screen.filter_by("deepseek")
    assert screen.position.key == kept


def test_cancelling_a_filter_restores_item_scroll_and_the_previous_filter(screen: FakeScreen) -> None:
    screen.open_pane(Section.CLAIMS)
    screen.filter_by("deepseek")
    screen.select(screen.keys[1])
    screen.scroll(items=5, detail=0)
    before, position = screen.here, screen.position
    screen.navigator.start_filter()
    screen.navigator.filter_edit.change("nothing has these words")
    screen.show(screen.navigator.view())
    assert screen.keys == []
    screen.navigator.filter_edit.undo()
    screen.show(screen.navigator.view())
    assert (screen.here, screen.position) == (before, position)


def test_list_emptied_by_a_filter_shows_a_message_and_remembers_the_item(screen: FakeScreen) -> None:
    screen.open_pane(Section.CLAIMS)
    screen.select(screen.keys[4])
    kept = screen.position.key
    screen.navigator.start_filter()
    screen.navigator.filter_edit.finish("nothing has these words")
    view = screen.navigator.view()
    screen.show(view)
    assert view.empty_item is not None
    assert "nothing has these words" in view.empty_text
    screen.show(screen.navigator.clear())
    assert screen.position.key == kept


def test_opening_another_pane_ends_typing_of_a_filter(screen: FakeScreen) -> None:
    screen.open_pane(Section.CLAIMS)
    screen.navigator.start_filter()
    screen.navigator.filter_edit.change("meta")
    screen.open_pane(Section.PLAYERS)
    assert not screen.navigator.filter_edit.is_active
    assert not screen.navigator.filter_edit.finish("another")
    assert screen.navigator.locations.at(Section.CLAIMS).filter == "meta"
    assert screen.navigator.locations.at(Section.PLAYERS).filter == ""


def test_following_a_link_keeps_a_filter_that_matches_the_item(screen: FakeScreen) -> None:
    screen.open_pane(Section.CLAIMS)
    screen.filter_by("deepseek")
    target = screen.keys[-1]
    screen.open_pane(Section.OVERVIEW)
    screen.show(screen.navigator.go_to(target))
    assert screen.here == (Section.CLAIMS, "deepseek", target)
    assert screen.notices == []


def test_following_a_link_clears_a_filter_that_hides_the_item_with_a_notification(screen: FakeScreen) -> None:
    screen.open_pane(Section.CLAIMS)
    whole = screen.keys
    screen.filter_by("deepseek")
    target = next(key for key in whole if key not in screen.keys)
    screen.show(screen.navigator.go_to(target))
    assert screen.here == (Section.CLAIMS, "", target)
    assert screen.notices == [screen.navigator.reading.words.search.filter_off.format("deepseek")]
    screen.show(screen.navigator.go_through_history(-1))
    assert screen.navigator.locations.here.filter == "deepseek"


def test_following_a_link_resets_a_grouping_only_if_it_hides_the_item(screen: FakeScreen) -> None:
    claim = bundled().claims[0].id
    screen.open_pane(Section.CLAIMS)
    screen.show(screen.navigator.regroup())
    screen.open_pane(Section.OVERVIEW)
    block = screen.keys[-1]
    screen.show(screen.navigator.regroup())  # The rows of the overview are now groups.
    screen.show(screen.navigator.go_to(claim))
    assert screen.navigator.locations.here.grouping is Grouping.SPEAKER
    screen.show(screen.navigator.go_to(block))
    assert screen.navigator.locations.here.grouping is Grouping.OWN
    assert screen.position.key == block


def test_following_a_link_to_an_item_that_no_pane_shows_does_nothing(screen: FakeScreen) -> None:
    assert screen.navigator.go_to("no-such-item") is None
    assert screen.navigator.history.behind == []


def test_regrouping_cycles_through_the_groupings_and_keeps_the_item(screen: FakeScreen) -> None:
    screen.open_pane(Section.TIMELINE)
    screen.select(screen.keys[3])
    item, own = screen.position.key, list(screen.navigator.pane.keys)
    for _ in Grouping:
        screen.show(screen.navigator.regroup())
        assert screen.position.key == item
    assert list(screen.navigator.pane.keys) == own


def test_rows_of_the_grouped_overview_are_the_groups(screen: FakeScreen) -> None:
    assert screen.navigator.view().is_overview
    view = screen.navigator.regroup()
    assert screen.navigator.shown.is_group
    assert not view.is_overview


def test_next_match_goes_to_other_panes_and_wraps_around(screen: FakeScreen) -> None:
    cursor = screen.search("nvidia")
    assert len({section for section, _ in cursor.stops}) > 1
    seen = []
    for _ in cursor.stops:
        seen.append((screen.navigator.section, screen.position.key))
        screen.show(screen.navigator.go_to_match(1))
    assert tuple(seen) == cursor.stops
    assert (screen.navigator.section, screen.position.key) == cursor.stops[0]
    screen.show(screen.navigator.go_to_match(-1))
    assert (screen.navigator.section, screen.position.key) == cursor.stops[-1]


def test_search_match_is_scrolled_to_highlighted_and_numbered(screen: FakeScreen) -> None:
    cursor = screen.search("nvidia")
    item = screen.navigator.item
    assert item is not None
    assert item.scroll == item.side_scroll == AT_MATCH
    assert item.find is not None
    assert item.find("About Nvidia") == [(6, 12)]
    assert f"1/{len(cursor.stops)}" in item.title


def test_next_match_without_a_search_names_the_search_key(screen: FakeScreen) -> None:
    answer = screen.navigator.go_to_match(1)
    assert answer == Notice(screen.navigator.reading.words.search.walk_none.format("s"))


def test_clear_command_removes_filter_and_search_highlights(screen: FakeScreen) -> None:
    screen.search("nvidia")
    screen.filter_by("nvidia")
    screen.show(screen.navigator.clear())
    assert screen.navigator.shown.filtered is None
    assert screen.navigator.item is not None
    assert screen.navigator.item.find is None
    assert screen.navigator.clear() is None


def test_changing_the_language_keeps_item_filter_and_search_results(screen: FakeScreen) -> None:
    screen.search("nvidia")
    screen.open_pane(Section.CLAIMS)
    screen.filter_by("nvidia")
    screen.select(screen.keys[-1])
    here = screen.here
    screen.show(screen.navigator.change_language())
    assert screen.navigator.reading.language == "fr"
    assert screen.here == here
    assert screen.navigator.search_cursor is not None
    assert screen.navigator.search_cursor.query.text == "nvidia"


def test_search_is_prepared_again_when_the_language_changes(screen: FakeScreen) -> None:
    search = screen.navigator.search
    assert screen.navigator.search is search
    screen.show(screen.navigator.change_language())
    assert screen.navigator.search.reading is screen.navigator.reading
    assert search.reading.language == "en"


def test_hiding_context_moves_from_a_context_note_to_the_previous_item(screen: FakeScreen) -> None:
    screen.open_pane(Section.TIMELINE)
    keys, notes = screen.keys, {note.id for note in bundled().notes}
    note = next(key for key in keys if key in notes)
    screen.select(note)
    before = [key for key in keys[: keys.index(note)] if key not in notes]
    screen.show(screen.navigator.toggle_context())
    assert note not in screen.keys
    assert screen.position.key == (before[-1] if before else screen.keys[0])


def test_annotations_are_shown_in_the_list_and_in_the_detail(screen: FakeScreen) -> None:
    screen.open_pane(Section.CLAIMS)
    key, row = screen.position.key, screen.position.row
    plain = screen.navigator.pane.row(row)
    mark = Annotation(key, "A claim", bookmarked=True, note="Ask again.")
    screen.show(screen.navigator.annotate(Annotations({key: mark})))
    assert screen.position.key == key
    assert screen.navigator.pane.row(row).second != plain.second
    assert screen.navigator.item is not None
    assert "Ask again." in "".join(span.text for block in screen.navigator.item.main for span in getattr(block, "spans", ()))


def test_changed_edition_of_the_story_is_shown_at_the_same_item(screen: FakeScreen) -> None:
    screen.open_pane(Section.CLAIMS)
    screen.select(screen.keys[2])
    here, story = screen.here, bundled()
    newer = story.model_copy(update={"claims": story.claims[1:]})
    screen.show(screen.navigator.replace_story(newer, screen.navigator.reading.mine))
    assert screen.here == here
    assert screen.navigator.reading.story is newer


def test_copy_of_the_article_is_compared_with_a_changed_edition(screen: FakeScreen) -> None:
    old, new = "The bridge was opened on 3 May.", "The bridge was opened on 4 May."
    editions = [
        bundled().model_copy(
            update={"article": Article.model_validate({"language": "en", "paragraphs": article_fingerprints(text)})}
        )
        for text in (new, old)
    ]
    navigator = screen.navigator
    screen.show(
        navigator.render_with(replace(navigator.reading, local_copy=LocalCopy(old, bundled().article, "/home/copy.txt")))
    )
    recognised = []
    for edition in editions:
        screen.show(navigator.replace_story(edition, navigator.reading.mine))
        assert navigator.reading.local_copy is not None
        assert navigator.reading.local_copy.path == "/home/copy.txt"
        recognised.append(navigator.reading.local_copy.is_recognised)
    assert recognised == [False, True]


def test_opening_another_story_starts_a_new_history(screen: FakeScreen) -> None:
    screen.search("nvidia")
    screen.navigator.open(reading("fr"), Locations(Section.PLAYERS))
    screen.show(screen.navigator.view())
    assert screen.navigator.section is Section.PLAYERS
    assert screen.navigator.history.behind == []
    assert screen.navigator.search_cursor is None


def test_leaving_a_story_returns_the_location_in_every_pane(screen: FakeScreen) -> None:
    screen.open_pane(Section.CLAIMS)
    screen.select(screen.keys[5])
    screen.scroll(items=4, detail=2, inside=True)
    locations = screen.navigator.leave()
    again = FakeScreen(locations=replace(locations))
    assert again.here == screen.here
    assert (again.position.list_scroll, again.position.detail_scroll, locations.inside) == (4, 2, True)


def test_navigation_imports_neither_textual_nor_user_data() -> None:
    code = (
        "import sys, deepseek_tui.navigation.navigator, deepseek_tui.navigation.search_cursor;"
        "print([name for name in sys.modules"
        " if name.split('.')[0] == 'textual' or name.startswith('deepseek_tui.user_data')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=True)
    assert done.stdout.strip() == "[]"
