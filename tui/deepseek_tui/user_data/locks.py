"""Locks that the kernel takes back when a process ends, however it ends."""

import errno
import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PAUSE = 0.005
"""Seconds between two attempts at a lock that another holds."""


@contextmanager
def held(file: Path, patience: float) -> Iterator[None]:
    """Hold a lock file, made where there is none. Raises OSError, and TimeoutError after so many seconds."""
    import fcntl

    descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        end = time.monotonic() + patience
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > end:
                    raise TimeoutError(errno.ETIMEDOUT, "another program holds it", str(file)) from None
                time.sleep(_PAUSE)
        yield
    finally:
        os.close(descriptor)


class WriterLock:
    """A sign of life: a file that stays locked as long as its process lives, and by which others know it.

    Raises OSError where it cannot be made.
    """

    def __init__(self, beside: Path) -> None:
        import fcntl

        while True:
            self.token = secrets.token_hex(8)
            self._file = sign_of(beside, self.token)
            self._descriptor = os.open(self._file, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
            fcntl.flock(self._descriptor, fcntl.LOCK_EX)
            if os.path.lexists(self._file):
                return
            os.close(self._descriptor)  # between its making and its lock it was taken for a dead one and swept away

    def end(self) -> None:
        """Take the sign back."""
        with suppress(OSError):
            self._file.unlink()
        os.close(self._descriptor)


def sign_of(beside: Path, token: str) -> Path:
    """Where the sign of life of a token is."""
    return beside.with_name(f"{beside.name}.writing-{token}")


def lives(beside: Path, token: str) -> bool:
    """Whether the process of a token still lives; the sign of one that does not is swept away."""
    import fcntl

    file = sign_of(beside, token)
    try:
        descriptor = os.open(file, os.O_RDWR | os.O_CLOEXEC)
    except FileNotFoundError:
        return False
    except OSError:
        return True  # nothing can be said of it: what is not known to be dead is left alone
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        file.unlink()
    except OSError:
        return True
    finally:
        os.close(descriptor)
    return False


def sweep(beside: Path) -> None:
    """Take away the signs of the dead that left nothing else behind."""
    prefix = f"{beside.name}.writing-"
    with suppress(OSError):
        for entry in os.scandir(beside.parent):
            if entry.name.startswith(prefix):
                lives(beside, entry.name.removeprefix(prefix))
