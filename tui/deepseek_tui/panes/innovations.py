"""Innovations pane: problem, idea, claimed effect and terms."""

from collections.abc import Sequence
from functools import cached_property

from deepseek_tui.panes.blocks import Block, Bullet, Document, Field, Heading, Role, Span, Support
from deepseek_tui.panes.common_blocks import (
    amount,
    background,
    lab_field,
    passage,
    plain,
    repeated,
    section,
    side,
    statement,
)
from deepseek_tui.panes.pane import Pane, Row, Section
from deepseek_tui.panes.render_context import RenderContext, places
from deepseek_tui.story.format.model import Claim, Evidence, Figure, Innovation, Term


class InnovationsPane(Pane):
    """Pane of the technical innovations, with the speakers on their effects."""

    section = Section.INNOVATIONS
    lines = 3

    def __init__(self, reading: RenderContext) -> None:
        self.reading = reading
        self.title = reading.words.panes.titles[self.section]

    @cached_property
    def innovations(self) -> dict[str, Innovation]:
        """The innovations of the story, by id."""
        return {innovation.id: innovation for innovation in self.reading.story.innovations}

    @cached_property
    def keys(self) -> list[str]:
        """The ids of the innovations, in the story's order."""
        return list(self.innovations)

    def row(self, number: int) -> Row:
        """Return an innovation as a row: name, speakers and cited sentences."""
        reading, innovation = self.reading, self.innovations[self.keys[number]]
        speakers = dict.fromkeys(reading.speaker(reading.index.speaker_of(place)) for place in innovation.effect.evidence)
        return Row(reading.say(innovation.name), second=" · ".join([*speakers, places(innovation.evidence)]))

    def document(self, key: str) -> Document:
        """Return the page of an innovation: problem, idea, effect and related items."""
        reading, innovation = self.reading, self.innovations[key]
        words = reading.words.panes
        main: list[Block] = [Heading(reading.say(innovation.name), 1)]
        main += section(words.problem, passage(reading, innovation.problem))
        main += section(words.idea, passage(reading, innovation.idea))
        main += section(words.effect, passage(reading, innovation.effect))
        if innovation.caveat:
            caveat = (*plain(reading.say(innovation.caveat)), Span(f" ({words.interest_mark})"))
            main.append(Field(words.caveat, caveat))
        main += background(reading, innovation.background)
        figures = [item for ref in innovation.figures if isinstance(item := reading.index.items.get(ref), Figure)]
        main += section(words.figures, (self._figure(figure) for figure in figures))
        claims = [item for ref in innovation.claims if isinstance(item := reading.index.items.get(ref), Claim)]
        main += repeated(reading, words.claims, (statement(reading, claim) for claim in claims))
        terms = [item for ref in innovation.terms if isinstance(item := reading.index.items.get(ref), Term)]
        main += section(words.explained, (self._term(term) for term in terms))
        main += lab_field(reading, innovation.lab)
        return Document(key, reading.say(innovation.name), tuple(main), side(reading, key))

    def places(self, key: str) -> Sequence[Evidence]:
        """Return the sentences of the article about an innovation."""
        return self.innovations[key].evidence

    def _figure(self, figure: Figure) -> Bullet:
        reading = self.reading
        label = Span(f"{reading.say(figure.label)} — ", Role.PLAIN, figure.id)
        return Bullet((label, Span(amount(reading, figure), Role.STRONG)), reading.proof(figure.evidence), of=figure.id)

    def _term(self, term: Term) -> Bullet:
        reading = self.reading
        sources = Support(sources=term.sources if reading.context else ())
        word = Span(reading.say(term.word), Role.TERM, term.id)
        return Bullet((word, Span(f" — {reading.say(term.definition)}")), sources, context=True, of=term.id)
