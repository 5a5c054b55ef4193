"""The controller that reports changes between editions of a story."""

from asyncio import to_thread
from typing import TYPE_CHECKING

from textual.screen import Screen

from deepseek_tui.navigation.navigator import Navigator
from deepseek_tui.story.loading.diagnostics import InvalidInput
from deepseek_tui.story.loading.loader import LARGE
from deepseek_tui.ui.asking import ask, tell
from deepseek_tui.ui.messages import StoryReloaded
from deepseek_tui.user_data.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from deepseek_tui.story.analysis.diff import Changes
    from deepseek_tui.story.format.model import Story
    from deepseek_tui.user_data.snapshots import SnapshotStore


MAX_KINDS = 5
"""The most kinds of changes that a notification lists, since it has only a few lines."""


class ChangeReporter:
    """Controller that compares each opened edition with the last one.

    It saves a snapshot of each edition for that.
    """

    def __init__(self, screen: Screen[None], navigator: Navigator) -> None:
        self._screen, self._navigator = screen, navigator
        self._workspace: Workspace | None = None
        self.changes: Changes | None = None
        """The changes since the story was last read, or None."""

    def open(self, workspace: Workspace | None, compared: "Callable[[], None]") -> None:
        """Compare the story with the last saved snapshot, then call `compared`."""
        self._workspace, self.changes = workspace, None
        self._screen.call_after_refresh(self._compare, compared)

    @property
    def _is_large(self) -> bool:
        return self._workspace is not None and len(self._workspace.data) >= LARGE

    def _compare(self, compared: "Callable[[], None]") -> None:
        workspace = self._workspace
        seen = workspace.snapshots if workspace else None
        if workspace is None or seen is None:
            return
        if self._is_large:
            self._screen.run_worker(self._compare_in_background(workspace, seen, compared))
            return
        story = self._navigator.reading.story
        before = seen.read(story.id, workspace.origin)
        seen.save(story.id, workspace.origin, workspace.data)
        if before is not None and before != workspace.data:
            self._compare_with(before)
        compared()

    async def _compare_in_background(
        self, workspace: Workspace, seen: "SnapshotStore", compared: "Callable[[], None]"
    ) -> None:
        """Compare a large story with the last snapshot in the background."""
        from deepseek_tui.story.loading.incremental import load_incrementally, with_progress

        story, place, data = self._navigator.reading.story, workspace.origin, workspace.data
        is_new = not await to_thread(seen.matches, story.id, place, data)
        before = await to_thread(seen.read, story.id, place) if is_new else None
        await to_thread(seen.save, story.id, place, data)
        old = None if before is None else await with_progress(load_incrementally(before), lambda _: None)
        if old is not None and self._navigator.reading.story is story:
            self._report(old, self._navigator.reading.words.screen.since_last_time)
        compared()

    def _compare_with(self, data: bytes) -> None:
        from deepseek_tui.story.loading.loader import from_bytes

        try:
            old = from_bytes(data, "")
        except InvalidInput:  # A snapshot in an older file format cannot be compared.
            return
        self._report(old, self._navigator.reading.words.screen.since_last_time)

    def _report(self, old: "Story", text: str) -> bool:
        """Notify the user of changes since an older edition.

        Return whether there are any.
        """
        from deepseek_tui.panes.changes import summary
        from deepseek_tui.story.analysis.diff import Changes

        reading = self._navigator.reading
        changes = Changes(old, reading.story)
        if changes:
            self.changes = changes
            key = self._navigator.key_label("changes")
            hint = reading.words.screen.changes_hint.format(key) if key else ""
            tell(self._screen, f"{text.format(summary(changes, reading, MAX_KINDS))} {hint}".strip(), 12)
        return bool(changes)

    def keep(self, message: StoryReloaded) -> None:
        """Save a snapshot of a newer edition of the story."""
        workspace = self._workspace
        if workspace is None:
            return
        workspace.data = message.data
        if workspace.snapshots is not None and self._is_large:
            self._screen.run_worker(to_thread(workspace.snapshots.save, message.story.id, workspace.origin, message.data))
        elif workspace.snapshots is not None:
            workspace.snapshots.save(message.story.id, workspace.origin, message.data)

    def report_reload(self, old: "Story", message: StoryReloaded) -> None:
        """Report the changes in a newer edition.

        If there are none, report that the story file is valid again.
        """
        words = self._navigator.reading.words.screen
        if not self._report(old, words.reloaded) and message.repaired:
            tell(self._screen, words.mended, 4)

    def list_changes(self, go_to: "Callable[[str], None]") -> None:
        """Show a list of the changes.

        Call `go_to` with the item that the user selects.
        """
        from deepseek_tui.panes.changes import ChangeRows, summary
        from deepseek_tui.ui.dialogs.chooser import ChangesScreen

        reading = self._navigator.reading
        words = reading.words.screen
        if self.changes is None:
            tell(self._screen, words.no_changes)
            return
        title = f"{words.changes_title} · {summary(self.changes, reading)}"
        dialog = ChangesScreen(title, words.ways_close, ChangeRows(self.changes, reading))
        ask(self._screen, dialog, lambda target: go_to(target) if target else None)
