"""Values that the Navigator and the screen exchange."""

from typing import TYPE_CHECKING, NamedTuple

from deepseek_tui.navigation.item_view import ItemView
from deepseek_tui.panes.pane import Pane
from deepseek_tui.panes.render_context import RenderContext

if TYPE_CHECKING:
    from deepseek_tui.panes.highlight import Find


class ScreenPosition(NamedTuple):
    """Current row, scroll positions and focused panel on the screen."""

    key: str = ""
    """The key of the current row; empty when the list has none."""
    row: int = -1
    list_scroll: float = 0
    detail_scroll: float = 0
    inside: bool = False
    """Whether the detail panel or the side panel has the focus."""


class Notice(NamedTuple):
    """A short message shown to the user."""

    text: str
    timeout: float = 2
    """Seconds until the message disappears."""


class PaneView(NamedTuple):
    """A pane to display, with the current item and scroll position."""

    reading: RenderContext
    pane: Pane
    """The displayed pane, with its grouping, filter and annotations applied."""
    key: str
    """The key of the current item."""
    row: int
    """The number of its row, because an item may appear in several groups; -1 when unknown."""
    scroll: float
    """The scroll position of the list in lines."""
    number: int
    """The number of the pane among the tabs, from 0."""
    subtitle: str = ""
    """The number of rows that match the filter, in words."""
    empty_text: str = ""
    """The text shown in the list when it has no rows."""
    empty_item: ItemView | None = None
    """The contents of the detail panel when the list has no rows; otherwise None."""
    find: "Find | None" = None
    """The function that finds the text to highlight."""
    is_overview: bool = False
    """Whether this is the ungrouped Overview, which has a separate layout."""
    inside: bool | None = None
    """Whether to focus the detail or the list; None leaves the focus where it is."""
    notice: Notice | None = None
    """A message about the change, if any."""
