"""File locks that are released when the process ends.

The kernel releases them.
"""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from filelock import BaseFileLock

_POLL_INTERVAL = 0.005
"""Seconds between two attempts to acquire a lock."""
NO_LOCKS = frozenset((errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS))
"""Error numbers of file systems without file locks."""


def _lock(file: Path) -> "BaseFileLock":
    from filelock import FileLock  # The import is delayed because a dashboard without a notebook does not need it.

    return FileLock(file, mode=0o600, poll_interval=_POLL_INTERVAL, thread_local=False, fallback_to_soft=False)


@contextmanager
def lock_file(file: Path, timeout: float) -> Iterator[None]:
    """Hold a lock on a file, creating the file if necessary.

    On a file system without locks the body runs without one. Raises OSError, of which TimeoutError when the lock is not
    free after `timeout` seconds.
    """
    from filelock import Timeout

    lock = _lock(file)
    try:
        lock.acquire(timeout=timeout)
    except Timeout:
        raise TimeoutError(errno.ETIMEDOUT, "another program holds the lock", str(file)) from None
    except OSError as error:
        if error.errno not in NO_LOCKS:
            raise
    try:
        yield
    finally:
        lock.release()


class WriterLock:
    """Lock that tells other processes that this one writes the notebook.

    The lock file lies beside the notebook, and its name ends with the process's token. Raises OSError when it cannot be
    created.
    """

    def __init__(self, notebook: Path, token: str = "") -> None:
        self.token = token or secrets.token_hex(8)
        self._file = writer_lock_path(notebook, self.token)
        self._lock = _lock(self._file)
        try:
            self._lock.acquire()
        except OSError:
            with suppress(OSError):
                self._file.unlink()
            raise

    def release(self) -> None:
        """Delete the lock file and release the writer lock."""
        with suppress(OSError):
            self._file.unlink()
        self._lock.release()


def try_writer_lock(notebook: Path, token: str) -> WriterLock | None:
    """Return a new lock for a writer of the notebook.

    The result is None when the lock cannot be created.
    """
    with suppress(OSError, ValueError):
        file = Path(os.path.realpath(notebook))
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        return WriterLock(file, token)
    return None


def writer_lock_path(notebook: Path, token: str) -> Path:
    """Return the path of the lock file of a notebook writer."""
    return notebook.with_name(f"{notebook.name}.writing-{token}")


def is_writer_running(notebook: Path, token: str) -> bool:
    """Return whether the process of a notebook writer still runs.

    The lock file of a process that has ended is deleted.
    """
    file = writer_lock_path(notebook, token)
    if not os.path.lexists(file):
        return False
    lock = _lock(file)
    try:
        lock.acquire(blocking=False)
        file.unlink()
    except OSError:  # The lock is held or its state is unknown, so the writer counts as running.
        return True
    finally:
        lock.release()
    return False


def remove_stale_locks(notebook: Path) -> None:
    """Delete the lock files of notebook writers that have ended."""
    prefix = f"{notebook.name}.writing-"
    with suppress(OSError):
        for entry in os.scandir(notebook.parent):
            if entry.name.startswith(prefix):
                is_writer_running(notebook, entry.name.removeprefix(prefix))
