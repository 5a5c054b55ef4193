"""Import of plain text, which may come from a PDF."""

from deepseek_tui.article.importers.imported import ImportedArticle
from deepseek_tui.article.importers.printed_pages import is_printed, joined_paragraphs
from deepseek_tui.story.format.messages import Message


def import_plain_text(text: str, name: str) -> ImportedArticle:
    """Return a text unchanged, or with joined lines if it comes from printed pages."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not is_printed(text):
        return ImportedArticle(text)
    notice = Message("{0}: text of printed pages: lines and cut words are joined, page heads and numbers left out", name)
    return ImportedArticle("\n\n".join(joined_paragraphs(text)), notices=(notice,))
