"""The widget that shows plain text."""

from bisect import bisect_right

from deepseek_tui.panes.blocks import Span
from deepseek_tui.panes.page_layout import Line
from deepseek_tui.panes.wrapping import breaks
from deepseek_tui.ui.widgets.line_view import LineView


class TextView(LineView):
    """Widget that shows plain text and wraps long lines.

    Line breaks of the text are kept.
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._text = ""
        self._lines: list[tuple[int, int]] = []
        self._width = 0

    def show(self, text: str, start: int = 0) -> None:
        """Show a text, scrolled to the character at index `start`."""
        self._text, self._width = text, 0
        self.lay_out()
        top = bisect_right(self._lines, (start, len(text))) - 1
        self.scroll_to(y=max(0, top), animate=False, force=True)

    def lay_out(self) -> None:
        """Wrap the text again if the width has changed."""
        width = self.scrollable_content_region.width
        if width > 0 and width != self._width:
            self._width = width
            self._lines = list(breaks(self._text, width))
            self.resize_lines(len(self._lines))

    def line(self, y: int) -> Line:
        """Return the line with the given number of the wrapped text."""
        start, end = self._lines[y] if y < len(self._lines) else (0, 0)
        last = self._lines[y - 1][1] if 0 < y < len(self._lines) else start
        goes_on = y > 0 and "\n" not in self._text[last:start]
        return Line((Span(self._text[start:end]),), continued=goes_on, cut=goes_on and start == last)
