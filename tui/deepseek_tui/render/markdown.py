"""Renderer of pages as CommonMark with GitHub footnotes."""

import json
from collections.abc import Iterable, Iterator, Mapping

from deepseek_tui import __version__
from deepseek_tui.i18n.languages import language_of
from deepseek_tui.panes.blocks import (
    NOTHING,
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
    Role,
    Span,
    StripEvent,
    Support,
    Table,
    TimelineStrip,
)
from deepseek_tui.panes.catalogue import pane_of
from deepseek_tui.panes.pane import Pane, Section
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.panes.timeline import PLANNED, UNDATED
from deepseek_tui.render.commonmark import block_start, emphasised, heading, inline, paragraphs, with_references
from deepseek_tui.render.footnotes import Footnotes
from deepseek_tui.render.selection import REPEATED_BLOCKS, Selection, sections
from deepseek_tui.story.analysis.digest import digest
from deepseek_tui.story.format.sections import ALL
from deepseek_tui.story.format.vocabulary import Phase

DEEPEST_HEADING = 6
"""The deepest level of a Markdown heading."""

STRESSED = (Role.STRONG, Role.TERM)

Piece = tuple[str, str]
"""A part of the Markdown text, and the marker of its list; empty outside lists.

Fields and bullets have different markers, since CommonMark starts a new list at a new marker: a list of bullets that
follows a list of fields stays separate.
"""


class Markdown(BlockVisitor[Iterator[Piece]]):
    """Builder of Markdown text with footnotes from the pages of a story."""

    def __init__(self, reading: RenderContext) -> None:
        self._reading = reading
        self._words = reading.words.export
        self._notes = Footnotes(reading)
        self._pieces: list[Piece] = []
        self._level = 1
        """The level of the current heading."""

    def heading(self, words: str, level: int) -> None:
        """Add a heading of the given level."""
        self._pieces.append(("", f"{'#' * min(level, DEEPEST_HEADING)} {heading(words)}"))

    def document(self, document: Document, level: int) -> None:
        """Add a page under its title, a heading of the given level."""
        self.heading(document.title, level)
        self.blocks(document.blocks, level)

    def pane(self, pane: Pane, level: int, *, without: Iterable[str] = ()) -> None:
        """Add every page of a pane under the pane's title.

        The title is a heading of the given level.
        """
        left_out = frozenset(without)
        below = level + 1
        self.heading(pane.title, level)
        if pane.order_rule:
            self._pieces.append(("", block_start(pane.order_rule)))
        for number, key in enumerate(pane.keys):
            if not key:
                self.heading(pane.row(number).title, level + 1)
                below = level + 2
            elif key not in left_out:
                self.document(pane.document(key), below)
        if pane.nothing and not pane.keys:
            self._pieces.append(("", block_start(pane.nothing)))

    def blocks(self, blocks: Iterable[Block], level: int) -> None:
        """Add text blocks under a heading of the given level."""
        self._level = level
        for block in blocks:
            self._pieces += self.visit(block)

    def text(self) -> str:
        """Return the whole Markdown text, with its footnotes at the end.

        It ends in one line break.
        """
        pieces = [*self._pieces, *(("^", note) for note in self._notes.definitions())]
        lines: list[str] = []
        before = ""
        for sign, words in pieces:
            if lines and not (sign and sign == before):
                lines.append("")
            lines.append(words)
            before = sign
        return "\n".join(lines) + "\n"

    def _heading(self, block: Heading) -> Iterator[Piece]:
        if block.level > 1:  # A heading of level 1 is the title, which is already written.
            yield "", f"{'#' * min(self._level + block.level - 1, DEEPEST_HEADING)} {heading(block.text)}"

    def _field(self, block: Field) -> Iterator[Piece]:
        # The value is in normal type, because the label is already strong.
        words = "".join(span.text for span in block.spans)
        yield "-", f"- {self._labelled(block.label, (Span(words),), block.proof)}"

    def _bullet(self, block: Bullet) -> Iterator[Piece]:
        mark = self._mark(block.mark, block.context, block.proof)
        written = self._kept if block.lines else self._labelled
        yield "*", f"* {written(mark, block.spans, block.proof)}"

    def _excerpt(self, block: Excerpt) -> Iterator[Piece]:
        return iter(())  # The text of the article is for the reader only, and is never exported.

    def _para(self, block: Para) -> Iterator[Piece]:
        words = self._labelled(self._mark("", block.context, block.proof), block.spans, block.proof)
        if words:
            yield "", words

    def _kept(self, label: str, spans: Iterable[Span], proof: Support) -> str:
        """Return text in separate paragraphs, with their line breaks kept."""
        (first, *rest), *others = paragraphs("".join(span.text for span in spans)) or [[""]]
        lead = [self._labelled(label, (Span(first),), proof), *map(block_start, rest)]
        written = [lead, *([block_start(line) for line in lines] for lines in others)]
        return "\n\n  ".join("\\\n  ".join(lines) for lines in written)

    def _mark(self, mark: str, context: bool, proof: Support) -> str:
        """Return the label of text that is not from the article.

        It is that of context or of the editor.
        """
        if not context:
            return mark
        origin = self._words.context if proof.sources else self._words.editor
        return f"{origin} · {mark}" if mark else origin

    def _labelled(self, label: str, spans: Iterable[Span], proof: Support = NOTHING) -> str:
        stretches = [(span.text, span.role in STRESSED) for span in spans]
        label = label.strip()
        words = emphasised(stretches, first=not label)
        if label:
            words = f"**{inline(f'{label}{self._words.colon}')}** {words}".rstrip(" ")
        return with_references(words, self._notes.refer(proof))

    def _quotation(self, block: Quotation) -> Iterator[Piece]:
        printed = self._reading.words.panes.printed_in.get(block.language, block.language)
        lines = [
            with_references(inline(self._quoted(block.text)), self._notes.refer(block.proof)),
            block_start(self._words.said_by.format(name=block.by, language=printed)),
        ]
        if block.translation:
            label = self._reading.words.panes.our_translation
            lines.append(block_start(f"{label[:1].upper()}{label[1:]}{self._words.colon}{self._quoted(block.translation)}"))
        yield "", "\n>\n".join(f"> {line}" for line in lines)

    def _quoted(self, words: str) -> str:
        opened, closed = language_of(self._reading.language).quotes
        return f"{opened}{words}{closed}"

    def _table(self, block: Table) -> Iterator[Piece]:
        """Render each row of a table as a list item.

        CommonMark has no tables.
        """
        for (label, *cells), proof in zip(block.rows, block.proofs, strict=True):
            words = " · ".join(filter(None, cells))
            yield "-", f"- {self._labelled(label, (Span(words),), proof)}"

    def _bars(self, block: Bars) -> Iterator[Piece]:
        for bar in block.bars:
            yield "-", f"- {self._labelled(bar.label, (Span(self._value(bar)),), bar.proof)}"
        for words in filter(None, (block.caption, *block.caveats)):
            yield "", block_start(words)

    def _value(self, bar: Bar) -> str:
        return self._yet_to_come(bar.value) if bar.stroke is BarStyle.DASHED else bar.value

    def _yet_to_come(self, words: str) -> str:
        return f"{words} ({self._reading.word(Phase.PLANNED)})"

    def _strip(self, block: TimelineStrip) -> Iterator[Piece]:
        dated = [stop for stop in block.stops if stop.shape != UNDATED]
        if block.whole or not dated:
            for number, stop in enumerate(block.stops, 1):
                yield "1", f"{number}. {self._stop(stop)}"
        else:
            for stop in dated:
                yield "*", f"* {self._stop(stop)}"
        if block.caption:
            yield "", block_start(block.caption)

    def _stop(self, stop: StripEvent) -> str:
        date = self._yet_to_come(stop.date) if stop.shape == PLANNED else stop.date
        return self._labelled(date, (Span(stop.label),), stop.proof)


def write_markdown(selection: Selection) -> tuple[str, str]:
    """Return a part of a story in Markdown, with its front matter."""
    reading, body = selection.reading, Markdown(selection.reading)
    if selection.name == ALL:
        body.heading(selection.title, 1)
        for pane in sections(reading):
            body.pane(pane, 2, without=REPEATED_BLOCKS.get(pane.section, ()))
    elif selection.is_item:
        body.document(selection.document, 1)
    else:
        body.pane(pane_of(Section(selection.name), reading), 1)
    return front_matter(_front(selection)), body.text()


def _front(selection: Selection) -> dict[str, str | bool]:
    reading, story = selection.reading, selection.reading.story
    fields: dict[str, str | bool] = {
        "title": selection.title,
        "story": story.id,
        "edition": reading.say(story.edition.version),
        "date": story.edition.date,
        "sha256": digest(story),
        "licence": reading.say(story.edition.licence),
        "language": reading.language,
        "section": selection.section.value if selection.section else ALL,
    }
    if selection.is_item:
        fields["item"] = selection.name
    told = {"context": reading.context, "mine": selection.has_mine}
    return fields | told | {"generator": f"deepseek-tui {__version__}"}


def front_matter(fields: Mapping[str, str | bool]) -> str:
    """Return YAML front matter with quoted strings.

    They are quoted as in JSON, which YAML accepts.
    """
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items())
    return "\n".join(["---", *lines, "---", "", ""])
