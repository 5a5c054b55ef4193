"""Reading of a file, and parsing of the JSON in it."""

import errno
import os
import re
import stat
import sys
from io import UnsupportedOperation
from pathlib import Path as FilePath
from typing import Any

import orjson

from deepseek_tui.story.format.messages import Message
from deepseek_tui.story.loading.diagnostics import Diagnostic, InvalidInput, one_line, path_text

MAX_BYTES = 256 * 2**20
"""The most bytes of a story file."""
MAX_DEPTH = 64
"""The most levels of nested lists and objects; a story needs eight."""
STANDARD_INPUT = "-"
BLOCK = 2**16
"""The bytes read from a pipe at once, the capacity of a pipe in Linux."""

BOM = b"\xef\xbb\xbf"
_ESCAPED_COLON = re.compile(rb"\\u003[aA]")
_OUTLINE = bytes(
    0x30 if chr(code).isdigit() and code < 128 else 0x2D if chr(code) in "-:,[ \t\r\n" else 0x78 for code in range(256)
)
"""A translation of bytes that makes long numbers fast to find.

Digits become 0, bytes that may precede a number become -, and all others become x. Searching the result is ten times as
fast.
"""
_LONG_NUMBER = b"-" + b"0" * 19
"""Pattern of a number with many digits, as opposed to digits within a fingerprint."""
_REASONS = {
    errno.ENOENT: Message("there is no such file"),
    errno.ENOTDIR: Message("there is no such file: a part of its path is no folder"),
    errno.EACCES: Message("it may not be read: permission denied"),
    errno.EPERM: Message("it may not be read: permission denied"),
    errno.EISDIR: Message("it is a folder, not a file"),
    errno.ENAMETOOLONG: Message("there is no such file: the name is too long"),
    errno.ELOOP: Message("there is no such file: its links lead in a circle"),
    errno.ENXIO: Message("it is no regular file"),
}


def read(path: str | os.PathLike[str], *, largest: int = MAX_BYTES, regular: bool = False) -> bytes:
    """Return the bytes of a file, a pipe or standard input ("-").

    With `regular`, a pipe is rejected, because waiting for a writer could block where a file is read again or is optional.
    Raises InvalidInput if there is nothing to read, or more than `largest` bytes.
    """
    if str(path) == STANDARD_INPUT:
        return _read_input(largest)
    try:
        return _read_file(FilePath(path), largest, regular)
    except OSError as error:
        reason = _REASONS.get(error.errno or 0) or Message("it cannot be read: {}", error.strerror or error)
        raise _unreadable(str(path), reason) from None
    except ValueError:  # Python raises ValueError for a file name with a null character.
        raise _unreadable(str(path), Message("there is no such file: no name can hold a null character")) from None


def _read_file(path: FilePath, largest: int, regular: bool) -> bytes:
    flags = os.O_RDONLY | getattr(os, "O_CLOEXEC", 0)
    if regular or not path.is_fifo():  # A pipe is opened in blocking mode, to wait for the program that writes to it.
        flags |= getattr(os, "O_NONBLOCK", 0)
    descriptor = os.open(path, flags)
    try:
        status = os.fstat(descriptor)
        if stat.S_ISDIR(status.st_mode):
            raise _unreadable(str(path), Message("it is a folder, not a file"))
        if not stat.S_ISREG(status.st_mode) and (regular or not _has_end(descriptor, status)):
            raise _unreadable(str(path), Message("it is no regular file"), Message("standard input is written as -"))
        if status.st_size > largest:
            raise _too_large(str(path), largest)
        data = _read_to_end(descriptor, largest, status.st_size)
    finally:
        os.close(descriptor)
    if len(data) > largest:
        raise _too_large(str(path), largest)
    return data


def _has_end(descriptor: int, status: os.stat_result) -> bool:
    """Return whether an irregular file is a pipe or a terminal.

    Other devices may have no end.
    """
    return stat.S_ISFIFO(status.st_mode) or os.isatty(descriptor)


def _read_to_end(descriptor: int, largest: int, expected: int = 0) -> bytes:
    """Return the rest of an open file, up to a size limit.

    The descriptor may be non-blocking. That is a property of the open file, which other processes share, so the function
    waits and does not change it.
    """
    blocks, left = [], largest + 1
    while left:
        try:
            block = os.read(descriptor, min(left, max(expected + 1, BLOCK)))
        except BlockingIOError:
            _wait_until_readable(descriptor)
            continue
        if not block:
            break
        blocks.append(block)
        left -= len(block)
        expected = 0
    return b"".join(blocks)


def _wait_until_readable(descriptor: int) -> None:
    import select  # The import is delayed because few inputs need it.

    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    poll.poll()


def _read_input(largest: int) -> bytes:
    if sys.stdin is None or sys.stdin.closed:
        raise _unreadable("<stdin>", Message("standard input is closed"))
    try:
        data = _read_to_end(sys.stdin.fileno(), largest)
    except UnsupportedOperation:  # Standard input is a stream in memory, which has no file descriptor.
        data = sys.stdin.buffer.read(largest + 1)
    except OSError as error:
        raise _unreadable("<stdin>", Message("standard input cannot be read: {}", error.strerror or error)) from None
    if len(data) > largest:
        raise _too_large("<stdin>", largest)
    return data


def _unreadable(name: str, message: str, hint: str = "") -> InvalidInput:
    return InvalidInput([Diagnostic(one_line(name), 0, 0, "", message, hint)], unreadable=True)


def _too_large(name: str, largest: int) -> InvalidInput:
    return _unreadable(name, Message("it has more than {} MiB, which none of its kind needs", largest // 2**20))


def decoded(data: bytes, name: str) -> str:
    """Decode a document from UTF-8.

    Raises InvalidInput at the first byte that is not UTF-8.
    """
    data = data.removeprefix(BOM)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        # The import is delayed because a valid document needs no positions.
        from deepseek_tui.story.loading.positions import LineNumbers

        before = data[: error.start].decode("utf-8", "replace")
        line, column = LineNumbers(before).place(len(before))
        hint = (
            Message("it looks like UTF-16; save it as UTF-8")
            if data[:2] in (b"\xff\xfe", b"\xfe\xff")
            else Message("save it as UTF-8")
        )
        message = Message("not UTF-8: byte 0x{0:02x} at offset {1}", data[error.start], error.start)
        raise InvalidInput([Diagnostic(name, line, column, "", message, hint)]) from None


def parsed(data: bytes, name: str) -> tuple[Any, list[Diagnostic]]:
    """Parse JSON, and report duplicate keys and numbers that are too large.

    Raises InvalidInput if the JSON is invalid.
    """
    data = data.removeprefix(BOM)
    if not data.strip():
        raise InvalidInput([Diagnostic(name, 1, 1, "", Message("the file is empty"))])
    try:
        document = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        raise InvalidInput([_syntax_error(error, decoded(data, name), name)]) from None
    if not is_lossless(data, document):
        text = decoded(data, name)
        check_depth(text, name)
        return document, _lossy_values(text, name)
    return document, []


def check_depth(text: str, name: str) -> None:
    """Raise InvalidInput if a document is nested too deeply for a story."""
    from deepseek_tui.story.loading.positions import LineNumbers, too_deep

    offset = too_deep(text, MAX_DEPTH)
    if offset is not None:
        line, column = LineNumbers(text).place(offset)
        raise InvalidInput(
            [Diagnostic(name, line, column, "", Message("nested more than {} levels deep, which no story needs", MAX_DEPTH))]
        )


def _syntax_error(error: orjson.JSONDecodeError, text: str, name: str) -> Diagnostic:
    from deepseek_tui.story.loading.positions import LineNumbers

    check_depth(text, name)
    line, column = LineNumbers(text).place(error.pos)
    message: str = error.msg.partition(": line ")[0]
    hint: str = ""
    if error.pos >= len(text.rstrip()):
        message, hint = Message("the JSON ends too early"), Message("a bracket, a brace or a quotation mark is not closed")
    elif text[error.pos : error.pos + 3] in ("NaN", "Inf") or text[error.pos : error.pos + 4] == "-Inf":
        message, hint = Message("NaN and Infinity are no JSON"), Message("leave the key out where there is no number")
    elif "infinity" in message:
        message, hint = Message("the number is out of range"), Message("it is larger than any that can be kept")
    elif "surrogate" in message:
        message, hint = Message("half of a surrogate pair stands alone, which is no character"), ""
    return Diagnostic(name, line, column, "", Message("not JSON: {}", message), hint)


def is_lossless(data: bytes, document: Any) -> bool:
    """Return whether parsing a document has certainly lost nothing.

    A parser may lose a duplicate key, or digits of a number.
    """
    return not _keys_lost(data, document) and _LONG_NUMBER not in data.translate(_OUTLINE)


def _keys_lost(data: bytes, document: Any) -> bool:
    """Return whether the parser may have dropped a duplicate key.

    Written out again, a complete document has as many colons as before. This proves nothing if a colon was escaped, so the
    text is scanned in that case.
    """
    try:
        again = orjson.dumps(document)
    except TypeError:  # orjson raises TypeError because it reads more nesting levels than it writes.
        return True
    return bool(_ESCAPED_COLON.search(data)) or data.count(b":") != again.count(b":")


def _lossy_values(text: str, name: str) -> list[Diagnostic]:
    from deepseek_tui.story.loading.positions import LineNumbers, scan

    layout, lines = scan(text), LineNumbers(text)
    doubled = [
        Diagnostic(name, *lines.place(at), path_text(path), Message("this key is given twice in its object"))
        for path, at in layout.repeated
    ]
    large = [
        Diagnostic(name, *lines.place(at), path_text(path), Message("the number is out of range"))
        for path, at in layout.large
    ]
    return doubled + large
