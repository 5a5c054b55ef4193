"""Character encodings of text files."""

import re

from deepseek_tui.article.importers.formats import NO_TEXT
from deepseek_tui.article.importers.imported import refusal
from deepseek_tui.story.format.messages import Message
from deepseek_tui.story.loading.diagnostics import one_line
from deepseek_tui.story.loading.document import decoded

_BYTE_ORDER_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
"""Byte order marks with their encodings. That of UTF-32 begins with that of UTF-16."""
SAMPLE = 4096
"""The first bytes of a file, which show whether it is UTF-16 without a byte order mark."""
_PRINTED_IN_WINDOWS_1252 = re.compile(r"[À-ÖØ-öø-ÿŒœ€‘’“”«»–—…•°·£§©®×½¼²\u00a0]")
"""Characters outside ASCII that texts in Western European languages use."""
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
MIN_SHARE = 0.9
"""The smallest share of ordinary characters among those outside ASCII, for a text in Windows-1252.

In a Mac encoding or another code page, other characters are as frequent.
"""


def decode(data: bytes, name: str, encoding: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Return the text of a file, and a notice if the file is not UTF-8.

    Without `encoding`, UTF-8, UTF-16, UTF-32 and Windows-1252 are recognised. Raises InvalidInput for all others.
    """
    if encoding is not None:
        return _decode_as(data, name, encoding), ()
    marked = next((known for mark, known in _BYTE_ORDER_MARKS if data.startswith(mark)), None) or _unmarked_utf_16(data)
    if marked:
        return _decode_as(data, name, marked), (_notice(name, marked.upper()),)
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        text = _windows_1252(data)
    if text is None and b"\0" in data:
        raise refusal(name, *NO_TEXT)
    if text is None:
        decoded(data, name)  # Raises InvalidInput with the position of the first byte that is not UTF-8.
    return text or "", (_notice(name, "Windows-1252"),)


def _notice(name: str, encoding: str) -> str:
    return Message("{0}: read as {1}; --encoding NAME reads it otherwise", name, encoding)


def _decode_as(data: bytes, name: str, encoding: str) -> str:
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except (LookupError, ValueError) as error:
        if isinstance(error, UnicodeDecodeError):
            raise refusal(
                name, Message("not {0}: byte 0x{1:02x} at offset {2}", encoding.upper(), data[error.start], error.start)
            ) from None
        hint = Message("for example utf-8, utf-16, windows-1252, mac-roman")
        raise refusal(name, Message("there is no encoding {0!a}", one_line(encoding)), hint) from None


def _unmarked_utf_16(data: bytes) -> str | None:
    """Return the byte order of unmarked UTF-16 text, as an encoding.

    It is recognised by Latin letters, in which every other byte is null.
    """
    sample = data[:SAMPLE]
    half = len(sample) // 2
    if half < 2:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd < 0.1 * half else None


def _windows_1252(data: bytes) -> str | None:
    """Decode bytes as Windows-1252, or return None if that is unlikely."""
    try:
        text = data.decode("windows-1252")
    except UnicodeDecodeError:
        return None
    outside = [char for char in text if char > "\x7f"]
    ordinary = sum(_PRINTED_IN_WINDOWS_1252.match(char) is not None for char in outside)
    is_plausible = not _CONTROL.search(text) and ordinary >= MIN_SHARE * len(outside) and len(outside) < len(text) / 3
    return text if is_plausible else None
