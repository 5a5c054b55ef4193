"""Search results as rows, grouped by pane, with matching text."""

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
"""The maximum number of characters shown before the first match in a text."""
VISIBLE_TITLE = 48
"""The number of characters of a title that are visible on any terminal; a later match is repeated below it."""
MANY_WORDS = 3000
"""The number of words above which, for speed, only those with the same first letter are compared."""


class SearchResultRows:
    """Search results as rows of a list.

    The key is the index of a result, and empty for a heading.
    """

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
        """Return a search result as a row, with its matching text.

        The heading of a pane has the number of its results.
        """
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
        """Return the matching text that the title of a result lacks.

        It is the text around the first match that the title does not show, or else the first text.
        """
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
    """Return the text that begins a few words before an offset."""
    if at <= MAX_LEAD:
        return text
    cut = text.find(" ", at - MAX_LEAD)
    return f"… {text[cut + 1 if 0 <= cut < at else at :]}"


def explain_no_results(search: Search, query: Query) -> list[str]:
    """Return messages that explain why a query has no results.

    They suggest other queries.
    """
    words = search.reading.words.search
    messages = [words.fields.format(name, ", ".join(f"{field}:" for field in FIELDS)) for name in query.unknown[:1]]
    counts = search.counts(query)
    missing = [term for term, count in counts.items() if not count and not term.without]
    messages += [_explain_term(search, term) for term in missing]
    if not missing and len(query.terms) > 1:
        messages += _results_without_terms(search, query)
    return messages or [words.nothing]


def _explain_term(search: Search, term: QueryTerm) -> str:
    words = search.reading.words.search
    if term.field:
        return words.values.format(f"{term.field}:{term.words}", ", ".join(values_of(term.field, search.reading)) or "…")
    nearest = nearest_word(search, term.words)
    return words.nearest.format(term.words, nearest) if nearest else words.never.format(term.words)


def nearest_word(search: Search, words: str) -> str:
    """Return the word of the story most similar to a query.

    It is empty if there is none.
    """
    wanted, known = fold(words), search.words
    candidates = list(known) if len(known) <= MANY_WORDS else [word for word in known if word[:1] == wanted[:1]]
    found = get_close_matches(wanted, candidates, n=1, cutoff=0.6)
    return known[found[0]] if found else ""


def _results_without_terms(search: Search, query: Query) -> Iterator[str]:
    """Yield how many results a query has without each of its terms."""
    reading = search.reading
    words = reading.words.search
    for term in query.terms:
        count = len(search.find(query.without(term)))
        if count:
            shown = f"{'-' if term.without else ''}{term.field and term.field + ':'}{term.words}"
            yield words.drop.format(shown, counted(words.found, count, reading.language))
