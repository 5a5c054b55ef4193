"""Claims pane: the statements of the article, in its order."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from deepseek_tui.i18n.panes import counted
from deepseek_tui.panes.blocks import INTERFACE, Block, Bullet, Document, Field, Heading, Role, Span
from deepseek_tui.panes.common_blocks import figure_fields, lab_field, named, plain, repeated, section, side
from deepseek_tui.panes.pane import Pane, Row, Section
from deepseek_tui.panes.players import quotation
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.panes.tensions import tension_bullets, tension_marks, visible_tensions
from deepseek_tui.story.format.model import Claim, Evidence, Figure, Source
from deepseek_tui.story.format.vocabulary import SourceKind


def speaker_spans(reading: RenderContext, ref: str) -> tuple[Span, ...]:
    """Return the name and the kind of a speaker, for a row."""
    source = reading.index.items.get(ref)
    kind = f" ({reading.word(source.kind)})" if isinstance(source, Source) and source.kind is not SourceKind.ARTICLE else ""
    return (Span(reading.speaker(ref), Role.PLAIN, ref), Span(kind, Role.MUTED))


class ClaimsPane(Pane):
    """Pane of the claims, grouped by paragraph of the article."""

    section = Section.CLAIMS
    lines = 3

    def __init__(self, reading: RenderContext) -> None:
        self.reading = reading
        self.title = reading.words.panes.titles[self.section]

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """The claims of the story, by id."""
        return {claim.id: claim for claim in self.reading.story.claims}

    @cached_property
    def _rows(self) -> list[Claim | tuple[int, int]]:
        """The rows of the pane: claims in reading order, with headings.

        A row of a paragraph and its number of claims comes before its claims.
        """
        paragraphs: dict[int, list[Claim]] = {}
        for claim in sorted(self.reading.story.claims, key=lambda c: (c.evidence[0].paragraph, c.evidence[0].sentence)):
            paragraphs.setdefault(claim.evidence[0].paragraph, []).append(claim)
        rows: list[Claim | tuple[int, int]] = []
        for paragraph, claims in paragraphs.items():
            rows += [(paragraph, len(claims)), *claims]
        return rows

    @cached_property
    def keys(self) -> list[str]:
        """The ids of the claims, row by row.

        The heading of a paragraph has an empty id.
        """
        return [row.id if isinstance(row, Claim) else "" for row in self._rows]

    def row(self, number: int) -> Row:
        """Return a claim as a row, with status, speaker and marks.

        The marks say whether it is contested or qualified.
        """
        row, words = self._rows[number], self.reading.words.panes
        if not isinstance(row, Claim):
            return Row(f"¶{row[0]}", tail=counted(words.statements, row[1], self.reading.language))
        details = [self.reading.word(row.status)]
        details += [words.inferred_mark] if row.inferred else []
        details += tension_marks(self.reading, row.id)
        details.append(self.reading.speaker(row.speaker))  # The speaker comes last, so that a narrow list cuts no mark.
        return Row(self.reading.say(row.text), second=" · ".join(details))

    def document(self, key: str) -> Document:
        """Return the page of a claim: quotation, status, speaker and contradictions."""
        reading, claim = self.reading, self.claims[key]
        words = reading.words.panes
        main: list[Block] = [Heading(reading.say(claim.text), 1)]
        if claim.quote:
            main.append(quotation(reading, claim, claim.quote))
        if not reading.own_words:
            main += [
                Field(words.status, (Span(reading.word(claim.status), Role.STRONG),), of=INTERFACE),
                Field(words.certainty, plain(reading.word(claim.certainty)), of=INTERFACE),
            ]
            if claim.inferred:
                main.append(Field(words.inferred_label, plain(words.inferred), of=INTERFACE))
        main += [
            Field(words.speaker, speaker_spans(reading, claim.speaker), reading.claim_proof(claim), claim.speaker),
            Field(words.topic, plain(reading.name(claim.topic))),
        ]
        if claim.about and not reading.own_words:
            main.append(Field(words.on, named(reading, claim.about)))
        figures = [item for ref in claim.about if isinstance(item := reading.index.items.get(ref), Figure)]
        main += section(words.figures, (block for figure in figures for block in figure_fields(reading, figure)))
        main += repeated(reading, words.tension, self._tensions(key))
        main += lab_field(reading, claim.lab)
        questions = (Bullet(plain(reading.title(q), q.id)) for q in reading.index.questions_on.get(key, ()))
        main += repeated(reading, words.titles["questions"], questions)
        return Document(
            key,
            reading.say(claim.text),
            tuple(main),
            side(reading, key, () if reading.own_words else reading.index.tensions(key)),
        )

    def _tensions(self, key: str) -> Iterator[Block]:
        yield from tension_bullets(self.reading, visible_tensions(self.reading, key))

    def places(self, key: str) -> Sequence[Evidence]:
        """Return the sentences of the article that make the claim."""
        return self.claims[key].evidence
