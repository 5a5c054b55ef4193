"""The view of a story item: its document, evidence and references."""

from typing import TYPE_CHECKING, NamedTuple

from deepseek_tui.navigation.decorated_panes import DecoratedPane
from deepseek_tui.navigation.location import AT_MATCH
from deepseek_tui.panes.annotation_blocks import with_annotations_first
from deepseek_tui.panes.blocks import Block, Document, Heading, Para
from deepseek_tui.panes.common_blocks import plain
from deepseek_tui.panes.evidence import evidence, passages
from deepseek_tui.panes.pane import Section
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.panes.used_by import used_by_blocks
from deepseek_tui.panes.wrapping import QUOTED, fit

if TYPE_CHECKING:
    from deepseek_tui.navigation.search_cursor import SearchCursor
    from deepseek_tui.panes.highlight import Find


class ItemView(NamedTuple):
    """Contents of the detail panel and the side panel for one item."""

    reading: RenderContext
    document: Document
    title: str
    """The title in the border of the detail panel."""
    main: tuple[Block, ...]
    below: tuple[Block, ...] = ()
    """Blocks that are added to the detail panel when there is no side panel."""
    beside: tuple[Block, ...] = ()
    """Blocks of the side panel when there is one."""
    scroll: float = 0
    """The scroll position of the detail panel in lines, or `AT_MATCH`."""
    find: "Find | None" = None
    """The function that finds the text to highlight."""
    has_lab: bool = False

    @property
    def side_scroll(self) -> float:
        """The scroll position of the side panel in lines, or `AT_MATCH`."""
        return AT_MATCH if self.scroll == AT_MATCH else 0


def item_view(
    shown: DecoratedPane, key: str, reading: RenderContext, scroll: float, cursor: "SearchCursor | None"
) -> ItemView:
    """Return the panel contents for one item of a pane."""
    section, document = shown.pane.section, with_annotations_first(shown.pane.document(key), reading)
    uses, places = used_by_blocks(document, reading), _evidence(shown, document, reading)
    overview = section is Section.OVERVIEW  # In the Overview, the side panel continues the text of the detail panel.
    return ItemView(
        reading,
        document,
        _title((section, key), reading, cursor),
        document.main,
        document.side + uses + places,
        document.side + uses + places if overview else places + document.side + uses,
        scroll,
        cursor.find if cursor else None,
        getattr(reading.index.items.get(key), "lab", None) is not None,
    )


def empty_view(title: str, text: str, reading: RenderContext, cursor: "SearchCursor | None") -> ItemView:
    """Return the contents of the detail panel for an empty list."""
    blocks = (Heading(title, 1), Para(plain(text)))
    words = reading.words.screen
    return ItemView(reading, Document("", title, blocks), words.detail, blocks, find=cursor.find if cursor else None)


def with_all_blocks(shown: DecoratedPane, document: Document, reading: RenderContext) -> Document:
    """Return a page with all its blocks, including the side panel's."""
    side = document.side + used_by_blocks(document, reading) + _evidence(shown, document, reading)
    return document._replace(side=side)


def _title(stop: tuple[Section, str], reading: RenderContext, cursor: "SearchCursor | None") -> str:
    """Return the title of the detail panel.

    It includes the item's number if it is a search result.
    """
    number = cursor.at(stop) if cursor else 0
    if cursor is None or not number:
        return reading.words.screen.detail
    return reading.words.screen.matched.format(fit(cursor.query.text, QUOTED), number, len(cursor.stops))


def _evidence(shown: DecoratedPane, document: Document, reading: RenderContext) -> tuple[Block, ...]:
    """Return the evidence of an item.

    For a group of items, return only the cited passages.
    """
    places = shown.pane.places(document.key)
    if shown.is_group:
        return passages(reading, places)
    return evidence(reading, places, document.key) if places else ()
