"""Values that the Navigator and the screen exchange."""

from typing import TYPE_CHECKING, NamedTuple

from deepseek_tui.navigation.item_view import ItemView
from deepseek_tui.panes.pane import Pane
from deepseek_tui.panes.render_context import RenderContext

if TYPE_CHECKING:
    from deepseek_tui.panes.highlight import Find


class ScreenPosition(NamedTuple):
    """The current row, scroll positions and focused panel on the screen."""

    key: str = ""
    """The key of the current row; empty when the list has none."""
    row: int = -1
    list_scroll: float = 0
    detail_scroll: float = 0
    inside: bool = False
    """Whether the detail or the side panel has the focus."""


class Notice(NamedTuple):
    """A short message shown to the user."""

    text: str
    timeout: float = 2
    """Seconds until it disappears."""


class PaneView(NamedTuple):
    """A pane to display, with the user's location in it."""

    reading: RenderContext
    pane: Pane
    """The pane, grouped, filtered and annotated."""
    key: str
    """The key of the current item."""
    row: int
    """Its row, because an item may appear in several groups; -1 when unknown."""
    scroll: float
    """The scroll position of the list in lines."""
    number: int
    """The number of the pane among the tabs, from 0."""
    subtitle: str = ""
    """The number of rows that the filter leaves, in words."""
    empty_text: str = ""
    """Text of the list when it has no rows."""
    empty_item: ItemView | None = None
    """Contents of the detail when there are no rows; otherwise None."""
    find: "Find | None" = None
    """Finds the text to highlight."""
    is_overview: bool = False
    """Whether this is the ungrouped Overview, which has a separate layout."""
    inside: bool | None = None
    """Whether to focus the detail or the list; None leaves the focus where it is."""
    notice: Notice | None = None
    """A message about the change, if any."""
