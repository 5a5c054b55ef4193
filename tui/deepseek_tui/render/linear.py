"""Linear text of a story, for screen readers, braille displays and pipes.

Headings are numbered, charts are described in words, and the id of an item follows its name in brackets.
There are no boxes, bars or signs.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from deepseek_tui.i18n.languages import language_of
from deepseek_tui.panes.blocks import (
    Bar,
    Bars,
    BarStyle,
    Block,
    BlockVisitor,
    Bullet,
    Document,
    Excerpt,
    Field,
    Heading,
    Para,
    Quotation,
    Span,
    StripEvent,
    Support,
    Table,
    TimelineStrip,
)
from deepseek_tui.panes.catalogue import pane_of
from deepseek_tui.panes.evidence import copy_status, evidence, passage_title
from deepseek_tui.panes.page_layout import PageLayout
from deepseek_tui.panes.pane import Pane, Section
from deepseek_tui.panes.render_context import RenderContext, places
from deepseek_tui.panes.timeline import PARTLY, PLANNED, UNDATED
from deepseek_tui.panes.wrapping import breaks
from deepseek_tui.render.commonmark import fold, paragraphs
from deepseek_tui.render.selection import REPEATED_BLOCKS, Selection, sections
from deepseek_tui.story.format.model import Evidence, Figure, Note
from deepseek_tui.story.format.sections import ALL
from deepseek_tui.story.format.vocabulary import Bound, Phase, Status

Rows = Callable[[Pane], Iterable[int]]
"""A function that returns the numbers of the selected rows of a pane."""

UNWRAPPED_WIDTH = 10**9
"""The width of a line that is never wrapped, in cells."""

_STATUSES = {status.value: status for status in Status}


@dataclass(frozen=True, slots=True)
class LinearLine:
    """One line of the linear text."""

    text: str
    heading: bool = False


@dataclass(frozen=True, slots=True)
class _Piece:
    """A paragraph of linear text, wrapped separately from the others."""

    text: str
    first: str = ""
    """The prefix of the first line."""
    rest: str = ""
    """The prefix of the other lines."""
    sign: str = ""
    """The kind of list that the paragraph belongs to; items of one list have no blank line between them."""
    joined: bool = False
    """Whether the paragraph follows the previous one without a blank line."""
    heading: bool = False


def linear(part: Selection, *, evidence: bool = False, rows: Rows | None = None) -> "LinearText":
    """Return the linear text of a selection, optionally with evidence.

    `rows` selects the rows of each pane; for a single item, an empty result leaves it out.
    """
    reading, text = part.reading, LinearText(part.reading, evidence=evidence)
    if part.name == ALL:
        for pane in sections(reading):
            text.pane(pane, without=REPEATED_BLOCKS.get(pane.section, ()), rows=rows)
        if text.pieces:
            text.pieces.insert(0, _Piece(fold(part.title), heading=True))
    elif not part.is_item:
        text.pane(pane_of(Section(part.name), reading), rows=rows)
    elif part.section is not None:
        pane = pane_of(part.section, reading)
        if rows is None or any(pane.keys[row] == part.name for row in rows(pane)):
            text.document(part.document, 1, pane.places(part.name))
    else:
        item = reading.index.items[part.name]
        text.document(part.document, 1, getattr(item, "evidence", ()))
    return text


class LinearText(BlockVisitor[None]):
    """Builder of linear text from the pages of a story."""

    def __init__(self, reading: RenderContext, *, evidence: bool = False) -> None:
        self.pieces: list[_Piece] = []
        self._reading = reading
        self._words = reading.words
        self._evidence = evidence
        self._page = PageLayout(reading, 80)
        self._numbers: list[int] = []
        self._level = 1
        """The level of the current heading."""
        self._named: set[str] = set()
        """The ids already written on the current page."""

    def lines(self, width: int = 0) -> Iterator[LinearLine]:
        """Yield lines of at most `width` cells.

        A long word makes a longer line. Width 0 means no wrapping.
        """
        before: _Piece | None = None
        for piece in self.pieces:
            if before is not None and not piece.joined and not (piece.sign and piece.sign == before.sign):
                yield LinearLine("")
            room = width - max(cell_len(piece.first), cell_len(piece.rest)) if width else UNWRAPPED_WIDTH
            lead = piece.first
            for start, end in breaks(piece.text, max(room, 2), cut=False):
                yield LinearLine(f"{lead}{piece.text[start:end]}".rstrip(" "), piece.heading)
                lead = piece.rest
            before = piece

    # The following methods add headings, panes and pages.

    def heading(self, words: str, level: int) -> None:
        """Add a heading, numbered after the previous heading of the same level."""
        level = min(level, len(self._numbers) + 1)
        self._numbers[level:] = []
        if len(self._numbers) < level:
            self._numbers.append(0)
        self._numbers[-1] += 1
        number = ".".join(map(str, self._numbers)) + ("." if level == 1 else "")
        self.pieces.append(_Piece(f"{number} {fold(words)}", heading=True))

    def pane(self, pane: Pane, *, without: Iterable[str] = (), rows: Rows | None = None) -> None:
        """Add the pages of all items of a pane under its title.

        Nothing is added if no row is selected.
        """
        left_out, keys = frozenset(without), pane.keys
        wanted = range(len(keys)) if rows is None else rows(pane)
        kept = [row for row in wanted if keys[row] not in left_out]
        if rows is None or any(keys[row] for row in kept):
            level = 2
            self.heading(pane.title, 1)
            if pane.order_rule:
                self.pieces.append(_Piece(fold(pane.order_rule)))
            for row in kept:
                if keys[row]:
                    self.document(pane.document(keys[row]), level, pane.places(keys[row]))
                else:
                    group = pane.row(row)
                    self.heading(self._words.export.comma.join(filter(None, (group.title, group.tail))), 2)
                    level = 3
            if pane.nothing and not keys:
                self.pieces.append(_Piece(fold(pane.nothing)))

    def document(self, document: Document, level: int, rests_on: Sequence[Evidence] = ()) -> None:
        """Add a page under its title and id.

        Evidence is added if it is enabled.
        """
        item = self._reading.index.items.get(document.key)
        title = document.title if item is None else f"{document.title} [{document.key}]"
        self.heading(self._labelled(self._words.export.context, title) if isinstance(item, Note) else title, level)
        self._named = {document.key}
        self._blocks(document.blocks, level)
        if self._evidence:
            self.heading(self._words.evidence.title, level + 1)
            found = evidence(self._reading, rests_on, document.key)
            # The warning about the local copy is left out, since the command prints it once.
            self._blocks(found[len(copy_status(self._reading)) :], level + 1)

    def _blocks(self, blocks: Iterable[Block], level: int) -> None:
        self._level = level
        for block in blocks:
            self.visit(block)

    def _heading(self, block: Heading) -> None:
        if block.level > 1:  # A heading of level 1 is the title, which is already written.
            self.heading(block.text, self._level + block.level - 1)

    def _para(self, block: Para) -> None:
        self._add(self._marked("", block.context, block.proof), block.spans, block.proof)

    def _field(self, block: Field) -> None:
        self._add(block.label, block.spans, block.proof, rest="  ", sign="field")

    def _bullet(self, block: Bullet) -> None:
        mark = self._marked(block.mark, block.context, block.proof)
        add = self._kept if block.lines else self._add
        add(mark, block.spans, block.proof, first="- ", rest="  ", sign="bullet")

    # The following methods write text.

    def _add(
        self, label: str, spans: Sequence[Span], proof: Support, *, first: str = "", rest: str = "", sign: str = ""
    ) -> None:
        """Add labelled text with its sentence numbers in brackets.

        Outside sources are added below the text.
        """
        words = self._cited(self._said(spans), proof)
        self.pieces.append(_Piece(self._labelled(label, words) if label else words, first, rest, sign))
        for source in proof.sources:
            address = source.url or self._words.export.address_unknown
            said = self._words.export.comma.join((fold(self._page.source(source)), address))
            line = self._labelled(self._words.linear.source, said)
            self.pieces.append(_Piece(line, "  ", "    ", sign, joined=True))

    def _kept(
        self, label: str, spans: Sequence[Span], _proof: Support, *, first: str = "", rest: str = "", sign: str = ""
    ) -> None:
        """Add text in separate paragraphs, and keep their line breaks."""
        (line, *lines), *others = paragraphs("".join(span.text for span in spans)) or [[""]]
        self.pieces.append(_Piece(self._labelled(label, line), first, rest, sign))
        self.pieces += (_Piece(line, rest, rest, sign, joined=True) for line in lines)
        for lines in others:
            self.pieces += (_Piece(line, rest, rest, joined=number > 0) for number, line in enumerate(lines))

    def _labelled(self, label: str, words: str) -> str:
        return f"{fold(label)}{self._words.export.colon}{words}"

    def _marked(self, mark: str, context: bool, proof: Support) -> str:
        """Return the label of text from outside the article, such as context."""
        if not context:
            return mark
        words = self._words.export
        origin = words.context if proof.sources else words.editor
        return words.comma.join(filter(None, (origin, mark)))

    def _said(self, spans: Sequence[Span]) -> str:
        """Join pieces of text into one line.

        A dash stands before each piece that began a new line.
        """
        said = ""
        for span in spans:
            text = f" — {span.text[1:]}" if said and span.text.startswith("\n") else span.text
            said += self._with_id(text, span.ref)
        return fold(said)

    def _with_id(self, words: str, ref: str) -> str:
        """Return a text, followed at the first mention by its item's id."""
        if not ref or ref in self._named:
            return words
        self._named.add(ref)
        name = words.rstrip(" —")
        return f"{name} [{ref}]{words[len(name) :]}"

    def _cited(self, words: str, proof: Support) -> str:
        """Return text followed by its citations in brackets.

        A citation has sentence numbers, speaker and status.
        """
        by_voice: dict[str, list[str]] = {}
        for cite in proof.cites:
            status = self._reading.word(_STATUSES[cite.status]) if cite.status else ""
            speaker = self._reading.speaker(cite.speaker) if cite.speaker else ""
            voice = self._words.export.comma.join(filter(None, (fold(speaker), status)))
            by_voice.setdefault(voice, []).append(f"¶{cite.paragraph}.{cite.sentence}")
        said = self._words.linear.semicolon.join(
            f"{', '.join(dict.fromkeys(where))} {voice}".rstrip() for voice, where in by_voice.items()
        )
        if words == places(proof.cites):  # The text is only the list of cited sentences, so they are not repeated.
            return said
        return f"{words} ({said})" if said else words

    def _quoted(self, words: str, language: str) -> str:
        before, after = language_of(language).quotes
        return f"{before}{fold(words)}{after}"

    def _quotation(self, block: Quotation) -> None:
        words = self._words.panes
        printed = words.printed_in.get(block.language, block.language)
        by = self._words.export.said_by.format(name=fold(block.by), language=printed)
        said = f"{self._quoted(block.text, block.language)} {by}"
        self.pieces.append(_Piece(self._cited(said, block.proof)))
        if block.translation:
            ours = f"{words.our_translation[:1].upper()}{words.our_translation[1:]}"
            translated = self._quoted(block.translation, self._reading.language)
            self.pieces.append(_Piece(self._labelled(ours, translated), joined=True))

    def _excerpt(self, block: Excerpt) -> None:
        """Add the cited sentences of a paragraph of the article.

        If its text was edited, add the whole paragraph.
        """
        words = self._words.evidence
        place = (words.edited if block.edited else words.paragraph).format(block.number)
        cited = [sentence for number, sentence in enumerate(block.sentences, 1) if number in block.cited]
        said = self._quoted(" ".join(cited or block.sentences), self._reading.story.article.language)
        label = self._words.export.comma.join((passage_title(self._reading), place))
        self.pieces.append(_Piece(self._labelled(label, said)))

    # The following methods describe charts and tables.

    def _bars(self, block: Bars) -> None:
        for bar in block.bars:
            label = self._with_id(fold(bar.label), bar.ref)
            said = self._cited(" ".join(filter(None, (fold(bar.value), self._stroke(bar)))), bar.proof)
            self.pieces.append(_Piece(f"{label}{self._words.export.colon}{said}", "- ", "  ", "bullet"))
        for words in filter(None, (block.caption, *block.caveats)):
            self.pieces.append(_Piece(fold(words)))

    def _stroke(self, bar: Bar) -> str:
        """Return in words whether a bar is planned or a bound."""
        figure = self._reading.index.items.get(bar.ref)
        if bar.stroke is BarStyle.DASHED:
            return f"({self._reading.word(Phase.PLANNED)})"
        if bar.stroke is BarStyle.OPEN and isinstance(figure, Figure):
            words = self._words.linear
            return f"({words.ceiling if figure.bound is Bound.LESS_THAN else words.floor})"
        return ""

    def _strip(self, block: TimelineStrip) -> None:
        stops = [stop for stop in block.stops if block.whole or stop.shape != UNDATED]
        for number, stop in enumerate(stops, 1):
            label = self._with_id(fold(stop.label), stop.ref)
            words = self._cited(f"{label} — {self._date(stop)}", stop.proof)
            self.pieces.append(_Piece(words, f"{number}) ", "   ", "stop"))
        if block.caption:
            self.pieces.append(_Piece(fold(block.caption)))

    def _date(self, stop: StripEvent) -> str:
        """Return the date of an event, with its precision in words."""
        said = {PLANNED: self._reading.word(Phase.PLANNED), PARTLY: self._words.linear.partly}.get(stop.shape)
        return f"{fold(stop.date)} ({said})" if said else fold(stop.date)

    def _table(self, block: Table) -> None:
        """Add each row of a table as a list item.

        Each cell follows the name of its column.
        """
        for row, proof in zip(block.rows, block.proofs, strict=True):
            cells = [self._labelled(name, fold(cell)) for name, cell in zip(block.head, row, strict=True) if cell]
            self.pieces.append(_Piece(self._cited(self._words.linear.semicolon.join(cells), proof), "- ", "  ", "bullet"))
