"""Journal of the notebook, with every finished edit as a line.

The journal holds the edits that the notebook cannot take while another program uses it, and restores a damaged notebook.
A line is an edit, or the id of an edit that the notebook has taken. Lines are only appended; compaction replaces the
whole file when it has grown. Each write holds a lock on the file, so that no line is appended to a file that is being
replaced.
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
from deepseek_tui.user_data.annotation_edit import AnnotationEdit
from deepseek_tui.user_data.locks import NO_LOCKS

COMPACTION_SIZE = 2**20
"""The size in bytes below which the journal is never compacted."""
JOURNAL_ERRORS = (OSError, ValueError)
"""Exceptions of reading and writing a journal; ValueError when the path cannot be that of a file."""
_GROWTH = 2
"""The growth factor since the last compaction at which the journal is compacted again."""
_RETRY_INTERVAL = 0.001
"""Seconds between two attempts to lock the journal."""


def journal_path(notebook: Path) -> Path:
    """Return the path of the journal of a notebook."""
    return notebook.with_suffix(".jsonl")


class JournalContent(NamedTuple):
    """The parsed lines of a journal."""

    edits: tuple[AnnotationEdit, ...] = ()
    confirmed_ids: frozenset[str] = frozenset()
    """The ids of the edits that the notebook has."""
    is_intact: bool = True
    """Whether every line could be read."""

    @property
    def pending(self) -> tuple[AnnotationEdit, ...]:
        """The edits that are not known to be in the notebook."""
        return tuple(edit for edit in self.edits if edit.id and edit.id not in self.confirmed_ids)

    @property
    def confirmed(self) -> tuple[AnnotationEdit, ...]:
        """The edits that are known to be in the notebook."""
        return tuple(edit for edit in self.edits if not edit.id or edit.id in self.confirmed_ids)


class Journal:
    """The journal file of the notebook, usable from any thread.

    The first line creates the file and its folder. `timeout` is how many seconds a method waits for another program that
    is writing to the journal.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self._compaction_size = COMPACTION_SIZE

    def add(self, edit: AnnotationEdit, timeout: float) -> None:
        """Append a finished edit to the journal.

        Raises JOURNAL_ERRORS, such as TimeoutError when the journal stays locked.
        """
        self._append(_line(edit), timeout)

    def confirm(self, edits: Iterable[AnnotationEdit], timeout: float) -> None:
        """Record that the notebook contains the given edits.

        Raises the same errors as `add`.
        """
        for edit in edits:
            self._append(_encode({"kept": edit.id}), timeout)

    def _append(self, line: bytes, timeout: float) -> None:
        with suppress(FileExistsError):
            self.file.parent.mkdir(parents=True, mode=0o700)
        with self._locked(os.O_RDWR | os.O_APPEND | os.O_CREAT, timeout) as descriptor:
            size = os.fstat(descriptor).st_size
            if size and os.pread(descriptor, 1, size - 1) != b"\n":
                line = b"\n" + line  # The last line is incomplete, so the new line must not continue it.
            _write_all(descriptor, line)

    def sync(self) -> None:
        """Flush the journal to the disk.

        Raises OSError.
        """
        _sync(self.file, os.O_NONBLOCK)

    def read(self) -> JournalContent:
        """Return the content of the journal.

        It is empty when there is no file. Raises JOURNAL_ERRORS.
        """
        if not os.path.lexists(self.file):
            return JournalContent()
        if not self.file.is_file():
            return JournalContent(is_intact=False)
        return _parse(self.file.read_bytes())

    @property
    def is_writable(self) -> bool:
        """Whether this process has permission to append lines to the journal."""
        try:
            os.close(os.open(self.file, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC | os.O_NONBLOCK, 0o600))
        except JOURNAL_ERRORS:
            return False
        return True

    @property
    def needs_compaction(self) -> bool:
        """Whether the journal is large enough to be compacted.

        It must also have grown much since its last compaction.
        """
        try:
            return self.file.stat().st_size > self._compaction_size
        except OSError:
            return False

    def compact(self, annotations: Callable[[], Iterable[tuple[str, Annotation]]], timeout: float) -> None:
        """Shorten the journal to one line per annotation, plus pending edits.

        `annotations` reads the notebook: pairs of story id and annotation. A process killed meanwhile leaves the old file
        or the new one. Raises OSError, of which TimeoutError when the journal stays locked.
        """
        new_file = self.file.with_name(f"{self.file.name}.new")
        with self._locked(os.O_RDWR | os.O_CREAT, timeout, needs_lock=True) as descriptor:
            # The journal is read before the notebook, or an edit confirmed in between would be missing from both.
            pending = _parse(_read_all(descriptor)).pending
            stored = [_stored_edit(story, annotation) for story, annotation in annotations()]
            data = b"".join(map(_line, (*stored, *pending)))
            target = os.open(new_file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
            try:
                _write_all(target, data)
                os.fsync(target)
            finally:
                os.close(target)
            new_file.replace(self.file)
            self._compaction_size = max(COMPACTION_SIZE, _GROWTH * len(data))
        with suppress(OSError):  # Some file systems cannot flush a folder.
            _sync(self.file.parent, os.O_DIRECTORY)

    @contextmanager
    def _locked(self, flags: int, timeout: float, *, needs_lock: bool = False) -> Iterator[int]:
        """Yield a descriptor of the journal while it is locked.

        It is not locked if the file system has no locks.
        """
        from filelock import lock_descriptor

        end = time.monotonic() + timeout
        while True:
            descriptor = os.open(self.file, flags | os.O_CLOEXEC | os.O_NONBLOCK, 0o600)
            try:
                try:
                    is_locked = lock_descriptor(descriptor, blocking=False)
                except OSError as error:
                    if needs_lock or error.errno not in NO_LOCKS:
                        raise
                    is_locked = True
                if is_locked and self._is_current(descriptor):
                    yield descriptor
                    return
            finally:
                os.close(descriptor)
            if time.monotonic() > end:
                raise TimeoutError(f"{self.file} is in use")
            time.sleep(_RETRY_INTERVAL)

    def _is_current(self, descriptor: int) -> bool:
        """Return whether an open file is still the journal.

        A compaction replaces the file.
        """
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "the journal is no regular file", str(self.file))
        try:
            return os.path.samestat(status, self.file.stat())
        except FileNotFoundError:
            return False


def _stored_edit(story: str, annotation: Annotation) -> AnnotationEdit:
    """Return an edit that results in a stored annotation."""
    ref, title, bookmarked, note, changed = annotation
    return AnnotationEdit("", story, ref, title, changed, bookmarked, note)


def _line(edit: AnnotationEdit) -> bytes:
    return _encode({name: value for name, value in edit._asdict().items() if value is not None})


def _encode(line: dict[str, Any]) -> bytes:
    import orjson

    return orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE)


def _write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _read_all(descriptor: int) -> bytes:
    with os.fdopen(os.dup(descriptor), "rb") as file:
        file.seek(0)
        return file.read()


def _sync(path: Path, flags: int) -> None:
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


_FIELD_TYPES = {
    "id": str, "story": str, "ref": str, "title": str, "changed": str, "bookmarked": bool, "note": str, "base": str,
}  # fmt: skip


def _parse(data: bytes) -> JournalContent:
    """Parse the lines of JSON in a journal.

    The last line may be incomplete.
    """
    import orjson

    edits: list[AnnotationEdit] = []
    confirmed_ids: set[str] = set()
    is_intact = True
    *lines, incomplete = data.split(b"\n")
    for line in filter(None, lines):
        try:
            found = orjson.loads(line)
        except orjson.JSONDecodeError:
            is_intact = False
            continue
        if isinstance(found, dict) and isinstance(found.get("kept"), str):
            confirmed_ids.add(found["kept"])
        elif (edit := _edit(found)) is not None:
            edits.append(edit)
        else:
            is_intact = False
    return JournalContent(tuple(edits), frozenset(confirmed_ids), is_intact and not incomplete)


def _edit(found: object) -> AnnotationEdit | None:
    if not isinstance(found, dict):
        return None
    values = {name: found[name] for name, kind in _FIELD_TYPES.items() if isinstance(found.get(name), kind)}
    try:
        return AnnotationEdit(**values)
    except TypeError:  # A field of the line is missing.
        return None
