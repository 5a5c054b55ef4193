"""The search: which items of a story a query finds, and which rows of a list it leaves.

An item is found where its own words have every term: its texts, its date in words, its speakers and players by name, and
what the reader has written on it. What has no pane of its own is found where it is shown: figures, sources and terms in
their blocks of the Overview, a note without a date beside what it touches.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from deepseek_tui.panes.blocks import words_of
from deepseek_tui.panes.catalogue import pane_of, shown_at
from deepseek_tui.panes.fields import has_field, has_mark
from deepseek_tui.panes.pane import PANES, Pane, Section
from deepseek_tui.panes.reading import Reading
from deepseek_tui.panes.texts import texts_of
from deepseek_tui.story.fold import fold, haystack
from deepseek_tui.story.query import Query, Term, found_in

BESIDE = ("figures", "sources", "terms", "notes")
"""The lists whose items stand beside others, or in a block of the Overview."""


class Hit(NamedTuple):
    """Something found: the item, and where it is shown."""

    ref: str
    """Its id."""
    section: Section
    key: str
    """The key of the row to go to: its own, or that of what it stands beside."""


class Search:
    """Looks through one reading; its words are folded once, when they are first looked at."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._blocks: dict[tuple[Section, str], str] = {}

    @cached_property
    def _hays(self) -> dict[str, str]:
        return {ref: haystack(self.texts(ref)) for ref in (*self.reading.index.items, *self._marked_blocks)}

    @cached_property
    def _marked_blocks(self) -> dict[str, str]:
        """The blocks of the Overview that the reader has marked: their titles, by their keys."""
        overview, marks = pane_of(Section.OVERVIEW, self.reading), self.reading.mine.marks
        return {key: overview.row(number).title for number, key in enumerate(overview.keys) if key in marks}

    def name(self, ref: str) -> str:
        """What something that can be found is called."""
        return self._marked_blocks.get(ref) or self.reading.name(ref)

    def texts(self, ref: str) -> list[str]:
        """The texts of an item that are looked through, the reader's own note last."""
        block = self._marked_blocks.get(ref)
        texts = [block] if block else texts_of(self.reading, self.reading.index.items[ref])
        mark = self.reading.mine.marks.get(ref)
        return [*texts, mark.note] if mark and mark.note else texts

    @cached_property
    def _order(self) -> list[Hit]:
        """Everything that can be found, pane by pane as its rows stand; what stands beside an item follows it."""
        beside: dict[tuple[Section, str], list[Hit]] = {}
        for name in BESIDE:
            for item in getattr(self.reading.story, name):
                place = shown_at(item.id, self.reading)
                if place is not None and place[1] != item.id:
                    beside.setdefault(place, []).append(Hit(item.id, *place))
        return [hit for section in PANES for hit in self._in(section, beside)]

    def _in(self, section: Section, beside: dict[tuple[Section, str], list[Hit]]) -> Iterator[Hit]:
        items = self.reading.index.items
        for key in pane_of(section, self.reading).keys:
            if key in items or key in self._marked_blocks:
                yield Hit(key, section, key)
            yield from beside.get((section, key), ())

    def find(self, query: Query) -> list[Hit]:
        """What a query finds, pane by pane; nothing for a query that asks for nothing."""
        return [hit for hit in self._order if self._has(hit.ref, query)] if query else []

    def _has(self, ref: str, query: Query) -> bool:
        if not found_in(self._hays[ref], query.terms):
            return False
        return all(self._has_field(ref, term) is not term.without for term in query.terms if term.field)

    def _has_field(self, ref: str, term: Term) -> bool:
        item = self.reading.index.items.get(ref)
        return has_mark(self.reading.mine.marks[ref], term) if item is None else has_field(self.reading, item, term)

    def rows(self, pane: Pane, query: Query) -> list[int]:
        """The numbers of a pane's rows that a query leaves; a heading stays where something below it does."""
        found: list[int] = []
        heading = -1
        for number, key in enumerate(pane.keys):
            if not key:
                heading = number
            elif self._keeps(pane, key, query):
                found += [heading, number] if heading >= 0 else [number]
                heading = -1
        return found

    def _keeps(self, pane: Pane, key: str, query: Query) -> bool:
        if key in self.reading.index.items:
            return self._has(key, query)
        row = pane.section, key
        if row not in self._blocks:  # a block of the Overview, or a mark whose item is gone, says what its page says
            self._blocks[row] = haystack([words_of(block) for block in pane.document(key).blocks])
        if found_in(self._blocks[row], query.terms):
            mark, fields = self.reading.mine.marks.get(key), [term for term in query.terms if term.field]
            if not fields or (mark and all(has_mark(mark, term) is not term.without for term in fields)):
                return True
        return pane.section is not Section.MINE and any(hit.key == key and self._has(hit.ref, query) for hit in self._order)

    # what to say where nothing is found

    def counts(self, query: Query) -> dict[Term, int]:
        """How much each term finds by itself."""
        return {term: len(self.find(Query(term.words, (term,)))) for term in query.terms}

    @cached_property
    def words(self) -> dict[str, str]:
        """Every word of the story, as first written, by its folded form."""
        found: dict[str, str] = {}
        for ref in self._hays:
            for text in self.texts(ref):
                for word in text.split():
                    found.setdefault(fold(word), word.strip("«»“”()[].,;:!?…\u00a0"))
        return found
