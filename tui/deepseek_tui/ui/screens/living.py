"""A living story: it opens where it was left, says what changed since, and follows its file while it is open."""

from asyncio import to_thread
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from textual.timer import Timer

from deepseek_tui.story.analysis.index import Index
from deepseek_tui.story.loading.diagnostics import InvalidInput
from deepseek_tui.story.loading.loader import LARGE
from deepseek_tui.ui.clipboard import copy
from deepseek_tui.ui.screens.marking import Marking

if TYPE_CHECKING:
    from deepseek_tui.story.analysis.diff import Changes
    from deepseek_tui.story.format.model import Story
    from deepseek_tui.user_data.file_watch import WatchedFile
    from deepseek_tui.user_data.snapshots import SnapshotStore
    from deepseek_tui.user_data.workspace import Workspace

EVERY = 2.0
"""Seconds between two looks at the file."""


class Living(Marking):
    """What happens to a story and around it while nobody presses a key, and on the way out."""

    changes: "Changes | None" = None
    """What is new since the reader last read it."""
    _watched: "WatchedFile | None" = None
    _looks: Timer | None = None
    """Asks for a look every so often; none where there is nothing to look at."""

    def begin(self) -> None:
        """Watch the file; compare with what was read the last time."""
        super().begin()
        self.changes = None
        self.call_after_refresh(self._compare)
        self._watched = self.desk.watch_file() if self.desk else None
        if self._looks is not None:
            self._looks.stop()
        self._looks = self.set_interval(EVERY, self.look) if self._watched else None

    @property
    def _is_large(self) -> bool:
        return self.desk is not None and len(self.desk.data) >= LARGE

    # since the last time

    def _compare(self) -> None:
        desk = self.desk
        seen = desk.snapshots if desk else None
        if desk is None or seen is None:
            return
        if self._is_large:
            self.run_worker(self._compare_meanwhile(desk, seen))
            return
        story = self.reading.story
        before = seen.read(story.id, desk.origin)
        seen.save(story.id, desk.origin, desk.data)
        if before is not None and before != desk.data:
            self._compare_with(before)
        self.say_troubles()

    async def _compare_meanwhile(self, desk: "Workspace", seen: "SnapshotStore") -> None:
        """The same beside whatever else there is to do: packing and unpacking go on by themselves."""
        from deepseek_tui.story.loading.incremental import load_incrementally, with_progress

        story, place, data = self.reading.story, desk.origin, desk.data
        is_new = not await to_thread(seen.matches, story.id, place, data)
        before = await to_thread(seen.read, story.id, place) if is_new else None
        await to_thread(seen.save, story.id, place, data)
        old = None if before is None else await with_progress(load_incrementally(before), lambda _: None)
        if old is not None and self.reading.story is story:
            self.say_changes(old, self.reading.words.screen.since_last_time)
        self.say_troubles()

    def _compare_with(self, data: bytes) -> None:
        from deepseek_tui.story.loading.loader import from_bytes

        try:
            old = from_bytes(data, "")
        except InvalidInput:  # an older version of the format: what changed is not known
            return
        self.say_changes(old, self.reading.words.screen.since_last_time)

    def say_changes(self, old: "Story", words: str) -> bool:
        """Say what changed from an older edition to the one that is read; whether anything did."""
        from deepseek_tui.panes.changes import summary
        from deepseek_tui.story.analysis.diff import Changes

        changes = Changes(old, self.reading.story)
        if changes:
            self.changes = changes
            key = self.key_of("changes")
            hint = self.reading.words.screen.changes_hint.format(key) if key else ""
            self.tell(f"{words.format(summary(changes, self.reading))} {hint}".strip(), timeout=12)
        return bool(changes)

    def action_changes(self) -> None:
        """List what changed since the story was last read."""
        from deepseek_tui.panes.changes import ChangeRows, summary
        from deepseek_tui.ui.dialogs.changes import ChangesScreen

        words = self.reading.words.screen
        if self.changes is None:
            self.tell(words.no_changes)
            return
        title = f"{words.changes_title} · {summary(self.changes, self.reading)}"
        screen = ChangesScreen(title, words.ways_close, ChangeRows(self.changes, self.reading))
        self.ask(screen, lambda target: self.go_to(target) if target else None)

    # while it is open

    def look(self) -> None:
        """Look whether the file has changed, and read it again where it has; a fault leaves the story as it was."""
        from deepseek_tui.story.loading.diagnostics import one_line
        from deepseek_tui.story.loading.loader import from_bytes

        desk, watched = self.desk, self._watched
        if desk is None or watched is None or self.progress:
            return
        self.look_elsewhere()
        try:
            data = watched.poll()
            if data is not None and len(data) >= LARGE:
                self.run_worker(self._read_meanwhile(desk, data), exclusive=True, group="reading")
            elif data is not None:
                self.reload(from_bytes(data, one_line(Path(desk.path).name)), data)
        except InvalidInput as unusable:
            self._say_broken(unusable)

    def _say_broken(self, unusable: InvalidInput) -> None:
        self.fault = str(unusable.problems[0])
        self.app.clear_notifications()  # of a fault before this one, too
        self.tell(self.reading.words.screen.broken.format(self.fault), timeout=10, wrong=True)
        self.speak()

    async def _read_meanwhile(self, desk: "Workspace", data: bytes) -> None:
        """Read a large edition while the one before stays on the screen, and can be used."""
        from deepseek_tui.i18n.loading import loading_words
        from deepseek_tui.story.loading import garbage
        from deepseek_tui.story.loading.diagnostics import one_line
        from deepseek_tui.story.loading.incremental import load_incrementally, with_progress
        from deepseek_tui.story.loading.loader import from_bytes

        def told(share: float) -> None:
            self._say_progress(loading_words(self.reading.language).again.format(share=int(100 * share)))

        garbage.rest()
        try:
            story = await with_progress(load_incrementally(data), told)
            if story is None:  # where and why is found in one go, beside the screen as far as may be
                story = await to_thread(from_bytes, data, one_line(Path(desk.path).name))
        except InvalidInput as unusable:
            self._say_broken(unusable)
            return
        finally:
            garbage.resume()
            self._say_progress("")
        if self.desk is desk:
            self.reload(story, data)

    def _say_progress(self, words: str) -> None:
        if self.progress != words:
            self.progress = words
            self.speak()

    def reload(self, story: "Story", data: bytes) -> None:
        """Read a newer edition in the place of this one; the reader stays where they are."""
        old, lost = self.reading.story, self.lost
        mended, self.fault = bool(self.fault), ""
        same_article = story.article == old.article
        reprint = self.reading.reprint if same_article else None
        if self.desk is not None:
            self.desk.data = data
            if self.desk.snapshots is not None and self._is_large:
                self.run_worker(to_thread(self.desk.snapshots.save, story.id, self.desk.origin, data))
            elif self.desk.snapshots is not None:
                self.desk.snapshots.save(story.id, self.desk.origin, data)
        if mended:
            self.app.clear_notifications()
        self.read(replace(self.reading, index=Index(story), reprint=reprint))
        if story.id != old.id and self.notebook is not None:
            self.notebook.open_story(story.id)
            self.see_marks()
        if not self.say_changes(old, self.reading.words.screen.reloaded) and mended:
            self.tell(self.reading.words.screen.mended, timeout=4)
        self.say_lost(set(self.lost) - set(lost))

    # deep links, and the way out

    def action_copy_command(self) -> None:
        """Copy the command that opens the story at this item."""
        words, key = self.reading.words.screen, self.items.key
        command = self.desk.command(key) if self.desk and key and not self.is_group else ""
        if command:
            copy(self.app, command)
        self.tell(words.command_copied.format(command) if command else words.no_command, timeout=4)

    def leave(self) -> None:
        """Remember where the reader is, and let the notebook go."""
        self.remember_visit()
        if self.desk is not None:
            self.desk.close()

    def remember_visit(self) -> None:
        """Remember where the reader is in the story, and a note that is being written."""
        desk = self.desk
        if desk is None:
            return
        self.keep_note()
        if desk.session is not None and self.is_mounted:
            from deepseek_tui.user_data.session import SavedVisit

            self.remember()
            self.places.inside = self.parts.inside
            desk.session.save(self.reading.story.id, desk.origin, SavedVisit.of(self.places, self.reading.language))
