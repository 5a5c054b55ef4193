"""Contradictions and qualifications, from the article and from context notes."""

from collections.abc import Callable, Iterable

from deepseek_tui.panes.blocks import NOTHING, Block, Bullet, Para, Role, Span
from deepseek_tui.panes.common_blocks import link_mark, note_bullet, plain
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.analysis.index import is_contradiction
from deepseek_tui.story.format.model import Claim, Link, Note


def visible_tensions(reading: RenderContext, ref: str) -> list[Link | Note]:
    """Return the visible links and notes that contradict or qualify an item."""
    return [item for item in reading.index.tensions(ref) if reading.context or not isinstance(item, Note)]


def contradictions(reading: RenderContext, ref: str) -> list[Link | Note]:
    """Return the visible links and notes that contradict an item.

    The item is *contested* if there are any.
    """
    return [item for item in visible_tensions(reading, ref) if is_contradiction(item)]


def qualifications(reading: RenderContext, ref: str) -> list[Link | Note]:
    """Return the visible links and notes that qualify an item.

    The item is *qualified* if there are any.
    """
    return [item for item in visible_tensions(reading, ref) if not is_contradiction(item)]


def tension_marks(reading: RenderContext, ref: str) -> list[str]:
    """Return the words "contested" and "qualified" as far as they apply."""
    words = reading.words.panes
    marks = [words.is_contested] if contradictions(reading, ref) else []
    return [*marks, words.is_qualified] if qualifications(reading, ref) else marks


def tension_list(reading: RenderContext, tensions_of: Callable[[RenderContext, str], list[Link | Note]]) -> list[Block]:
    """Return a list of all contested or all qualified items as text.

    Claims come first, and each item has its links and notes. A note on a claim, its event and its players is listed
    once, under the first of them.
    """
    story, blocks, listed = reading.story, list[Block](), set[str]()
    lists = (story.claims, story.events, story.innovations, story.figures, story.questions, story.players, story.notes)
    for item in (item for items in lists for item in items):
        found = [tension for tension in tensions_of(reading, item.id) if tension.id not in listed]
        listed.update(tension.id for tension in found)
        tensions = tension_bullets(reading, found)
        if tensions:
            proof = reading.claim_proof(item) if isinstance(item, Claim) else NOTHING
            blocks.append(Para((Span(reading.title(item), Role.STRONG, item.id),), proof))
            blocks += tensions
    return blocks


def tension_bullets(reading: RenderContext, tensions: Iterable[Link | Note]) -> list[Block]:
    """Return links and notes that contradict or qualify, as list items."""
    blocks: list[Block] = []
    for item in tensions:
        if isinstance(item, Note):
            blocks.append(note_bullet(reading, item))
        else:
            mark = link_mark(reading, item, reading.words.panes.passive[item.kind.value])
            blocks.append(Bullet(plain(reading.name(item.from_), item.from_), reading.proof(item.evidence), mark=mark))
    return blocks
