"""The notebook's database: SQLite in a file that several dashboards share, opened and kept going whatever the file is like.

What cannot be used is put aside and a new one begun with the marks of the journal; where nothing can be written, the
same goes on in memory. Both are told as a `Trouble`. Only a file that another program uses raises an exception.
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
from deepseek_tui.user_data.annotation_rows import every_mark, put
from deepseek_tui.user_data.locks import held
from deepseek_tui.user_data.quarantine import COMPANIONS, quarantine
from deepseek_tui.user_data.storage_errors import StorageError, StorageErrorKind, kind_of

APPLICATION = 0x6473746E
"""What tells a notebook of ours from any other database; SQLite keeps it in the file's header."""

_FIRST = (
    """CREATE TABLE marks (
        story TEXT NOT NULL, ref TEXT NOT NULL, title TEXT NOT NULL,
        bookmarked INTEGER NOT NULL, note TEXT NOT NULL, changed TEXT NOT NULL, PRIMARY KEY (story, ref))""",
    """CREATE TABLE drafts (
        id INTEGER PRIMARY KEY AUTOINCREMENT, writer TEXT NOT NULL, story TEXT NOT NULL, ref TEXT NOT NULL,
        title TEXT NOT NULL, base TEXT NOT NULL, text TEXT NOT NULL, changed TEXT NOT NULL)""",
)
MIGRATIONS: tuple[tuple[str, ...], ...] = (_FIRST,)
"""What leads from each version to the next; a file's `user_version` counts those that it has gone through."""

COLUMNS = {
    "marks": ("story", "ref", "title", "bookmarked", "note", "changed"),
    "drafts": ("writer", "story", "ref", "title", "base", "text", "changed"),
}
"""What is read and written, by table."""

_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
READ_ONLY = ("mode=ro", "immutable=1")
"""Ways to open a file that stays as it is; the second also where no journal may be opened beside it."""
FAILURES = (sqlite3.Error, UnicodeDecodeError)
"""What a database may raise; the second where the damage is in the very name of a table."""
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
"""Marks with the ids of their stories."""


class InUseError(Exception):
    """Another program uses the notebook: try again later. Nothing was changed."""


class Database:
    """One connection to the notebook in `file`; `kept` says whether what is written outlives the program.

    `restored` reads the marks that a new file begins with; `patience` is how many seconds another's lock is waited for,
    and then InUseError is raised. `troubles` grows as they come.
    """

    def __init__(self, file: Path, now: Callable[[], datetime], restored: Callable[[], Rows], patience: float = 5.0) -> None:
        self.file = file
        self.kept = True
        self.troubles: list[StorageError] = []
        self._now = now
        self._restored = restored
        self._patience = patience
        self._version = -1
        self._linked = False
        self._identity: tuple[int, int] = (0, 0)
        self._open()

    def _open(self, *, damaged: bool = False) -> None:
        try:
            self._linked = self._linked or self.file.is_symlink()
            self.file = Path(os.path.realpath(self.file))
            self.file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with held(self.file.with_name(f"{self.file.name}.lock"), self._patience):
                self._connection = self._sound(damaged=damaged and not self._was_replaced())
                status = self.file.stat()
            self._identity = (status.st_dev, status.st_ino)
            self.changed_elsewhere()
        except (OSError, ValueError, sqlite3.Error) as error:
            if _why(error) is StorageErrorKind.BUSY:
                raise InUseError(str(error)) from error
            self._go_on_in_memory(error)

    def _sound(self, *, damaged: bool) -> sqlite3.Connection:
        """A connection to the file, once it is known to be sound; nobody else opens it meanwhile."""
        if any(os.path.lexists(f"{self.file}{tail}") for tail in ("", *COMPANIONS)):
            found = StorageErrorKind.DAMAGED if damaged else self._checked()
            if isinstance(found, sqlite3.Connection):
                return found
            aside = quarantine(self.file, found.value, self._now())
            rows = list(self._restored())
            self.troubles.append(StorageError(found, self.file, aside, len(rows)))
        else:
            rows = list(self._restored())
            if rows:
                self.troubles.append(StorageError(StorageErrorKind.MISSING, self.file, saved=len(rows)))
        self._create(rows)
        connection = self._connected()
        connection.execute("PRAGMA synchronous = NORMAL")
        return connection

    def _checked(self) -> sqlite3.Connection | StorageErrorKind:
        """A connection to the file that is there, or what is wrong with it. Raises where it is sound and cannot be used."""
        if not self.file.is_file():
            if os.path.lexists(self.file) and (self._linked or not self.file.is_dir()):
                raise OSError(errno.EINVAL, "it is no regular file")  # a device, or somebody's folder at the end of a link
            return StorageErrorKind.DAMAGED  # a folder, or a journal that its database has left behind
        if self.file.stat().st_size == 0:
            return StorageErrorKind.DAMAGED  # a notebook appears whole: this one was cut off
        connection = self._connected()
        try:
            connection.execute("PRAGMA synchronous = NORMAL")
            fault = fault_in(connection)
            if fault is None:
                connection.execute("BEGIN IMMEDIATE")
                _migrate(connection)
                connection.execute("DELETE FROM drafts WHERE 0")  # a file that may not be written is found out here
                connection.execute("COMMIT")
                return connection
        except FAILURES as error:
            connection.close()
            if _is_damage(error, sqlite3.SQLITE_ERROR) or self._is_damaged_into_silence(error):
                return StorageErrorKind.DAMAGED
            raise
        connection.close()
        return fault

    def _is_damaged_into_silence(self, error: Exception) -> bool:
        """Whether the file itself says that it may not be written: the system would let it."""
        effective = os.access in os.supports_effective_ids
        may = all(os.access(path, os.W_OK, effective_ids=effective) for path in (self.file, self.file.parent))
        return may and isinstance(error, sqlite3.Error) and _code(error) == sqlite3.SQLITE_READONLY

    def _connected(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.file, timeout=self._patience, isolation_level=None)
        tolerate(connection)
        return connection

    def _create(self, rows: Rows) -> None:
        """A new notebook with these rows, which has its name only when it is whole."""
        fresh = self.file.with_name(f"{self.file.name}.new")
        with suppress(FileNotFoundError):
            fresh.unlink()  # of one who died here; nobody else is here now
        os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
        with closing(sqlite3.connect(fresh, isolation_level=None)) as connection:
            _make(connection, rows)
            connection.execute("PRAGMA journal_mode = WAL")
        fresh.rename(self.file)

    def _go_on_in_memory(self, error: Exception) -> None:
        """Keep what can be read, and what comes, as long as the program runs."""
        rows = _readable(self.file) or list(self._restored())
        with suppress(AttributeError, sqlite3.Error):
            self._connection.close()
        self._connection = sqlite3.connect(":memory:", isolation_level=None)
        tolerate(self._connection)
        _make(self._connection, rows)
        self.kept = False
        self.troubles.append(StorageError(_why(error), self.file, reason=str(error)))

    def read(self, work: Work[T]) -> T:
        """What the work answers from one state of the notebook, without a wait for those who write."""
        return self._tried(work, "BEGIN")

    def run(self, work: Work[T], *, durable: bool = False) -> T:
        """What the work answers, done in one transaction that is kept as a whole; it may be begun more than once.

        A durable one has reached the disk when this returns.
        """
        return self._tried(work, "BEGIN IMMEDIATE", durable=durable)

    def _tried(self, work: Work[T], begin: str, *, durable: bool = False) -> T:
        if self.kept and self._was_replaced():
            self._reopen()
        try:
            return _within(self._connection, work, begin, durable=durable)
        except FAILURES as error:
            if not self.kept:
                raise
            self._mend(error)
        try:
            return _within(self._connection, work, begin, durable=durable)
        except FAILURES as error:
            if not self.kept:
                raise
            if _why(error) is StorageErrorKind.BUSY:
                raise InUseError(str(error)) from error
            self._go_on_in_memory(error)
        return _within(self._connection, work, begin, durable=durable)

    def _mend(self, error: Exception) -> None:
        if _why(error) is StorageErrorKind.BUSY:
            raise InUseError(str(error)) from error
        if _is_damage(error):
            self._reopen(damaged=True)
        else:
            self._go_on_in_memory(error)

    def _reopen(self, *, damaged: bool = False) -> None:
        with suppress(sqlite3.Error):
            self._connection.close()
        self._identity = (0, 0)  # opened again by whatever is asked for next, where it is in use just now
        self._open(damaged=damaged)
        self._version = -1  # whatever it was before, this is another

    def _was_replaced(self) -> bool:
        """Whether another has put the file aside, or removed it, while it was open here."""
        try:
            status = self.file.stat()
        except OSError:
            return True
        return (status.st_dev, status.st_ino) != self._identity

    def changed_elsewhere(self) -> bool:
        """Whether another has changed the notebook since this was last asked; costs a few microseconds."""
        if not self.kept:
            return False
        if self._was_replaced():
            self._reopen()
        try:
            version = int(self._connection.execute("PRAGMA data_version").fetchone()[0])
        except FAILURES:
            return True  # whoever reads next will find out
        before, self._version = self._version, version
        return before != version

    def close(self) -> None:
        """Let the file go."""
        with suppress(sqlite3.Error):
            self._connection.close()


def _within(connection: sqlite3.Connection, work: Work[T], begin: str, *, durable: bool) -> T:
    if durable:
        connection.execute("PRAGMA synchronous = FULL")
    try:
        return _in_transaction(connection, work, begin)
    finally:
        if durable:
            with suppress(sqlite3.Error):
                connection.execute("PRAGMA synchronous = NORMAL")


def _in_transaction(connection: sqlite3.Connection, work: Work[T], begin: str) -> T:
    connection.execute(begin)
    try:
        answer = work(connection)
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise
    return answer


def _make(connection: sqlite3.Connection, rows: Rows) -> None:
    connection.execute("BEGIN")
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    _migrate(connection)
    for story, mark in rows:
        put(connection, story, mark)
    connection.execute("COMMIT")


def _migrate(connection: sqlite3.Connection) -> None:
    version = _pragma(connection, "user_version")
    for number, statements in enumerate(MIGRATIONS[version:], version + 1):
        for statement in statements:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number}")


def fault_in(connection: sqlite3.Connection) -> StorageErrorKind | None:
    """What makes a database no notebook of this version. Raises sqlite3.Error."""
    if _pragma(connection, "application_id") != APPLICATION:
        return StorageErrorKind.FOREIGN
    version = _pragma(connection, "user_version")
    if version > len(MIGRATIONS):
        return StorageErrorKind.NEWER
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        return StorageErrorKind.DAMAGED
    for table, columns in COLUMNS.items():
        there = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
        if version < 1 or not there.issuperset(columns):
            return StorageErrorKind.FOREIGN
    return None


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _readable(file: Path) -> list[tuple[str, Annotation]]:
    """Return every mark of a notebook that can be read and not written; none where it cannot be read either."""
    if not os.path.isfile(file):  # noqa: PTH113 - of any name at all; a pipe would wait for its writer
        return []
    for mode in READ_ONLY:
        try:
            with closing(sqlite3.connect(f"{file.as_uri()}?{mode}", uri=True)) as connection:
                tolerate(connection)
                return list(every_mark(connection))
        except (*FAILURES, OSError, ValueError):
            continue
    return []


def tolerate(connection: sqlite3.Connection) -> None:
    """A byte that is damaged shows as such, and does not hide the rest."""
    connection.text_factory = lambda data: data.decode("utf-8", "replace")


def _is_damage(error: Exception, *also: int) -> bool:
    return not isinstance(error, sqlite3.Error) or _code(error) in (*_DAMAGE, *also)


def _code(error: sqlite3.Error) -> int:
    return int(getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) or sqlite3.SQLITE_ERROR) & 0xFF


def _why(error: Exception) -> StorageErrorKind:
    if isinstance(error, sqlite3.Error):
        return _KINDS.get(_code(error), StorageErrorKind.OTHER)
    if isinstance(error, TimeoutError):
        return StorageErrorKind.BUSY
    return kind_of(error) if isinstance(error, OSError) else StorageErrorKind.OTHER
