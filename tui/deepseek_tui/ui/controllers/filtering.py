"""Controller of the filter field, which replaces the footer while open."""

from typing import TYPE_CHECKING

from textual.screen import Screen

from deepseek_tui.navigation.navigator import Navigator
from deepseek_tui.ui.messages import FilterChanged, FilterDone, FilterTyped
from deepseek_tui.ui.widgets.bars import KeyBar
from deepseek_tui.ui.widgets.hint_bar import Hint
from deepseek_tui.ui.widgets.panels import Panels

if TYPE_CHECKING:  # The filter field is imported only when a filter is first typed.
    from deepseek_tui.ui.widgets.filter_line import FilterLine


class FilterController:
    """Controller that opens and closes the filter field.

    It posts FilterChanged.
    """

    def __init__(self, screen: Screen[None], navigator: Navigator, panels: Panels, footer: KeyBar) -> None:
        self._screen, self._navigator = screen, navigator
        self._panels, self._footer = panels, footer
        self._line: FilterLine | None = None
        """The field and its hints, created when first opened."""

    async def open(self) -> None:
        """Open the filter field in place of the footer."""
        from deepseek_tui.ui.widgets.filter_line import FilterLine

        navigator = self._navigator
        if navigator.filter_edit.is_active:
            return
        query = navigator.start_filter()
        if self._line is None:
            self._line = FilterLine()
            self._line.display = False  # Showing the field and the footer together would take a line from the list.
            await self._screen.mount(self._line, before=self._footer)
        words, name = navigator.reading.words.search, navigator.reading.words.keys.names
        keys = (
            Hint(name["enter"], words.filter_keep, "finish_filter", 1),
            Hint(name["escape"], words.filter_undo, "undo_filter", 2),
        )
        self._panels.leave()
        self._footer.display = False
        # The search index is prepared before the user types the first letter.
        self._screen.run_worker(navigator.search.prepared())
        self._line.open(query, words.filter_hint, keys)

    def update(self, message: FilterTyped | FilterDone) -> None:
        """Apply or keep the typed filter, or restore the previous one."""
        edit, is_changed = self._navigator.filter_edit, True
        if not edit.is_active:
            return
        if isinstance(message, FilterTyped):
            edit.change(message.query)
        elif message.given_up:
            edit.undo()
        else:
            is_changed = edit.finish(message.query)
        self.close_if_done()
        if is_changed:
            self._screen.post_message(FilterChanged())

    def finish(self) -> None:
        """Keep the typed filter, as the Enter key does."""
        if self._line is not None:
            self._line.field.action_finish()

    def undo(self) -> None:
        """Restore the previous filter, as the Esc key does."""
        if self._line is not None:
            self._line.field.action_give_up()

    def close_if_done(self) -> None:
        """Close the filter field if no filter is being typed.

        Focus the list.
        """
        if self._line is not None and self._line.display and not self._navigator.filter_edit.is_active:
            if self._line.field.has_focus:
                self._panels.leave()
            self._line.display, self._footer.display = False, True
