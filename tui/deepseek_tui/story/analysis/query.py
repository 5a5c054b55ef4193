"""Queries for search and filter, read into terms.

    nvidia décembre      both words, or words that begin like this, anywhere in an item
    "open source"        this phrase, as whole words
    -meta                not this word
    by:scmp p:6 -kind:person

A query is read while it is being typed. The last word of a phrase without its closing quotation mark may be incomplete.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from deepseek_tui.story.analysis.folding import fold, needle
from deepseek_tui.story.format.text import harmless

FIELDS = {
    "by": ("par",),
    "p": ("para", "§"),
    "kind": ("genre",),
    "status": ("statut",),
    "topic": ("sujet",),
    "has": ("avec",),
    "is": ("est",),
}
"""The field names in English, with their French aliases."""

_NAMES = {name: field for field, others in FIELDS.items() for name in (field, *others)}
_TOKEN = re.compile(r'(?P<no>-)?(?:(?P<field>[^\W\d_]+|§):)?(?:"(?P<phrase>[^"]*)(?P<closed>"?)|(?P<word>[^\s"]+))')


@dataclass(frozen=True, slots=True)
class QueryTerm:
    """Term of a query: words to find, or a field's value."""

    words: str
    """The words of the term, as typed."""
    needle: str
    """The words of the term in the folded form that the search looks for (see `folding.needle`)."""
    field: str = ""
    """The name of the field, empty for words."""
    without: bool = False
    """Whether the words or the value must not occur."""


@dataclass(frozen=True)
class Query:
    """A query that has been read into terms.

    `unknown` lists field names that do not exist.
    """

    text: str
    terms: tuple[QueryTerm, ...] = ()
    unknown: tuple[str, ...] = field(default=())

    def __bool__(self) -> bool:
        """Return whether the query has any term."""
        return bool(self.terms)

    @cached_property
    def needles(self) -> tuple[str, ...]:
        """The folded words to highlight in results, which are all required words."""
        return tuple(term.needle for term in self.terms if not term.field and not term.without)

    def without(self, term: QueryTerm) -> "Query":
        """Return the query without one of its terms."""
        return Query(self.text, tuple(other for other in self.terms if other is not term))


def parse(text: str) -> Query:
    """Parse the text of a query into terms.

    A word with a colon that names no field is searched for like other words, and listed as unknown.
    """
    text = harmless(text)
    terms: list[QueryTerm] = []
    unknown: list[str] = []
    for match in _TOKEN.finditer(text):
        name, phrase = match["field"] or "", match["phrase"]
        if not name and (match["word"] or "").casefold().rstrip(":") in _NAMES and match["word"].endswith(":"):
            continue  # The user has typed the name of a field, but not yet a value.
        words = phrase if phrase is not None else match["word"]
        known = _NAMES.get(name.casefold(), "")
        if name and not known:
            unknown.append(name)
            words = f"{name} {words}"
        found = needle(words, whole=bool(match["closed"]) and not known)
        if found or (known and words):
            terms.append(QueryTerm(words, found, known, without=match["no"] is not None))
    return Query(text.strip(), tuple(terms), tuple(unknown))


def matches_words(hay: str, terms: Iterable[QueryTerm]) -> bool:
    """Return whether a folded text contains the words of a query.

    Terms about fields are ignored.
    """
    return all((term.needle in hay) is not term.without for term in terms if not term.field)


def matches_prefix(value: str, names: Iterable[str]) -> bool:
    """Return whether a value begins a name or a word of it.

    Accents and case are ignored.
    """
    return any(_is_prefix(value, name) for name in names)


@lru_cache(maxsize=4096)
def _is_prefix(value: str, name: str) -> bool:
    """Return whether a value begins a word of a name.

    The result is cached, because a value is compared with the same few names for every item.
    """
    wanted = f" {fold(value)}"
    return len(wanted) > 1 and wanted in f" {fold(name)}"
