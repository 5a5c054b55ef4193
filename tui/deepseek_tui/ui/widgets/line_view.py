"""A view of lines: scrolled, selected with the mouse, and drawn only where it is seen."""

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
"""The component classes of a screen with views of lines on it: were they each view's own, each would work them out anew."""


def move_bindings() -> list[BindingType]:
    """The keys that move in a list or a page, from the one table."""
    return [Binding(",".join(command.keys), command.action, show=False, id=command.id) for command in MOVES]


class LineView(ScrollView, can_focus=True):
    """Lines of words on Textual's line API; a subclass says how many there are, and which."""

    BINDINGS = move_bindings()
    ALLOW_SELECT = True

    def line(self, y: int) -> Line:
        """The words of a line."""
        raise NotImplementedError

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._ground = Style.null()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines that are seen, on one ground, which takes Textual long to tell."""
        self._ground = self.rich_style
        return super().render_lines(crop)

    def base_style(self, y: int) -> Style:
        """What a line's words stand on."""
        return self._ground

    @property
    def count(self) -> int:
        """How many lines there are."""
        return self.virtual_size.height

    def resize_lines(self, count: int) -> None:
        """Say how many lines there are; they are as wide as the view.

        Textual would lay the whole screen out anew, and show the words a frame later: it need not, unless the view is as
        high as its lines, or the scroll bar comes or goes.
        """
        size = Size(self.scrollable_content_region.width, count)
        if self.styles.auto_dimensions:
            self.virtual_size = size
        elif size != self.virtual_size:
            self.set_reactive(LineView.virtual_size, size)
            self._scroll_update(size)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line as the terminal shows it."""
        y += self.scroll_offset.y
        width = self.size.width
        if y >= self.count:
            return Strip.blank(width, self._ground)
        base = self.base_style(y)
        segments = [Segment(text, base + style) for text, style in self._styled(y)]
        return Strip(segments).adjust_cell_length(width, base).apply_offsets(0, y)

    def _styled(self, y: int) -> list[tuple[str, Style]]:
        """A line's stretches and their styles, the selected part of them marked."""
        parts = [(span.text, self.style_of_span(span, y)) for span in self.line(y).spans if span.text]
        selection = self.text_selection
        selected = selection.get_span(y) if selection is not None else None
        return parts if selected is None else self._marked(parts, *selected)

    def _marked(self, parts: list[tuple[str, Style]], start: int, end: int) -> list[tuple[str, Style]]:
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
        """The style of a stretch of words on a line."""
        return self.style_of(span.role, y)

    def style_of(self, role: Role, y: int) -> Style:
        """The style of a role on a line."""
        if role is Role.PLAIN:
            return Style.null()
        return self.component(ROLE_CLASSES[role])

    def component(self, name: str) -> Style:
        """What a component class of the screen adds to the ground."""
        return self.screen.get_component_rich_style(name, partial=True)

    # copying

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected words: layout left out, wrapped lines put together again."""
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
        """Draw the selection."""
        self.refresh()

    # moving, as a page does it; a list moves its cursor instead. By force: before other words have been laid out, a view
    # has no scroll bar, and Textual would take no scrolling from somebody who types fast.

    def action_move(self, rows: int) -> None:
        """Scroll by lines."""
        self.scroll_relative(y=rows, animate=False, force=True, immediate=True)

    def action_page(self, pages: int) -> None:
        """Scroll by pages, one line of the old page kept in sight."""
        self.scroll_relative(y=pages * max(1, self.size.height - 1), animate=False, force=True, immediate=True)

    def action_first(self) -> None:
        """Scroll to the top."""
        self.scroll_to(y=0, animate=False, force=True, immediate=True)

    def action_last(self) -> None:
        """Scroll to the end."""
        self.scroll_to(y=self.count, animate=False, force=True, immediate=True)

    def on_resize(self) -> None:
        """Lay out anew for another width."""
        self.lay_out()

    def on_show(self) -> None:
        """Lay out what was said while hidden: coming back at the old size is no resize."""
        self.lay_out()

    def lay_out(self) -> None:
        """Make the lines for the width at hand."""
