"""Tests that the cost of a list does not depend on its length."""

from collections import Counter
from dataclasses import dataclass, field
from typing import ClassVar

import pytest
from textual.app import App, ComposeResult
from textual.screen import Screen

from deepseek_tui.panes.pane import Row
from deepseek_tui.panes.timeline import TimelinePane
from deepseek_tui.story.format.model import Story
from deepseek_tui.ui.widgets.item_list import ItemList
from deepseek_tui.ui.widgets.line_view import LINE_CLASSES
from pilot.opened import MEDIUM, open_app
from rest import at_rest, send
from stories import many_events

HEIGHT = 20


@dataclass
class CountedRows:
    """Rows that count how often each is requested."""

    count: int
    lines: int = 2
    asked: Counter[int] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.keys = [str(number) for number in range(self.count)]

    def row(self, number: int) -> Row:
        """Return a row, and count the request."""
        self.asked[number] += 1
        return Row(f"Row {number}", second="of many")


class Ground(Screen[None]):
    """A screen with the component classes of line views."""

    COMPONENT_CLASSES: ClassVar[set[str]] = LINE_CLASSES


class OneList(App[None]):
    """An application with one list."""

    def get_default_screen(self) -> Ground:
        """Return the screen with the component classes."""
        return Ground()

    def compose(self) -> ComposeResult:
        """Compose the list."""
        yield ItemList(id="list")


async def test_drawing_a_long_list_requests_only_visible_lines() -> None:
    rows = CountedRows(10_000)
    app = OneList()
    async with app.run_test(size=(80, HEIGHT)):
        items = app.query_one(ItemList)
        items.focus()
        items.show(rows)
        await at_rest(app)
        assert set(rows.asked) == set(range(HEIGHT // rows.lines))
        rows.asked.clear()
        send(app, "j")
        await at_rest(app)
        assert set(rows.asked) <= {0, 1}
        rows.asked.clear()
        send(app, "G")
        await at_rest(app)
        assert items.cursor == 9_999
        assert len(rows.asked) <= HEIGHT // rows.lines + 2
        assert min(number for number in rows.asked if number > 1) >= 9_999 - HEIGHT // rows.lines
        rows.asked.clear()
        await at_rest(app)
        assert not rows.asked, "an idle list asks for nothing"


async def test_showing_a_long_list_requests_only_visible_rows() -> None:
    rows = CountedRows(10_000)
    app = OneList()
    async with app.run_test(size=(80, HEIGHT)):
        app.query_one(ItemList).show(rows, key="5000")
        await at_rest(app)
        assert app.query_one(ItemList).key == "5000"
        assert len(rows.asked) <= 2 * (HEIGHT // rows.lines + 1)
        assert 5_000 in rows.asked


@dataclass
class GroupedRows:
    """Groups of rows, each below a heading."""

    groups: int
    size: int
    lines: int = 2

    def __post_init__(self) -> None:
        self.keys = [f"{group}-{item}" if item else "" for group in range(self.groups) for item in range(self.size + 1)]

    def row(self, number: int) -> Row:
        """Return a heading or a row."""
        return Row(self.keys[number] or "Heading")


async def test_group_heading_stays_visible_when_the_cursor_moves_up_to_the_first_item() -> None:
    rows = GroupedRows(groups=8, size=4)
    app = OneList()
    async with app.run_test(size=(80, HEIGHT)):
        items = app.query_one(ItemList)
        items.focus()
        items.show(rows, key="7-4")
        await at_rest(app)
        seen = 0
        while items.cursor > 1:
            heading = items.cursor - 1
            if not rows.keys[heading]:
                top = items._tops[heading]
                assert items.scroll_offset.y <= top, items.key
                assert items._tops[items.cursor + 1] <= items.scroll_offset.y + HEIGHT, items.key
                assert items.line(items._tops[items.cursor] - 1).plain.strip() == "Heading"
                seen += 1
            send(app, "k")
            await at_rest(app)
        assert seen == 7


async def test_group_heading_is_visible_when_the_list_opens_at_the_first_item_of_a_group() -> None:
    app = OneList()
    async with app.run_test(size=(80, HEIGHT)):
        items = app.query_one(ItemList)
        items.show(GroupedRows(groups=30, size=4), key="15-1", scroll=10_000)
        await at_rest(app)
        heading = items._tops[items.cursor - 1]
        assert items.scroll_offset.y <= heading < items.scroll_offset.y + HEIGHT


async def test_number_of_widgets_does_not_depend_on_story_size(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Counter[int]()
    row = TimelinePane.row

    def counted(self: TimelinePane, number: int) -> Row:
        asked[number] += 1
        return row(self, number)

    monkeypatch.setattr(TimelinePane, "row", counted)
    widgets = []
    for count in (10, 2_000):
        asked.clear()
        async with open_app(Story.model_validate(many_events(count)), size=MEDIUM) as opened:
            await opened.press("2")
            await opened.draw()
            widgets.append(len(opened.app.screen.query("*")))
            assert len(asked) <= MEDIUM[1]
            await opened.press("G")
            await opened.draw()
            assert opened.key == f"event-{count - 1}"
            assert len(asked) <= 2 * MEDIUM[1]
    assert widgets[0] == widgets[1]
