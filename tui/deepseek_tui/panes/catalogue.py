"""Look-up of the pane that shows a section or an item."""

from importlib import import_module

from deepseek_tui.panes.blocks import INTERFACE, Block, Bullet, Document, Field, Heading
from deepseek_tui.panes.common_blocks import figure_fields, link_mark, named, note_bullet, plain, side, statement
from deepseek_tui.panes.overview import PREFIX
from deepseek_tui.panes.pane import PANES, Pane, Section
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.analysis.index import Item
from deepseek_tui.story.format.model import Figure, Link, Note, Source, Topic
from deepseek_tui.story.format.sections import SECTIONS

_PANES = {
    Section.OVERVIEW: "overview:OverviewPane",
    Section.TIMELINE: "timeline:TimelinePane",
    Section.PLAYERS: "players:PlayersPane",
    Section.INNOVATIONS: "innovations:InnovationsPane",
    Section.QUESTIONS: "questions:QuestionsPane",
    Section.CLAIMS: "claims:ClaimsPane",
    Section.SOURCES: "glossary:SourcesPane",
    Section.TERMS: "glossary:TermsPane",
    Section.MINE: "annotations_pane:AnnotationsPane",
}
"""The module and class of each pane, imported when it is first opened."""

_SECTIONS = {entry.items: section for section, entry in SECTIONS.items() if entry.items}
"""The section that shows the items of each list of the story."""


def pane_of(section: Section, reading: RenderContext) -> Pane:
    """Return the pane of a section."""
    module, name = _PANES[section].split(":")
    pane: Pane = getattr(import_module(f"deepseek_tui.panes.{module}"), name)(reading)
    return pane


def section_of(ref: str, reading: RenderContext) -> Section | None:
    """Return the section whose pane shows the page of an item.

    The result is None if there is none. A dated note is on the timeline while context is shown.
    """
    item = reading.index.items.get(ref)
    if isinstance(item, Note):
        return Section.TIMELINE if item.when and reading.context else None
    return _SECTIONS.get(reading.index.list_of.get(ref, ""))


_BLOCKS = {"figures": f"{PREFIX}figures", "sources": f"{PREFIX}sources", "terms": f"{PREFIX}terms"}


def shown_at(ref: str, reading: RenderContext) -> tuple[Section, str] | None:
    """Return the pane and the row in which an item is shown.

    A speaker who is also a player is shown as that player. Figures, terms and other speakers are in blocks of the
    Overview. An undated note is beside the first shown item that it is about, and a link beside the item that it
    starts from. Return None for other items, such as hidden context.
    """
    section = section_of(ref, reading)
    if section in PANES:
        return section, ref
    item = reading.index.items.get(ref)
    if isinstance(item, Source) and item.player:
        return shown_at(item.player, reading)
    list_name = reading.index.list_of.get(ref, "")
    if list_name in _BLOCKS:
        return Section.OVERVIEW, _BLOCKS[list_name]
    if isinstance(item, Note) and reading.context:
        return next((location for target in item.on if (location := shown_at(target, reading))), None)
    return shown_at(item.from_, reading) if isinstance(item, Link) else None


def keys_of(reading: RenderContext) -> frozenset[str]:
    """Return all item ids of a story, and keys of the Overview."""
    return frozenset((*reading.index.items, *pane_of(Section.OVERVIEW, reading).keys))


def standalone_document(reading: RenderContext, item: Item) -> Document | None:
    """Return the page of an item that no list has.

    The result is None if there is none.
    """
    blocks: tuple[Block, ...]
    match item:
        case Figure():
            blocks = figure_fields(reading, item)
        case Topic():
            claims = (claim for claim in reading.story.claims if claim.topic == item.id)
            blocks = () if reading.own_words else tuple(statement(reading, claim) for claim in claims)
        case Note() if reading.context:
            blocks = (note_bullet(reading, item), Field(reading.words.panes.on, named(reading, item.on)))
        case Link():
            blocks = (_link(reading, item),)
        case _:
            return None
    title = reading.title(item)
    return Document(item.id, title, (Heading(title, 1), *blocks), side(reading, item.id))


def _link(reading: RenderContext, link: Link) -> Bullet:
    text, owner = (reading.say(link.text), "") if link.text else (reading.title(link), INTERFACE)
    return Bullet(
        plain(text, link.id), reading.proof(link.evidence), mark=link_mark(reading, link, reading.word(link.kind)), of=owner
    )
