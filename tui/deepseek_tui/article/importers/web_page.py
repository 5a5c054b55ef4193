"""Import of web pages."""

import logging
import re

from deepseek_tui.article.importers.html_text import html_text
from deepseek_tui.article.importers.imported import ImportedArticle, article_text, left_out, refusal
from deepseek_tui.article.importers.page_metadata import page_metadata
from deepseek_tui.story.format.messages import Message

MAX_LENGTH = 16 * 2**20
"""The most characters of a page. Long news pages with inline scripts have about three million."""
MAX_ELEMENTS = 200_000
"""The most tags of a page. The search for the article takes longer than a second for each 50,000."""
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_CHARACTER_SET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_HEAD_BYTES = 4096
_FURNITURE = re.compile(
    r"(?:advertisements?|advertising|sponsored|publicité|annonce|story continues below[^.]*|share(?: this article)?|partager"
    r"|(?:read (?:more|also|next)|see also|related:|(?:à )?(?:lire|voir) (?:aussi|également)|sur le même sujet)[^.]{0,200})"
    r"[^\w.]*",
    re.IGNORECASE,
)
"""Lines between the paragraphs of a page that are advertising or links to other articles."""


def import_web_page(text: str, name: str) -> ImportedArticle:
    """Return the article of a web page and its metadata.

    Menus, captions and comments are left out.
    Raises InvalidInput if the extra is not installed, or no article is found.
    """
    if len(text) > MAX_LENGTH or text.count("<") > 2 * MAX_ELEMENTS:
        raise refusal(name, Message("the web page is larger than any article"))
    try:
        import lxml.etree
        import lxml.html
        from readability import Document
    except ImportError:
        hint = Message("install deepseek-tui[web] to read it, or save the article as plain text or docx")
        raise refusal(name, Message("it is a web page (HTML)"), hint) from None
    # When the library fails, it logs a traceback, which would appear on the user's terminal.
    logging.getLogger("readability").addHandler(logging.NullHandler())
    logging.getLogger("readability").propagate = False
    page = _DECLARATION.sub("", text).replace("\0", "")
    try:
        tree = lxml.html.document_fromstring(page)
        about = page_metadata(tree)
        found = html_text(Document(page).summary(html_partial=True))
    except (lxml.etree.LxmlError, ValueError, TypeError, RecursionError, AssertionError, AttributeError):
        raise refusal(name, Message("the web page cannot be read"), Message("save the article as plain text")) from None
    except Exception as error:
        if type(error).__name__ != "Unparseable":  # The library's own exception is not part of its public interface.
            raise
        raise refusal(name, Message("no article is found in the web page"), Message("save it as plain text")) from None
    prose = [paragraph for paragraph in found.paragraphs if not _FURNITURE.fullmatch(paragraph)]
    found.counts[Message("advertising and references")] += len(found.paragraphs) - len(prose)
    article = article_text(prose)
    if not article:
        raise refusal(name, Message("no article is found in the web page"), Message("save it as plain text"))
    counts = {kind: count for kind, count in found.counts.items() if kind != "links"}
    return ImportedArticle(article, about, notices=left_out(name, counts))


def declared_encoding(data: bytes) -> str | None:
    """Return a web page's declared encoding; None if unknown to Python."""
    found = _CHARACTER_SET.search(data[:_HEAD_BYTES])
    if found is None:
        return None
    encoding = found[1].decode("ascii", "replace").lower()
    if encoding in ("iso-8859-1", "latin1", "us-ascii", "ascii"):
        encoding = "windows-1252"  # As in browsers (WHATWG Encoding Standard).
    try:
        b"".decode(encoding)
    except LookupError:
        return None
    return encoding
