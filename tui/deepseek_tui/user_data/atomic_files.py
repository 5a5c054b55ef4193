"""Atomic file writes that overwrite an existing file only on request.

Paths are bytes, and each step is one call of `os`, because the state after a crash depends on every call.
"""

import errno
import os
import secrets
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from functools import partial
from pathlib import Path

from deepseek_tui.i18n.catalogue import words_in
from deepseek_tui.i18n.export import ExportWords
from deepseek_tui.i18n.languages import FALLBACK
from deepseek_tui.story.format.text import harmless

WriteFile = Callable[[Path, bytes], None]
"""Type of functions that write or replace a file atomically, and raise OSError or an error of their own."""


class SaveProblem(StrEnum):
    """Reason why a file was not saved."""

    EXISTS = "exists"
    CHANGED = "changed"
    DIRECTORY = "directory"
    NO_FOLDER = "no-folder"
    NOT_A_FOLDER = "not-a-folder"
    DENIED = "denied"
    PROTECTED = "protected"
    READ_ONLY = "read-only"
    FULL = "full"
    TOO_LARGE = "too-large"
    NAME_TOO_LONG = "name-too-long"
    BAD_NAME = "bad-name"
    NOT_A_FILE = "not-a-file"
    OTHER = "other"


_PROBLEMS = {
    errno.EEXIST: SaveProblem.EXISTS,
    errno.EISDIR: SaveProblem.DIRECTORY,
    errno.ENOENT: SaveProblem.NO_FOLDER,
    errno.ENOTDIR: SaveProblem.NOT_A_FOLDER,
    errno.EACCES: SaveProblem.DENIED,
    errno.EPERM: SaveProblem.DENIED,
    errno.EROFS: SaveProblem.READ_ONLY,
    errno.ENOSPC: SaveProblem.FULL,
    errno.EDQUOT: SaveProblem.FULL,
    errno.EFBIG: SaveProblem.TOO_LARGE,
    errno.ENAMETOOLONG: SaveProblem.NAME_TOO_LONG,
    errno.EILSEQ: SaveProblem.BAD_NAME,
}

_NO_HARD_LINKS = frozenset(
    (errno.EPERM, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK, errno.EXDEV, errno.EACCES)
)
"""Error numbers of file systems that do not support or permit hard links."""


class SaveError(Exception):
    """Raised when a file was not saved, and nothing has changed.

    The exception's text is the message in English.
    """

    def __init__(self, kind: SaveProblem, path: str | Path, reason: str = "") -> None:
        self.kind = kind
        self.path = Path(path)
        self.reason = reason
        super().__init__(self.message(words_in(FALLBACK).export))

    @classmethod
    def of(cls, error: OSError, path: str | Path) -> "SaveError":
        """Create a SaveError from an error of the operating system."""
        return cls(_PROBLEMS.get(error.errno or 0, SaveProblem.OTHER), path, error.strerror or "")

    def message(self, words: ExportWords) -> str:
        """Return the error message in the interface language."""
        return words.told(self.kind.value, harmless(str(self.path)), self.reason)


def save(path: str | Path, data: bytes, *, overwrite: bool, private: bool = False, expected: bytes | None = None) -> None:
    """Write a file atomically.

    Through a symbolic link, the file that it points to is replaced. A new file has the permissions of the umask, and
    only its owner may read it if it is `private`; an existing one keeps its own. Without `overwrite` an existing file
    is never replaced, not even one that is created meanwhile. With `expected`, a file is replaced only if it still has
    this content just before. Other hard links to the file keep the old content. Raises SaveError, with nothing changed.
    """
    mode = 0o600 if private else 0o666
    try:
        name = os.fsencode(path) or b"."
        is_link = _is_link(name)
        old = _existing(name, path, overwrite)
        check = partial(_check_content, name, path, expected)
        check()
        if is_link:
            _save_through_link(name, data, old, mode, check)
        else:
            _save(name, data, old, mode, check, overwrite=overwrite)
    except OSError as error:
        raise SaveError.of(error, path) from error
    except ValueError as error:  # The path contains a null character, or a surrogate that cannot be encoded.
        raise SaveError(SaveProblem.BAD_NAME, path) from error


def replace(path: Path, data: bytes, expected: bytes) -> None:
    """Replace the content of an existing file atomically, if it is still the expected content. Raises SaveError."""
    save(path, data, overwrite=True, expected=expected)


def _is_link(name: bytes) -> bool:
    try:
        return stat.S_ISLNK(os.lstat(name).st_mode)
    except FileNotFoundError:
        return False


def _existing(target: bytes, path: str | Path, overwrite: bool) -> os.stat_result | None:
    """Return the status of the file to be replaced, or None.

    Raises SaveError when an existing file must be kept.
    """
    try:
        found = os.stat(target)
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(found.st_mode):
        raise SaveError(SaveProblem.DIRECTORY, path)
    if not stat.S_ISREG(found.st_mode):
        # A rename over a device such as /dev/null would replace the device by a file.
        raise SaveError(SaveProblem.NOT_A_FILE, path)
    if not overwrite:
        raise SaveError(SaveProblem.EXISTS, path)
    if not os.access(target, os.W_OK):
        # The folder permits a replacement, but the file itself is write-protected.
        raise SaveError(SaveProblem.PROTECTED, path)
    return found


def _check_content(name: bytes, path: str | Path, expected: bytes | None) -> None:
    """Raise SaveError if a file has not the expected content."""
    if expected is None:
        return
    try:
        handle = os.open(name, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    except FileNotFoundError:
        raise SaveError(SaveProblem.CHANGED, path) from None
    try:
        is_same = os.fstat(handle).st_size == len(expected) and _read(handle, len(expected)) == expected
    finally:
        os.close(handle)
    if not is_same:
        raise SaveError(SaveProblem.CHANGED, path)


def _read(handle: int, size: int) -> bytes:
    blocks = []
    while size > 0 and (block := os.read(handle, size)):
        blocks.append(block)
        size -= len(block)
    return b"".join(blocks)


def _save_through_link(name: bytes, data: bytes, old: os.stat_result | None, mode: int, check: Callable[[], None]) -> None:
    """Replace the file that a symbolic link points to.

    The system follows the link, because it may refuse to follow another user's link in a folder like /tmp. It also
    creates the file when the link points to none.
    """
    creates = os.O_CREAT if old is None else 0
    handle = os.open(name, os.O_WRONLY | creates | os.O_CLOEXEC | os.O_NONBLOCK, mode)
    try:
        target, opened = _path_of(handle), os.fstat(handle)
    finally:
        with suppress(OSError):  # An error on closing is harmless, since nothing was written through this descriptor.
            os.close(handle)
    if old is None and opened.st_size:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))  # Another program created the file in the meantime.
    try:
        _save(target, data, opened, mode, check, overwrite=True)
    except BaseException:
        if old is None:
            with suppress(OSError):
                os.unlink(target)
        raise


def _path_of(handle: int) -> bytes:
    """Return the real path of an open file."""
    if sys.platform == "darwin":
        import fcntl

        return fcntl.fcntl(handle, fcntl.F_GETPATH, bytes(1024)).rstrip(b"\0")
    with suppress(FileNotFoundError):  # The path is unknown if there is no /proc or if the file has been removed.
        path = os.readlink(b"/proc/self/fd/%d" % handle)
        if os.path.samestat(os.stat(path), os.fstat(handle)):
            return path
    raise OSError(errno.ESTALE, os.strerror(errno.ESTALE))


def _save(
    target: bytes, data: bytes, old: os.stat_result | None, mode: int, check: Callable[[], None], *, overwrite: bool
) -> None:
    folder = os.path.dirname(target)
    temporary = os.path.join(folder, b".deepseek-tui-" + secrets.token_hex(8).encode() + b".tmp")
    try:
        _write(temporary, data, old, mode)
        check()  # Writing may take long, so the old file is compared again just before it is replaced.
        if overwrite:
            os.replace(temporary, target)
        else:
            _rename_exclusively(temporary, target)
    finally:
        with suppress(OSError):  # After a successful replacement, the temporary file no longer exists.
            os.unlink(temporary)
    _sync_folder(folder)


def _write(temporary: bytes, data: bytes, old: os.stat_result | None, mode: int) -> None:
    """Write data to a new file, and flush it to the disk."""
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC | os.O_NOFOLLOW, mode)
    try:
        if old is not None:
            _copy_owner_and_mode(handle, old)
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    except BaseException:
        with suppress(OSError):
            os.close(handle)
        raise
    os.close(handle)  # On a network disk that is full, the error occurs only when the file is closed.


def _copy_owner_and_mode(handle: int, old: os.stat_result) -> None:
    new = os.fstat(handle)
    if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
        with suppress(OSError):  # Only root may change the owner of a file, so a failure is ignored.
            os.fchown(handle, old.st_uid, old.st_gid)
    os.fchmod(handle, stat.S_IMODE(old.st_mode) & 0o777)


def _rename_exclusively(temporary: bytes, target: bytes) -> None:
    """Rename a new file to its final name.

    Raises FileExistsError if another file has that name.
    """
    try:
        os.link(temporary, target)
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        _rename_without_links(temporary, target)


def _rename_without_links(temporary: bytes, target: bytes) -> None:
    """Reserve a name with an empty file, and replace that file.

    This needs no hard links.
    """
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
    try:
        os.close(handle)
        os.replace(temporary, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(target)
        raise


def _sync_folder(folder: bytes) -> None:
    """Flush a folder to the disk.

    A new file name in the folder then survives a crash.
    """
    with suppress(OSError):  # Not every file system can flush a folder, and the file is complete without this step.
        handle = os.open(folder or b".", os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
