"""The controller that opens, reloads and leaves a story."""

from collections.abc import Callable

from textual.screen import Screen
from textual.timer import Timer

from deepseek_tui.navigation.navigator import Navigator
from deepseek_tui.navigation.views import PaneView
from deepseek_tui.panes.evidence import copy_status
from deepseek_tui.ui.asking import tell
from deepseek_tui.ui.controllers.annotating import AnnotationController
from deepseek_tui.ui.controllers.changes import ChangeReporter
from deepseek_tui.ui.controllers.live_reload import LiveReload
from deepseek_tui.ui.controllers.local_copy import LocalCopyController
from deepseek_tui.ui.messages import StoryReloaded
from deepseek_tui.user_data.workspace import Workspace

INTERVAL = 2.0
"""Seconds between two checks for changes by other programs."""


class StoryLifecycle:
    """Controller that opens and saves the user's files of a story.

    They are opened with the story, and saved when the user leaves it.
    """

    def __init__(self, screen: Screen[None], navigator: Navigator, workspace: Workspace | None) -> None:
        self._screen, self._navigator = screen, navigator
        self.workspace = workspace
        """The source of the story and the user's files, or None."""
        self.annotations = AnnotationController(screen, navigator)
        self.live_reload = LiveReload(screen, navigator)
        self.changes = ChangeReporter(screen, navigator)
        self._local_copy = LocalCopyController(screen, navigator)
        self.timer: Timer | None = None
        """The timer that calls `look`; None when there is no file to watch."""

    def open(self) -> None:
        """Open the user's files after the story is displayed."""
        for block in copy_status(self._navigator.reading):
            tell(self._screen, "".join(span.text for span in getattr(block, "spans", ())), 8)
        self.annotations.open(self.workspace)
        self.changes.open(self.workspace, self.annotations.report_errors)
        self.live_reload.open(self.workspace)
        if self.timer is not None:
            self.timer.stop()
        self.timer = self._screen.set_interval(INTERVAL, self.look) if self.live_reload.is_watching else None

    def choose_copy(self, show: Callable[[PaneView], None], done: Callable[[], None] | None = None) -> None:
        """Let the user choose a copy of the article.

        Call `done` after the dialog is closed.
        """
        self._local_copy.choose(self.workspace.copies if self.workspace else None, show, done)

    def look(self) -> None:
        """Check whether other programs changed the notebook or the story file."""
        self.annotations.look_elsewhere()
        self.live_reload.look()

    def replace(self, message: StoryReloaded, show: Callable[[PaneView], None]) -> None:
        """Show a newer edition of the story at the same item.

        The changes are reported.
        """
        annotations, before = self.annotations, self._navigator.reading
        orphaned, mine = annotations.orphaned(before.mine), annotations.of(message.story)
        self.changes.keep(message)
        show(self._navigator.replace_story(message.story, mine))
        self.changes.report_reload(before.story, message)
        annotations.report_orphaned(set(annotations.orphaned(mine)) - set(orphaned))

    def leave(self) -> None:
        """Save the location and the unfinished note, and close the files."""
        self.save_visit()
        if self.workspace is not None:
            self.workspace.close()

    def save_visit(self) -> None:
        """Save the user's location and unfinished note."""
        self.annotations.save_draft()
        if self.workspace is not None and self._screen.is_mounted:
            locations = self._navigator.leave()
            self.workspace.save_visit(self._navigator.reading.story.id, locations, self._navigator.reading.language)

    def command(self, ref: str) -> str:
        """Return the shell command that opens the story at an item.

        It may be empty.
        """
        return self.workspace.command(ref) if self.workspace else ""
