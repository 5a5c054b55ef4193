"""Watching: whether a story's file has changed since it was last looked at, for the price of one question to the disk."""

import hashlib
import time
from collections.abc import Callable
from pathlib import Path

Stamp = tuple[int, int, int, int, int]

_SETTLED = 2_000_000_000
"""Nanoseconds: a file that was written so short a time before it was read may have been written again in the same tick."""


class WatchedFile:
    """A story's file while the story is open. Keeps no thread and no timer: whoever shows the story looks now and then.

    `data` is what the file held when it was read; `parses` says whether bytes are a whole document, as far as that can
    be told quickly; `read` reads the file and raises what it raises; `now` is the time in nanoseconds since the epoch.
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
        self._known: Stamp | None = None  # unknown until the first look: the file may have changed since it was read
        self._pending: Stamp | None = None
        self._gone = 0

    def look(self) -> bytes | None:
        """What the file holds now, where that is something new and its writer has finished; else None.

        New bytes are answered once: at once where they parse, and else when the file has kept still from one look to the
        next. A file that is gone for a look and then back is not news. Raises what `read` raises, once, where a file is
        gone, or cannot be read, for two looks.
        """
        stamp = self._stamp()
        if stamp is None:
            self._gone += 1
            self._pending = None
            if self._gone == 2:
                self._forget(None)
                return self._changed(self._read(self.path))  # says why there is none
            return None
        self._gone = 0
        if stamp == self._known:
            self._pending = None
            return None
        return self._news(stamp, still=stamp == self._pending)

    def _news(self, stamp: Stamp, *, still: bool) -> bytes | None:
        self._pending = stamp
        try:
            data = self._read(self.path)
        except Exception:
            if not still:
                return None
            self._forget(stamp)
            raise
        if self._stamp() != stamp:
            return None  # written while it was read
        if not still and not self._is_old(data) and not self._parses(data):
            return None
        # A clock ticks more slowly than a program writes: a stamp of just now does not yet vouch for what was read.
        self._known = stamp if not 0 <= self._now() - stamp[0] < _SETTLED else None
        return self._changed(data)

    def _forget(self, stamp: Stamp | None) -> None:
        """After an error the same bytes as before are news."""
        self._known, self._digest = stamp, b""

    def _is_old(self, data: bytes) -> bool:
        return hashlib.sha256(data).digest() == self._digest

    def _changed(self, data: bytes) -> bytes | None:
        if self._is_old(data):
            return None
        self._digest = hashlib.sha256(data).digest()
        return data

    def _stamp(self) -> Stamp | None:
        """Modified and changed when, how large, and which file it is; None where there is none."""
        try:
            status = Path(self.path).stat()
        except (OSError, ValueError):
            return None
        return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino, status.st_dev
