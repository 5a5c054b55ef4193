"""A page of words: the blocks of a document, laid out for the width at hand."""

from deepseek_tui.panes.blocks import Block
from deepseek_tui.panes.page import BLANK, Line, Page
from deepseek_tui.panes.reading import Reading
from deepseek_tui.widgets.line_view import LineView

READABLE = 92
"""The widest a column of words gets, in cells: longer lines are hard to come back from."""


class PageView(LineView):
    """Shows blocks; laid out when they are shown and when the width changes, and at no other time."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._blocks: tuple[Block, ...] = ()
        self._reading: Reading | None = None
        self._lines: list[Line] = []
        self._width = 0

    def show(self, reading: Reading, blocks: tuple[Block, ...], scroll: float = 0) -> None:
        """Show blocks, scrolled to a line."""
        self._reading, self._blocks, self._width, self._lines = reading, blocks, 0, []
        self.lay_out()
        self.scroll_to(y=scroll, animate=False, force=True)

    def lay_out(self) -> None:
        """Lay the blocks out where the width has changed."""
        width = min(self.scrollable_content_region.width - 1, READABLE)
        if self._reading is None or width <= 0 or width == self._width:
            return
        self._width = width
        self._lines = Page(self._reading, width).lines(self._blocks)
        self.resize_lines(len(self._lines))

    def line(self, y: int) -> Line:
        """One line of the page."""
        return self._lines[y] if y < len(self._lines) else BLANK
