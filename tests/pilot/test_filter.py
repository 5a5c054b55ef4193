"""Tests of the filter of a list."""

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
from pilot.test_hostile_text import harmless
from stories import ATTACKS


def items(opened: Opened) -> list[str]:
    """Return the keys of the items in the list."""
    return [key for key in opened.dashboard.navigator.pane.keys if key]


async def filter_by(opened: Opened, query: str) -> None:
    """Filter the open list."""
    await opened.press("F")
    await opened.type(query)
    await opened.press("enter")


async def test_list_is_filtered_while_the_filter_is_typed(opened: Opened) -> None:
    await opened.press("6", "F")
    counts = [len(items(opened))]
    for letter in "meta":
        await opened.type(letter)
        counts.append(len(items(opened)))
    assert counts == sorted(counts, reverse=True)
    assert 0 < counts[-1] < counts[0]
    assert opened.focused == "filter"


async def test_list_height_is_unchanged_after_the_filter_field_opens_and_closes(
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
async def test_list_frame_shows_the_filtered_count_and_the_key_that_clears_the_filter(story: Story, size: Size) -> None:
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
async def test_filter_count_in_the_overview_frame_is_not_clipped(story: Story, language: str, size: Size) -> None:
    async with open_app(story, language, size) as opened:
        await filter_by(opened, "nvidia")
        told = opened.dashboard.navigator.shown.filtered
        assert told is not None
        assert told.told in opened.seen


async def test_filter_is_kept_when_another_pane_is_opened_and_left(opened: Opened) -> None:
    await opened.press("6")
    await filter_by(opened, "meta")
    left, key = items(opened), opened.key
    for number in "12345":
        await opened.press(number)
        assert opened.dashboard.navigator.shown.filtered is None
    await opened.press("6")
    assert (items(opened), opened.key) == (left, key)
    assert "“meta” ·" in opened.seen


async def test_each_pane_has_a_separate_filter(opened: Opened) -> None:
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
async def test_filter_selects_the_same_items_in_every_grouping_of_the_list(story: Story, section: Section) -> None:
    async with open_app(story) as opened:
        await opened.press(str(PANES.index(section) + 1))
        query = "trump" if section is Section.OVERVIEW else "nvidia"
        await filter_by(opened, query)
        own = set(items(opened))
        filtered = opened.dashboard.navigator.shown.filtered
        whole = set(filtered.pane.keys) if filtered else set()
        assert own < whole
        for _ in range(len(Grouping)):
            await opened.press("w")
            assert opened.dashboard.navigator.shown.filtered is not None
            assert f"“{query}” ·" in opened.seen
            if section is not Section.OVERVIEW:
                assert set(items(opened)) == own
            else:
                assert items(opened)
        await opened.press("X")
        assert opened.dashboard.navigator.shown.filtered is None


async def test_clearing_filter_keeps_item_and_grouping(opened: Opened) -> None:
    await opened.press("6", "w")
    whole, grouping = list(opened.dashboard.navigator.pane.keys), opened.dashboard.navigator.locations.here.grouping
    await filter_by(opened, "meta")
    await opened.press("j")
    key = opened.key
    await opened.press("X")
    assert list(opened.dashboard.navigator.pane.keys) == whole
    assert (opened.key, opened.dashboard.navigator.locations.here.grouping) == (key, grouping)
    assert "X shows all" not in opened.seen


async def test_escape_while_typing_a_filter_restores_the_previous_filter_and_item(opened: Opened) -> None:
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


async def test_escape_while_typing_a_filter_restores_the_unfiltered_list(opened: Opened) -> None:
    await opened.press("6", *"jjjjjjjjj")
    before = (opened.key, opened.dashboard.panels.items.scroll_y)
    await opened.press("F")
    await opened.type("launch")
    await opened.press("escape")
    assert (opened.key, opened.dashboard.panels.items.scroll_y) == before
    assert opened.dashboard.navigator.shown.filtered is None


async def test_item_is_current_again_when_further_typing_no_longer_hides_it(opened: Opened) -> None:
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


async def test_filter_without_results_shows_a_message_and_clearing_it_restores_the_item(opened: Opened) -> None:
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


async def test_filter_matches_words_in_the_interface_language(opened: Opened) -> None:
    await opened.press("2")
    await filter_by(opened, "shares")
    assert items(opened)
    await opened.press("L")
    assert "«\u00a0shares\u00a0» ·" in opened.seen
    assert items(opened) == []
    await opened.press("L")
    assert items(opened)


@pytest.mark.parametrize("attack", [*ATTACKS, "a\nb", '"', "-", "by:", "¶", "[/] deepseek", "\ud800"], ids=ascii)
async def test_control_characters_in_the_filter_field_are_escaped(opened: Opened, attack: str) -> None:
    await opened.press("6", "F")
    opened.app.post_message(events.Paste(attack))
    await opened.type(" [/]")
    harmless(opened)
    await opened.press("enter")
    harmless(opened)
    await opened.press("1", "6")
    harmless(opened)


async def test_filter_uses_all_letters_when_they_arrive_at_once(opened: Opened) -> None:
    await opened.press("6", "F")
    await opened.rush(*"nvidia", "enter")
    assert opened.dashboard.navigator.locations.here.filter == "nvidia"
    assert (opened.focused, opened.key) == ("list", "nvidia-fell")


async def test_click_outside_the_filter_field_keeps_the_filter(opened: Opened) -> None:
    await opened.press("6", "F")
    await opened.type("meta")
    await opened.click(opened.dashboard.panels.detail, 4, 4)
    await opened.press()
    assert opened.focused == "detail"
    assert not opened.dashboard.query_one("#filter-line").display
    assert opened.dashboard.navigator.locations.here.filter == "meta"
    await opened.press("F")
    assert opened.focused == "filter"


async def test_unfinished_filter_is_kept_in_the_pane_where_it_was_typed(opened: Opened) -> None:
    await opened.press("6", "F")
    await opened.type("meta")
    await opened.click_words(" 2 ", opened.dashboard.presenter.tab_bar.region.y)
    await opened.press()
    assert opened.section is Section.TIMELINE
    assert opened.dashboard.navigator.shown.filtered is None
    assert opened.focused == "list"
    await opened.press("6")
    assert opened.dashboard.navigator.locations.here.filter == "meta"


async def test_key_hints_beside_the_filter_field_can_be_clicked(story: Story) -> None:
    async with open_app(story, "en", NARROW) as opened:
        await opened.press("6", "F")
        await opened.type("meta")
        assert "Enter keep" in opened.lines[-1]
        assert "q quit" not in opened.lines[-1]
        await opened.click_words("cancel", -1)
        await opened.press()
        assert opened.dashboard.navigator.shown.filtered is None
        assert "q quit" in opened.lines[-1]


async def test_link_to_an_item_hidden_by_the_filter_clears_the_filter_with_a_notification(opened: Opened) -> None:
    await opened.press("6", "w")
    grouping = opened.dashboard.navigator.locations.here.grouping
    await filter_by(opened, "meta")
    hidden = next(claim.id for claim in opened.dashboard.reading.story.claims if claim.id not in items(opened))
    opened.dashboard.go_to(hidden)
    await opened.press()
    assert opened.key == hidden
    assert opened.dashboard.navigator.shown.filtered is None
    assert opened.dashboard.navigator.locations.here.grouping is grouping
    assert "Filter “meta” cleared: it hid this item." in opened.notifications
    await opened.press("b")
    assert opened.dashboard.navigator.locations.here.filter == "meta"
    assert opened.dashboard.navigator.shown.filtered is not None


async def test_filter_is_kept_when_a_link_leads_to_an_item_that_matches_it(opened: Opened) -> None:
    await opened.press("6")
    await filter_by(opened, "meta")
    target = items(opened)[-1]
    await opened.press("1")
    opened.dashboard.go_to(target)
    await opened.press()
    assert (opened.section, opened.key) == (Section.CLAIMS, target)
    assert opened.dashboard.navigator.locations.here.filter == "meta"
    assert not opened.notifications


async def test_filter_is_cleared_by_the_key_configured_in_the_settings(story: Story) -> None:
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
async def test_closing_the_help_on_filters_returns_to_the_filter_field(story: Story, language: str) -> None:
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


async def test_grouped_list_is_cached_until_render_context_changes(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
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
