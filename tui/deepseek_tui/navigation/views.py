"""Values that the Navigator and a screen exchange."""

from typing import TYPE_CHECKING, NamedTuple

from deepseek_tui.navigation.item_view import ItemView
from deepseek_tui.panes.pane import Pane
from deepseek_tui.panes.render_context import RenderContext

if TYPE_CHECKING:
    from deepseek_tui.panes.highlight import Find


class ScreenPosition(NamedTuple):
    """Where a screen stands: the current row, the scroll positions and the panel that has the focus."""

    key: str = ""
    """The key of the current row; empty when the list has none."""
    row: int = -1
    list_scroll: float = 0
    detail_scroll: float = 0
    inside: bool = False
    """Whether the detail or the side panel has the focus."""


class Notice(NamedTuple):
    """A short message to the user."""

    text: str
    timeout: float = 2
    """Seconds for which it is shown."""


class PaneView(NamedTuple):
    """A pane as it is to be shown, with the place in it."""

    reading: RenderContext
    pane: Pane
    """The pane, grouped, filtered and annotated."""
    key: str
    """The key of the current item."""
    row: int
    """Its row, because an item may appear in several groups; -1 when unknown."""
    scroll: float
    """How many lines the list is scrolled."""
    number: int
    """The number of the pane among the tabs, from 0."""
    subtitle: str = ""
    """How many rows a filter leaves."""
    empty_text: str = ""
    """What to show in place of the rows when there are none."""
    empty_item: ItemView | None = None
    """What to show in the detail when there are no rows; None when there are."""
    find: "Find | None" = None
    """Finds what is to be highlighted."""
    is_overview: bool = False
    """Whether this is the Overview in its own order, which has a layout of its own."""
    inside: bool | None = None
    """Whether to focus the detail or the list; None leaves the focus where it is."""
    notice: Notice | None = None
    """What to tell the user about the change."""
