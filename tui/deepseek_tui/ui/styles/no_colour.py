"""No colour: what NO_COLOR asks for (no-color.org), attributes such as bold and reverse kept."""

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter


class WithoutColour(LineFilter):
    """Takes every colour out of what is drawn; Textual's own filter still writes greys or default colours."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments without their colours."""
        return [Segment(text, _plain(style), control) for text, style, control in segments]


def _plain(style: Style | None) -> Style | None:
    return None if style is None else style.without_color
