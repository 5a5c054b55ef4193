"""Import of PDF files with a text layer."""

import logging
from io import BytesIO

from deepseek_tui.article.importers.imported import ImportedArticle, refusal
from deepseek_tui.article.importers.plain_text import import_plain_text
from deepseek_tui.article.importers.printed_pages import PAGE_BREAK
from deepseek_tui.story.format.messages import Message

MAX_BYTES, MAX_PAGES = 64 * 2**20, 300
"""The most bytes and pages of a file: a report with pictures. Reading a page takes about 20 ms."""
MAX_INSTRUCTIONS = 4 * 2**20
"""The most bytes of unpacked drawing instructions. A megabyte takes up to four seconds, and a page of news has 50 kB."""
_TOO_LARGE = Message("the PDF is larger than any article")
_CONVERT = Message("`pdftotext -layout FILE` makes the text that can be read")


def import_pdf(data: bytes, name: str) -> ImportedArticle:
    """Return the paragraphs of a PDF, each joined from its lines.

    Raises InvalidInput if the extra is not installed, or the file is damaged, encrypted, too large or has no text.
    """
    try:
        from pypdf import PdfReader
    except ImportError:
        hint = Message("install deepseek-tui[pdf] to read it, or make a text with `pdftotext -layout FILE`")
        raise refusal(name, Message("it is a PDF"), hint) from None
    if len(data) > MAX_BYTES:
        raise refusal(name, _TOO_LARGE)
    # The library would print warnings about damaged files on the user's terminal.
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    logging.getLogger("pypdf").propagate = False
    try:
        reader = PdfReader(BytesIO(data))
        is_encrypted, count = reader.is_encrypted, 0 if reader.is_encrypted else len(reader.pages)
        contents = (reader.pages[at].get_contents() for at in range(min(count, MAX_PAGES)))
        is_large = sum(len(content.get_data()) for content in contents if content is not None) > MAX_INSTRUCTIONS
        wanted = 0 if is_large or count > MAX_PAGES else count
        pages = [reader.pages[at].extract_text(extraction_mode="layout") for at in range(wanted)]
    except Exception:  # noqa: BLE001 - the library raises errors of many types, even RecursionError, for a damaged file
        raise refusal(name, Message("the PDF is damaged, or not understood"), _CONVERT) from None
    if is_encrypted:
        raise refusal(name, Message("the PDF is encrypted"), Message("save it without a password"))
    if count > MAX_PAGES:
        raise refusal(name, Message("the PDF has more than {} pages", MAX_PAGES))
    if is_large:
        raise refusal(name, _TOO_LARGE)
    if not "".join(pages).strip():
        raise refusal(name, Message("the PDF has no text: its pages are pictures"), Message("save it with text recognition"))
    return import_plain_text("".join(f"{page}\n{PAGE_BREAK}" for page in pages), name)
