"""Full-text search in a story, and filtering of a pane's rows.

An item matches if its own text contains every term of the query. The text is taken from its document: its texts, its date
in words, the names of its speakers and players, and the user's note. Items without a row of their own are found where
they are shown: figures, sources and terms in blocks of the Overview, undated context notes beside the item they are about.
A block of the Overview is found by text that belongs to no item, such as the summary.
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
"""Lists whose items have no rows of their own, because they are shown with other items or in the Overview."""

FOUND_BY_NAME = ("players", "sources", "terms", "figures")
"""Lists whose items are also found through their names on the pages of other items."""


class SearchHit(NamedTuple):
    """A search result: an item and the row where it is shown."""

    ref: str
    """The id of the item or of the block of the Overview."""
    section: Section
    key: str
    """The key of the item's row, or of the row beside which it is shown."""


SearchTexts = list[tuple[SearchHit, str]]
"""Search results, each with the folded text of its item."""
STEP = 25
"""The number of items prepared between two event-loop iterations, which takes a few milliseconds."""


class Search:
    """Full-text search in one story and language.

    Each text is normalised only once.
    """

    def __init__(self, reading: RenderContext) -> None:
        self.reading = reading
        self._context = replace(reading, own_words=True)
        """The display options for the pages that are searched."""
        self._blocks: dict[tuple[Section, str], str] = {}
        self._panes: dict[Section, Pane] = {}
        self._folded: dict[str, str] = {}
        self._links: dict[str, list[str]] = {}
        """The texts of links by id; a link belongs to both items that it connects."""
        self._texts: deque[tuple[str, ...]] = deque()
        """Folded texts whose words are not yet listed."""
        self._found: SearchTexts = []
        self._spellings: dict[str, None] = {}
        """Every word in its original spelling, in story order."""
        self._folding, self._listing = self._fold_texts(), self._list_words()
        self._last: tuple[Sequence[QueryTerm], SearchTexts] = ((), self._found)
        """The terms of the last query and its results, so that a narrower query searches only those."""

    def prepare(self) -> Iterator[None]:
        """Normalise the texts and list the words, step by step.

        A query completes what is left.
        """
        for work in (self._folding, self._listing):
            # A loop is used, because "yield from" would close the inner generator together with the outer one.
            for _ in work:
                yield

    async def prepared(self) -> None:
        """Prepare the search between other tasks of the event loop."""
        for _ in self.prepare():
            await sleep(0)

    def _fold_texts(self) -> Iterator[None]:
        for hit in self._all_hits():
            if hit is None:
                yield
                continue
            self._found.append((hit, self._haystack(hit.ref)))
            if len(self._found) % STEP == 0:
                yield

    def _haystack(self, ref: str) -> str:
        """Return the text of an item, normalised for comparison."""
        if ref not in self._folded:
            texts = self.texts(ref)
            self._folded[ref] = haystack(texts)
            # A tuple is used because the garbage collector stops tracking a tuple of strings.
            self._texts.append(tuple(texts))
        return self._folded[ref]

    def _list_words(self) -> Iterator[None]:
        while self._texts:
            for text in self._texts.popleft():
                self._spellings.update(dict.fromkeys(text.split()))
            if len(self._texts) % STEP == 0:
                yield

    def _finish_folding(self) -> None:
        for _ in self._folding:
            pass

    @cached_property
    def _overview(self) -> dict[str, str]:
        """The titles of the searchable parts of the Overview, by key.

        These are annotated blocks and blocks with text that belongs to no item.
        """
        overview, found = self._pane(Section.OVERVIEW), {*STORY_BLOCKS, *self.reading.mine.marks}
        return {key: overview.row(number).title for number, key in enumerate(overview.keys) if key in found}

    def _pane(self, section: Section) -> Pane:
        if section not in self._panes:
            self._panes[section] = pane_of(section, self._context)
        return self._panes[section]

    def _document(self, ref: str) -> Document | None:
        section = Section.OVERVIEW if ref in self._overview else section_of(ref, self.reading)
        if section is not None:
            return self._pane(section).document(ref)
        return standalone_document(self._context, self.reading.index.items[ref])

    def name(self, ref: str) -> str:
        """Return the title of an item or a part of the Overview."""
        return self._overview.get(ref) or self.reading.name(ref)

    def texts(self, ref: str) -> list[str]:
        """Return the searched texts of an item, its title first."""
        document, reading = self._document(ref), self._context
        if document is None:
            return []
        heading = (
            (reading.say(reading.story.title),) if ref == STORY_BLOCKS[0] else ()
        )  # The headline is shown above every pane, so it is searched with the first block.
        texts, dates = own_texts(document, reading)
        return list(dict.fromkeys((document.title, *heading, *texts, *self._texts_of_links(ref), *dates)))

    def _texts_of_links(self, ref: str) -> Iterator[str]:
        """Yield the texts of the links from and to an item."""
        index, links = self.reading.index, self._links
        for link in (*index.links_from.get(ref, ()), *index.links_to.get(ref, ())):
            if link.id not in links:
                document = standalone_document(self._context, link)
                links[link.id] = own_texts(document, self._context)[0] if document else []
            yield from links[link.id]

    def _all_hits(self) -> Iterator[SearchHit | None]:
        """Yield a search hit for every item, in the order of rows.

        An item without a row follows the item that shows it. None is yielded to pause the work without a result.
        """
        items = [item for name in UNLISTED for item in getattr(self.reading.story, name)]
        beside: dict[tuple[Section, str], list[SearchHit]] = {}
        for number, item in enumerate(items):
            place = shown_at(item.id, self.reading)
            if place is not None and place[1] != item.id:
                beside.setdefault(place, []).append(SearchHit(item.id, *place))
            if number % STEP == 0:
                yield None
        if self.reading.index.order:  # Sorting is a separate step, since it takes as long as the rows of the largest pane.
            yield None
        for section in PANES:
            if self._pane(section).keys:
                yield None
            yield from self._hits_in(section, beside)

    def _hits_in(self, section: Section, beside: dict[tuple[Section, str], list[SearchHit]]) -> Iterator[SearchHit]:
        items = self.reading.index.items
        for key in self._pane(section).keys:
            if key in items or key in self._overview:
                yield SearchHit(key, section, key)
            yield from beside.get((section, key), ())

    def find(self, query: Query) -> list[SearchHit]:
        """Return the results of a query, pane by pane.

        An empty query has none.
        """
        if not query:
            return []
        words = [term for term in query.terms if not term.field]
        hits = [hit for hit, _ in self._matching(words)]
        for term in query.terms:
            if term.field:
                hits = [hit for hit in hits if self._has_field(hit.ref, term) is not term.without]
        return hits

    def _matching(self, words: Sequence[QueryTerm]) -> SearchTexts:
        """Return the texts that contain the words of a query.

        A query that is narrower than the last one searches only its results.
        """
        self._finish_folding()
        before, found = self._last
        if not _is_narrower(before, words):
            found = self._found
        for term in words:
            needle, without = term.needle, term.without
            found = [one for one in found if (needle in one[1]) is not without]
        self._last = words, found
        return found

    def _item_matches(self, ref: str, query: Query) -> bool:
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
        """Return the indexes of matching rows and of their headings."""
        self._finish_folding()
        keys, items = pane.keys, self.reading.index.items
        kept = [key for key in keys if key in items]
        for term in query.terms:
            if term.field:
                kept = [key for key in kept if self._has_field(key, term) is not term.without]
            else:
                needle, without, hay = term.needle, term.without, self._haystack
                kept = [key for key in kept if (needle in hay(key)) is not without]
        matching = frozenset(kept)
        found: list[int] = []
        heading = -1
        for number, key in enumerate(keys):
            if not key:
                heading = number
            elif key in matching or (key not in items and self._block_matches(pane, key, query)):
                if heading >= 0:
                    found.append(heading)
                    heading = -1
                found.append(number)
        return found

    def _block_matches(self, pane: Pane, key: str, query: Query) -> bool:
        row = pane.section, key
        # A block of the Overview, or an annotation on a removed item, is searched in the text of its page.
        if row not in self._blocks:
            self._blocks[row] = haystack([words_of(block) for block in pane.document(key).blocks])
        if matches_words(self._blocks[row], query.terms):
            mark, fields = self.reading.mine.marks.get(key), [term for term in query.terms if term.field]
            if not fields or (mark and all(has_mark(mark, term) is not term.without for term in fields)):
                return True
        return pane.section is not Section.MINE and any(
            hit.key == key and self._item_matches(hit.ref, query) for hit, _ in self._found
        )

    def counts(self, query: Query) -> dict[QueryTerm, int]:
        """Return the number of results of each term of a query alone."""
        return {term: len(self.find(Query(term.words, (term,)))) for term in query.terms}

    @cached_property
    def words(self) -> dict[str, str]:
        """The first spelling of every word, by its normalised form."""
        found: dict[str, str] = {}
        for _ in self.prepare():
            pass
        for word in self._spellings:
            found.setdefault(fold(word), word.strip("«»“”()[].,;:!?…\u00a0"))
        return found


def _is_narrower(before: Sequence[QueryTerm], words: Sequence[QueryTerm]) -> bool:
    """Return whether new search words only narrow down the previous ones.

    This holds if each previous word is unchanged or was only extended.
    """
    return len(words) >= len(before) and all(
        old == new or (not (old.without or new.without) and new.needle.startswith(old.needle))
        for old, new in zip(before, words, strict=False)
    )


def own_texts(document: Document, reading: RenderContext) -> tuple[list[str], list[str]]:
    """Return the texts on a page that belong to its own item.

    The title, interface words and texts of other items are left out, except the names of other items.
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
