"""The desk: where a story was opened from, and the reader's own files around it: marks, last visit, last edition seen."""

from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from deepseek_tui.user_data.file_watch import WatchedFile
from deepseek_tui.user_data.per_story_store import Save
from deepseek_tui.user_data.session import SavedVisit, SessionStore
from deepseek_tui.user_data.snapshots import SnapshotStore

if TYPE_CHECKING:
    from deepseek_tui.user_data.notebook_edit import Edit
    from deepseek_tui.user_data.notebook_writer import NotebookWriter


@dataclass
class Workspace:
    """What belongs to one story that is open; nothing is opened or read before it is asked for."""

    word: str
    """What named the story on the command line: a path, "-", or the name of a bundled story."""
    place: str
    """Where it is kept, for good: see `shelf.place_of`."""
    data: bytes = field(repr=False)
    """Its file as it was read."""
    path: str = ""
    """The file to watch; empty for standard input and for stories that come with the program."""
    notebook_file: Path | None = None
    session_folder: Path | None = None
    seen_folder: Path | None = None
    save: Save = field(default=lambda _path, _data: None, repr=False)

    @cached_property
    def notebook(self) -> "NotebookWriter | None":
        """The reader's marks; none where they have no place for them."""
        if self.notebook_file is None:
            return None
        from deepseek_tui.user_data.notebook_writer import NotebookWriter

        return NotebookWriter(self.notebook_file)

    @cached_property
    def session(self) -> SessionStore | None:
        """The reader's visits; none where they are not to be remembered."""
        return None if self.session_folder is None else SessionStore(self.session_folder, self.save)

    @cached_property
    def seen(self) -> SnapshotStore | None:
        """The stories as last read; none where they are not to be remembered."""
        return None if self.seen_folder is None else SnapshotStore(self.seen_folder, self.save)

    @property
    def is_marked(self) -> bool:
        """Whether the notebook is open."""
        notebook: NotebookWriter | None = self.__dict__.get("notebook")
        return notebook is not None and notebook.is_open

    def watched(self) -> WatchedFile | None:
        """A watch on the story's file; none where there is no file that could change."""
        from functools import partial

        from deepseek_tui.story.loading.document import read

        return WatchedFile(self.path, self.data, read=partial(read, regular=True), parses=_parses) if self.path else None

    def command(self, ref: str) -> str:
        """The command that opens this story at an item; empty for one that came from standard input."""
        if self.word == "-":
            return ""
        from shlex import join

        word = str(Path(self.word).absolute()) if self.path else self.place
        words = ["deepseek-tui", *([] if word == "deepseek" else [word]), "--at", ref]
        return join(words)

    def last_visit(self, story: str) -> SavedVisit | None:
        """Where the reader was the last time; none where that is not known."""
        return self.session.last(story, self.place) if self.session else None

    def another(self, name: str, data: bytes) -> "Workspace":
        """The desk of another story that comes with the program; the notebook is the same, and stays open."""
        desk = replace(self, word=name, place=name, data=data, path="")
        if self.is_marked:
            desk.__dict__["notebook"] = self.notebook
        return desk

    def close(self) -> None:
        """Finish a note that is being written, and let the notebook go as soon as it has everything."""
        if self.is_marked and self.notebook is not None:
            self.notebook.close()

    def unsaved(self, seconds: float) -> "tuple[Edit, ...]":
        """Close the notebook, wait for it so many seconds at most, and return the edits that it does not have."""
        return self.notebook.finished(seconds) if self.is_marked and self.notebook is not None else ()


def _parses(data: bytes) -> bool:
    """Whether a file is JSON, whole, as far as that is known at once: of a large one it is not."""
    import orjson

    from deepseek_tui.story.loading.loader import LARGE

    if len(data) >= LARGE:
        return False
    try:
        orjson.loads(data)
    except orjson.JSONDecodeError:
        return False
    return True
