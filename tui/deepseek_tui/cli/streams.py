"""Standard output and standard error that wait when they are blocked.

Otherwise the output would be lost.
"""

import errno
import io
import os
import re
import select
import stat
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_DESCRIPTOR = re.compile(r"/(?:dev|proc/self)/fd/([0-9]{1,9})", re.ASCII)
_STANDARD = {"/dev/stdin": 0, "/dev/stdout": 1, "/dev/stderr": 2}


class OutputFile(io.FileIO):
    """An open file whose writes wait instead of failing as blocked.

    `O_NONBLOCK` belongs to the open file description, which other processes share, so it is never changed.
    """

    failure: OSError | None = None
    """The first write error, because argparse ignores such errors."""
    discards = False
    """Whether later writes are discarded, so that flushing a buffer neither fails again nor blocks."""

    def write(self, data: "ReadableBuffer") -> int:
        """Write some of the bytes and return how many were written."""
        if self.discards:
            return memoryview(data).nbytes
        try:
            while (count := super().write(data)) is None:
                _wait_until_writable(self.fileno())
        except OSError as error:
            self.failure = self.failure or error
            raise
        return count

    def write_all(self, data: bytes) -> None:
        """Write all bytes, with several writes if necessary."""
        rest = memoryview(data)
        while rest:
            rest = rest[self.write(rest) :]


class ClosedFile(io.RawIOBase):
    """Stand-in for standard output that was closed at startup.

    Every write fails.
    """

    failure: OSError | None = None
    discards = False

    def writable(self) -> bool:
        """Return True, so that only writing raises an error."""
        return True

    def write(self, data: "ReadableBuffer") -> int:
        """Raise OSError, as a write to a closed descriptor does."""
        if self.discards:
            return memoryview(data).nbytes
        self.failure = self.failure or OSError(errno.EBADF, "it is closed")
        raise self.failure


def replace_streams() -> tuple[TextIO, TextIO]:
    """Replace the standard output and error of the interpreter.

    Return the previous streams. Streams that a caller has already replaced are left unchanged.
    """
    before = sys.stdout, sys.stderr
    if sys.stdout is sys.__stdout__:
        sys.stdout = _stream(sys.__stdout__)
    if sys.stderr is sys.__stderr__ and sys.stderr is not None:
        sys.stderr = _stream(sys.__stderr__, by_line=True)
    return before


def restore_streams(before: tuple[TextIO, TextIO]) -> None:
    """Restore the streams that `replace_streams` replaced."""
    sys.stdout, sys.stderr = before


def raw_output() -> OutputFile | ClosedFile | None:
    """Return the raw file of standard output.

    The result is None if a caller has replaced the stream.
    """
    raw = getattr(getattr(sys.stdout, "buffer", None), "raw", None)
    return raw if isinstance(raw, OutputFile | ClosedFile) else None


def descriptor_named(path: str) -> int | None:
    """Return the file descriptor that a path such as /dev/stdout names.

    The result is None for other paths. On Linux, opening such a path opens the file behind the descriptor anew, at its
    beginning and not at its end.
    """
    match = _DESCRIPTOR.fullmatch(path)
    return int(match[1]) if match else _STANDARD.get(path)


def is_stream(path: str) -> bool:
    """Return whether a path is a pipe or a character device.

    These must be written directly.
    """
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116  avoids the import of pathlib
    except (OSError, ValueError):
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISCHR(mode)


def _stream(old: TextIO | None, *, by_line: bool = False) -> TextIO:
    if old is None:
        return io.TextIOWrapper(io.BufferedWriter(ClosedFile()), encoding="utf-8")
    old.flush()
    buffer = io.BufferedWriter(OutputFile(old.fileno(), "w", closefd=False))
    by_line = by_line or buffer.isatty()
    return io.TextIOWrapper(buffer, encoding=old.encoding, errors=old.errors, line_buffering=by_line)


def _wait_until_writable(descriptor: int) -> None:
    poll = select.poll()
    poll.register(descriptor, select.POLLOUT)
    poll.poll()
