"""SQLite database of the notebook, shared by dashboards, with recovery.

A file that cannot be used is quarantined, and a new one is created with the annotations of the journal. When the file
cannot be written, the database continues in memory. Both are reported as a `StorageError`; an exception is raised only
while another program locks the file.
"""

import errno
import os
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from deepseek_tui.panes.annotations import Annotation
from deepseek_tui.user_data.annotation_rows import read_all_annotations, write_annotation
from deepseek_tui.user_data.locks import lock_file
from deepseek_tui.user_data.quarantine import COMPANION_SUFFIXES, quarantine
from deepseek_tui.user_data.storage_errors import NotebookInUseError, StorageError, StorageErrorKind, storage_error_kind

APPLICATION_ID = 0x6473746E
"""SQLite's `application_id` of a notebook, stored in the file's header."""

_VERSION_1 = (
    """CREATE TABLE marks (
        story TEXT NOT NULL, ref TEXT NOT NULL, title TEXT NOT NULL,
        bookmarked INTEGER NOT NULL, note TEXT NOT NULL, changed TEXT NOT NULL, PRIMARY KEY (story, ref))""",
    """CREATE TABLE drafts (
        id INTEGER PRIMARY KEY AUTOINCREMENT, writer TEXT NOT NULL, story TEXT NOT NULL, ref TEXT NOT NULL,
        title TEXT NOT NULL, base TEXT NOT NULL, text TEXT NOT NULL, changed TEXT NOT NULL)""",
)
MIGRATIONS: tuple[tuple[str, ...], ...] = (_VERSION_1,)
"""The statements that lead from each version of the database to the next; SQLite's `user_version` counts those applied."""

COLUMNS = {
    "marks": ("story", "ref", "title", "bookmarked", "note", "changed"),
    "drafts": ("writer", "story", "ref", "title", "base", "text", "changed"),
}
"""The columns used, by table."""

_DAMAGE_CODES = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
READ_ONLY_MODES = ("mode=ro", "immutable=1")
"""URI parameters for reading; `immutable` also works when SQLite cannot create files."""
DATABASE_ERRORS = (sqlite3.Error, UnicodeDecodeError)
"""Exceptions that a database raises; UnicodeDecodeError when the name of a table is damaged."""
_KINDS = {
    sqlite3.SQLITE_READONLY: StorageErrorKind.READ_ONLY,
    sqlite3.SQLITE_PERM: StorageErrorKind.READ_ONLY,
    sqlite3.SQLITE_FULL: StorageErrorKind.FULL,
    sqlite3.SQLITE_BUSY: StorageErrorKind.BUSY,
    sqlite3.SQLITE_LOCKED: StorageErrorKind.BUSY,
    sqlite3.SQLITE_PROTOCOL: StorageErrorKind.BUSY,
    sqlite3.SQLITE_CANTOPEN: StorageErrorKind.NO_PLACE,
}

T = TypeVar("T")
Work = Callable[[sqlite3.Connection], T]
Rows = Iterable[tuple[str, Annotation]]
"""Annotations with the ids of their stories."""


class Database:
    """Connection to the notebook's database, in a file or in memory.

    It is in memory when `is_persistent` is False. `initial_rows` returns the annotations of a new file. While another
    program locks the file, methods raise NotebookInUseError after `timeout` seconds. Storage errors are appended to
    `errors`.
    """

    def __init__(
        self, file: Path, now: Callable[[], datetime], initial_rows: Callable[[], Rows], timeout: float = 5.0
    ) -> None:
        self.file = file
        self.is_persistent = True
        self.errors: list[StorageError] = []
        self._now = now
        self._initial_rows = initial_rows
        self._timeout = timeout
        self._data_version = -1
        self._is_link = False
        self._file_id: tuple[int, int] = (0, 0)
        self._open()

    def _open(self, *, damaged: bool = False) -> None:
        try:
            self._is_link = self._is_link or self.file.is_symlink()
            self.file = Path(os.path.realpath(self.file))
            self.file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with lock_file(self.file.with_name(f"{self.file.name}.lock"), self._timeout):
                self._connection = self._connect_or_create(damaged=damaged and not self._was_replaced())
                status = self.file.stat()
            self._file_id = (status.st_dev, status.st_ino)
            self.changed_elsewhere()
        except (OSError, ValueError, sqlite3.Error) as error:
            _raise_if_busy(error)
            self._continue_in_memory(error)

    def _connect_or_create(self, *, damaged: bool) -> sqlite3.Connection:
        """Return a connection to the existing file, or to a new one.

        The caller holds the lock.
        """
        if any(os.path.lexists(f"{self.file}{suffix}") for suffix in ("", *COMPANION_SUFFIXES)):
            found = StorageErrorKind.DAMAGED if damaged else self._check()
            if isinstance(found, sqlite3.Connection):
                return found
            quarantined = quarantine(self.file, found.value, self._now())
            rows = list(self._initial_rows())
            self.errors.append(StorageError(found, self.file, quarantined, len(rows)))
        else:
            rows = list(self._initial_rows())
            if rows:
                self.errors.append(StorageError(StorageErrorKind.MISSING, self.file, restored=len(rows)))
        self._create(rows)
        connection = self._connect()
        connection.execute("PRAGMA synchronous = NORMAL")
        return connection

    def _check(self) -> sqlite3.Connection | StorageErrorKind:
        """Return a connection to the existing notebook file.

        If the file must be quarantined, return the reason. Raises OSError or sqlite3.Error when the file is intact but
        cannot be used.
        """
        if not self.file.is_file():
            if os.path.lexists(self.file) and (self._is_link or not self.file.is_dir()):
                # The path is a device or the target of the reader's symbolic link, so it must not be renamed.
                raise OSError(errno.EINVAL, "it is no regular file")
            # A folder has the name, or the journal is all that is left of a deleted database.
            return StorageErrorKind.DAMAGED
        if self.file.stat().st_size == 0:
            return StorageErrorKind.DAMAGED  # An empty notebook was truncated, because a notebook is only created complete.
        connection = self._connect()
        try:
            connection.execute("PRAGMA synchronous = NORMAL")
            fault = find_fault(connection)
            if fault is None:
                connection.execute("BEGIN IMMEDIATE")
                _migrate(connection)
                # This statement changes nothing, but fails if the file cannot be written.
                connection.execute("DELETE FROM drafts WHERE 0")
                connection.execute("COMMIT")
                return connection
        except DATABASE_ERRORS as error:
            connection.close()
            if _is_damage(error, sqlite3.SQLITE_ERROR) or self._is_header_read_only(error):
                return StorageErrorKind.DAMAGED
            raise
        connection.close()
        return fault

    def _is_header_read_only(self, error: Exception) -> bool:
        """Return whether a damaged header made the file read-only.

        SQLite then refuses to write, although the system permits it.
        """
        effective = os.access in os.supports_effective_ids
        permitted = all(os.access(path, os.W_OK, effective_ids=effective) for path in (self.file, self.file.parent))
        return permitted and isinstance(error, sqlite3.Error) and _error_code(error) == sqlite3.SQLITE_READONLY

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.file, timeout=self._timeout, isolation_level=None)
        decode_leniently(connection)
        return connection

    def _create(self, rows: Rows) -> None:
        """Create a notebook with the given rows.

        It is written under a temporary name, and then the complete file is renamed.
        """
        new_file = self.file.with_name(f"{self.file.name}.new")
        with suppress(FileNotFoundError):
            new_file.unlink()  # A process that died here left the file; the lock file excludes a running process.
        os.close(os.open(new_file, os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
        with closing(sqlite3.connect(new_file, isolation_level=None)) as connection:
            _fill(connection, rows)
            connection.execute("PRAGMA journal_mode = WAL")
        new_file.rename(self.file)

    def _continue_in_memory(self, error: Exception) -> None:
        """Continue with a database in memory.

        It has the annotations that are still readable.
        """
        rows = _read_rows(self.file) or list(self._initial_rows())
        with suppress(AttributeError, sqlite3.Error):
            self._connection.close()
        self._connection = sqlite3.connect(":memory:", isolation_level=None)
        decode_leniently(self._connection)
        _fill(self._connection, rows)
        self.is_persistent = False
        self.errors.append(StorageError(_error_kind(error), self.file, reason=str(error)))

    def read(self, work: Work[T]) -> T:
        """Run a function in a read transaction, and return the result.

        It does not wait for writers.
        """
        return self._run(work, "BEGIN")

    def write(self, work: Work[T], *, durable: bool = False) -> T:
        """Run a function in a write transaction, and return the result.

        The work may be called more than once. A durable transaction is on the disk when this returns.
        """
        return self._run(work, "BEGIN IMMEDIATE", durable=durable)

    def _run(self, work: Work[T], begin: str, *, durable: bool = False) -> T:
        """Run a transaction, and repeat it after an error.

        It is repeated on the recovered file, and finally in memory.
        """
        if self.is_persistent and self._was_replaced():
            self._reopen()
        try:
            return _transaction(self._connection, work, begin, durable=durable)
        except DATABASE_ERRORS as error:
            if not self.is_persistent:
                raise
            _raise_if_busy(error)
            if _is_damage(error):
                self._reopen(damaged=True)
            else:
                self._continue_in_memory(error)
        try:
            return _transaction(self._connection, work, begin, durable=durable)
        except DATABASE_ERRORS as error:
            if not self.is_persistent:
                raise
            _raise_if_busy(error)
            self._continue_in_memory(error)
        return _transaction(self._connection, work, begin, durable=durable)

    def _reopen(self, *, damaged: bool = False) -> None:
        with suppress(sqlite3.Error):
            self._connection.close()
        self._file_id = (0, 0)  # The id is reset so that the next call opens the file again if another program locks it now.
        self._open(damaged=damaged)
        # The reset makes the next check report a change, since versions of two connections are not comparable.
        self._data_version = -1

    def _was_replaced(self) -> bool:
        """Return whether another program quarantined or deleted the open file."""
        try:
            status = self.file.stat()
        except OSError:
            return True
        return (status.st_dev, status.st_ino) != self._file_id

    def changed_elsewhere(self) -> bool:
        """Return whether another program changed the notebook since the last call.

        The check takes a few microseconds.
        """
        if not self.is_persistent:
            return False
        if self._was_replaced():
            self._reopen()
        try:
            version = int(self._connection.execute("PRAGMA data_version").fetchone()[0])
        except DATABASE_ERRORS:
            return True  # The error is ignored here, since the next read handles it.
        before, self._data_version = self._data_version, version
        return before != version

    def close(self) -> None:
        """Close the connection to the database."""
        with suppress(sqlite3.Error):
            self._connection.close()


def _transaction(connection: sqlite3.Connection, work: Work[T], begin: str, *, durable: bool) -> T:
    if durable:
        connection.execute("PRAGMA synchronous = FULL")
    try:
        connection.execute(begin)
        try:
            result = work(connection)
            connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            raise
        return result
    finally:
        if durable:
            with suppress(sqlite3.Error):
                connection.execute("PRAGMA synchronous = NORMAL")


def _fill(connection: sqlite3.Connection, rows: Rows) -> None:
    """Create the tables of an empty database, and insert the rows."""
    connection.execute("BEGIN")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    _migrate(connection)
    for story, annotation in rows:
        write_annotation(connection, story, annotation)
    connection.execute("COMMIT")


def _migrate(connection: sqlite3.Connection) -> None:
    version = _pragma(connection, "user_version")
    for number, statements in enumerate(MIGRATIONS[version:], version + 1):
        for statement in statements:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number}")


def find_fault(connection: sqlite3.Connection) -> StorageErrorKind | None:
    """Return why a database cannot serve as the notebook, or None.

    Raises DATABASE_ERRORS.
    """
    if _pragma(connection, "application_id") != APPLICATION_ID:
        return StorageErrorKind.FOREIGN
    version = _pragma(connection, "user_version")
    if version > len(MIGRATIONS):
        return StorageErrorKind.NEWER
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        return StorageErrorKind.DAMAGED
    for table, columns in COLUMNS.items():
        found = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
        if version < 1 or not found.issuperset(columns):
            return StorageErrorKind.FOREIGN
    return None


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _read_rows(file: Path) -> list[tuple[str, Annotation]]:
    """Return the annotations of a notebook that cannot be written.

    There are none when it cannot be read either.
    """
    if not os.path.isfile(file):  # noqa: PTH113 - Path.is_file raises for a name that is too long
        return []  # Anything but a regular file is skipped, since opening a pipe would wait for its writer.
    for mode in READ_ONLY_MODES:
        try:
            with closing(sqlite3.connect(f"{file.as_uri()}?{mode}", uri=True)) as connection:
                decode_leniently(connection)
                return list(read_all_annotations(connection))
        except (*DATABASE_ERRORS, OSError, ValueError):
            continue
    return []


def decode_leniently(connection: sqlite3.Connection) -> None:
    """Make a connection replace invalid UTF-8.

    Damaged texts can then be read.
    """
    connection.text_factory = lambda data: data.decode("utf-8", "replace")


def _is_damage(error: Exception, *other_codes: int) -> bool:
    return not isinstance(error, sqlite3.Error) or _error_code(error) in (*_DAMAGE_CODES, *other_codes)


def _error_code(error: sqlite3.Error) -> int:
    """Return the primary result code of an SQLite error."""
    return int(getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) or sqlite3.SQLITE_ERROR) & 0xFF


def _error_kind(error: Exception) -> StorageErrorKind:
    if isinstance(error, sqlite3.Error):
        return _KINDS.get(_error_code(error), StorageErrorKind.OTHER)
    if isinstance(error, TimeoutError):
        return StorageErrorKind.BUSY
    return storage_error_kind(error) if isinstance(error, OSError) else StorageErrorKind.OTHER


def _raise_if_busy(error: Exception) -> None:
    """Raise NotebookInUseError when another program locks the notebook."""
    if _error_kind(error) is StorageErrorKind.BUSY:
        raise NotebookInUseError(str(error)) from error
