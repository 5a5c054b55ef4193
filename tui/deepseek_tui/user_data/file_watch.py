"""Polling of a story file for changes.

When nothing changed, it takes one call of `stat`.
"""

import hashlib
import time
from collections.abc import Callable
from pathlib import Path

Stamp = tuple[int, int, int, int, int]
"""Times in nanoseconds of modification and change, size, inode and device of a file."""

_SETTLING_TIME = 2_000_000_000
"""Age in nanoseconds from which the times of a file are trusted.

A second write within the resolution of the clock leaves them unchanged.
"""


class WatchedFile:
    """A file that is polled for changes, without thread or timer.

    `data` is the content read first. `read` reads the file and may raise any exception. `parses` returns whether bytes
    are a complete document, as far as a quick check tells. `now` returns the time in nanoseconds since the epoch.
    """

    def __init__(
        self,
        path: str,
        data: bytes,
        *,
        read: Callable[[str], bytes],
        parses: Callable[[bytes], bool],
        now: Callable[[], int] = time.time_ns,
    ) -> None:
        self.path = path
        self._read, self._parses, self._now = read, parses, now
        self._digest = hashlib.sha256(data).digest()
        # The state is unknown at first, since the file may have changed after `data` was read.
        self._known: Stamp | None = None
        self._pending: Stamp | None = None
        self._missing_polls = 0

    def poll(self) -> bytes | None:
        """Return the new content of the file after a change, else None.

        New content that parses is returned at once; any other when the file is unchanged at the next poll. A file that is
        missing for only one poll has not changed. When it is missing or unreadable for two polls, the exception of `read`
        is raised once.
        """
        stamp = self._stamp()
        if stamp is None:
            self._missing_polls += 1
            self._pending = None
            if self._missing_polls == 2:
                self._expect_any(None)
                # Reading a missing file raises an exception that gives the reason.
                return self._if_new(self._read(self.path))
            return None
        self._missing_polls = 0
        if stamp == self._known:
            self._pending = None
            return None
        return self._read_change(stamp, is_settled=stamp == self._pending)

    def _read_change(self, stamp: Stamp, *, is_settled: bool) -> bytes | None:
        self._pending = stamp
        try:
            data = self._read(self.path)
        except Exception:
            if not is_settled:
                return None
            self._expect_any(stamp)
            raise
        if self._stamp() != stamp:
            return None  # The file was changed while it was being read.
        if not is_settled and self._is_new(data) and not self._parses(data):
            return None
        self._known = stamp if not 0 <= self._now() - stamp[0] < _SETTLING_TIME else None
        return self._if_new(data)

    def _expect_any(self, stamp: Stamp | None) -> None:
        """Treat any content at the next poll as new.

        This includes the content from before an error.
        """
        self._known, self._digest = stamp, b""

    def _is_new(self, data: bytes) -> bool:
        return hashlib.sha256(data).digest() != self._digest

    def _if_new(self, data: bytes) -> bytes | None:
        if not self._is_new(data):
            return None
        self._digest = hashlib.sha256(data).digest()
        return data

    def _stamp(self) -> Stamp | None:
        """Return the times, size and identity of the watched file.

        The result is None if there is no file.
        """
        try:
            status = Path(self.path).stat()
        except (OSError, ValueError):
            return None
        return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino, status.st_dev
