"""The controls of a lab: one row a value, changed by steps or typed, with the keyboard or the mouse."""

from dataclasses import dataclass
from typing import NamedTuple

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.geometry import Offset, Region
from textual.message import Message
from textual.reactive import reactive

from deepseek_tui.panes.blocks import Role, Span
from deepseek_tui.panes.page_layout import BLANK, Line
from deepseek_tui.panes.wrapping import fit
from deepseek_tui.ui.widgets.line_view import LineView

POINTER = "▌"
LESS, MORE = "‹ ", " ›"
CARET = "▏"
MOST_TYPED = 30


class ControlRow(NamedTuple):
    """A control as its row shows it, in the reader's language."""

    id: str
    label: str
    value: str
    unit: str = ""
    typed: bool = True
    """Whether a value can be typed; choices are only stepped through."""


class ControlList(LineView):
    """Says what the reader did; what becomes of it, whoever made the rows decides."""

    @dataclass
    class Stepped(Message):
        """A step up or down was asked of a control."""

        id: str
        direction: int

    @dataclass
    class Entered(Message):
        """A value was typed for a control."""

        id: str
        text: str

    @dataclass
    class Rested(Message):
        """The cursor came to rest on a control, or typing began or ended there."""

        id: str
        typing: bool

    cursor: reactive[int] = reactive(0, init=False, repaint=False)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows: tuple[ControlRow, ...] = ()
        self._typing: str | None = None

    # what is shown

    def show(self, rows: tuple[ControlRow, ...]) -> None:
        """Show these rows; the cursor stays where it is."""
        first, self.rows = not self.rows, rows
        self.resize_lines(len(rows))
        self.set_reactive(ControlList.cursor, min(self.cursor, max(0, len(rows) - 1)))
        if first:
            self._settle()

    @property
    def current(self) -> ControlRow | None:
        """The row that the cursor is on."""
        return self.rows[self.cursor] if self.rows else None

    @property
    def typing(self) -> bool:
        """Whether a value is being typed."""
        return self._typing is not None

    def lay_out(self) -> None:
        """Keep the current row in sight when the size changes."""
        self.resize_lines(len(self.rows))
        self._in_sight()

    def line(self, y: int) -> Line:
        """A label at the left edge, its value at the right one between the signs that step it."""
        if y >= len(self.rows):
            return BLANK
        row, width = self.rows[y], self.scrollable_content_region.width
        here = y == self.cursor
        typed = self._typing if here else None
        value = f"{typed}{CARET}" if typed is not None else f"{row.value} {row.unit}".rstrip()
        room = width - 2 - cell_len(LESS) - cell_len(MORE)
        label = fit(row.label, max(4, room - cell_len(value) - 1))
        value = fit(value, max(1, room - cell_len(label) - 1))
        gap = " " * max(1, room - cell_len(label) - cell_len(value))
        steps = Role.ACCENT if here and typed is None else Role.MUTED
        return Line((
            Span(POINTER if here else " ", Role.ACCENT),
            Span(label),
            Span(gap),
            Span(LESS if typed is None else "  ", steps),
            Span(value, Role.STRONG),
            Span(MORE if typed is None else "  ", steps),
        ), indent=1)  # fmt: skip

    def base_style(self, y: int) -> Style:
        """The current row stands on another ground."""
        ground = super().base_style(y)
        return ground + self.component("row--cursor" if self.has_focus else "row--quiet") if y == self.cursor else ground

    def style_of(self, role: Role, y: int) -> Style:
        """Quiet words of the current row are as strong as the others, for contrast."""
        if y == self.cursor and role is Role.MUTED:
            return Style()
        return super().style_of(role, y)

    # moving

    def watch_cursor(self, old: int, new: int) -> None:
        """Draw the two rows that changed."""
        self._end()
        self.refresh_lines(min(old, new), abs(new - old) + 1)
        self._settle()

    def _settle(self) -> None:
        self._in_sight()
        if self.rows:
            self.post_message(self.Rested(self.rows[self.cursor].id, self.typing))

    def _in_sight(self) -> None:
        if self.rows and self.size.height:
            self.scroll_to_region(Region(0, self.cursor, 1, 1), animate=False, force=True, immediate=True)
            if self.has_focus:  # magnifiers and braille displays follow the terminal's own cursor
                y = max(0, self.cursor - self.scroll_offset.y)
                self.app.cursor_position = self.content_region.offset + Offset(0, y)

    def on_focus(self) -> None:
        """Take the terminal's cursor along, and say where the reader is."""
        self._settle()

    def on_blur(self) -> None:
        """Typing ends where the reader goes elsewhere."""
        self._end()

    def action_move(self, rows: int) -> None:
        """Move the cursor; the list goes round."""
        if self.rows:
            self.cursor = (self.cursor + rows) % len(self.rows)

    def action_page(self, pages: int) -> None:
        """Move to an end."""
        self.cursor = len(self.rows) - 1 if pages > 0 else 0

    def action_first(self) -> None:
        """Move to the first control."""
        self.cursor = 0

    def action_last(self) -> None:
        """Move to the last control."""
        self.cursor = max(0, len(self.rows) - 1)

    # changing

    def step(self, direction: int) -> None:
        """Ask for a step of the current control."""
        if self.current is not None:
            self._end()
            self.post_message(self.Stepped(self.current.id, direction))

    def edit(self) -> None:
        """Begin to type a value for the current control; a choice goes on to the next one."""
        row = self.current
        if row is None:
            return
        if not row.typed:
            self.step(1)
            return
        self._typing = ""
        self.refresh_lines(self.cursor)
        self._settle()

    def _end(self) -> None:
        if self._typing is not None:
            self._typing = None
            self.refresh()
            self._settle()

    def on_key(self, event: events.Key) -> None:
        """While a value is typed, letters and digits are part of it."""
        if self._typing is None:
            return
        event.stop()
        event.prevent_default()
        if event.key == "enter":
            self._take()
        elif event.key in ("escape", "tab", "shift+tab", "up", "down"):
            self._end()
        elif event.key in ("backspace", "delete"):
            self._typing = self._typing[:-1]
        elif event.is_printable and event.character and len(self._typing) < MOST_TYPED:
            self._typing += event.character
        self.refresh_lines(self.cursor)

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted is typed at once, as far as it goes into one line."""
        if self._typing is not None:
            event.stop()
            line = "".join(char for char in event.text if char.isprintable())
            self._typing = (self._typing + line)[:MOST_TYPED]
            self.refresh_lines(self.cursor)

    def _take(self) -> None:
        text, row = self._typing, self.current
        self._end()
        if text and row is not None:
            self.post_message(self.Entered(row.id, text))

    def on_click(self, event: events.Click) -> None:
        """A click on a sign steps, a second one on a row types; dragging selects and does neither."""
        event.prevent_default()
        event.stop()
        if self.text_selection is not None:
            return
        offset = event.get_content_offset_capture(self)
        y = offset.y + self.scroll_offset.y
        if not 0 <= y < len(self.rows):
            return
        again = y == self.cursor
        self.cursor = y
        direction = self._sign_at(y, offset.x)
        if direction:
            self.step(direction)
        elif again:
            self.edit()

    def _sign_at(self, y: int, x: int) -> int:
        """Which sign a click hit, with a cell of grace on either side."""
        spans = self.line(y).spans
        ends = [cell_len("".join(span.text for span in spans[:number])) for number in range(len(spans) + 1)]
        if ends[5] <= x:
            return 1
        return -1 if ends[3] - 1 <= x < ends[4] else 0
