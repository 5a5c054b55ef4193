"""Panes of sources and terms, which are part of the Overview."""

from collections.abc import Sequence
from functools import cached_property

from deepseek_tui.i18n.panes import counted
from deepseek_tui.panes.blocks import INTERFACE, Block, Document, Field, Heading, Para, Support
from deepseek_tui.panes.common_blocks import interest, plain, repeated, side, statement
from deepseek_tui.panes.pane import Pane, Row, Section
from deepseek_tui.panes.render_context import RenderContext, places
from deepseek_tui.story.format.model import Evidence, Source, Term


class SourcesPane(Pane):
    """Pane of the speakers in the story, with their interests.

    Each has its number of claims.
    """

    section = Section.SOURCES

    def __init__(self, reading: RenderContext) -> None:
        self.reading = reading
        self.title = reading.words.panes.titles[self.section]

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The sources of the story, by id."""
        return {source.id: source for source in self.reading.story.sources}

    @cached_property
    def keys(self) -> list[str]:
        """The ids of the sources."""
        return list(self.sources)

    def row(self, number: int) -> Row:
        """Return a speaker as a row: name, kind and number of claims."""
        source = self.sources[self.keys[number]]
        return Row(self.reading.say(source.name), second=self.reading.word(source.kind), tail=self._count(source))

    def summary(self, key: str) -> tuple[Block, ...]:
        """Return a speaker's kind, number of claims and interest."""
        reading, source = self.reading, self.sources[key]
        words = reading.words.panes
        blocks: list[Block] = [
            Field(words.kind, plain(reading.word(source.kind)), of=INTERFACE),
            Field(words.claims, plain(str(len(reading.index.claims_by.get(key, ())))), of=INTERFACE),
        ]
        blocks += interest(reading, source)
        if source.url:
            blocks.append(Field(words.address, plain(source.url), of=source.id))
        return tuple(blocks)

    def document(self, key: str) -> Document:
        """Return the page of a speaker: description and claims."""
        reading, source = self.reading, self.sources[key]
        claims = (statement(reading, claim) for claim in reading.index.claims_by.get(key, ()))
        main = (
            Heading(reading.say(source.name), 1),
            *self.summary(key),
            *repeated(reading, reading.words.panes.claims, claims),
        )
        return Document(key, reading.say(source.name), main, side(reading, key))

    def places(self, key: str) -> Sequence[Evidence]:
        """Return the evidence of the speaker's claims."""
        return [place for claim in self.reading.index.claims_by.get(key, ()) for place in claim.evidence]

    def _count(self, source: Source) -> str:
        number = len(self.reading.index.claims_by.get(source.id, ()))
        return counted(self.reading.words.panes.statements, number, self.reading.language)


class TermsPane(Pane):
    """A pane of the technical terms that the editor has defined."""

    section = Section.TERMS

    def __init__(self, reading: RenderContext) -> None:
        self.reading = reading
        self.title = reading.words.panes.titles[self.section]

    @cached_property
    def terms(self) -> dict[str, Term]:
        """The technical terms of the story, by id."""
        return {term.id: term for term in self.reading.story.terms}

    @cached_property
    def keys(self) -> list[str]:
        """The ids of the terms."""
        return list(self.terms)

    def row(self, number: int) -> Row:
        """Return a term as a row, with the beginning of its definition."""
        term = self.terms[self.keys[number]]
        return Row(self.reading.say(term.word), second=self.reading.say(term.definition))

    def definition(self, key: str) -> Para:
        """Return the editor's definition of a term."""
        term = self.terms[key]
        sources = term.sources if self.reading.context else ()
        return Para(plain(self.reading.say(term.definition)), Support(sources=sources), context=True, of=key)

    def document(self, key: str) -> Document:
        """Return the page of a term: definition and where it occurs."""
        reading, term = self.reading, self.terms[key]
        main: list[Block] = [Heading(reading.say(term.word), 1), self.definition(key)]
        if term.evidence:
            shown = plain(places(term.evidence))
            main.append(Field(reading.words.panes.appears_in, shown, reading.proof(term.evidence), INTERFACE))
        return Document(key, reading.say(term.word), tuple(main), side(reading, key))

    def places(self, key: str) -> Sequence[Evidence]:
        """Return the sentences of the article that use the term."""
        return self.terms[key].evidence
