"""The journal: every finished bookmark and note as a line of JSON beside the notebook.

It keeps what the notebook cannot take while another program uses it, and restores a notebook that is damaged. A line is
an edit, or names an edit that the notebook has by now. Lines are only ever added; the file as a whole is replaced when
it has grown. Its own lock is held for the moment of writing, so that no line goes to a file that is being replaced.
"""

import errno
import os
import stat
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

from deepseek_tui.panes.annotations import Annotation
from deepseek_tui.user_data.locks import NO_LOCKS
from deepseek_tui.user_data.notebook_edit import Edit

LARGE = 2**20
"""Bytes from which on the journal is compacted."""
UNUSABLE = (OSError, ValueError)
"""What reading and writing may raise; the second where the name cannot be the name of a file."""
_GROWTH = 2
"""How many times its size after the last compaction a large journal has to have before the next one."""
_PAUSE = 0.001


def journal_of(notebook: Path) -> Path:
    """Return the path of the journal of a notebook."""
    return notebook.with_suffix(".jsonl")


class Content(NamedTuple):
    """What a journal holds. `sound` is False where a line before the last cannot be read."""

    edits: tuple[Edit, ...] = ()
    kept: frozenset[str] = frozenset()
    """The ids of the edits that the notebook has."""
    sound: bool = True

    @property
    def pending(self) -> tuple[Edit, ...]:
        """The edits that are not known to be in the notebook."""
        return tuple(edit for edit in self.edits if edit.id and edit.id not in self.kept)

    @property
    def confirmed(self) -> tuple[Edit, ...]:
        """The edits that the notebook has."""
        return tuple(edit for edit in self.edits if not edit.id or edit.id in self.kept)


class Journal:
    """The journal in a file, which is made with its folder when the first line is written. Any thread may use it."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._least = LARGE

    def add(self, edit: Edit, patience: float) -> None:
        """Append a finished edit. Raises UNUSABLE, and TimeoutError when the journal is in use so long."""
        self._append({name: value for name, value in edit._asdict().items() if value is not None}, patience)

    def confirm(self, edits: Iterable[Edit], patience: float) -> None:
        """Append that the notebook has these edits. Raises as `add` does."""
        for edit in edits:
            self._append({"kept": edit.id}, patience)

    def _append(self, line: dict[str, Any], patience: float) -> None:
        import orjson

        data = orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE)
        with suppress(FileExistsError):
            self.file.parent.mkdir(parents=True, mode=0o700)
        with self._locked(os.O_RDWR | os.O_APPEND | os.O_CREAT, patience) as descriptor:
            size = os.fstat(descriptor).st_size
            if size and os.pread(descriptor, 1, size - 1) != b"\n":
                data = b"\n" + data  # a line that was cut off stays a line of its own
            while data:
                data = data[os.write(descriptor, data) :]

    def sync(self) -> None:
        """Wait until the disk has every line. Raises OSError."""
        descriptor = os.open(self.file, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def read(self) -> Content:
        """Return what the journal holds; lines that are no edits are left out. Raises OSError, but for a missing file."""
        if not os.path.lexists(self.file):
            return Content()
        if not self.file.is_file():
            return Content(sound=False)
        return _content(self.file.read_bytes())

    @property
    def is_writable(self) -> bool:
        """Whether lines can be appended, as far as the system tells beforehand."""
        try:
            os.close(os.open(self.file, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC | os.O_NONBLOCK, 0o600))
        except UNUSABLE:
            return False
        return True

    @property
    def has_grown(self) -> bool:
        """Whether the journal is large, and much larger than after its last compaction."""
        try:
            return self.file.stat().st_size > self._least
        except OSError:
            return False

    def rewrite(self, marks: Callable[[], Iterable[tuple[str, Annotation]]], patience: float) -> None:
        """Replace the journal by one line for each mark of the notebook, and the edits that it does not have.

        The file is replaced as a whole: killed at any moment, either the old one or the new one is there. `marks` reads
        the notebook, by story. Raises OSError, and TimeoutError when the journal is in use for so many seconds.
        """
        fresh = self.file.with_name(f"{self.file.name}.new")
        with self._locked(os.O_RDWR | os.O_CREAT, patience, needs_lock=True) as descriptor:
            # The journal is read before the notebook: an edit confirmed between the two would be in neither.
            pending = _content(_all(descriptor)).pending
            lines = [_line(story, mark) for story, mark in marks()]
            data = b"".join(map(_dumped, (*lines, *pending)))
            target = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
            try:
                rest = memoryview(data)
                while rest:
                    rest = rest[os.write(target, rest) :]
                os.fsync(target)
            finally:
                os.close(target)
            fresh.replace(self.file)
            self._least = max(LARGE, _GROWTH * len(data))
        with suppress(OSError):  # some file systems cannot sync a folder
            folder = os.open(self.file.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)

    @contextmanager
    def _locked(self, flags: int, patience: float, *, needs_lock: bool = False) -> Iterator[int]:
        """Hold the lock of the file that has the journal's name, open; a file system may have no locks."""
        from filelock import lock_descriptor

        end = time.monotonic() + patience
        while True:
            descriptor = os.open(self.file, flags | os.O_CLOEXEC | os.O_NONBLOCK, 0o600)
            try:
                try:
                    locked = lock_descriptor(descriptor, blocking=False)
                except OSError as error:
                    if needs_lock or error.errno not in NO_LOCKS:
                        raise
                    locked = True
                if locked and self._is(descriptor):
                    yield descriptor
                    return
            finally:
                os.close(descriptor)
            if time.monotonic() > end:
                raise TimeoutError(f"{self.file} is in use")
            time.sleep(_PAUSE)

    def _is(self, descriptor: int) -> bool:
        """Return whether an open file still has the journal's name: a compaction gives it to another."""
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "the journal is no regular file", str(self.file))
        try:
            return os.path.samestat(status, self.file.stat())
        except FileNotFoundError:
            return False


def _line(story: str, mark: Annotation) -> Edit:
    return Edit("", story, mark.ref, mark.title, mark.changed, mark.bookmarked, mark.note)


def _dumped(edit: Edit) -> bytes:
    import orjson

    found = {name: value for name, value in edit._asdict().items() if value is not None}
    return orjson.dumps(found, option=orjson.OPT_APPEND_NEWLINE)


def _all(descriptor: int) -> bytes:
    with os.fdopen(os.dup(descriptor), "rb") as file:
        file.seek(0)
        return file.read()


_KINDS = {"id": str, "story": str, "ref": str, "title": str, "changed": str, "bookmarked": bool, "note": str, "base": str}


def _content(data: bytes) -> Content:
    """Return what lines of JSON hold. The last one may be half written, and is then left out."""
    import orjson

    edits: list[Edit] = []
    kept: set[str] = set()
    sound = True
    *whole, last = data.split(b"\n")
    for line in filter(None, whole):
        try:
            found = orjson.loads(line)
        except orjson.JSONDecodeError:
            sound = False
            continue
        if isinstance(found, dict) and isinstance(found.get("kept"), str):
            kept.add(found["kept"])
        elif (edit := _edit(found)) is not None:
            edits.append(edit)
        else:
            sound = False
    return Content(tuple(edits), frozenset(kept), sound and not last)


def _edit(found: object) -> Edit | None:
    if not isinstance(found, dict):
        return None
    values = {name: found[name] for name, kind in _KINDS.items() if isinstance(found.get(name), kind)}
    try:
        return Edit(**values)
    except TypeError:  # a field is missing
        return None
