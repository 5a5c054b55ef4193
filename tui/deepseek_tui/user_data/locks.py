"""Locks that the kernel takes back when a process ends, however it ends."""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from filelock import BaseFileLock

_PAUSE = 0.005
"""Seconds between two attempts at a lock that another holds."""
NO_LOCKS = frozenset((errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS))
"""How a file system without file locks answers a request for one."""


def _lock(file: Path) -> "BaseFileLock":
    from filelock import FileLock  # with it comes what a dashboard without a notebook does not need

    return FileLock(file, mode=0o600, poll_interval=_PAUSE, thread_local=False, fallback_to_soft=False)


@contextmanager
def held(file: Path, patience: float) -> Iterator[None]:
    """Hold a lock file, made where there is none. Raises OSError, and TimeoutError after so many seconds.

    On a file system without file locks nothing is held, and the body runs all the same.
    """
    from filelock import Timeout

    lock = _lock(file)
    try:
        lock.acquire(timeout=patience)
    except Timeout:
        raise TimeoutError(errno.ETIMEDOUT, "another program holds it", str(file)) from None
    except OSError as error:
        if error.errno not in NO_LOCKS:
            raise
    try:
        yield
    finally:
        lock.release()


class WriterLock:
    """A lock file that its process holds until it ends, and by which other processes know that it runs.

    Raises OSError where it cannot be made.
    """

    def __init__(self, beside: Path, token: str = "") -> None:
        self.token = token or secrets.token_hex(8)
        self._file = sign_of(beside, self.token)
        self._lock = _lock(self._file)
        try:
            self._lock.acquire()
        except OSError:
            with suppress(OSError):
                self._file.unlink()
            raise

    def end(self) -> None:
        """Remove the lock file and release the lock."""
        with suppress(OSError):
            self._file.unlink()
        self._lock.release()


def sign_of(beside: Path, token: str) -> Path:
    """Return the path of the lock file of a writer."""
    return beside.with_name(f"{beside.name}.writing-{token}")


def lives(beside: Path, token: str) -> bool:
    """Return whether the process of a writer still runs; remove the lock file of one that does not."""
    file = sign_of(beside, token)
    if not os.path.lexists(file):
        return False
    lock = _lock(file)
    try:
        lock.acquire(blocking=False)
        file.unlink()
    except OSError:  # held, or unknown: a writer that is not known to be dead is left alone
        return True
    finally:
        lock.release()
    return False


def sweep(beside: Path) -> None:
    """Remove the lock files of dead writers."""
    prefix = f"{beside.name}.writing-"
    with suppress(OSError):
        for entry in os.scandir(beside.parent):
            if entry.name.startswith(prefix):
                lives(beside, entry.name.removeprefix(prefix))
