"""Text blocks of a page: headings, paragraphs, fields, quotations and charts.

Panes build blocks without knowing how they are rendered; the dashboard draws them, the export writes them as Markdown.
Every string in a block is already in the reader's language and harmless to a terminal (`story.format.text.say`).
"""

from abc import ABC, abstractmethod
from enum import Enum
from typing import Generic, NamedTuple, TypeVar

from deepseek_tui.story.format.model import Citation


class Role(Enum):
    """Role of a piece of text, which determines its style.

    No renderer shows a role by colour alone.
    """

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
    """A match of a search."""


class Citing(NamedTuple):
    """A cited sentence of the article, with its speaker."""

    paragraph: int
    sentence: int
    speaker: str = ""
    """The id of the speaker; empty if only the place is cited."""
    status: str = ""
    """The status of the cited claim, a value of the vocabulary.

    Set only in the evidence of a claim.
    """


class Span(NamedTuple):
    """A piece of text with its style, and the item it names."""

    text: str
    role: Role = Role.PLAIN
    ref: str = ""
    """The id of the item that the text names, if any."""


class Support(NamedTuple):
    """Evidence of a text block: sentences of the article and outside sources."""

    cites: tuple[Citing, ...] = ()
    sources: tuple[Citation, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.cites or self.sources)


NOTHING = Support()

INTERFACE = "interface:"
"""The owner of text that consists of interface words or repeats other items.

Ids have no colon, so this value cannot be mistaken for an id. See `Para.of`.
"""


class Heading(NamedTuple):
    """A heading on a page.

    Level 1 is the title of the item; levels 2 and 3 are its parts.
    """

    text: str
    level: int = 2


class Para(NamedTuple):
    """A paragraph of text on a page.

    `context` marks text that comes from outside the article.
    """

    spans: tuple[Span, ...]
    proof: Support = NOTHING
    context: bool = False
    of: str = ""
    """The id of the item that owns the text.

    Empty for the document's own item, and INTERFACE if no item owns the text.
    """


class Field(NamedTuple):
    """A label and a value, on one line where both fit."""

    label: str
    spans: tuple[Span, ...]
    proof: Support = NOTHING
    of: str = ""
    """The id of the item that owns the text, as in `Para.of`."""


class Bullet(NamedTuple):
    """An item of a bullet list.

    `mark` is a text before the item, such as a date.
    """

    spans: tuple[Span, ...]
    proof: Support = NOTHING
    mark: str = ""
    context: bool = False
    """Whether the text comes from outside the article."""
    lines: bool = False
    """Whether line breaks are kept, as in the reader's notes."""
    of: str = ""
    """The id of the item that owns the text, as in `Para.of`."""


class Quotation(NamedTuple):
    """A quotation in its original language, with the editor's translation."""

    text: str
    language: str
    by: str
    translation: str = ""
    proof: Support = NOTHING


class BarStyle(Enum):
    """The style in which a bar of a chart is drawn.

    Open bars are upper or lower bounds; dashed bars are planned values.
    """

    SOLID = "solid"
    OPEN = "open"
    DASHED = "dashed"


class Bar(NamedTuple):
    """A bar of a bar chart.

    `value` is in words; `share` is the bar's length relative to the longest bar, from 0 to 1.
    """

    label: str
    value: str
    share: float
    stroke: BarStyle = BarStyle.SOLID
    proof: Support = NOTHING
    ref: str = ""
    shorter: tuple[str, ...] = ()
    """Shorter forms of the value, the longest first, for narrow pages."""


class Bars(NamedTuple):
    """A bar chart of figures on one scale, with caption and caveats."""

    bars: tuple[Bar, ...]
    caption: str
    caveats: tuple[str, ...] = ()


class StripEvent(NamedTuple):
    """An event on the strip of a timeline, with its date."""

    label: str
    date: str
    shape: str
    """The sign for the precision of the date (see `panes.timeline`)."""
    proof: Support = NOTHING
    ref: str = ""


class TimelineStrip(NamedTuple):
    """The events in order, drawn as a strip with even spacing.

    The spacing is not to scale.
    """

    stops: tuple[StripEvent, ...]
    caption: str
    whole: bool = True
    """Whether every event is listed in words, or only the dated ones."""


class Excerpt(NamedTuple):
    """A paragraph of the article, with the cited sentences marked."""

    number: int
    sentences: tuple[str, ...]
    cited: frozenset[int]
    """The numbers of the cited sentences, counted from 1.

    Empty if the paragraph differs from the cited edition.
    """
    edited: bool = False


class Table(NamedTuple):
    """A table of figures about the same quantity."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    proofs: tuple[Support, ...]
    """The evidence of each row."""


Block = Heading | Para | Field | Bullet | Quotation | Bars | TimelineStrip | Excerpt | Table


class Document(NamedTuple):
    """The page of one item: the main content and a side column.

    The side column has links and notes.
    """

    key: str
    title: str
    main: tuple[Block, ...]
    side: tuple[Block, ...] = ()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All text blocks of the page, those of the side column last."""
        return self.main + self.side


Result = TypeVar("Result")


class BlockVisitor(ABC, Generic[Result]):
    """Base of renderers, with one method for each type of text block."""

    def visit(self, block: Block) -> Result:
        """Call the method for the type of a block; return its result."""
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
    """Text and evidence of a text block, without its layout."""

    spans: tuple[Span, ...]
    supports: tuple[Support, ...] = ()
    label: str = ""
    """A label or a mark before the text."""
    of: str = ""
    """The id of the item that owns the text, as in `Para.of`."""


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
        return Content(_spaced_spans((block.text, ""), (block.by, ""), (block.translation, "")), (block.proof,))

    def _bars(self, block: Bars) -> Content:
        bars = (part for bar in block.bars for part in ((bar.label, bar.ref), (bar.value, bar.ref)))
        captions = ((words, "") for words in (block.caption, *block.caveats))
        return Content(_spaced_spans(*bars, *captions), tuple(bar.proof for bar in block.bars), of=INTERFACE)

    def _strip(self, block: TimelineStrip) -> Content:
        stops = (part for stop in block.stops for part in ((stop.label, stop.ref), (stop.date, stop.ref)))
        return Content(_spaced_spans(*stops, (block.caption, "")), tuple(stop.proof for stop in block.stops), of=INTERFACE)

    def _excerpt(self, block: Excerpt) -> Content:
        return Content(_spaced_spans(*((sentence, "") for sentence in block.sentences)), of=INTERFACE)

    def _table(self, block: Table) -> Content:
        return Content(
            _spaced_spans(*((cell, "") for row in (block.head, *block.rows) for cell in row)), block.proofs, of=INTERFACE
        )


def _spaced_spans(*words: tuple[str, str]) -> tuple[Span, ...]:
    """Return each non-empty text with a space after it."""
    return tuple(Span(f"{text} ", ref=ref) for text, ref in words if text)


content_of = _Contents().visit
"""Return the text and the evidence of a text block, without its layout."""


def words_of(block: Block) -> str:
    """Return all the text of a text block in one string."""
    content = content_of(block)
    return f"{content.label} {''.join(span.text for span in content.spans)}"
