"""Base class of scrollable text widgets.

They draw only the visible lines.
"""

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from deepseek_tui.commands import MOVES
from deepseek_tui.panes.blocks import Role, Span
from deepseek_tui.panes.page_layout import Line

ROLE_CLASSES = {role: f"words--{role.value}" for role in Role}
LINE_CLASSES = {*ROLE_CLASSES.values(), "row--cursor", "row--quiet", "words--link"}
"""Style-sheet classes of the screen, from which all text widgets take their styles."""


def move_bindings() -> list[BindingType]:
    """Return the key bindings that move the cursor or scroll."""
    return [Binding(",".join(command.keys), command.action, show=False, id=command.id) for command in MOVES]


class LineView(ScrollView, can_focus=True):
    """Base class of widgets that draw lines of text.

    Subclasses return each line from `line`.
    """

    BINDINGS = move_bindings()
    ALLOW_SELECT = True

    def line(self, y: int) -> Line:
        """Return the line with the given number."""
        raise NotImplementedError

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._background = Style.null()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the visible lines.

        The background style is computed only once, because it is slow.
        """
        self._background = self.rich_style
        return super().render_lines(crop)

    def base_style(self, y: int) -> Style:
        """Return the background style of a line."""
        return self._background

    @property
    def count(self) -> int:
        """The number of lines of the text."""
        return self.virtual_size.height

    def resize_lines(self, count: int) -> None:
        """Set the number of lines, and update the scroll bar.

        Textual would lay out the whole screen again and draw the text a frame later. That is needed only if the height
        of the widget depends on its lines, or if the scroll bar appears or disappears.
        """
        size = Size(self.scrollable_content_region.width, count)
        if self.styles.auto_dimensions:
            self.virtual_size = size
        elif size != self.virtual_size:
            self.set_reactive(LineView.virtual_size, size)
            self._scroll_update(size)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the text."""
        y += self.scroll_offset.y
        width = self.size.width
        if y >= self.count:
            return Strip.blank(width, self._background)
        base = self.base_style(y)
        segments = [Segment(text, base + style) for text, style in self._styled(y)]
        return Strip(segments).adjust_cell_length(width, base).apply_offsets(0, y)

    def _styled(self, y: int) -> list[tuple[str, Style]]:
        """Return the parts of a line with their styles.

        The selection is included.
        """
        parts = [(span.text, self.style_of_span(span, y)) for span in self.line(y).spans if span.text]
        selection = self.text_selection
        selected = selection.get_span(y) if selection is not None else None
        return parts if selected is None else self._with_selection(parts, *selected)

    def _with_selection(self, parts: list[tuple[str, Style]], start: int, end: int) -> list[tuple[str, Style]]:
        mark = self.component("screen--selection")
        found: list[tuple[str, Style]] = []
        at = 0
        for text, style in parts:
            low = min(max(start - at, 0), len(text))
            high = len(text) if end < 0 else min(max(end - at, 0), len(text))
            for piece, its in ((text[:low], style), (text[low:high], style + mark), (text[max(low, high) :], style)):
                if piece:
                    found.append((piece, its))
            at += len(text)
        return found

    def style_of_span(self, span: Span, y: int) -> Style:
        """Return the style of a part of a line."""
        return self.style_of(span.role, y)

    def style_of(self, role: Role, y: int) -> Style:
        """Return the text style of a role."""
        if role is Role.PLAIN:
            return Style.null()
        return self.component(ROLE_CLASSES[role])

    def component(self, name: str) -> Style:
        """Return the style that the style sheet gives to a class.

        It is one of the component classes of the screen.
        """
        return self.screen.get_component_rich_style(name, partial=True)

    # The following methods copy text.

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected text without indentation, with wrapped lines joined."""
        first = 0 if selection.start is None else selection.start.y
        last = self.count - 1 if selection.end is None else min(selection.end.y, self.count - 1)
        found: list[str] = []
        for y in range(first, last + 1):
            line = self.line(y)
            span = selection.get_span(y) or (0, 0)
            words = line.plain[max(span[0], line.indent) : None if span[1] < 0 else span[1]].rstrip()
            if line.continued and found:
                found[-1] = f"{found[-1]}{'' if line.cut else ' '}{words}".rstrip()
            else:
                found.append(words)
        return "\n".join(found), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Redraw the widget with the changed selection."""
        self.refresh()

    # Scrolling is forced, because a widget ignores it until the scroll bar appears after the layout.

    def action_move(self, rows: int) -> None:
        """Scroll by a number of lines."""
        self.scroll_relative(y=rows, animate=False, force=True, immediate=True)

    def action_page(self, pages: int) -> None:
        """Scroll by a number of pages.

        One line of the previous page stays visible.
        """
        self.scroll_relative(y=pages * max(1, self.size.height - 1), animate=False, force=True, immediate=True)

    def action_first(self) -> None:
        """Scroll to the start of the text."""
        self.scroll_to(y=0, animate=False, force=True, immediate=True)

    def action_last(self) -> None:
        """Scroll to the end of the text."""
        self.scroll_to(y=self.count, animate=False, force=True, immediate=True)

    def on_resize(self) -> None:
        """Compute the lines again for the new width."""
        self.lay_out()

    def on_show(self) -> None:
        """Compute the lines of a text set while the widget was hidden."""
        self.lay_out()

    def lay_out(self) -> None:
        """Compute the lines for the current width."""
