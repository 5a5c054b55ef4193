"""Layout of text blocks as lines of a given width."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from rich.cells import cell_len

from deepseek_tui.i18n.languages import language_of
from deepseek_tui.panes.blocks import (
    Bar,
    Bars,
    BarStyle,
    Block,
    BlockVisitor,
    Bullet,
    Citing,
    Excerpt,
    Field,
    Heading,
    Para,
    Quotation,
    Role,
    Span,
    StripEvent,
    Support,
    Table,
    TimelineStrip,
)
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.panes.wrapping import breaks
from deepseek_tui.story.format.model import Citation
from deepseek_tui.story.format.text import harmless

CONTEXT = "┊ "
"""The prefix of each line from outside the article."""
QUOTE = "▏ "
CITED = "▶ "
"""The prefix of the cited sentences of a passage."""


class Line(NamedTuple):
    """One line of a page, as pieces of text with their style."""

    spans: tuple[Span, ...] = ()
    continued: bool = False
    """Whether the line continues the line above."""
    cut: bool = False
    """Whether the line starts in the middle of a word, such as a long address."""
    indent: int = 0
    """The number of cells at the start of the line that are layout and not text."""

    @property
    def plain(self) -> str:
        """The unstyled text of the line, including indentation and other layout."""
        return "".join(span.text for span in self.spans)


BLANK = Line()


def flow(
    spans: Sequence[Span], width: int, first: str = "", rest: str | None = None, role: Role = Role.MUTED
) -> Iterator[Line]:
    """Yield text wrapped to a width, with a prefix before each line.

    The first line has a prefix of its own.
    """
    rest = " " * cell_len(first) if rest is None else rest
    text = "".join(span.text for span in spans)
    last = -1
    for start, end in breaks(text, width - cell_len(first)):
        before = first if last < 0 else rest
        lead = (Span(before, role),) if before else ()
        goes_on = last >= 0 and "\n" not in text[last:start]
        yield Line((*lead, *_cut(spans, start, end)), continued=goes_on, cut=goes_on and start == last, indent=len(before))
        last = end


def _cut(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    at = 0
    for span in spans:
        low, high = max(start - at, 0), min(end - at, len(span.text))
        if low < high:
            yield Span(span.text[low:high], span.role, span.ref)
        at += len(span.text)


class PageLayout(BlockVisitor[Iterator[Line]]):
    """Layout of text blocks as lines of one width."""

    def __init__(self, reading: RenderContext, width: int) -> None:
        self.reading = reading
        self.width = max(width, 12)

    def lines(self, blocks: Iterable[Block]) -> list[Line]:
        """Lay out text blocks as lines, with blank lines between them."""
        found: list[Line] = []
        before: Block | None = None
        for group in _groups(blocks):
            first = group[0]
            if before is not None and _air(before, first):
                found.append(BLANK)
            fields = [block for block in group if isinstance(block, Field)]
            found += self._fields(fields) if fields else self.visit(first)
            before = first
        return found

    # The following methods lay out text.

    def _heading(self, block: Heading) -> Iterator[Line]:
        role = {1: Role.TITLE, 2: Role.HEADING}.get(block.level, Role.MUTED)
        return flow([Span(block.text, role)], self.width)

    def _para(self, block: Para) -> Iterator[Line]:
        first = CONTEXT if block.context else ""
        mark = (Span(f"  ({self.reading.words.panes.from_editor})", Role.MUTED),) if block.context else ()
        yield from flow((*block.spans, *mark, *self.cites(block.proof)), self.width, first, first)
        yield from self._sources(block.proof.sources, first)

    def _bullet(self, block: Bullet) -> Iterator[Line]:
        mark = (Span(f"{block.mark}  ", Role.STRONG),) if block.mark else ()
        first, rest = (CONTEXT, CONTEXT) if block.context else ("• ", "  ")
        yield from flow((*mark, *block.spans, *self.cites(block.proof)), self.width, first, rest)
        yield from self._sources(block.proof.sources, rest)

    def _quotation(self, block: Quotation) -> Iterator[Line]:
        words = self.reading.words.panes
        yield from flow([Span(_quoted(block.text, block.language), Role.QUOTE)], self.width, QUOTE, QUOTE)
        printed = words.printed_in.get(block.language, block.language)
        by = (Span(f"{block.by} · {printed}", Role.MUTED), *self.cites(Support(tuple(_place(c) for c in block.proof.cites))))
        yield from flow(by, self.width, QUOTE, QUOTE)
        if block.translation:
            ours = Span(f" ({words.our_translation})", Role.MUTED)
            translation = Span(_quoted(block.translation, self.reading.language))
            yield from flow((translation, ours), self.width, QUOTE, QUOTE)

    def _field(self, block: Field) -> Iterator[Line]:
        return self._fields([block])

    def _fields(self, fields: Sequence[Field]) -> Iterator[Line]:
        """Lay out fields in two columns, or with labels above them.

        Labels are above the values on a narrow page.
        """
        column = max(cell_len(field.label) for field in fields) + 2
        beside = column <= min(26, self.width * 2 // 5)
        for field in fields:
            spans = (*field.spans, *self.cites(field.proof))
            if beside:
                label = field.label + " " * (column - cell_len(field.label))
                # The label is part of the text, so it is copied together with the value.
                for line in flow(spans, self.width, label):
                    yield line if line.continued else line._replace(indent=0)
            else:
                yield from flow([Span(field.label, Role.MUTED)], self.width)
                yield from flow(spans, self.width, "  ")
            yield from self._sources(field.proof.sources, "  ")

    def _excerpt(self, block: Excerpt) -> Iterator[Line]:
        """Lay out a paragraph of the article.

        A sign stands before the lines of cited sentences.
        """
        words = self.reading.words.evidence
        label = (words.edited if block.edited else words.paragraph).format(block.number)
        yield from flow([Span(label, Role.MUTED)], self.width)
        for number, sentence in enumerate(block.sentences, 1):
            cited = number in block.cited
            role = Role.STRONG if cited else Role.MUTED if block.cited else Role.PLAIN
            sign = CITED if cited else "  "
            yield from flow([Span(harmless(sentence), role)], self.width, sign, sign, Role.ACCENT)

    def _table(self, block: Table) -> Iterator[Line]:
        """Lay out a table in columns, or as labelled values.

        Labelled values are used if the page is too narrow for columns.
        """
        rows = (block.head, *block.rows)
        widths = [max(cell_len(row[column]) for row in rows) for column in range(len(block.head))]
        if sum(widths) + 2 * (len(widths) - 1) > self.width:
            for (label, *values), proof in zip(block.rows, block.proofs, strict=True):
                yield from flow([Span(label, Role.STRONG)], self.width)
                told = (f"{head} {value}" for head, value in zip(block.head[1:], values, strict=True) if value)
                yield from flow([Span(" · ".join(told)), *self.cites(proof)], self.width, "  ")
            return
        yield Line(_cells(block.head, widths, Role.MUTED))
        for row, proof in zip(block.rows, block.proofs, strict=True):
            cells = _cells(row, widths, Role.PLAIN)
            cites = self.cites(proof)
            room = self.width - sum(map(cell_len, (span.text for span in cells)))
            yield Line((*cells, *cites) if cell_len("".join(span.text for span in cites)) <= room else cells)

    # The following methods lay out evidence and sources.

    def cites(self, proof: Support) -> tuple[Span, ...]:
        """Return cited sentences with their speakers, for the end of a line.

        An example is "¶4.1, ¶5.2 The Algorithmic Bridge". A place without a speaker is the article's own claim.
        """
        by_speaker: dict[str, dict[str, None]] = {}
        for cite in proof.cites:
            by_speaker.setdefault(cite.speaker, {})[f"¶{cite.paragraph}.{cite.sentence}"] = None
        found = [self._voice(speaker, ", ".join(places)) for speaker, places in by_speaker.items()]
        return (Span("  " + " · ".join(found), Role.MUTED),) if found else ()

    def _voice(self, speaker: str, places: str) -> str:
        if speaker in ("", self.reading.index.article):
            return places
        return f"{places}\u00a0{_unbroken(self.reading.speaker(speaker))}"

    def _sources(self, sources: Iterable[Citation], lead: str) -> Iterator[Line]:
        for source in sources:
            yield from flow([Span(self.source(source), Role.MUTED)], self.width, lead + "→ ", lead + "  ")
            if source.url:
                yield from flow([Span(source.url, Role.MUTED)], self.width, lead + "  ", lead + "  ")

    def source(self, source: Citation) -> str:
        """Return a source in one line: title, publisher, date, extent read."""
        reading, words = self.reading, self.reading.words.panes
        title = "" if source.title == "unknown" else _quoted(reading.say(source.title), reading.language)
        date = words.date_unknown if source.date == "unknown" else reading.date(source.date)
        return ", ".join(filter(None, [reading.say(source.publisher), title, date, reading.word(source.read)]))

    # The following methods draw charts.

    def _bars(self, block: Bars) -> Iterator[Line]:
        for bar in block.bars:
            yield from self._bar(bar)
        yield from flow([Span(" ".join((block.caption, *block.caveats)), Role.MUTED)], self.width)

    def _bar(self, bar: Bar) -> Iterator[Line]:
        gaps = ((value, self.width - cell_len(bar.label) - cell_len(value)) for value in (bar.value, *bar.shorter) if value)
        value, gap = next(((value, gap) for value, gap in gaps if gap >= 2), ("", 0))
        if value:
            yield Line((Span(bar.label, Role.PLAIN, bar.ref), Span(" " * gap), Span(value, Role.STRONG)))
        else:
            yield from flow([Span(bar.label, Role.PLAIN, bar.ref)], self.width)
            yield from flow([Span(bar.value, Role.STRONG)], self.width, "  ")
        yield Line((bar_span(bar, self.width),))

    def _strip(self, block: TimelineStrip) -> Iterator[Line]:
        if len(block.stops) * 2 <= self.width:
            room = min(4, (self.width - len(block.stops)) // max(1, len(block.stops) - 1))
            spans = [
                Span("─" * room, Role.MUTED) if part is None else Span(part.shape, Role.ACCENT, part.ref)
                for part in _beads(block.stops)
            ]
            yield Line(tuple(spans))
        for stop in block.stops:
            if block.whole or stop.shape != "○":
                yield from flow(self._stop(stop, block.whole), self.width, f"{stop.shape} ", "  ", Role.ACCENT)
        yield from flow([Span(block.caption, Role.MUTED)], self.width)

    def _stop(self, stop: StripEvent, cited: bool) -> tuple[Span, ...]:
        cites = self.cites(stop.proof) if cited else ()
        return (Span(stop.label, Role.PLAIN, stop.ref), Span(f" — {stop.date}", Role.STRONG), *cites)


def _cells(row: Sequence[str], widths: Sequence[int], role: Role) -> tuple[Span, ...]:
    padded = (cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True))
    return tuple(Span("  " * bool(column) + cell, role) for column, cell in enumerate(padded))


def _groups(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Yield neighbouring fields as one group, to align their labels.

    Other text blocks are yielded alone.
    """
    for fields, group in groupby(blocks, lambda block: isinstance(block, Field)):
        if fields:
            yield list(group)
        else:
            yield from ([block] for block in group)


def _air(before: Block, block: Block) -> bool:
    """Return whether a blank line stands between two text blocks."""
    if isinstance(before, Heading):
        return before.level == 1
    return not (isinstance(before, Bullet) and isinstance(block, Bullet))


def _beads(stops: Sequence[StripEvent]) -> Iterator[StripEvent | None]:
    for number, stop in enumerate(stops):
        if number:
            yield None
        yield stop


def _unbroken(words: str) -> str:
    return words.replace(" ", "\u00a0")


def _quoted(words: str, language: str) -> str:
    before, after = language_of(language).quotes
    return f"{before}{words}{after}"


def _place(cite: Citing) -> Citing:
    return Citing(cite.paragraph, cite.sentence)


def bar_span(bar: Bar, width: int) -> Span:
    """Return the bar of a chart as text of a given width.

    It is solid, fading if open, or dashed if planned. A bar is never shorter than one cell, so that a small figure
    beside a large one is visible.
    """
    cells = max(1, round(bar.share * width))
    match bar.stroke:
        case BarStyle.SOLID:
            return Span("█" * cells, Role.BAR, bar.ref)
        case BarStyle.OPEN:
            return Span("█" * (cells - 3) + "▓▒░"[-min(cells, 3) :], Role.BAR, bar.ref)
        case BarStyle.DASHED:
            return Span(("▄ " * cells)[:cells].rstrip() or "▄", Role.LATER, bar.ref)
