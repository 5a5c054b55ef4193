"""The search: which items of a story a query finds, and which rows of a list it leaves.

An item is found where its own words have every term. They are taken from its document: its texts, its date in words, its
speakers and players by name, and what the reader has written on it. What has no pane of its own is found where it is
shown: figures, sources and terms in their blocks of the Overview, a note without a date beside what it touches. A block
of the Overview is found by words that are no item's, such as the summary and the edition.
"""

from asyncio import sleep
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from deepseek_tui.panes.blocks import INTERFACE, Document, Heading, content_of, words_of
from deepseek_tui.panes.catalogue import pane_of, section_of, shown_at, standalone_document
from deepseek_tui.panes.overview import STORY_BLOCKS
from deepseek_tui.panes.pane import PANES, Pane, Section
from deepseek_tui.panes.query_fields import has_field, has_mark
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.analysis.folding import fold, haystack
from deepseek_tui.story.analysis.query import Query, QueryTerm, matches_words

UNLISTED = ("figures", "sources", "terms", "notes")
"""The lists whose items stand beside others, or in a block of the Overview."""

FOUND_BY_NAME = ("players", "sources", "terms", "figures")
"""The lists whose items are found by their names beside other items as well; those of the others are statements."""


class SearchHit(NamedTuple):
    """Something found: the item, and where it is shown."""

    ref: str
    """Its id."""
    section: Section
    key: str
    """The key of the row to go to: its own, or that of what it stands beside."""


SearchHaystacks = list[tuple[SearchHit, str]]
"""What can be found, or was, each with the words that are looked through."""
STEP = 25
"""How many items are made ready between two iterations of the event loop: that takes some milliseconds."""


class Search:
    """Looks through one reading; its words are folded once, when they are first looked at or before."""

    def __init__(self, reading: RenderContext) -> None:
        self.reading = reading
        self._own = replace(reading, own_words=True)
        """What the documents are made with whose words are looked through."""
        self._blocks: dict[tuple[Section, str], str] = {}
        self._panes: dict[Section, Pane] = {}
        self._folded: dict[str, str] = {}
        self._links: dict[str, list[str]] = {}
        """The texts of the links so far, by their ids: each link belongs to both its ends."""
        self._texts: deque[tuple[str, ...]] = deque()
        """The texts that were folded and whose words are still to be listed."""
        self._found: SearchHaystacks = []
        self._written: dict[str, None] = {}
        """Every word as it is written, in the order of the story."""
        self._folding, self._listing = self._fold(), self._list()
        self._last: tuple[Sequence[QueryTerm], SearchHaystacks] = ((), self._found)
        """The last query's words and what has them: a query that asks for more has less to look through."""

    def prepare(self) -> Iterator[None]:
        """Make ready for the first query, and for one that finds nothing, step by step; what is left is done when needed."""
        for work in (self._folding, self._listing):
            for _ in work:  # "yield from" would end it with whoever gives up in between
                yield

    async def prepared(self) -> None:
        """Make ready between whatever else there is to do."""
        for _ in self.prepare():
            await sleep(0)

    def _fold(self) -> Iterator[None]:
        for hit in self._in_order():
            if hit is None:
                yield
                continue
            self._found.append((hit, self._haystack(hit.ref)))
            if len(self._found) % STEP == 0:
                yield

    def _haystack(self, ref: str) -> str:
        """The words of an item, folded."""
        if ref not in self._folded:
            texts = self.texts(ref)
            self._folded[ref] = haystack(texts)
            self._texts.append(tuple(texts))  # the garbage collector does not look into a tuple of strings again
        return self._folded[ref]

    def _list(self) -> Iterator[None]:
        while self._texts:
            for text in self._texts.popleft():
                self._written.update(dict.fromkeys(text.split()))
            if len(self._texts) % STEP == 0:
                yield

    def _be_ready(self) -> None:
        for _ in self._folding:
            pass

    @cached_property
    def _overview(self) -> dict[str, str]:
        """The blocks of the Overview that can be found: their titles, by their keys.

        Those that the reader has marked, and those with words that are no item's.
        """
        overview, found = self._pane(Section.OVERVIEW), {*STORY_BLOCKS, *self.reading.mine.marks}
        return {key: overview.row(number).title for number, key in enumerate(overview.keys) if key in found}

    def _pane(self, section: Section) -> Pane:
        if section not in self._panes:
            self._panes[section] = pane_of(section, self._own)
        return self._panes[section]

    def _document(self, ref: str) -> Document | None:
        section = Section.OVERVIEW if ref in self._overview else section_of(ref, self.reading)
        if section is not None:
            return self._pane(section).document(ref)
        return standalone_document(self._own, self.reading.index.items[ref])

    def name(self, ref: str) -> str:
        """What something that can be found is called."""
        return self._overview.get(ref) or self.reading.name(ref)

    def texts(self, ref: str) -> list[str]:
        """The texts of an item that are looked through, its name first."""
        document, reading = self._document(ref), self._own
        if document is None:
            return []
        above = (reading.say(reading.story.title),) if ref == STORY_BLOCKS[0] else ()  # stands above every pane
        texts, dates = own_texts(document, reading)
        return list(dict.fromkeys((document.title, *above, *texts, *self._texts_of_links(ref), *dates)))

    def _texts_of_links(self, ref: str) -> Iterator[str]:
        """The texts of the links that have an item at either end."""
        index, links = self.reading.index, self._links
        for link in (*index.links_from.get(ref, ()), *index.links_to.get(ref, ())):
            if link.id not in links:
                document = standalone_document(self._own, link)
                links[link.id] = own_texts(document, self._own)[0] if document else []
            yield from links[link.id]

    def _in_order(self) -> Iterator[SearchHit | None]:
        """Everything that can be found, pane by pane as its rows stand; what stands beside an item follows it.

        None ends a step of work that has found nothing.
        """
        items = [item for name in UNLISTED for item in getattr(self.reading.story, name)]
        beside: dict[tuple[Section, str], list[SearchHit]] = {}
        for number, item in enumerate(items):
            place = shown_at(item.id, self.reading)
            if place is not None and place[1] != item.id:
                beside.setdefault(place, []).append(SearchHit(item.id, *place))
            if number % STEP == 0:
                yield None
        if self.reading.index.order:  # takes about as long as the rows of the largest pane, so it is a step of its own
            yield None
        for section in PANES:
            if self._pane(section).keys:
                yield None
            yield from self._in(section, beside)

    def _in(self, section: Section, beside: dict[tuple[Section, str], list[SearchHit]]) -> Iterator[SearchHit]:
        items = self.reading.index.items
        for key in self._pane(section).keys:
            if key in items or key in self._overview:
                yield SearchHit(key, section, key)
            yield from beside.get((section, key), ())

    def find(self, query: Query) -> list[SearchHit]:
        """What a query finds, pane by pane; nothing for a query that asks for nothing."""
        if not query:
            return []
        words = [term for term in query.terms if not term.field]
        hits = [hit for hit, _ in self._with(words)]
        for term in query.terms:
            if term.field:
                hits = [hit for hit in hits if self._has_field(hit.ref, term) is not term.without]
        return hits

    def _with(self, words: Sequence[QueryTerm]) -> SearchHaystacks:
        """What has these words, looked for where all those of the last query were that they go on from."""
        self._be_ready()
        before, found = self._last
        if not _is_narrower(before, words):
            found = self._found
        for term in words:
            needle, without = term.needle, term.without
            found = [one for one in found if (needle in one[1]) is not without]
        self._last = words, found
        return found

    def _has(self, ref: str, query: Query) -> bool:
        if not matches_words(self._haystack(ref), query.terms):
            return False
        return all(self._has_field(ref, term) is not term.without for term in query.terms if term.field)

    def _has_field(self, ref: str, term: QueryTerm) -> bool:
        item = self.reading.index.items.get(ref)
        if item is not None:
            return has_field(self.reading, item, term)
        mark = self.reading.mine.marks.get(ref)
        return mark is not None and has_mark(mark, term)

    def rows(self, pane: Pane, query: Query) -> list[int]:
        """The numbers of a pane's rows that a query leaves; a heading stays where something below it does."""
        self._be_ready()
        keys, items = pane.keys, self.reading.index.items
        kept = [key for key in keys if key in items]
        for term in query.terms:
            if term.field:
                kept = [key for key in kept if self._has_field(key, term) is not term.without]
            else:
                needle, without, hay = term.needle, term.without, self._haystack
                kept = [key for key in kept if (needle in hay(key)) is not without]
        left = frozenset(kept)
        found: list[int] = []
        heading = -1
        for number, key in enumerate(keys):
            if not key:
                heading = number
            elif key in left or (key not in items and self._keeps(pane, key, query)):
                if heading >= 0:
                    found.append(heading)
                    heading = -1
                found.append(number)
        return found

    def _keeps(self, pane: Pane, key: str, query: Query) -> bool:
        row = pane.section, key
        if row not in self._blocks:  # a block of the Overview, or a mark whose item is gone, says what its page says
            self._blocks[row] = haystack([words_of(block) for block in pane.document(key).blocks])
        if matches_words(self._blocks[row], query.terms):
            mark, fields = self.reading.mine.marks.get(key), [term for term in query.terms if term.field]
            if not fields or (mark and all(has_mark(mark, term) is not term.without for term in fields)):
                return True
        return pane.section is not Section.MINE and any(
            hit.key == key and self._has(hit.ref, query) for hit, _ in self._found
        )

    # what to say where nothing is found

    def counts(self, query: Query) -> dict[QueryTerm, int]:
        """How much each term finds by itself."""
        return {term: len(self.find(Query(term.words, (term,)))) for term in query.terms}

    @cached_property
    def words(self) -> dict[str, str]:
        """Every word of the story, as first written, by its folded form."""
        found: dict[str, str] = {}
        for _ in self.prepare():
            pass
        for word in self._written:
            found.setdefault(fold(word), word.strip("«»“”()[].,;:!?…\u00a0"))
        return found


def _is_narrower(before: Sequence[QueryTerm], words: Sequence[QueryTerm]) -> bool:
    """Whether nothing has these words that does not have those of before: each is still there, or was typed on."""
    return len(words) >= len(before) and all(
        old == new or (not (old.without or new.without) and new.needle.startswith(old.needle))
        for old, new in zip(before, words, strict=False)
    )


def own_texts(document: Document, reading: RenderContext) -> tuple[list[str], list[str]]:
    """Return the texts of a document that are its item's own, and its dates.

    Its title and words of the interface are left out, and so is what the document repeats of other items, save their names.
    """
    texts: list[str] = []
    dates: list[str] = []
    own = ("", document.key)
    date_label, list_of = reading.words.panes.when, reading.index.list_of
    for block in document.blocks:
        if isinstance(block, Heading):
            continue
        content = content_of(block)
        if content.of == INTERFACE:
            continue
        found = dates if content.label == date_label else texts
        if content.of in own:
            found.append("".join([span.text for span in content.spans if span.ref in own]))
            for support in content.supports:
                for source in support.sources:
                    found += (reading.say(source.publisher), reading.say(source.title))
        elif list_of.get(content.of) in FOUND_BY_NAME:
            found += [span.text for span in content.spans if span.ref == content.of]
    return _stripped(texts), _stripped(dates)


def _stripped(texts: list[str]) -> list[str]:
    return [bare for text in texts if (bare := text.strip(" ,—"))]
