"""Cursor over search results, in all panes and from any location."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from deepseek_tui.panes.highlight import Find
from deepseek_tui.panes.pane import PANES, Section
from deepseek_tui.panes.search import Search, SearchHit
from deepseek_tui.story.analysis.folding import ranges
from deepseek_tui.story.analysis.query import Query

RowKey = tuple[Section, str]
"""A pane and the key of one of its rows."""


class SearchCursor(NamedTuple):
    """Cursor over the rows with search results, in pane order.

    Each row is listed once.
    """

    query: Query
    stops: tuple[RowKey, ...] = ()

    @classmethod
    def over(cls, search: Search, query: Query) -> "SearchCursor":
        """Run a search query, and return a cursor over the results."""
        return cls.along(query, search.find(query))

    @classmethod
    def along(cls, query: Query, hits: Sequence[SearchHit]) -> "SearchCursor":
        """Return a cursor over given results of a search query."""
        return cls(query, tuple(dict.fromkeys((hit.section, hit.key) for hit in hits)))

    def again(self, search: Search) -> "SearchCursor":
        """Run the same query in another search.

        Return a cursor over the results.
        """
        return self.over(search, self.query)

    @property
    def find(self) -> Find | None:
        """A function that finds the search words in a text.

        It is None if the query has no words.
        """
        return partial(ranges, needles=self.query.needles) if self.query.needles else None

    def at(self, here: RowKey) -> int:
        """Return the number of a row among the search results, from 1.

        The number is 0 if the row is no result.
        """
        return self.stops.index(here) + 1 if here in self.stops else 0

    def next(self, here: RowKey, keys: Sequence[str], step: int) -> RowKey:
        """Return the next or previous search result, seen from a row.

        `keys` are the row keys of the open pane, in order.
        """
        if here in self.stops:
            return self.stops[(self.stops.index(here) + step) % len(self.stops)]
        order = {key: number for number, key in enumerate(keys)}
        place = (PANES.index(here[0]), order.get(here[1], -1))

        def rank(stop: RowKey) -> tuple[int, int]:
            return PANES.index(stop[0]), order.get(stop[1], -1) if stop[0] is here[0] else -1

        later = [stop for stop in self.stops if rank(stop) > place]
        earlier = [stop for stop in self.stops if rank(stop) < place]
        return (later or self.stops)[0] if step > 0 else (earlier or self.stops)[-1]
