"""A walk: from one result of a search to the next, across panes, from wherever the reader is."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from deepseek_tui.panes.highlight import Find
from deepseek_tui.panes.pane import PANES, Section
from deepseek_tui.panes.search import Search, SearchHit
from deepseek_tui.story.analysis.folding import ranges
from deepseek_tui.story.analysis.query import Query

RowKey = tuple[Section, str]
"""A pane, and the key of a row of it."""


class SearchCursor(NamedTuple):
    """What a search found, as stops in the order of the panes; a row with several results is one stop."""

    query: Query
    stops: tuple[RowKey, ...] = ()

    @classmethod
    def over(cls, search: Search, query: Query) -> "SearchCursor":
        """The walk over what a query finds."""
        return cls.along(query, search.find(query))

    @classmethod
    def along(cls, query: Query, hits: Sequence[SearchHit]) -> "SearchCursor":
        """The walk over what was found."""
        return cls(query, tuple(dict.fromkeys((hit.section, hit.key) for hit in hits)))

    def again(self, search: Search) -> "SearchCursor":
        """The same walk through the story as it is read now."""
        return self.over(search, self.query)

    @property
    def find(self) -> Find | None:
        """Finds the words of the search in a text; None when the query has none."""
        return partial(ranges, needles=self.query.needles) if self.query.needles else None

    def at(self, here: RowKey) -> int:
        """Which stop this is, counted from 1; 0 where it is none."""
        return self.stops.index(here) + 1 if here in self.stops else 0

    def next(self, here: RowKey, keys: Sequence[str], step: int) -> RowKey:
        """The stop after a place, or before it, round the end; `keys` are those of the pane that is open, in order."""
        if here in self.stops:
            return self.stops[(self.stops.index(here) + step) % len(self.stops)]
        order = {key: number for number, key in enumerate(keys)}
        place = (PANES.index(here[0]), order.get(here[1], -1))

        def rank(stop: RowKey) -> tuple[int, int]:
            return PANES.index(stop[0]), order.get(stop[1], -1) if stop[0] is here[0] else -1

        later = [stop for stop in self.stops if rank(stop) > place]
        earlier = [stop for stop in self.stops if rank(stop) < place]
        return (later or self.stops)[0] if step > 0 else (earlier or self.stops)[-1]
