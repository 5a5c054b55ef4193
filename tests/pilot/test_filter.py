"""A filter leaves in a list what has some words, says so wherever the list is, and is undone by one key."""

from typing import Any

import pytest
from textual import events
from textual.widget import Widget

from deepseek_tui.i18n.catalogue import words_in
from deepseek_tui.navigation import decorated_panes
from deepseek_tui.panes.catalogue import pane_of
from deepseek_tui.panes.grouping import Grouping
from deepseek_tui.panes.pane import PANES, Pane, Section
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.format.model import Story
from deepseek_tui.ui.dashboard import Dashboard
from deepseek_tui.user_data.settings import Settings
from pilot.opened import MEDIUM, NARROW, Opened, Size, open_app
from pilot.test_hostile import harmless
from stories import ATTACKS


def items(opened: Opened) -> list[str]:
    """The keys of the list's rows."""
    return [key for key in opened.dashboard.navigator.pane.keys if key]


async def filter_by(opened: Opened, query: str) -> None:
    """Filter the list that is open."""
    await opened.press("F")
    await opened.type(query)
    await opened.press("enter")


async def test_it_filters_while_it_is_typed(opened: Opened) -> None:
    await opened.press("6", "F")
    counts = [len(items(opened))]
    for letter in "meta":
        await opened.type(letter)
        counts.append(len(items(opened)))
    assert counts == sorted(counts, reverse=True)
    assert 0 < counts[-1] < counts[0]
    assert opened.focused == "filter"


async def test_a_frame_that_comes_before_the_field_has_the_list_as_high_as_it_was(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    mount, heights = Dashboard.mount, [opened.dashboard.panels.items.size.height]

    async def noted(self: Dashboard, *widgets: Widget, **where: Any) -> None:
        await mount(self, *widgets, **where)
        self._refresh_layout()
        heights.append(self.panels.items.size.height)

    monkeypatch.setattr(Dashboard, "mount", noted)
    await opened.press("F")
    heights.append(opened.dashboard.panels.items.size.height)
    await opened.press("escape")
    heights.append(opened.dashboard.panels.items.size.height)
    assert heights == heights[:1] * 4


@pytest.mark.parametrize("size", [NARROW, MEDIUM], ids=["narrow", "medium"])
async def test_title_and_frame_say_what_is_left_and_how_to_undo_it(story: Story, size: Size) -> None:
    for language, said in (("en", "X shows all"), ("fr", "X efface")):
        async with open_app(story, language, size) as opened:
            await opened.press("6")
            whole, title = len(items(opened)), opened.dashboard.navigator.pane.title
            await filter_by(opened, "meta")
            kept = len(items(opened))
            assert opened.dashboard.navigator.pane.title.endswith(f" · {title}")
            assert opened.dashboard.navigator.pane.title in opened.seen
            assert said in opened.seen
            assert any(f"{kept} {word} {whole}" in opened.seen for word in ("of", "sur"))


@pytest.mark.parametrize("size", [NARROW, (80, 24), MEDIUM, (200, 50)], ids=["narrow", "small", "medium", "large"])
@pytest.mark.parametrize("language", ["en", "fr"])
async def test_on_the_overview_the_frame_is_not_clipped_either(story: Story, language: str, size: Size) -> None:
    async with open_app(story, language, size) as opened:
        await filter_by(opened, "nvidia")
        told = opened.dashboard.navigator.shown.filtered
        assert told is not None
        assert told.told in opened.seen


async def test_it_is_kept_while_other_panes_are_visited(opened: Opened) -> None:
    await opened.press("6")
    await filter_by(opened, "meta")
    left, key = items(opened), opened.key
    for number in "12345":
        await opened.press(number)
        assert opened.dashboard.navigator.shown.filtered is None
    await opened.press("6")
    assert (items(opened), opened.key) == (left, key)
    assert "“meta” ·" in opened.seen


async def test_each_pane_has_a_filter_of_its_own(opened: Opened) -> None:
    await opened.press("6")
    await filter_by(opened, "meta")
    claims = items(opened)
    await opened.press("3")
    await filter_by(opened, "paper")
    players = items(opened)
    await opened.press("6")
    assert items(opened) == claims
    await opened.press("X", "3")
    assert items(opened) == players


@pytest.mark.parametrize("section", PANES, ids=lambda section: section.value)
async def test_with_every_lens_it_leaves_the_same_items_or_fewer_groups(story: Story, section: Section) -> None:
    async with open_app(story) as opened:
        await opened.press(str(PANES.index(section) + 1))
        await filter_by(opened, "deepseek")
        own = set(items(opened))
        filtered = opened.dashboard.navigator.shown.filtered
        whole = set(filtered.pane.keys) if filtered else set()
        assert own < whole
        for _ in range(len(Grouping)):
            await opened.press("w")
            assert opened.dashboard.navigator.shown.filtered is not None
            assert "“deepseek” ·" in opened.seen
            if section is not Section.OVERVIEW:
                assert set(items(opened)) == own
            else:
                assert items(opened)
        await opened.press("X")
        assert opened.dashboard.navigator.shown.filtered is None


async def test_clearing_shows_everything_and_keeps_item_and_lens(opened: Opened) -> None:
    await opened.press("6", "w")
    whole, lens = list(opened.dashboard.navigator.pane.keys), opened.dashboard.navigator.locations.here.lens
    await filter_by(opened, "meta")
    await opened.press("j")
    key = opened.key
    await opened.press("X")
    assert list(opened.dashboard.navigator.pane.keys) == whole
    assert (opened.key, opened.dashboard.navigator.locations.here.lens) == (key, lens)
    assert "X shows all" not in opened.seen


async def test_escape_while_typing_brings_back_the_former_filter_and_place(opened: Opened) -> None:
    await opened.press("6")
    await filter_by(opened, "meta")
    await opened.press("j")
    left, key = items(opened), opened.key
    await opened.press("F")
    await opened.type(" nvidia zzz")
    assert items(opened) == []
    await opened.press("escape")
    assert (items(opened), opened.key, opened.focused) == (left, key, "list")
    assert opened.dashboard.navigator.locations.here.filter == "meta"


async def test_escape_without_a_former_filter_leaves_the_list_as_it_was(opened: Opened) -> None:
    await opened.press("6", *"jjjjjjjjj")
    before = (opened.key, opened.dashboard.panels.items.scroll_y)
    await opened.press("F")
    await opened.type("launch")
    await opened.press("escape")
    assert (opened.key, opened.dashboard.panels.items.scroll_y) == before
    assert opened.dashboard.navigator.shown.filtered is None


async def test_the_current_item_stays_where_it_is_left_even_by_way_of_a_filter_that_hid_it(opened: Opened) -> None:
    await opened.press("6")
    await filter_by(opened, "meta")
    key = items(opened)[-1]
    await opened.press("G", "X")
    assert opened.key == key
    await opened.press("F")
    await opened.type("x")
    assert opened.key != key
    await opened.press("backspace")
    await opened.type("meta")
    assert opened.key == key
    await opened.press("enter")
    assert opened.key == key


async def test_an_empty_list_says_why_and_how_to_go_on_and_gives_the_item_back(opened: Opened) -> None:
    await opened.press("6", "j", "j")
    key = opened.key
    await filter_by(opened, "zzzzz")
    assert "No match for “zzzzz”" in opened.seen
    for pressed in ("enter", "escape", "v", "f", "o", "y", "m", "a", "d", "Y", "w", "w", "w", "z", "z", "n"):
        await opened.press(pressed)
        assert opened.dialog == ""
    await opened.press("e")
    assert opened.dialog == "ExportDialog"
    await opened.press("escape", "1", "6")
    assert items(opened) == []
    await opened.press("X")
    assert opened.key == key


async def test_in_another_language_it_filters_the_words_of_that_language(opened: Opened) -> None:
    await opened.press("2")
    await filter_by(opened, "shares")
    assert items(opened)
    await opened.press("L")
    assert "«\u00a0shares\u00a0» ·" in opened.seen
    assert items(opened) == []
    await opened.press("L")
    assert items(opened)


@pytest.mark.parametrize("attack", [*ATTACKS, "a\nb", '"', "-", "by:", "¶", "[/] deepseek", "\ud800"], ids=ascii)
async def test_whatever_is_typed_or_pasted_is_only_words(opened: Opened, attack: str) -> None:
    await opened.press("6", "F")
    opened.app.post_message(events.Paste(attack))
    await opened.type(" [/]")
    harmless(opened)
    await opened.press("enter")
    harmless(opened)
    await opened.press("1", "6")
    harmless(opened)


async def test_a_hurried_reader_s_letters_all_count(opened: Opened) -> None:
    await opened.press("6", "F")
    await opened.rush(*"nvidia", "enter")
    assert opened.dashboard.navigator.locations.here.filter == "nvidia"
    assert (opened.focused, opened.key) == ("list", "nvidia-fell")


async def test_who_clicks_elsewhere_keeps_the_filter(opened: Opened) -> None:
    await opened.press("6", "F")
    await opened.type("meta")
    await opened.click(opened.dashboard.panels.detail, 4, 4)
    await opened.press()
    assert opened.focused == "detail"
    assert not opened.dashboard.query_one("#filter-line").display
    assert opened.dashboard.navigator.locations.here.filter == "meta"
    await opened.press("F")
    assert opened.focused == "filter"


async def test_a_filter_that_is_being_typed_stays_in_its_pane(opened: Opened) -> None:
    await opened.press("6", "F")
    await opened.type("meta")
    await opened.click_words(" 2 ", opened.dashboard.presenter.tab_bar.region.y)
    await opened.press()
    assert opened.section is Section.TIMELINE
    assert opened.dashboard.navigator.shown.filtered is None
    assert opened.focused == "list"
    await opened.press("6")
    assert opened.dashboard.navigator.locations.here.filter == "meta"


async def test_while_it_is_typed_the_footer_says_how_it_ends_and_a_click_does_it(story: Story) -> None:
    async with open_app(story, "en", NARROW) as opened:
        await opened.press("6", "F")
        await opened.type("meta")
        assert "Enter keep" in opened.lines[-1]
        assert "q quit" not in opened.lines[-1]
        await opened.click_words("cancel", -1)
        await opened.press()
        assert opened.dashboard.navigator.shown.filtered is None
        assert "q quit" in opened.lines[-1]


async def test_what_a_filter_hides_is_shown_where_a_link_leads_to_it_and_that_is_said(opened: Opened) -> None:
    await opened.press("6", "w")
    lens = opened.dashboard.navigator.locations.here.lens
    await filter_by(opened, "meta")
    hidden = next(claim.id for claim in opened.dashboard.reading.story.claims if claim.id not in items(opened))
    opened.dashboard.go_to(hidden)
    await opened.press()
    assert opened.key == hidden
    assert opened.dashboard.navigator.shown.filtered is None
    assert opened.dashboard.navigator.locations.here.lens is lens
    assert "Filter “meta” cleared: it hid this item." in opened.told
    await opened.press("b")
    assert opened.dashboard.navigator.locations.here.filter == "meta"
    assert opened.dashboard.navigator.shown.filtered is not None


async def test_a_filter_that_has_the_item_stays_on_when_a_link_leads_there(opened: Opened) -> None:
    await opened.press("6")
    await filter_by(opened, "meta")
    target = items(opened)[-1]
    await opened.press("1")
    opened.dashboard.go_to(target)
    await opened.press()
    assert (opened.section, opened.key) == (Section.CLAIMS, target)
    assert opened.dashboard.navigator.locations.here.filter == "meta"
    assert not opened.told


async def test_the_key_that_clears_it_is_the_one_that_the_reader_has_set(story: Story) -> None:
    for keys, said in ((("f9",), "F9 shows all"), ((), "of 82 ─")):
        settings = Settings(keys={"clear": keys})
        async with open_app(story, settings=settings) as opened:
            await opened.press("6")
            await filter_by(opened, "meta")
            assert said in opened.seen
            assert "X shows" not in opened.seen
            if keys:
                await opened.press("f9")
                assert opened.dashboard.navigator.shown.filtered is None


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_its_help_explains_how_it_is_typed_and_comes_back_to_it(story: Story, language: str) -> None:
    async with open_app(story, language, (100, 40)) as opened:
        await opened.press("6", "F")
        await opened.type("meta?")
        await opened.press("f1")
        assert opened.dialog == "Help"
        assert words_in(language).help.topics["filter"].title in opened.seen
        await opened.press("escape")
        assert (opened.dialog, opened.focused) == ("", "filter")
        await opened.type("x")
        assert opened.dashboard.navigator.locations.here.filter == "meta?x"


async def test_a_list_is_made_once_for_all_that_is_typed_and_anew_once_it_is_read_in_another_way(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Section] = []

    def noted(section: Section, reading: RenderContext) -> Pane:
        made.append(section)
        return pane_of(section, reading)

    monkeypatch.setattr(decorated_panes, "pane_of", noted)
    await opened.press("6")
    await filter_by(opened, "meta")
    await opened.press("X", "2", "6")
    assert made == [Section.CLAIMS, Section.TIMELINE]
    await opened.press("L")
    assert made[2:] == [Section.CLAIMS]
    assert opened.dashboard.navigator.pane.title == "Affirmations"
