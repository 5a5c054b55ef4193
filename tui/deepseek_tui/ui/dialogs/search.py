"""Search dialog, which searches the whole story while the user types."""

from functools import partial

from deepseek_tui.i18n.panes import counted
from deepseek_tui.navigation.search_cursor import RowKey, SearchCursor
from deepseek_tui.panes.search import Search, SearchHit
from deepseek_tui.panes.search_results import SearchResultRows, explain_no_results
from deepseek_tui.story.analysis.folding import ranges
from deepseek_tui.story.analysis.query import Query, parse
from deepseek_tui.ui.dialogs.picker import Picker


class SearchScreen(Picker[tuple[SearchCursor, RowKey] | None]):
    """Dialog that shows search results.

    It returns all of them with the chosen one.
    """

    NAME = TOPIC = "search"

    def __init__(self, search: Search, query: str = "") -> None:
        words = search.reading.words.search
        super().__init__(words.title, words.close, words.hint, query)
        self._search = search
        self._query: Query = parse("")
        self._hits: list[SearchHit] = []

    def on_mount(self) -> None:
        """Prepare the search index in the background, before the user types."""
        self.run_worker(self._search.prepared())

    def offer(self, query: str) -> None:
        """Show the results of a query, or why there are none."""
        self._query = parse(query)
        self._hits = self._search.find(self._query)
        needles = self._query.needles
        self.rows.find = partial(ranges, needles=needles) if needles else None
        reading = self._search.reading
        explanation: list[str] = []
        if not self._query:
            explanation = [reading.words.help.topics[self.TOPIC].words]
        elif not self._hits:
            explanation = explain_no_results(self._search, self._query)
        self.show(SearchResultRows(self._search, self._query, self._hits), explanation)
        self.query_one("#search").border_title = " · ".join(filter(None, (reading.words.search.title, self._count())))

    def _count(self) -> str:
        """Return the number of results and of their pages, as text."""
        reading, pages = self._search.reading, len({hit.key for hit in self._hits})
        words = reading.words.search
        if not self._hits:
            return ""
        found = counted(words.found, len(self._hits), reading.language)
        return found if pages == len(self._hits) else f"{found} {counted(words.pages, pages, reading.language)}"

    def action_choose(self) -> None:
        """Close the dialog and return the search results.

        The chosen one is returned with them.
        """
        if self.rows.key:
            hit = self._hits[int(self.rows.key)]
            self.dismiss((SearchCursor.along(self._query, self._hits), (hit.section, hit.key)))
