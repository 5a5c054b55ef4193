"""Tests of clicks, the wheel and text selection."""

import pytest
from textual.selection import Selection

from deepseek_tui.i18n.catalogue import words_in
from deepseek_tui.panes.pane import PANES, Section
from deepseek_tui.story.format.model import Story
from deepseek_tui.ui.widgets.item_list import ItemList
from pilot.opened import NARROW, Opened, open_app

LEFT = 1
"""The border before a view's first cell."""


def y_of(items: ItemList, number: int) -> int:
    """Return the line of a row in its widget, including the border."""
    return items._tops[number] - int(items.scroll_y) + 1


def shown(opened: Opened, part: str, words: str) -> tuple[int, int]:
    """Return the position of visible words in a panel."""
    view = opened.dashboard.query_one(f"#{part}")
    for y in range(view.region.y, view.region.bottom):
        line = opened.lines[y][: view.region.right]
        if words in line[view.region.x :]:
            return line.index(words, view.region.x) - view.region.x, y - view.region.y
    raise AssertionError(f"{words!r} is not in sight")


async def test_click_on_a_row_moves_the_cursor_and_a_second_click_opens_the_item(opened: Opened) -> None:
    await opened.press("2")
    items = opened.dashboard.panels.items
    await opened.click(items, 5, y_of(items, 3))
    assert (opened.key, opened.focused) == (items.rows.keys[3], "list")
    await opened.click(items, 5, y_of(items, 3) + 1)
    assert (opened.key, opened.focused) == (items.rows.keys[3], "detail")


async def test_second_click_on_a_row_opens_the_item_in_the_narrow_layout(story: Story) -> None:
    async with open_app(story, size=NARROW) as opened:
        items = opened.dashboard.panels.items
        await opened.click(items, 5, y_of(items, 1))
        await opened.click(items, 5, y_of(items, 1))
        assert opened.shown == ("detail",)


async def test_click_on_a_list_heading_or_below_the_last_row_does_nothing(opened: Opened) -> None:
    await opened.press("3", "j")
    items, key = opened.dashboard.panels.items, opened.key
    await opened.click(items, 5, y_of(items, 0))
    assert (opened.key, opened.focused) == (key, "list")
    await opened.press("4", "j")
    key = opened.key
    await opened.click(items, 5, items.size.height - 1)
    assert (opened.key, opened.focused) == (key, "list")


async def test_click_on_the_detail_or_side_panel_focuses_it(story: Story) -> None:
    async with open_app(story, size=(160, 30)) as opened:
        await opened.press("4")
        for part in ("detail", "side", "list"):
            await opened.click(opened.dashboard.query_one(f"#{part}"), 4, 4)
            assert opened.focused == part


@pytest.mark.parametrize("size", [(120, 30), (60, 20), (40, 12)], ids=["wide-tabs", "short-tabs", "numbers"])
async def test_click_on_a_tab_opens_the_pane(story: Story, size: tuple[int, int]) -> None:
    async with open_app(story, size=size) as opened:
        for number in (3, 6, 1, 5):
            y = opened.dashboard.presenter.tab_bar.region.y
            await opened.click_words(f" {number} ", y)
            assert opened.section is PANES[number - 1]


async def test_click_on_a_footer_hint_runs_the_command(story: Story) -> None:
    short = words_in("en").keys.short
    async with open_app(story, size=(160, 30)) as opened:
        await opened.click_words(short["next-pane"], -1)
        assert opened.section is Section.TIMELINE
        await opened.click_words(short["open"], -1)
        assert opened.focused == "detail"
        await opened.click_words(short["other-part"], -1)
        assert opened.focused != "detail"
        await opened.click_words(short["context"], -1)
        assert not opened.dashboard.reading.context
        await opened.click_words(short["language"], -1)
        assert opened.dashboard.reading.language == "fr"
        await opened.click_words("English", -1)
        for id, dialog in (("help", "Help"), ("palette", "Palette"), ("export", "ExportDialog")):
            await opened.click_words(short[id], -1)
            assert opened.dialog == dialog
            await opened.press("escape")
        await opened.click_words(short["zoom"], -1)
        assert opened.dashboard.panels.zoomed
        await opened.click_words(short["quit"], -1)
        assert opened.app._exit


async def test_mouse_wheel_scrolls_the_panel_under_the_pointer(opened: Opened) -> None:
    await opened.press("6")
    items, detail, key = opened.dashboard.panels.items, opened.dashboard.panels.detail, opened.key
    await opened.wheel(items)
    assert items.scroll_y > 0
    assert opened.key == key
    await opened.wheel(items, down=False)
    assert items.scroll_y == 0
    await opened.press("1", "j")
    await opened.wheel(detail)
    assert detail.scroll_y > 0
    assert opened.focused == "list"


async def test_text_selected_in_the_detail_excludes_layout_characters(opened: Opened) -> None:
    opened.dashboard.go_to("app-launch")
    await opened.rest()
    reading, detail = opened.dashboard.reading, opened.dashboard.panels.detail
    event = reading.story.events[[event.id for event in reading.story.events].index("app-launch")]
    body = reading.say(event.body)
    last = body.split()[-1]
    start, (x, y) = shown(opened, "detail", " ".join(body.split()[:3])), shown(opened, "detail", last)
    assert y > start[1], "the paragraph takes more than one line"
    await opened.drag(detail, start, (x + len(last) - 1, y))
    assert opened.app.screen.get_selected_text() == body
    await opened.press("ctrl+c")
    assert opened.app.clipboard == body
    assert opened.notifications == [words_in("en").screen.copied]


async def test_selected_text_excludes_bullets_and_indentation(opened: Opened) -> None:
    await opened.press("5")
    detail = opened.dashboard.panels.detail
    x, y = shown(opened, "detail", "• ")
    await opened.drag(detail, (x, y), (20, y + 3))
    selected = opened.app.screen.get_selected_text() or ""
    assert selected
    assert not any(line.startswith((" ", "•")) for line in selected.splitlines())


async def test_selected_text_includes_the_label_of_a_field(opened: Opened) -> None:
    await opened.press("2")
    x, y = shown(opened, "detail", "When ")
    await opened.drag(opened.dashboard.panels.detail, (x, y), (opened.dashboard.panels.detail.region.width - 3, y))
    assert (opened.app.screen.get_selected_text() or "").split("  ")[0] == "When"


async def test_wrapped_web_address_is_copied_without_line_breaks(story: Story) -> None:
    async with open_app(story, size=(40, 60)) as opened:
        note = next(note for note in story.notes if note.sources[0].url and len(note.sources[0].url) > 45)
        claims = {claim.id for claim in story.claims} | {event.id for event in story.events}
        opened.dashboard.go_to(next(ref for ref in note.on if ref in claims))
        await opened.press("enter")
        detail = opened.dashboard.panels.detail
        words = detail.get_selection(Selection(None, None))
        assert words is not None
        assert any(source.url in words[0].split() for source in note.sources if source.url)


async def test_text_selected_in_the_list_joins_the_lines_of_a_wrapped_title(opened: Opened) -> None:
    await opened.press("6")
    items, reading = opened.dashboard.panels.items, opened.dashboard.reading
    for number, key in enumerate(items.rows.keys):
        if key and items.line(items._tops[number] + 1).continued and "…" not in items.line(items._tops[number] + 1).plain:
            items.cursor = number
            break
    await opened.rest()
    title = reading.name(opened.key)
    y = y_of(items, items.cursor)
    key = opened.key
    await opened.drag(items, (LEFT, y), (items.region.width - 3, y + 1))
    assert (opened.app.screen.get_selected_text() or "") == title
    assert (opened.key, opened.focused) == (key, "list")


async def test_text_selection_is_cleared_when_the_item_changes(opened: Opened) -> None:
    await opened.press("2")
    await opened.drag(opened.dashboard.panels.detail, (3, 1), (20, 3))
    assert opened.app.screen.get_selected_text()
    await opened.press("escape", "j")
    await opened.press("ctrl+c")
    assert opened.app.screen.get_selected_text() is None or opened.notifications[-1] == words_in("en").screen.copied
