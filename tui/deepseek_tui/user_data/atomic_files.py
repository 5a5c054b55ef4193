"""Files: saved whole or not at all, and never over another unasked.

Paths go to the system as bytes and through `os`, one call a step: what a crash may leave behind depends on each.
"""

import errno
import os
import secrets
import stat
import sys
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from deepseek_tui.i18n.catalogue import words_in
from deepseek_tui.i18n.export import ExportWords
from deepseek_tui.i18n.languages import FALLBACK
from deepseek_tui.story.format.text import harmless


class SaveProblem(StrEnum):
    """Why a file was not saved."""

    EXISTS = "exists"
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


_TROUBLES = {
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

_NO_LINKS = frozenset((errno.EPERM, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK, errno.EXDEV, errno.EACCES))
"""How a file system that knows no hard links, or grants none, answers."""


class SaveError(Exception):
    """A file was not saved, and nothing on the disk has changed; as a string, one English sentence that says why."""

    def __init__(self, kind: SaveProblem, path: str | Path, reason: str = "") -> None:
        self.kind = kind
        self.path = Path(path)
        self.reason = reason
        super().__init__(self.said(words_in(FALLBACK).export))

    @classmethod
    def of(cls, error: OSError, path: str | Path) -> "SaveError":
        """Return the error for what the system answered."""
        return cls(_TROUBLES.get(error.errno or 0, SaveProblem.OTHER), path, error.strerror or "")

    def said(self, words: ExportWords) -> str:
        """What happened, why, and what to do instead, in the language of the words."""
        return words.told(self.kind.value, harmless(str(self.path)), self.reason)


def save(path: str | Path, data: bytes, *, overwrite: bool) -> None:
    """Write a file that appears whole or not at all; through a symbolic link, the file that it points to.

    A new file has the permissions that the umask gives, an existing one keeps its own. Without `overwrite` an
    existing file is never replaced, not even one that appears meanwhile. Of a file with several hard links the one
    name is replaced, and the others keep the old content.
    Raises SaveError, with nothing changed.
    """
    try:
        name = os.fsencode(path) or b"."
        is_link = _is_link(name)
        old = _existing(name, path, overwrite)
        if is_link:
            _save_through_link(name, data, old)
        else:
            _save(name, data, old, overwrite=overwrite)
    except OSError as error:
        raise SaveError.of(error, path) from error
    except ValueError as error:  # a null character, or a surrogate that stands for no byte
        raise SaveError(SaveProblem.BAD_NAME, path) from error


def _is_link(name: bytes) -> bool:
    try:
        return stat.S_ISLNK(os.lstat(name).st_mode)
    except FileNotFoundError:
        return False


def _existing(target: bytes, path: str | Path, overwrite: bool) -> os.stat_result | None:
    """What lies at the target and may be replaced, if anything does."""
    try:
        found = os.stat(target)
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(found.st_mode):
        raise SaveError(SaveProblem.DIRECTORY, path)
    if not stat.S_ISREG(found.st_mode):
        raise SaveError(SaveProblem.NOT_A_FILE, path)  # a rename over /dev/null would put a file in its place
    if not overwrite:
        raise SaveError(SaveProblem.EXISTS, path)
    if not os.access(target, os.W_OK):
        raise SaveError(SaveProblem.PROTECTED, path)  # the folder would let it be replaced, but its owner said no
    return found


def _save_through_link(name: bytes, data: bytes, old: os.stat_result | None) -> None:
    """Replace the file at the end of a symbolic link.

    The system follows the link, by its own rules (in a folder like /tmp it may refuse to follow another user's), and
    creates the file where there is none yet.
    """
    creates = os.O_CREAT if old is None else 0
    handle = os.open(name, os.O_WRONLY | creates | os.O_CLOEXEC | os.O_NONBLOCK, 0o666)
    try:
        target, opened = _path_of(handle), os.fstat(handle)
    finally:
        with suppress(OSError):  # nothing was written here
            os.close(handle)
    if old is None and opened.st_size:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))  # it has appeared meanwhile
    try:
        _save(target, data, opened, overwrite=True)
    except BaseException:
        if old is None:
            with suppress(OSError):
                os.unlink(target)
        raise


def _path_of(handle: int) -> bytes:
    """Return the path of an open file, as the system has resolved it."""
    if sys.platform == "darwin":
        import fcntl

        return fcntl.fcntl(handle, fcntl.F_GETPATH, bytes(1024)).rstrip(b"\0")
    with suppress(FileNotFoundError):  # there is no /proc, or the file has been removed
        path = os.readlink(b"/proc/self/fd/%d" % handle)
        if os.path.samestat(os.stat(path), os.fstat(handle)):
            return path
    raise OSError(errno.ESTALE, os.strerror(errno.ESTALE))


def _save(target: bytes, data: bytes, old: os.stat_result | None, *, overwrite: bool) -> None:
    folder = os.path.dirname(target)
    temporary = os.path.join(folder, b".deepseek-tui-" + secrets.token_hex(8).encode() + b".tmp")
    try:
        _write(temporary, data, old)
        if overwrite:  # whatever lies there by now
            os.replace(temporary, target)
        else:
            _place(temporary, target)
    finally:
        with suppress(OSError):  # it is gone already after a rename
            os.unlink(temporary)
    _settle(folder)


def _write(temporary: bytes, data: bytes, old: os.stat_result | None) -> None:
    """The whole of the data in a file that did not exist, and on the disk."""
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC | os.O_NOFOLLOW, 0o666)
    try:
        if old is not None:
            _keep_owner(handle, old)
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    except BaseException:
        with suppress(OSError):
            os.close(handle)
        raise
    os.close(handle)  # may fail too, where a network disk is full


def _keep_owner(handle: int, old: os.stat_result) -> None:
    new = os.fstat(handle)
    if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
        with suppress(OSError):  # only root may give a file away
            os.fchown(handle, old.st_uid, old.st_gid)
    os.fchmod(handle, stat.S_IMODE(old.st_mode) & 0o777)


def _place(temporary: bytes, target: bytes) -> None:
    """Give the file its name, unless another has taken it."""
    try:
        os.link(temporary, target)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _reserve(temporary, target)


def _reserve(temporary: bytes, target: bytes) -> None:
    """The same without hard links: the name is taken by an empty file, which the whole one then replaces."""
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
    try:
        os.close(handle)
        os.replace(temporary, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(target)
        raise


def _settle(folder: bytes) -> None:
    """Make the name as lasting as the content; some disks and folders do not offer it, and the file is there already."""
    with suppress(OSError):
        handle = os.open(folder or b".", os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
