"""Workspace of an open story: its file and the reader's files.

The reader's files are the notebook, the session and the snapshots.
"""

from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from deepseek_tui.navigation.location import Locations
from deepseek_tui.user_data.atomic_files import WriteFile
from deepseek_tui.user_data.file_watch import WatchedFile
from deepseek_tui.user_data.session import SavedVisit, SessionStore
from deepseek_tui.user_data.snapshots import SnapshotStore

if TYPE_CHECKING:
    from deepseek_tui.user_data.annotation_edit import AnnotationEdit
    from deepseek_tui.user_data.copy_store import CopyStore
    from deepseek_tui.user_data.notebook_writer import NotebookWriter


@dataclass
class Workspace:
    """The files that belong to an open story.

    No file is opened before it is needed.
    """

    argument: str
    """The story on the command line: a path, "-", or the name of a bundled story."""
    origin: str
    """The origin of the story, see `story_origin`."""
    data: bytes = field(repr=False)
    """The content of the story file."""
    path: str = ""
    """The file to watch; empty for standard input and bundled stories."""
    notebook_file: Path | None = None
    session_folder: Path | None = None
    snapshots_folder: Path | None = None
    copies: "CopyStore | None" = None
    """The reader's copies of articles, or None when they are not remembered."""
    write: WriteFile = field(default=lambda _path, _data: None, repr=False)

    @cached_property
    def notebook(self) -> "NotebookWriter | None":
        """The reader's annotations, or None without a notebook file."""
        if self.notebook_file is None:
            return None
        from deepseek_tui.user_data.notebook_writer import NotebookWriter

        return NotebookWriter(self.notebook_file)

    @cached_property
    def session(self) -> SessionStore | None:
        """The saved visits of the reader, or None if not saved."""
        return None if self.session_folder is None else SessionStore(self.session_folder, self.write)

    @cached_property
    def snapshots(self) -> SnapshotStore | None:
        """The snapshots of story files, or None when snapshots are not saved."""
        return None if self.snapshots_folder is None else SnapshotStore(self.snapshots_folder, self.write)

    @property
    def is_notebook_open(self) -> bool:
        """Whether the notebook is open.

        The check does not open the notebook.
        """
        notebook: NotebookWriter | None = self.__dict__.get("notebook")
        return notebook is not None and notebook.is_open

    def watch_file(self) -> WatchedFile | None:
        """Return a watch on the story file.

        The result is None when there is no file that can change.
        """
        from functools import partial

        from deepseek_tui.story.loading.document import read

        return WatchedFile(self.path, self.data, read=partial(read, regular=True), parses=_is_json) if self.path else None

    def command(self, ref: str) -> str:
        """Return the shell command that opens this story at an item.

        It is empty for standard input.
        """
        if self.argument == "-":
            return ""
        from shlex import join

        story = str(Path(self.argument).absolute()) if self.path else self.origin
        words = ["deepseek-tui", *([] if story == "deepseek" else [story]), "--at", ref]
        return join(words)

    def last_visit(self, story: str) -> SavedVisit | None:
        """Return the last visit to the story, or None without one."""
        return self.session.read(story, self.origin) if self.session else None

    def save_visit(self, story: str, locations: Locations, language: str) -> None:
        """Save the visit to the story, unless visits are not saved."""
        if self.session is not None:
            self.session.save(story, self.origin, SavedVisit.of(locations, language))

    def for_bundled_story(self, name: str, data: bytes) -> "Workspace":
        """Return a workspace for a bundled story.

        It shares the open notebook of this workspace.
        """
        workspace = replace(self, argument=name, origin=name, data=data, path="")
        if self.is_notebook_open:
            workspace.__dict__["notebook"] = self.notebook
        return workspace

    def close(self) -> None:
        """Finish the note that is being written.

        The notebook closes after all edits are written.
        """
        if self.is_notebook_open and self.notebook is not None:
            self.notebook.close()

    def close_and_wait(self, seconds: float) -> "tuple[AnnotationEdit, ...]":
        """Close the notebook, and wait at most `seconds`.

        Return the edits that could not be written.
        """
        return self.notebook.close_and_wait(seconds) if self.is_notebook_open and self.notebook is not None else ()


def _is_json(data: bytes) -> bool:
    """Return whether the data is a complete JSON document.

    Large data counts as incomplete, unchecked.
    """
    import orjson

    from deepseek_tui.story.loading.loader import LARGE

    if len(data) >= LARGE:
        return False
    try:
        orjson.loads(data)
    except orjson.JSONDecodeError:
        return False
    return True
