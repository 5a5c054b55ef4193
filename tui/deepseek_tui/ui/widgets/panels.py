"""The panels of the dashboard: list, detail and side panel, which of them has the focus, and which is seen alone."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.getters import query_one

from deepseek_tui.navigation.item_view import ItemView
from deepseek_tui.navigation.location import AT_MATCH
from deepseek_tui.navigation.views import PaneView, ScreenPosition
from deepseek_tui.ui.widgets.item_list import ItemList
from deepseek_tui.ui.widgets.line_view import LineView
from deepseek_tui.ui.widgets.page_view import PageView


class Panels(Horizontal):
    """Shows a pane and its current item. The screen's classes -narrow, -medium and -wide say how much room there is."""

    items = query_one("#list", ItemList)
    detail = query_one("#detail", PageView)
    side = query_one("#side", PageView)

    _item: ItemView | None = None
    """The item that is shown; None while a list without rows is shown."""
    _is_wide = False
    """Whether it is shown with the side panel."""

    def compose(self) -> ComposeResult:
        """Compose the list, the detail and the side panel."""
        yield ItemList(id="list")
        yield PageView(id="detail")
        yield PageView(id="side")

    @property
    def position(self) -> ScreenPosition:
        """The current row, the scroll positions and the panel that has the focus."""
        items = self.items
        return ScreenPosition(items.key, items.cursor, items.scroll_y, self.detail.place, self.inside)

    def show_pane(self, view: PaneView) -> None:
        """Show the rows of a pane; of a pane without rows, show in the detail why it has none."""
        items = self.items
        self.set_class(view.is_overview, "-overview")
        items.border_title, items.border_subtitle = Content(view.pane.title), view.subtitle
        items.find = view.find
        items.show(view.pane, view.key, view.scroll, view.empty_text, view.row)
        self._item = None
        if view.empty_item is not None:
            self._show_empty(view.empty_item)

    def _show_empty(self, item: ItemView) -> None:
        self.detail.border_title, self.detail.border_subtitle = item.title, ""
        self.detail.show(item.reading, item.main, 0, item.find)
        self.side.add_class("-empty")
        self.side.show(item.reading, ())

    def show_item(self, item: ItemView) -> None:
        """Show an item in the detail, and beside it what fits there."""
        self._item, self._is_wide = item, self.screen.has_class("-wide")
        self.detail.border_title = Content(item.title)
        self.detail.border_subtitle = "{}/{}".format(*self.items.position)
        self.detail.show(item.reading, item.main if self._is_wide else item.main + item.below, item.scroll, item.find)
        self.side.set_class(not item.beside, "-empty")
        if self._is_wide:
            self.side.show(item.reading, item.beside, item.side_scroll, item.find)

    def fit_width(self) -> bool:
        """Move what the side panel shows when its room came or went; return whether that was so."""
        if self._is_wide == self.screen.has_class("-wide") or self._item is None:
            return False
        self.show_item(self._item._replace(scroll=AT_MATCH if self.detail.is_at_match else self.detail.scroll_y))
        return True

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

    def step_out(self) -> bool:
        """Leave the zoom, or else the detail; return whether there was one to leave."""
        was_in = self.zoomed or self.inside
        if self.zoomed:
            self.zoom()
        else:
            self.leave()
        return was_in

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
