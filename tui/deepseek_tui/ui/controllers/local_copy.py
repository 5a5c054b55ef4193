"""The controller of the dialog for the reader's copy of the article."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from textual.screen import Screen

from deepseek_tui.navigation.navigator import Navigator
from deepseek_tui.navigation.views import Notice, PaneView
from deepseek_tui.ui.asking import ask

if TYPE_CHECKING:
    from deepseek_tui.article.local_copy import LocalCopy
    from deepseek_tui.user_data.copy_store import CopyStore, KeptCopy

SECONDS = 8.0
"""Seconds for which the notification about an accepted copy is shown."""


class LocalCopyController:
    """Controller that lets the user choose a copy of the article.

    The copy is remembered.
    """

    def __init__(self, screen: Screen[None], navigator: Navigator) -> None:
        self._screen, self._navigator = screen, navigator

    def choose(
        self, store: "CopyStore | None", show: Callable[[PaneView], None], done: Callable[[], None] | None = None
    ) -> None:
        """Open the dialog for choosing a copy of the article.

        `show` displays the pane with the chosen copy, and `done` is called at the end. Without a store the copy is not
        remembered.
        """
        from deepseek_tui.ui.dialogs.local_copy import LocalCopyDialog

        def answered(copy: "LocalCopy | None") -> None:
            if copy is not None:
                show(self._use(copy, store))
            if done is not None:
                done()

        ask(self._screen, LocalCopyDialog(self._navigator.reading, Path.cwd()), answered)

    def _use(self, copy: "LocalCopy", store: "CopyStore | None") -> PaneView:
        from deepseek_tui.user_data.copy_store import KeptCopy

        reading = self._navigator.reading
        kept = store.keep(copy, reading.story) if store else KeptCopy(copy, is_remembered=False)
        return self._navigator.render_with(replace(reading, local_copy=kept.copy), Notice(self._report(kept), SECONDS))

    def _report(self, kept: "KeptCopy") -> str:
        from deepseek_tui.panes.local_copy import comparison

        words = self._navigator.reading.words
        compared = comparison(kept.copy, words)
        if kept.is_remembered:
            return words.local_copy.remembered.format(compared, kept.copy.path)
        reason = kept.error.message(words.export) if kept.error else ""
        return f"{words.local_copy.not_remembered.format(compared)} {reason}".strip()
