"""The parts of the dashboard: list, detail and side panel, which of them has the focus, and which is seen alone."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.getters import query_one

from deepseek_tui.ui.widgets.item_list import ItemList
from deepseek_tui.ui.widgets.line_view import LineView
from deepseek_tui.ui.widgets.page_view import PageView


class Panels(Horizontal):
    """Composes the parts; the screen says which layout there is room for, by the classes -narrow, -medium and -wide."""

    items = query_one("#list", ItemList)
    detail = query_one("#detail", PageView)
    side = query_one("#side", PageView)

    def compose(self) -> ComposeResult:
        """The list, the detail, and beside them what bears on an item."""
        yield ItemList(id="list")
        yield PageView(id="detail")
        yield PageView(id="side")

    @property
    def focused(self) -> LineView:
        """The part that has the focus, or had it last: the list, where none has."""
        part = self.screen.focused
        return part if isinstance(part, LineView) and part in (self.items, self.detail, self.side) else self.items

    @property
    def inside(self) -> bool:
        """Whether the reader is in the words of an item, and not in the list."""
        return self.focused is not self.items

    @property
    def zoomed(self) -> bool:
        """Whether one part has the screen to itself."""
        return self.has_class("-zoomed")

    def enter(self) -> None:
        """Go into the detail."""
        self.go_to(self.detail)

    def leave(self) -> None:
        """Go back to the list."""
        self.go_to(self.items)

    def go_to(self, part: LineView) -> None:
        """Give a part the focus; where one is seen at a time, it is the one."""
        self.set_class(part is not self.items, "-reading")
        if self.zoomed:
            self._keep(part)
        self.screen.set_focus(part, scroll_visible=False)  # at once: the next key may be on its way

    def go_on(self, step: int, *, beside: bool) -> None:
        """From the list to the detail and round, or the other way; the side panel comes between where it is `beside`."""
        parts = [self.items, self.detail, *([self.side] if beside and not self.side.has_class("-empty") else [])]
        focused = self.focused
        number = parts.index(focused) if focused in parts else 0
        self.go_to(parts[(number + step) % len(parts)])

    def zoom(self) -> None:
        """Give the whole screen to the focused part, or take it back."""
        self.toggle_class("-zoomed")
        self._keep(self.focused)

    def _keep(self, part: LineView) -> None:
        for one in (self.items, self.detail, self.side):
            one.set_class(one is part, "-kept")
