"""Results of a search as the rows of a list: under each pane's name what was found there, its words in their context."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from itertools import groupby
from operator import attrgetter

from deepseek_tui.i18n.panes import counted
from deepseek_tui.panes.pane import Row, Section
from deepseek_tui.panes.query_fields import values_of
from deepseek_tui.panes.search import Search, SearchHit
from deepseek_tui.story.analysis.folding import fold, ranges
from deepseek_tui.story.analysis.query import FIELDS, Query, QueryTerm

MAX_LEAD = 24
"""How many characters of a text stand before the first match in it."""
VISIBLE_TITLE = 48
"""How many characters of a title are seen on any terminal; words further on are shown once more below."""
MANY_WORDS = 3000
"""Among more words than this, only those of the same first letter are compared, which keeps a large story quick."""


class SearchResultRows:
    """What was found, as rows; each key is the number of the hit, and a heading has none."""

    lines = 2

    def __init__(self, search: Search, query: Query, hits: Sequence[SearchHit]) -> None:
        self._search, self._query, self.hits = search, query, hits
        self._counts: dict[Section, int] = {}
        self.keys: list[str] = []
        first = 0
        for section, found in groupby(hits, attrgetter("section")):
            self._counts[section] = count = len(list(found))
            self.keys += ("", *map(str, range(first, first + count)))
            first += count

    def row(self, number: int) -> Row:
        """What an item is called, and where the words stand in it; or a pane, and how much was found there."""
        reading, key = self._search.reading, self.keys[number]
        if not key:
            section = self.hits[int(self.keys[number + 1])].section
            count = counted(reading.words.search.found, self._counts[section], reading.language)
            return Row(reading.words.panes.titles[section], tail=count)
        hit = self.hits[int(key)]
        title = self._search.name(hit.ref)
        kind = "" if hit.key == hit.ref else reading.words.search.kinds[reading.index.list_of[hit.ref]]
        return Row(title, second=self._context(hit, title), tail=kind)

    def _context(self, hit: SearchHit, title: str) -> str:
        """The beginning of a text, or what stands around the first words found that are not seen in the title."""
        texts = self._search.texts(hit.ref)
        needles = self._query.needles
        in_title = ranges(title, needles)
        if in_title and in_title[0][1] > VISIBLE_TITLE:
            return _text_from(title, in_title[0][0])
        missing = [needle for needle in needles if not ranges(title, (needle,))] or needles
        for text in texts[1:]:
            found = ranges(text, missing)
            if found:
                return _text_from(text, found[0][0])
        return texts[1] if len(texts) > 1 else ""


def _text_from(text: str, at: int) -> str:
    """A text from some words before a place on."""
    if at <= MAX_LEAD:
        return text
    cut = text.find(" ", at - MAX_LEAD)
    return f"… {text[cut + 1 if 0 <= cut < at else at :]}"


def explain_no_results(search: Search, query: Query) -> list[str]:
    """Why a query finds nothing, and what would find something, in sentences; the story's nearest word among them."""
    words = search.reading.words.search
    said = [words.fields.format(name, ", ".join(f"{field}:" for field in FIELDS)) for name in query.unknown[:1]]
    counts = search.counts(query)
    never = [term for term, count in counts.items() if not count and not term.without]
    said += [_explain_term(search, term) for term in never]
    if not never and len(query.terms) > 1:
        said += _results_without_terms(search, query)
    return said or [words.nothing]


def _explain_term(search: Search, term: QueryTerm) -> str:
    words = search.reading.words.search
    if term.field:
        return words.values.format(f"{term.field}:{term.words}", ", ".join(values_of(term.field, search.reading)) or "…")
    near = nearest_word(search, term.words)
    return words.nearest.format(term.words, near) if near else words.never.format(term.words)


def nearest_word(search: Search, words: str) -> str:
    """The word of the story nearest to what somebody typed, as the story writes it; empty where none is near."""
    wanted, known = fold(words), search.words
    among = list(known) if len(known) <= MANY_WORDS else [word for word in known if word[:1] == wanted[:1]]
    found = get_close_matches(wanted, among, n=1, cutoff=0.6)
    return known[found[0]] if found else ""


def _results_without_terms(search: Search, query: Query) -> Iterator[str]:
    """What each term, left out, would leave."""
    reading = search.reading
    words = reading.words.search
    for term in query.terms:
        count = len(search.find(query.without(term)))
        if count:
            shown = f"{'-' if term.without else ''}{term.field and term.field + ':'}{term.words}"
            yield words.drop.format(shown, counted(words.found, count, reading.language))
