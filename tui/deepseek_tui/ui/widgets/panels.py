"""Panels of the dashboard: list, detail panel and side panel."""

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
    """Panels with a pane's list and the current item.

    They are arranged by the size of the screen.
    """

    items = query_one("#list", ItemList)
    detail = query_one("#detail", PageView)
    side = query_one("#side", PageView)

    _item: ItemView | None = None
    """The displayed item; None for a list without rows."""
    _is_wide = False
    """Whether the item was laid out with the side panel."""

    def compose(self) -> ComposeResult:
        """Create the list, the detail panel and the side panel."""
        yield ItemList(id="list")
        yield PageView(id="detail")
        yield PageView(id="side")

    @property
    def position(self) -> ScreenPosition:
        """The current row, the scroll positions and the focused panel."""
        items = self.items
        return ScreenPosition(items.key, items.cursor, items.scroll_y, self.detail.scroll_position, self.inside)

    def show_pane(self, view: PaneView) -> None:
        """Show the rows of a pane.

        If there are none, explain why in the detail panel.
        """
        items = self.items
        self.set_class(view.is_overview, "-overview")
        items.set_title(view.pane.title, view.pane.order)
        items.border_subtitle = view.subtitle
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
        """Show an item in the detail panel.

        On a wide screen, the side panel shows a part of it.
        """
        self._item, self._is_wide = item, self.screen.has_class("-wide")
        self.detail.border_title = Content(item.title)
        self.detail.border_subtitle = "{}/{}".format(*self.items.position)
        self.detail.show(item.reading, item.main if self._is_wide else item.main + item.below, item.scroll, item.find)
        self.side.set_class(not item.beside, "-empty")
        if self._is_wide:
            self.side.show(item.reading, item.beside, item.side_scroll, item.find)

    def fit_width(self) -> bool:
        """Show the item again if the side panel has appeared or disappeared.

        Return whether it has.
        """
        if self._is_wide == self.screen.has_class("-wide") or self._item is None:
            return False
        self.show_item(self._item._replace(scroll=AT_MATCH if self.detail.is_at_match else self.detail.scroll_y))
        return True

    @property
    def focused(self) -> LineView:
        """The panel that has the focus, or else the list."""
        part = self.screen.focused
        return part if isinstance(part, LineView) and part in (self.items, self.detail, self.side) else self.items

    @property
    def inside(self) -> bool:
        """Whether the detail panel or the side panel has the focus."""
        return self.focused is not self.items

    @property
    def zoomed(self) -> bool:
        """Whether one panel fills the screen."""
        return self.has_class("-zoomed")

    def enter(self) -> None:
        """Move the focus to the detail panel."""
        self.go_to(self.detail)

    def leave(self) -> None:
        """Move the focus to the list."""
        self.go_to(self.items)

    def step_out(self) -> bool:
        """End the zoom, or else move the focus to the list.

        Return whether anything changed.
        """
        was_in = self.zoomed or self.inside
        if self.zoomed:
            self.zoom()
        else:
            self.leave()
        return was_in

    def go_to(self, part: LineView) -> None:
        """Focus a panel.

        If the screen shows one panel at a time, show that panel.
        """
        self.set_class(part is not self.items, "-detail-open")
        if self.zoomed:
            self._keep(part)
        # The focus moves at once, so that the next key reaches the new panel.
        self.screen.set_focus(part, scroll_visible=False)

    def go_on(self, step: int, *, beside: bool) -> None:
        """Focus the next or the previous panel.

        `beside` includes the side panel.
        """
        parts = [self.items, self.detail, *([self.side] if beside and not self.side.has_class("-empty") else [])]
        focused = self.focused
        number = parts.index(focused) if focused in parts else 0
        self.go_to(parts[(number + step) % len(parts)])

    def zoom(self) -> None:
        """Let the focused panel fill the screen, or show all panels again."""
        self.toggle_class("-zoomed")
        self._keep(self.focused)

    def _keep(self, part: LineView) -> None:
        for one in (self.items, self.detail, self.side):
            one.set_class(one is part, "-zoomed-panel")
