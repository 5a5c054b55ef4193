"""Loose items: figures, notes, links and topics, which no pane has a document for but anybody can name by id."""

from deepseek_tui.panes.blocks import Block, Bullet, Document, Field, Heading
from deepseek_tui.panes.common_blocks import figure_fields, named, note_bullet, plain, side, statement
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.analysis.index import Item
from deepseek_tui.story.format.model import Figure, Link, Note, Topic


def standalone_document(reading: RenderContext, item: Item) -> Document | None:
    """A document for an item that only stands beside others; none for any other, or for context that is left out."""
    blocks: tuple[Block, ...]
    match item:
        case Figure():
            blocks = figure_fields(reading, item)
        case Topic():
            claims = (claim for claim in reading.story.claims if claim.topic == item.id)
            blocks = tuple(statement(reading, claim) for claim in claims)
        case Note() if reading.context:
            blocks = (note_bullet(reading, item), Field(reading.words.panes.on, named(reading, item.on)))
        case Link():
            blocks = (_link(reading, item),)
        case _:
            return None
    title = reading.title(item)
    return Document(item.id, title, (Heading(title, 1), *blocks), side(reading, item.id))


def _link(reading: RenderContext, link: Link) -> Bullet:
    why = reading.say(link.text) or reading.title(link)
    return Bullet(plain(why, link.id), reading.proof(link.evidence), mark=reading.word(link.kind))
