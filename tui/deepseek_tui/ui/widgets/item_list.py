"""List widget of all panes and dialogs.

It draws only the visible lines.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Protocol

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.content import Content
from textual.geometry import Offset, Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from deepseek_tui.panes.blocks import Role, Span
from deepseek_tui.panes.highlight import Find, highlighted
from deepseek_tui.panes.page_layout import Line
from deepseek_tui.panes.pane import Row
from deepseek_tui.panes.wrapping import fit, lines
from deepseek_tui.ui.widgets.line_view import ROLE_CLASSES, LineView


class Rows(Protocol):
    """Interface for rows of a list that are created on demand."""

    @property
    def lines(self) -> int:
        """The number of lines that each row takes."""

    @property
    def keys(self) -> Sequence[str]:
        """The identifiers of the rows, from top to bottom.

        That of a heading is empty.
        """

    def row(self, number: int) -> Row:
        """Return the row with the given number."""


class NoRows:
    """The rows of an empty list."""

    lines = 1
    keys: Sequence[str] = ()

    def row(self, number: int) -> Row:
        """Raise IndexError, because the list has no rows."""
        raise IndexError(number)


SHORT_TAIL = 6
"""The maximum width in cells of the text at the right edge, such as a count, that is kept beside a long title."""
POINTER = "▌"
"""Sign of the current row, which is visible without colour."""


TITLE_MARGIN = 6
"""The width of the border on both sides of a title, in cells."""


class ItemList(LineView):
    """List of items and headings, with a cursor that skips headings."""

    @dataclass
    class Highlighted(Message):
        """Message: the cursor has moved to an item."""

        key: str

    @dataclass
    class Chosen(Message):
        """Message: the user has opened an item by a second click."""

        key: str

    cursor: reactive[int] = reactive(-1, init=False, repaint=False)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows: Rows = NoRows()
        self._tops: list[int] = [0]
        self.find: Find | None = None
        """Finds the text to highlight in the rows."""
        self._nothing = ""
        self._headings: list[int] = []
        self._title = self._order = ""

    def set_title(self, title: str, order: str = "") -> None:
        """Set the title in the border.

        The order of the rows follows where the width allows it.
        """
        self._title, self._order = title, order
        self._write_title()

    def _write_title(self) -> None:
        whole = f"{self._title} · {self._order}"
        fits = self._order and cell_len(whole) <= self.outer_size.width - TITLE_MARGIN
        self.border_title = Content(whole if fits else self._title)

    # The following methods set and measure the rows.

    def show(self, rows: Rows, key: str = "", scroll: float = 0, nothing: str = "", at: int = -1) -> None:
        """Show the given rows with the cursor on an item.

        The text `nothing` is shown if there are no rows. `at` is the row of the item, which may appear in several. If
        the item is missing, the cursor goes to the row `at` or the nearest item before it, or to the first item if `at`
        is unknown.
        """
        self.rows = rows
        self._nothing = nothing
        keys = rows.keys
        self._tops = [0, *accumulate(rows.lines if key else 1 + (number > 0) for number, key in enumerate(keys))]
        self._headings = [number for number, key in enumerate(keys) if not key]
        self.resize_lines(self._tops[-1])
        self.set_reactive(ItemList.cursor, self._number_of(key, at))
        self.scroll_to(y=scroll, animate=False, force=True, immediate=True)
        self._settle()

    def _number_of(self, key: str, at: int) -> int:
        keys = self.rows.keys
        if key and 0 <= at < len(keys) and keys[at] == key:
            return at
        if key and key in keys:
            return keys.index(key)
        before = range(min(at, len(keys) - 1), -1, -1) if key else ()
        return next((number for number in (*before, *range(len(keys))) if keys[number]), -1)

    @property
    def key(self) -> str:
        """The key of the current item, or empty without one."""
        return self.rows.keys[self.cursor] if 0 <= self.cursor < len(self.rows.keys) else ""

    @property
    def is_truncated(self) -> bool:
        """Whether the text of the current row is truncated."""
        if not self.key:
            return False
        row = self.rows.row(self.cursor)
        shown = " ".join(self._line(y).plain.strip(f"{POINTER} ") for y in range(*self._tops[self.cursor : self.cursor + 2]))
        visible = "".join(shown.split())
        return any("".join(text.split()) not in visible for text in (row.title, row.second, row.tail))

    @property
    def position(self) -> tuple[int, int]:
        """The number of the current item, and the number of all items."""
        return self.cursor + 1 - bisect_right(self._headings, self.cursor), len(self.rows.keys) - len(self._headings)

    def lay_out(self) -> None:
        """Adapt scroll position and title to a new size of the list."""
        self._write_title()
        self.resize_lines(self._tops[-1])
        self._in_sight()

    # The following methods move the cursor.

    def watch_cursor(self, old: int, new: int) -> None:
        """Redraw the previous and the current row."""
        for number in (old, new):
            if 0 <= number < len(self.rows.keys):
                self.refresh_lines(self._tops[number], self._tops[number + 1] - self._tops[number])
        self._settle()

    def _settle(self) -> None:
        self._in_sight()
        if self.key:
            self.post_message(self.Highlighted(self.key))

    def _in_sight(self) -> None:
        if self.cursor < 0 or not self.size.height:
            return
        top, bottom = self._tops[self.cursor], self._tops[self.cursor + 1]
        # The heading of the current item is scrolled into view with the item.
        while top and not self.rows.keys[bisect_right(self._tops, top - 1) - 1]:
            top = self._tops[bisect_right(self._tops, top - 1) - 1]
        self.scroll_to_region(
            Region(0, top, 1, min(bottom - top, self.size.height)), animate=False, force=True, immediate=True
        )
        self._place_terminal_cursor()

    def _place_terminal_cursor(self) -> None:
        """Move the terminal's cursor, which braille displays follow, to the current row."""
        if self.has_focus:
            y = self._tops[self.cursor] - self.scroll_offset.y
            self.app.cursor_position = self.content_region.offset + Offset(0, max(0, y))

    def on_focus(self) -> None:
        """Move the terminal's cursor to the current row."""
        if self.cursor >= 0:
            self._place_terminal_cursor()

    def move_to(self, number: int, step: int) -> None:
        """Move the cursor to the item nearest to a row.

        The direction of `step` is searched first.
        """
        keys = self.rows.keys
        if not keys:
            return
        number = min(max(number, 0), len(keys) - 1)
        ahead = range(number, len(keys)) if step > 0 else range(number, -1, -1)
        behind = range(number, -1, -1) if step > 0 else range(number, len(keys))
        for candidates in (ahead, behind):
            for candidate in candidates:
                if keys[candidate]:
                    self.cursor = candidate
                    return

    def action_move(self, rows: int) -> None:
        """Move the cursor by a number of items."""
        self.move_to(self.cursor + rows, rows)

    def action_page(self, pages: int) -> None:
        """Move the cursor by a number of pages."""
        if self.cursor >= 0:
            y = self._tops[self.cursor] + pages * max(self.rows.lines, self.size.height - self.rows.lines)
            self.move_to(self.row_at(y), pages)

    def action_first(self) -> None:
        """Move the cursor to the first item."""
        self.move_to(0, 1)
        self.scroll_to(y=0, animate=False, force=True, immediate=True)

    def action_last(self) -> None:
        """Move the cursor to the last item."""
        self.move_to(len(self.rows.keys) - 1, -1)

    def row_at(self, y: int) -> int:
        """Return the number of the row that a line belongs to."""
        return min(max(bisect_right(self._tops, y) - 1, 0), len(self.rows.keys) - 1)

    def on_click(self, event: events.Click) -> None:
        """Select the clicked item, or open it if it is already selected."""
        event.prevent_default()  # By default, Textual selects all text of a widget on a double click.
        event.stop()
        if self.text_selection is not None:
            return
        y = event.get_content_offset_capture(self).y + self.scroll_offset.y
        if not 0 <= y < self.count:
            return
        number = self.row_at(y)
        if not self.rows.keys[number]:
            return
        is_current = number == self.cursor
        self.cursor = number
        if is_current:
            self.post_message(self.Chosen(self.key))

    # The following methods draw the lines.

    def base_style(self, y: int) -> Style:
        """Return the background style of a line, which marks the current row."""
        if self.row_at(y) != self.cursor:
            return super().base_style(y)
        return self._background + self.component("row--cursor" if self.has_focus else "row--quiet")

    def style_of(self, role: Role, y: int) -> Style:
        """Return the text style of a role, bold on the current row."""
        if self.row_at(y) == self.cursor and role in (Role.PLAIN, Role.MUTED):
            return Style(bold=role is Role.PLAIN)
        return super().style_of(role, y)

    def render_line(self, y: int) -> Strip:
        """Draw a line of the list, or the text for no items."""
        if self.count or y:
            return super().render_line(y)
        width = self.size.width
        words = self._background + self.component(ROLE_CLASSES[Role.MUTED])
        return Strip([Segment(f" {fit(self._nothing, width - 1)}", words)]).adjust_cell_length(width, self._background)

    def line(self, y: int) -> Line:
        """Return a line of the list, with search matches highlighted."""
        line = self._line(y)
        return line if self.find is None else highlighted([line], self.find)[0]

    def _line(self, y: int) -> Line:
        number = self.row_at(y)
        row, key, at = self.rows.row(number), self.rows.keys[number], y - self._tops[number]
        width = self.scrollable_content_region.width
        if not key:
            return self._heading(row, width) if at == self._tops[number + 1] - self._tops[number] - 1 else Line()
        pointer = POINTER if number == self.cursor else " "
        lead = f"{(row.lead if at == 0 else row.rail)} " if row.lead else ""
        before = (Span(pointer, Role.ACCENT), Span(lead, Role.ACCENT if at == 0 else Role.MUTED))
        room = width - cell_len(pointer) - cell_len(lead)
        words, goes_on = self._words(row, at, room)
        return Line((*before, *words), continued=goes_on, indent=len(pointer) + len(lead))

    def _words(self, row: Row, at: int, room: int) -> tuple[tuple[Span, ...], bool]:
        """Return a line of a row, and whether it is a continuation."""
        short_tail = row.tail if cell_len(row.tail) <= SHORT_TAIL else ""
        title = lines(row.title, room - (cell_len(short_tail) + 1 if short_tail else 0), max(1, self.rows.lines - 1))
        if at < len(title):
            words = (Span(title[at], Role.PLAIN),)
            left = room - cell_len(title[at])
            edge = _at_edge(short_tail or _truncated(row.tail, left - 2), left) if at == 0 else ()
            return (*words, *edge), at > 0
        return ((Span(fit(row.second, room), Role.MUTED),) if at == len(title) else ()), False

    def _heading(self, row: Row, width: int) -> Line:
        title = fit(row.title, width - 1)
        room = width - 1 - cell_len(title)
        return Line((Span(f" {title}", Role.HEADING), *_at_edge(row.tail, room)))


def _truncated(tail: str, room: int) -> str:
    """Return the text at the right edge, truncated to a width."""
    return fit(tail, room) if " " in tail or cell_len(tail) <= room else ""


def _at_edge(tail: str, room: int) -> tuple[Span, ...]:
    gap = room - cell_len(tail) - 1
    return (Span(" " * gap), Span(f"{tail} ", Role.MUTED)) if tail and gap > 0 else ()
