"""Blocks: the words of a pane, laid out as headings, paragraphs, fields, quotations and bars, for any renderer.

A pane says what it has to say once, in these; the dashboard draws them, the export writes them as Markdown.
Every string in a block is already in the reader's language and harmless to a terminal (`story.text.say`).
"""

from abc import ABC, abstractmethod
from enum import Enum
from typing import Generic, NamedTuple, TypeVar

from deepseek_tui.story.format.model import Citation


class Role(Enum):
    """What a stretch of words is, so that a renderer can tell it apart; never by colour alone."""

    PLAIN = "plain"
    TITLE = "title"
    HEADING = "heading"
    STRONG = "strong"
    MUTED = "muted"
    ACCENT = "accent"
    QUOTE = "quote"
    TERM = "term"
    BAR = "bar"
    LATER = "later"
    MATCH = "match"
    """What somebody searched for."""


class Citing(NamedTuple):
    """A place in the article and who says it there."""

    paragraph: int
    sentence: int
    speaker: str = ""
    """The id of a source of the story; empty where only the place is meant."""
    status: str = ""
    """The status of the claim cited, as a word of the vocabulary; empty where no single claim is meant."""


class Span(NamedTuple):
    """A stretch of words in one role, what it rests on, and the item it names."""

    text: str
    role: Role = Role.PLAIN
    ref: str = ""
    """The id of the item that these words name, if they name one."""


class Support(NamedTuple):
    """What a block rests on: places in the article, and sources outside it."""

    cites: tuple[Citing, ...] = ()
    sources: tuple[Citation, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.cites or self.sources)


NOTHING = Support()

INTERFACE = "interface:"
"""Stands for the id of an item where a block holds words of the interface, or repeats what items say elsewhere.

It cannot be mistaken for an id: see `Para.of`.
"""


class Heading(NamedTuple):
    """A heading; level 1 is the item's own title, 2 a part of it, 3 a part of a part."""

    text: str
    level: int = 2


class Para(NamedTuple):
    """A paragraph; `context` marks words that come from outside the article."""

    spans: tuple[Span, ...]
    proof: Support = NOTHING
    context: bool = False
    of: str = ""
    """The id of the item whose words these are, where it is not the document's own; INTERFACE where it is none."""


class Field(NamedTuple):
    """A label and what stands behind it, on one line where it fits."""

    label: str
    spans: tuple[Span, ...]
    proof: Support = NOTHING
    of: str = ""
    """As in a paragraph."""


class Bullet(NamedTuple):
    """One item of a list; `mark` is a word that stands before it, such as a relation or a date."""

    spans: tuple[Span, ...]
    proof: Support = NOTHING
    mark: str = ""
    context: bool = False
    """Comes from outside the article."""
    lines: bool = False
    """Its line breaks are meant, and are kept: somebody's own notes, and no prose."""
    of: str = ""
    """As in a paragraph."""


class Quotation(NamedTuple):
    """Words as printed, in the language printed, with our translation marked as ours."""

    text: str
    language: str
    by: str
    translation: str = ""
    proof: Support = NOTHING


class BarStyle(Enum):
    """How a bar is drawn: whole, open at its end (a ceiling or a floor), dashed (not yet come)."""

    SOLID = "solid"
    OPEN = "open"
    DASHED = "dashed"


class Bar(NamedTuple):
    """One bar of a chart: a label, the value in words, and its share of the longest bar, 0 to 1."""

    label: str
    value: str
    share: float
    stroke: BarStyle = BarStyle.SOLID
    proof: Support = NOTHING
    ref: str = ""
    shorter: tuple[str, ...] = ()
    """The same with less said, the longest first, for where the whole of it has no room beside the label."""


class Bars(NamedTuple):
    """Figures drawn to one scale, with what must be said beside them."""

    bars: tuple[Bar, ...]
    caption: str
    caveats: tuple[str, ...] = ()


class StripEvent(NamedTuple):
    """A stop on the timeline's strip: how its place in time is known, and its words."""

    label: str
    date: str
    shape: str
    """The sign of how its date is known (see `panes.timeline`)."""
    proof: Support = NOTHING
    ref: str = ""


class TimelineStrip(NamedTuple):
    """The timeline as a strip: order, not scale."""

    stops: tuple[StripEvent, ...]
    caption: str
    whole: bool = True
    """Every stop in words; otherwise those alone that have a date."""


class Excerpt(NamedTuple):
    """A paragraph of the reader's own copy of the article, the sentences cited in it set off from the others."""

    number: int
    sentences: tuple[str, ...]
    cited: frozenset[int]
    """The numbers of the sentences cited, from 1; none in a paragraph that was edited since."""
    edited: bool = False


class Table(NamedTuple):
    """Rows of cells under a head: figures about the same thing, side by side."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    proofs: tuple[Support, ...]
    """One for each row."""


Block = Heading | Para | Field | Bullet | Quotation | Bars | TimelineStrip | Excerpt | Table


class Document(NamedTuple):
    """What a pane says of one item: its own words, and beside them what bears on it (links and notes)."""

    key: str
    title: str
    main: tuple[Block, ...]
    side: tuple[Block, ...] = ()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Everything, in one column."""
        return self.main + self.side


Result = TypeVar("Result")


class BlockVisitor(ABC, Generic[Result]):
    """One method for each type of block; a renderer that lacks one cannot be made."""

    def visit(self, block: Block) -> Result:
        """Return what the method for the type of this block returns."""
        match block:
            case Field():
                return self._field(block)
            case Bullet():
                return self._bullet(block)
            case Heading():
                return self._heading(block)
            case Para():
                return self._para(block)
            case Quotation():
                return self._quotation(block)
            case Bars():
                return self._bars(block)
            case TimelineStrip():
                return self._strip(block)
            case Excerpt():
                return self._excerpt(block)
            case Table():
                return self._table(block)

    @abstractmethod
    def _heading(self, block: Heading) -> Result: ...
    @abstractmethod
    def _para(self, block: Para) -> Result: ...
    @abstractmethod
    def _field(self, block: Field) -> Result: ...
    @abstractmethod
    def _bullet(self, block: Bullet) -> Result: ...
    @abstractmethod
    def _quotation(self, block: Quotation) -> Result: ...
    @abstractmethod
    def _bars(self, block: Bars) -> Result: ...
    @abstractmethod
    def _strip(self, block: TimelineStrip) -> Result: ...
    @abstractmethod
    def _excerpt(self, block: Excerpt) -> Result: ...
    @abstractmethod
    def _table(self, block: Table) -> Result: ...


class Content(NamedTuple):
    """What a block holds, without its layout: its words and what they rest on."""

    spans: tuple[Span, ...]
    supports: tuple[Support, ...] = ()
    label: str = ""
    """A label or a mark that stands before the words."""
    of: str = ""
    """The id of the item whose words these are, as in a paragraph."""


class _Contents(BlockVisitor[Content]):
    def _heading(self, block: Heading) -> Content:
        return Content((Span(block.text),))

    def _para(self, block: Para) -> Content:
        return Content(block.spans, (block.proof,), of=block.of)

    def _field(self, block: Field) -> Content:
        return Content(block.spans, (block.proof,), block.label, block.of)

    def _bullet(self, block: Bullet) -> Content:
        return Content(block.spans, (block.proof,), block.mark, block.of)

    def _quotation(self, block: Quotation) -> Content:
        return Content(_apart((block.text, ""), (block.by, ""), (block.translation, "")), (block.proof,))

    def _bars(self, block: Bars) -> Content:
        bars = (part for bar in block.bars for part in ((bar.label, bar.ref), (bar.value, bar.ref)))
        around = ((words, "") for words in (block.caption, *block.caveats))
        return Content(_apart(*bars, *around), tuple(bar.proof for bar in block.bars), of=INTERFACE)

    def _strip(self, block: TimelineStrip) -> Content:
        stops = (part for stop in block.stops for part in ((stop.label, stop.ref), (stop.date, stop.ref)))
        return Content(_apart(*stops, (block.caption, "")), tuple(stop.proof for stop in block.stops), of=INTERFACE)

    def _excerpt(self, block: Excerpt) -> Content:
        return Content(_apart(*((sentence, "") for sentence in block.sentences)), of=INTERFACE)

    def _table(self, block: Table) -> Content:
        return Content(
            _apart(*((cell, "") for row in (block.head, *block.rows) for cell in row)), block.proofs, of=INTERFACE
        )


def _apart(*words: tuple[str, str]) -> tuple[Span, ...]:
    """Words, each with the id of the item that it names, as spans with a space after each."""
    return tuple(Span(f"{text} ", ref=ref) for text, ref in words if text)


content_of = _Contents().visit
"""Return what a block holds."""


def words_of(block: Block) -> str:
    """Return all the words of a block in one string."""
    content = content_of(block)
    return f"{content.label} {''.join(span.text for span in content.spans)}"
