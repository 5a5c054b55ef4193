"""List of the items that refer to an item.

Items that are already on the item's page are left out.
"""

from collections.abc import Iterator

from deepseek_tui.panes.blocks import Block, Bullet, Document
from deepseek_tui.panes.catalogue import shown_at
from deepseek_tui.panes.common_blocks import plain, section
from deepseek_tui.panes.links import named_in
from deepseek_tui.panes.overview import PREFIX
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.format.model import Link, Note


def used_by_blocks(document: Document, reading: RenderContext) -> tuple[Block, ...]:
    """List the visible items that refer to an item.

    Items that are already on the item's page are left out.
    """
    if document.key.startswith(PREFIX):  # No item refers to a part of the Overview.
        return ()
    return section(reading.words.screen.used_by, _users(document, reading))


def _users(document: Document, reading: RenderContext) -> Iterator[Bullet]:
    index, named = reading.index, set(named_in(document))
    for ref in index.used_by.get(document.key, ()):
        item = index.items[ref]
        if ref in named or isinstance(item, Link) or (isinstance(item, Note) and not reading.context):
            continue
        if shown_at(ref, reading) is not None:
            yield Bullet(plain(reading.name(ref), ref), mark=reading.words.search.kinds[index.list_of[ref]])
