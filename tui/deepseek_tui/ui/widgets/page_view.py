"""Widget that shows a page of text blocks, such as paragraphs."""

from dataclasses import dataclass

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from deepseek_tui.navigation.location import AT_MATCH
from deepseek_tui.panes.blocks import Block, Role, Span
from deepseek_tui.panes.highlight import Find, first_match, highlighted
from deepseek_tui.panes.page_layout import BLANK, Line, PageLayout
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.ui.widgets.line_view import LineView

READABLE = 92
"""The maximum width of a text column in cells; longer lines are hard to read."""
SENTENCES = ("claims", "notes", "questions")
"""Sections whose items have whole sentences as names, which are links without underline."""
GRAPHICAL = (Role.BAR, Role.LATER, Role.ACCENT)
"""Roles of graphical elements, which are not underlined."""


class PageView(LineView):
    """Widget that shows text blocks at any width.

    They are laid out again when the width changes.
    """

    @dataclass
    class FollowLink(Message):
        """Message: the user has clicked a link to an item."""

        ref: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._blocks: tuple[Block, ...] = ()
        self._reading: RenderContext | None = None
        self._find: Find | None = None
        self._lines: list[Line] = []
        self._width = 0
        self._scroll: float | None = None
        """The scroll position to restore after the layout, or None."""
        self._match_at: float | None = None
        """The scroll position of the first match, or `AT_MATCH` before the layout; None if unused."""

    def show(self, reading: RenderContext, blocks: tuple[Block, ...], scroll: float = 0, find: Find | None = None) -> None:
        """Show text blocks, scrolled to a line or the first match.

        The matches of `find` are highlighted.
        """
        self._reading, self._blocks, self._find, self._width, self._lines = reading, blocks, find, 0, []
        self._match_at = AT_MATCH if scroll == AT_MATCH else None
        self._scroll = None
        self.lay_out()
        if scroll != AT_MATCH:
            self.scroll_to(y=scroll, animate=False, force=True, immediate=True)
            self._scroll = scroll if scroll > 0 and not self._width else None

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the visible lines, after a layout for the current size."""
        self.lay_out()
        return super().render_lines(crop)

    def lay_out(self) -> None:
        """Lay out the text blocks again if the width has changed."""
        width = min(self.scrollable_content_region.width - 1, READABLE)
        if self._reading is None or width <= 0 or width == self._width:
            return
        self._width = width
        lines = PageLayout(self._reading, width).lines(self._blocks)
        self._lines = lines if self._find is None else highlighted(lines, self._find)
        self.resize_lines(len(self._lines))
        if self._scroll is not None:
            self.scroll_to(y=self._scroll, animate=False, force=True, immediate=True)
            self._scroll = None
        # The page scrolls to the first match again after the width changes, unless the user has scrolled.
        if self.is_at_match:
            first, height = first_match(self._lines), self.size.height
            y = first - height // 3 if first >= height - 1 else 0
            self.scroll_to(y=y, animate=False, force=True, immediate=True)
            self._match_at = self.scroll_y

    @property
    def is_at_match(self) -> bool:
        """Whether the page is still scrolled to the first search match."""
        at = self._match_at
        return at is not None and (at == AT_MATCH or self.scroll_y == min(at, self.max_scroll_y))

    @property
    def scroll_position(self) -> float:
        """The scroll position in lines, or `AT_MATCH` for the first search match."""
        if self._match_at == AT_MATCH:
            return AT_MATCH
        return self.scroll_y if self._scroll is None else self._scroll

    def line(self, y: int) -> Line:
        """Return a line of the page, which is blank after the end."""
        return self._lines[y] if y < len(self._lines) else BLANK

    def style_of_span(self, span: Span, y: int) -> Style:
        """Return the style of a part of a line.

        Links are underlined.
        """
        style = super().style_of_span(span, y)
        if span.ref and self._is_name(span):
            return style + self.component("words--link")
        return style

    def _is_name(self, span: Span) -> bool:
        section_of = self._reading.index.list_of if self._reading else {}
        return span.role not in GRAPHICAL and section_of.get(span.ref) not in SENTENCES

    def on_click(self, event: events.Click) -> None:
        """Follow the clicked link.

        Dragging, which selects text, is ignored.
        """
        if self.text_selection is not None:
            return
        offset = event.get_content_offset_capture(self)
        ref = self._ref_at(offset.x, offset.y + self.scroll_offset.y)
        if ref:
            event.prevent_default()
            event.stop()
            self.post_message(self.FollowLink(ref))

    def _ref_at(self, x: int, y: int) -> str:
        for span in self.line(y).spans:
            width = cell_len(span.text)
            if 0 <= x < width:
                return span.ref
            x -= width
        return ""
