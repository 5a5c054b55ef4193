"""List of a lab's controls, with one row per value."""

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
MAX_INPUT_LENGTH = 30


class ControlRow(NamedTuple):
    """Row of the list: a control with its formatted value."""

    id: str
    label: str
    value: str
    unit: str = ""
    accepts_text: bool = True
    """Whether a value can be typed, which is not the case for fixed choices."""


class ControlList(LineView):
    """List of controls, which posts messages about the user's changes.

    The receiver of the messages changes the values and sets new rows.
    """

    @dataclass
    class Stepped(Message):
        """Message: the user has requested a step of a control."""

        id: str
        direction: int

    @dataclass
    class Submitted(Message):
        """Message: the user has typed a value for a control."""

        id: str
        text: str

    @dataclass
    class CursorMoved(Message):
        """Message: the cursor has moved, or typing has started or ended."""

        id: str
        typing: bool

    cursor: reactive[int] = reactive(0, init=False, repaint=False)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows: tuple[ControlRow, ...] = ()
        self._typing: str | None = None

    # The following methods display the rows.

    def show(self, rows: tuple[ControlRow, ...]) -> None:
        """Show the given rows, without moving the cursor to another control."""
        first, self.rows = not self.rows, rows
        self.resize_lines(len(rows))
        self.set_reactive(ControlList.cursor, min(self.cursor, max(0, len(rows) - 1)))
        if first:
            self._announce_cursor()

    @property
    def current(self) -> ControlRow | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.rows else None

    @property
    def typing(self) -> bool:
        """Whether the user is typing a value."""
        return self._typing is not None

    def lay_out(self) -> None:
        """Scroll to the current row after the list changed its size."""
        self.resize_lines(len(self.rows))
        self._scroll_to_cursor()

    def line(self, y: int) -> Line:
        """Return the text of a row: the control's label and value.

        The value is between ‹ and ›.
        """
        if y >= len(self.rows):
            return BLANK
        row, width = self.rows[y], self.scrollable_content_region.width
        is_current = y == self.cursor
        typed = self._typing if is_current else None
        value = f"{typed}{CARET}" if typed is not None else f"{row.value} {row.unit}".rstrip()
        room = width - 2 - cell_len(LESS) - cell_len(MORE)
        label = fit(row.label, max(4, room - cell_len(value) - 1))
        value = fit(value, max(1, room - cell_len(label) - 1))
        gap = " " * max(1, room - cell_len(label) - cell_len(value))
        steps = Role.ACCENT if is_current and typed is None else Role.MUTED
        return Line((
            Span(POINTER if is_current else " ", Role.ACCENT),
            Span(label),
            Span(gap),
            Span(LESS if typed is None else "  ", steps),
            Span(value, Role.STRONG),
            Span(MORE if typed is None else "  ", steps),
        ), indent=1)  # fmt: skip

    def base_style(self, y: int) -> Style:
        """Return the style of a row.

        The current row has another background.
        """
        base = super().base_style(y)
        return base + self.component("row--cursor" if self.has_focus else "row--quiet") if y == self.cursor else base

    def style_of(self, role: Role, y: int) -> Style:
        """Return the style of a part of a row.

        Muted text is normal on the current row, because it would have too little contrast on the highlighted
        background.
        """
        if y == self.cursor and role is Role.MUTED:
            return Style()
        return super().style_of(role, y)

    # The following methods move the cursor.

    def watch_cursor(self, old: int, new: int) -> None:
        """Redraw the previous and the current row."""
        self._stop_typing()
        self.refresh_lines(min(old, new), abs(new - old) + 1)
        self._announce_cursor()

    def _announce_cursor(self) -> None:
        self._scroll_to_cursor()
        if self.rows:
            self.post_message(self.CursorMoved(self.rows[self.cursor].id, self.typing))

    def _scroll_to_cursor(self) -> None:
        if self.rows and self.size.height:
            self.scroll_to_region(Region(0, self.cursor, 1, 1), animate=False, force=True, immediate=True)
            if self.has_focus:  # Screen magnifiers and braille displays follow the terminal's cursor.
                y = max(0, self.cursor - self.scroll_offset.y)
                self.app.cursor_position = self.content_region.offset + Offset(0, y)

    def on_focus(self) -> None:
        """Move the terminal's cursor to the current row.

        Post CursorMoved.
        """
        self._announce_cursor()

    def on_blur(self) -> None:
        """Cancel the typed value, because the list loses the focus."""
        self._stop_typing()

    def action_move(self, rows: int) -> None:
        """Move the cursor up or down, wrapping around at the ends."""
        if self.rows:
            self.cursor = (self.cursor + rows) % len(self.rows)

    def action_page(self, pages: int) -> None:
        """Move the cursor to the first or the last control."""
        self.cursor = len(self.rows) - 1 if pages > 0 else 0

    def action_first(self) -> None:
        """Move the cursor to the first control."""
        self.cursor = 0

    def action_last(self) -> None:
        """Move the cursor to the last control."""
        self.cursor = max(0, len(self.rows) - 1)

    # The following methods change values.

    def step(self, direction: int) -> None:
        """Post a message that the current control should change by one step."""
        if self.current is not None:
            self._stop_typing()
            self.post_message(self.Stepped(self.current.id, direction))

    def edit(self) -> None:
        """Let the user type a value.

        If the control has choices, select the next choice instead.
        """
        row = self.current
        if row is None:
            return
        if not row.accepts_text:
            self.step(1)
            return
        self._typing = ""
        self.refresh_lines(self.cursor)
        self._announce_cursor()

    def _stop_typing(self) -> None:
        if self._typing is not None:
            self._typing = None
            self.refresh()
            self._announce_cursor()

    def on_key(self, event: events.Key) -> None:
        """Add typed characters to the value while the user types it."""
        if self._typing is None:
            return
        event.stop()
        event.prevent_default()
        if event.key == "enter":
            self._submit()
        elif event.key in ("escape", "tab", "shift+tab", "up", "down"):
            self._stop_typing()
        elif event.key in ("backspace", "delete"):
            self._typing = self._typing[:-1]
        elif event.is_printable and event.character and len(self._typing) < MAX_INPUT_LENGTH:
            self._typing += event.character
        self.refresh_lines(self.cursor)

    def on_paste(self, event: events.Paste) -> None:
        """Add the printable characters of pasted text to the typed value."""
        if self._typing is not None:
            event.stop()
            line = "".join(char for char in event.text if char.isprintable())
            self._typing = (self._typing + line)[:MAX_INPUT_LENGTH]
            self.refresh_lines(self.cursor)

    def _submit(self) -> None:
        text, row = self._typing, self.current
        self._stop_typing()
        if text and row is not None:
            self.post_message(self.Submitted(row.id, text))

    def on_click(self, event: events.Click) -> None:
        """Change the clicked control by a step, or start typing its value.

        A click that ends a text selection does neither.
        """
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
        direction = self._step_direction_at(y, offset.x)
        if direction:
            self.step(direction)
        elif again:
            self.edit()

    def _step_direction_at(self, y: int, x: int) -> int:
        """Return the step direction of a clicked ‹ or › sign.

        It is 0 if there is none. The cell before ‹ and all cells from › on count as the sign.
        """
        spans = self.line(y).spans
        ends = [cell_len("".join(span.text for span in spans[:number])) for number in range(len(spans) + 1)]
        if ends[5] <= x:
            return 1
        return -1 if ends[3] - 1 <= x < ends[4] else 0
