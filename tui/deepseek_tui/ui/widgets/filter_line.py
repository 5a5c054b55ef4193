"""The line of the filter: in the place of the footer while a filter is typed, with the field and how it ends."""

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.getters import query_one

from deepseek_tui.ui.widgets.filter_field import FilterField
from deepseek_tui.ui.widgets.hint_bar import Hint, HintBar


class FilterLine(Horizontal):
    """The filter field with its key hints, which replaces the footer."""

    field = query_one(FilterField)
    hints = query_one(HintBar)

    def __init__(self) -> None:
        super().__init__(id="filter-line")

    def compose(self) -> ComposeResult:
        """Compose the field, and the key hints at the right edge."""
        yield FilterField()
        yield HintBar(id="filter-keys")

    def open(self, query: str, hint: str, keys: tuple[Hint, ...]) -> None:
        """Display the line, and start with a query."""
        self.hints.offered = keys
        self.hints.styles.width = 2 + sum(cell_len(f"{key.key} {key.words}  ") for key in keys)
        self.display = True
        self.field.open(query, hint)
