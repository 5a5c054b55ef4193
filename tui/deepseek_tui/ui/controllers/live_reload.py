"""The controller that reloads the story when the story file changes."""

from asyncio import to_thread
from pathlib import Path
from typing import TYPE_CHECKING

from textual.screen import Screen

from deepseek_tui.i18n.messages import translator
from deepseek_tui.navigation.navigator import Navigator
from deepseek_tui.story.loading.diagnostics import InvalidInput
from deepseek_tui.story.loading.loader import LARGE
from deepseek_tui.ui.asking import tell
from deepseek_tui.ui.messages import StatusChanged, StoryReloaded
from deepseek_tui.user_data.workspace import Workspace

if TYPE_CHECKING:
    from deepseek_tui.story.format.model import Story
    from deepseek_tui.user_data.file_watch import WatchedFile


class LiveReload:
    """Controller that watches the story file, and reloads it when it changes.

    If the file is invalid, the previous edition stays displayed.
    """

    def __init__(self, screen: Screen[None], navigator: Navigator) -> None:
        self._screen, self._navigator = screen, navigator
        self._workspace: Workspace | None = None
        self._watched: WatchedFile | None = None
        self.error = ""
        """The first error of the changed file; empty if it is valid."""
        self.progress = ""
        """The loading progress of a newer edition; empty when none is being loaded."""

    def open(self, workspace: Workspace | None) -> None:
        """Start watching the file of an opened story."""
        self._workspace, self.error = workspace, ""
        self._watched = workspace.watch_file() if workspace else None

    @property
    def is_watching(self) -> bool:
        """Whether the file of the story is being watched."""
        return self._watched is not None

    def look(self) -> None:
        """Reload the story if the story file has changed."""
        from deepseek_tui.story.loading.diagnostics import one_line
        from deepseek_tui.story.loading.loader import from_bytes

        workspace, watched = self._workspace, self._watched
        if workspace is None or watched is None or self.progress:
            return
        try:
            data = watched.poll()
            if data is not None and len(data) >= LARGE:
                self._screen.run_worker(self._read_in_background(workspace, data), exclusive=True, group="reading")
            elif data is not None:
                self._reloaded(from_bytes(data, one_line(Path(workspace.path).name)), data)
        except InvalidInput as unusable:
            self._report(unusable)

    def _report(self, unusable: InvalidInput) -> None:
        self.error = unusable.problems[0].worded(translator(self._navigator.reading.language))
        self._screen.app.clear_notifications()  # Notifications about earlier errors in the file are removed as well.
        tell(self._screen, self._navigator.reading.words.screen.broken.format(self.error), 10, error=True)
        self._screen.post_message(StatusChanged())

    async def _read_in_background(self, workspace: Workspace, data: bytes) -> None:
        """Load a large newer edition in the background.

        The user can still use the previous one.
        """
        from deepseek_tui.story.loading import garbage
        from deepseek_tui.story.loading.diagnostics import one_line
        from deepseek_tui.story.loading.incremental import load_incrementally, with_progress
        from deepseek_tui.story.loading.loader import from_bytes

        def advance(share: float) -> None:
            words = self._navigator.reading.words.loading
            self._show_progress(words.again.format(share=int(100 * share)))

        garbage.suspend()
        try:
            story = await with_progress(load_incrementally(data), advance)
            if story is None:  # The file is invalid, so it is loaded again in one step, which reports the error.
                story = await to_thread(from_bytes, data, one_line(Path(workspace.path).name))
        except InvalidInput as unusable:
            self._report(unusable)
            return
        finally:
            garbage.resume()
            self._show_progress("")
        if self._workspace is workspace:
            self._reloaded(story, data)

    def _show_progress(self, text: str) -> None:
        if self.progress != text:
            self.progress = text
            self._screen.post_message(StatusChanged())

    def _reloaded(self, story: "Story", data: bytes) -> None:
        repaired, self.error = bool(self.error), ""
        if repaired:
            self._screen.app.clear_notifications()
        self._screen.post_message(StoryReloaded(story, data, repaired))
