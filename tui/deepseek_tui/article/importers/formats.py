"""Recognition of file formats, by content."""

import re
from enum import Enum
from typing import NamedTuple

from deepseek_tui.story.format.messages import Message

PDF_HEADER_WITHIN = 1024
"""The number of first bytes in which PDF readers accept the header."""
HEAD = 4096
"""The number of characters at the beginning of a text that are searched for its format."""


class TextFormat(Enum):
    """A format of text files."""

    PLAIN = "plain"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"
    CSV = "csv"


class Foreign(NamedTuple):
    """A format that cannot be imported: its name, and what to do instead."""

    message: str
    hint: str


_AS_TEXT = Message("save the article as plain text, docx or HTML")
_PICTURE = Foreign(Message("it is a picture"), _AS_TEXT)
_ARCHIVED_PAGE = Foreign(
    Message("it is a web archive, a page with all its pictures in one file"), Message("save the page as HTML")
)
_MAGIC: tuple[tuple[bytes, Foreign], ...] = (
    (
        b"\xd0\xcf\x11\xe0",
        Foreign(Message("it is a document of Office 97 (.doc)"), Message("save it as docx or plain text")),
    ),
    (b"{\\rtf", Foreign(Message("it is a document in Rich Text Format (.rtf)"), Message("save it as docx or plain text"))),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"bplist00", _ARCHIVED_PAGE),
    (b"\x1f\x8b", Foreign(Message("it is a compressed file"), Message("uncompress it first"))),
)
NO_TEXT = Foreign(Message("it is not a text"), _AS_TEXT)
_XML = Foreign(Message("it is XML, but no web page"), _AS_TEXT)
_WEB_ARCHIVE = re.compile(r"^MIME-Version:.*^Content-Type:\s*multipart/related", re.MULTILINE | re.DOTALL | re.IGNORECASE)
_PAGE = re.compile(
    r"(?>\s*(?:<\?xml[^>]*>|<!--.*?-->))*+\s*<(?:!doctype\s+html|html|head|body)\b", re.DOTALL | re.IGNORECASE
)
_FRAGMENT = re.compile(r"<(?:article|main|section|div|p|h[1-6]|header|meta|script|style|title|link)\b[^<>]*>", re.IGNORECASE)
_CLOSED_PARAGRAPH = re.compile(r"</p\s*>", re.IGNORECASE)
_FRONT_MATTER = re.compile(
    r"---[ \t]*\n(?:[ \t]*\n|#.*\n|[\w-]+[ \t]*:.*\n|[ \t]+\S.*\n|-[ \t].*\n)+(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)
_MARKDOWN_SIGNS = (
    re.compile(r"^#{1,6} \S", re.MULTILINE),
    re.compile(r"^\[\^[^\]\s]+\]:", re.MULTILINE),
    re.compile(r"^ {0,3}\|?(?: *:?-{2,}:? *\|)+(?: *:?-{2,}:? *)?$", re.MULTILINE),
    re.compile(r"(?<!!)\[[^\[\]\n]+\]\(https?://[^\s)]+\)"),
    re.compile(r"(?<![\w*])\*\*\S(?:[^*\n]*\S)?\*\*(?![\w*])"),
)
"""Signs of Markdown. Two of different kinds are required, because one may occur in plain text."""
MARKDOWN_ENDINGS = (".md", ".markdown")


def is_pdf(data: bytes) -> bool:
    """Return whether a file is a PDF."""
    return b"%PDF-" in data[:PDF_HEADER_WITHIN]


def is_zip(data: bytes) -> bool:
    """Return whether a file is a ZIP archive, as a docx is."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def foreign_format(data: bytes) -> Foreign | None:
    """Return the format of a file that is recognised but not read, or None."""
    return next((foreign for magic, foreign in _MAGIC if data.startswith(magic)), None)


def foreign_text(text: str) -> Foreign | None:
    """Return the format of a text that is recognised but not read, or None."""
    if "\0" in text:
        return NO_TEXT
    head = text[:HEAD].lstrip()
    if _WEB_ARCHIVE.search(head.replace("\r", "")):
        return _ARCHIVED_PAGE
    return _XML if head.startswith("<?xml") and not _PAGE.match(head) else None


def text_format(text: str, path: str) -> TextFormat:
    """Return the format of a text; the file name only matters for Markdown."""
    start = text[:HEAD].lstrip()
    if _PAGE.match(start):
        return TextFormat.HTML
    if re.match(r'\{\s*["}]|\[\s*[\[{"\]]', start):
        return TextFormat.JSON
    if path.lower().endswith(MARKDOWN_ENDINGS):
        return TextFormat.MARKDOWN
    if _FRAGMENT.match(start) and _CLOSED_PARAGRAPH.search(text):
        return TextFormat.HTML
    if _is_timeline_table(start):
        return TextFormat.CSV
    is_markdown = _FRONT_MATTER.match(start) or sum(sign.search(text) is not None for sign in _MARKDOWN_SIGNS) >= 2
    return TextFormat.MARKDOWN if is_markdown else TextFormat.PLAIN


def _is_timeline_table(start: str) -> bool:
    """Return whether the first line has the columns of a timeline's spreadsheet."""
    columns = {column.strip(' "').casefold() for column in re.split(r"[,;\t]", start.partition("\n")[0].rstrip("\r"))}
    return {"year", "headline"} <= columns
