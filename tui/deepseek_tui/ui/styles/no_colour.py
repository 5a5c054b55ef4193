"""Support for NO_COLOR (no-color.org): no colours, only attributes such as bold."""

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter


class WithoutColour(LineFilter):
    """Line filter that removes all colours.

    Textual's own filter leaves greys.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the text segments without colours."""
        return [Segment(text, _plain(style), control) for text, style, control in segments]


def _plain(style: Style | None) -> Style | None:
    return None if style is None else style.without_color
