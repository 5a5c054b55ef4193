"""The search over the dashboard: one field for all panes, results as one types, each with its words in their context."""

from functools import partial

from deepseek_tui.i18n.panes import counted
from deepseek_tui.navigation.search_cursor import RowKey, SearchCursor
from deepseek_tui.panes.search import Search, SearchHit
from deepseek_tui.panes.search_results import SearchResultRows, why_nothing
from deepseek_tui.story.analysis.folding import ranges
from deepseek_tui.story.analysis.query import Query, parse
from deepseek_tui.ui.dialogs.picker import Picker


class SearchScreen(Picker[tuple[SearchCursor, RowKey] | None]):
    """Answers with everything that was found and the result to go to, or with none."""

    NAME = TOPIC = "search"

    def __init__(self, search: Search, query: str = "") -> None:
        words = search.reading.words.search
        super().__init__(words.title, words.close, words.hint, query)
        self._search = search
        self._asked: Query = parse("")
        self._hits: list[SearchHit] = []

    def on_mount(self) -> None:
        """Be ready before the first letter, if it lets one the time."""
        self.run_worker(self._search.prepared())

    def offer(self, query: str) -> None:
        """Show what is found, or say why nothing is."""
        self._asked = parse(query)
        self._hits = self._search.find(self._asked)
        needles = self._asked.needles
        self.rows.find = partial(ranges, needles=needles) if needles else None
        reading = self._search.reading
        told: list[str] = []
        if not self._asked:
            told = [reading.words.help.topics[self.TOPIC].words]
        elif not self._hits:
            told = why_nothing(self._search, self._asked)
        self.show(SearchResultRows(self._search, self._asked, self._hits), told)
        self.query_one("#search").border_title = " · ".join(filter(None, (reading.words.search.title, self._count())))

    def _count(self) -> str:
        """How much was found, and on how many pages where several results stand on one: these are what one walks."""
        reading, pages = self._search.reading, len({hit.key for hit in self._hits})
        words = reading.words.search
        if not self._hits:
            return ""
        found = counted(words.found, len(self._hits), reading.language)
        return found if pages == len(self._hits) else f"{found} {counted(words.pages, pages, reading.language)}"

    def action_choose(self) -> None:
        """Go to the current result."""
        if self.rows.key:
            hit = self._hits[int(self.rows.key)]
            self.dismiss((SearchCursor.along(self._asked, self._hits), (hit.section, hit.key)))
