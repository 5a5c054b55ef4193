"""Questions pane: open questions, and what would answer them."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from deepseek_tui.panes.blocks import INTERFACE, Block, Document, Field, Heading, Para, Role, Span
from deepseek_tui.panes.common_blocks import (
    background,
    lab_field,
    note_bullet,
    plain,
    repeated,
    section,
    side,
    statement,
)
from deepseek_tui.panes.pane import Pane, Row, Section
from deepseek_tui.panes.render_context import RenderContext, places
from deepseek_tui.story.format.model import Claim, Evidence, Note, Question
from deepseek_tui.story.format.vocabulary import Origin


class QuestionsPane(Pane):
    """Pane of the open questions.

    Those of the article come before those of the editor.
    """

    section = Section.QUESTIONS
    lines = 3

    def __init__(self, reading: RenderContext) -> None:
        self.reading = reading
        self.title = reading.words.panes.titles[self.section]

    @cached_property
    def questions(self) -> dict[str, Question]:
        """The open questions of the story, by id."""
        return {question.id: question for question in self.reading.story.questions}

    @cached_property
    def _rows(self) -> list[Question | Origin]:
        rows: list[Question | Origin] = []
        for asker in Origin:
            found = [question for question in self.reading.story.questions if question.asked_by is asker]
            rows += [asker, *found] if found else []
        return rows

    @cached_property
    def keys(self) -> list[str]:
        """The ids of the questions, with a heading row for each asker."""
        return [row.id if isinstance(row, Question) else "" for row in self._rows]

    def row(self, number: int) -> Row:
        """Return a question as a row, with status and cited sentences."""
        row = self._rows[number]
        if isinstance(row, Origin):
            return Row(self.reading.words.panes.asked_by[row.value])
        words = self.reading.words.panes
        tally = words.tally.format(len(self._voices(row.supports)), len(self._voices(row.opposes)))
        sides = tally if row.supports or row.opposes else ""
        second = " · ".join(filter(None, [self.reading.word(row.status), sides, places(row.evidence)]))
        return Row(self.reading.say(row.question), second=second)

    def document(self, key: str) -> Document:
        """Return the page of a question: asker, importance and evidence.

        The page also says what would settle it.
        """
        reading, question = self.reading, self.questions[key]
        words = reading.words.panes
        main: list[Block] = [
            Heading(reading.say(question.question), 1),
            Field(words.asked, plain(reading.word(question.asked_by)), reading.proof(question.evidence), INTERFACE),
            Field(words.status, (Span(reading.word(question.status), Role.STRONG),), of=INTERFACE),
        ]
        known = Para(plain(reading.say(question.known)), context=True)
        hidden = Para((Span(words.hidden, Role.MUTED),), of=INTERFACE)
        main += section(words.known, [known if reading.context else hidden])
        main += section(words.why, [Para(plain(reading.say(question.why)))])
        if question.supports or question.opposes:
            main += repeated(reading, words.speaks_for, self._voices_or_none(question.supports))
            main += repeated(reading, words.speaks_against, self._voices_or_none(question.opposes))
        main += repeated(reading, words.bears_on, self._voices(question.informs))
        main += background(reading, question.background)
        main += section(words.settle, [Para(plain(reading.say(question.settle)))])
        if question.watch:
            main += section(words.watch, [Para(plain(reading.say(question.watch)))])
        main += lab_field(reading, question.lab)
        shown = {*question.supports, *question.opposes, *question.informs}
        but = [note for note in reading.index.notes_on.get(key, ()) if note.id in shown]
        return Document(key, reading.say(question.question), tuple(main), side(reading, key, but))

    def places(self, key: str) -> Sequence[Evidence]:
        """Return the sentences of the article that raise the question."""
        return self.questions[key].evidence

    def _voices(self, refs: Iterable[str]) -> list[Block]:
        found: list[Block] = []
        for ref in refs:
            item = self.reading.index.items.get(ref)
            if isinstance(item, Claim):
                found.append(statement(self.reading, item))
            elif isinstance(item, Note) and self.reading.context:
                found.append(note_bullet(self.reading, item, related=False))
        return found

    def _voices_or_none(self, refs: Iterable[str]) -> Iterator[Block]:
        yield from self._voices(refs) or [Para((Span(self.reading.words.panes.nothing, Role.MUTED),), of=INTERFACE)]
