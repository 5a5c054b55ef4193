"""A query: what somebody types to find or to filter, as terms that must occur, terms that must not, and field words.

    nvidia décembre      both words, or words that begin so, anywhere in an item
    "open source"        these words, whole and in this order
    -meta                not this one
    by:scmp p:6 -kind:person

A query is read while it is typed: a phrase whose quotation mark is not closed yet may end in the beginning of a word.
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
"""The field words, in English, and what they are called in French."""

_NAMES = {name: field for field, others in FIELDS.items() for name in (field, *others)}
_TOKEN = re.compile(r'(?P<no>-)?(?:(?P<field>[^\W\d_]+|§):)?(?:"(?P<phrase>[^"]*)(?P<closed>"?)|(?P<word>[^\s"]+))')


@dataclass(frozen=True, slots=True)
class QueryTerm:
    """Words to find, or a value that a field must have; `field` is empty for words."""

    words: str
    """As typed."""
    needle: str
    """As it is looked for: see `fold.needle`."""
    field: str = ""
    without: bool = False
    """It must not occur."""


@dataclass(frozen=True)
class Query:
    """A query that was read; `unknown` are field words that there are not."""

    text: str
    terms: tuple[QueryTerm, ...] = ()
    unknown: tuple[str, ...] = field(default=())

    def __bool__(self) -> bool:
        """Whether it asks for anything."""
        return bool(self.terms)

    @cached_property
    def needles(self) -> tuple[str, ...]:
        """What is to be shown where it stands: the words that must occur."""
        return tuple(term.needle for term in self.terms if not term.field and not term.without)

    def without(self, term: QueryTerm) -> "Query":
        """The same query but for one of its terms."""
        return Query(self.text, tuple(other for other in self.terms if other is not term))


def parse(text: str) -> Query:
    """The query that somebody typed; a word with a colon that names no field is a word like others, and noted as unknown."""
    text = harmless(text)
    terms: list[QueryTerm] = []
    unknown: list[str] = []
    for match in _TOKEN.finditer(text):
        name, phrase = match["field"] or "", match["phrase"]
        if not name and (match["word"] or "").casefold().rstrip(":") in _NAMES and match["word"].endswith(":"):
            continue  # a field whose value is still to come
        words = phrase if phrase is not None else match["word"]
        known = _NAMES.get(name.casefold(), "")
        if name and not known:
            unknown.append(name)
            words = f"{name} {words}"
        found = needle(words, whole=bool(match["closed"]) and not known)
        if found or (known and words):
            terms.append(QueryTerm(words, found, known, without=match["no"] is not None))
    return Query(text.strip(), tuple(terms), tuple(unknown))


def found_in(hay: str, terms: Iterable[QueryTerm]) -> bool:
    """Whether a haystack has every word that must occur, and none that must not; field words are not looked at."""
    return all((term.needle in hay) is not term.without for term in terms if not term.field)


def begins(value: str, names: Iterable[str]) -> bool:
    """Whether the value of a field begins one of these names, or a word of one, accents and case ignored."""
    return any(_begins(value, name) for name in names)


@lru_cache(maxsize=4096)
def _begins(value: str, name: str) -> bool:
    """A value is compared with the same few names for every item of a story."""
    wanted = f" {fold(value)}"
    return len(wanted) > 1 and wanted in f" {fold(name)}"
