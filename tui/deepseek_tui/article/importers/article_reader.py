"""Reading of an article from a file of any supported format."""

import os
from typing import TYPE_CHECKING

from deepseek_tui.article.importers.encodings import decode
from deepseek_tui.article.importers.formats import (
    TextFormat,
    foreign_format,
    foreign_text,
    is_pdf,
    is_zip,
    text_format,
)
from deepseek_tui.article.importers.imported import ImportedArticle, refusal
from deepseek_tui.story.loading.diagnostics import one_line
from deepseek_tui.story.loading.document import MAX_BYTES, read

if TYPE_CHECKING:
    from collections.abc import Callable

STANDARD_INPUT = "-"


def read_article(
    path: str | os.PathLike[str],
    *,
    regular: bool = False,
    largest: int = MAX_BYTES,
    encoding: str | None = None,
    language: str | None = None,
) -> ImportedArticle:
    """Return the article in a file, whose format is recognised by its content.

    With `regular`, a pipe is rejected. `language` is that in which the dates of a timeline are written; it is detected
    by default. Raises InvalidInput if the file is unreadable, too large or in another format.
    """
    data = read(path, regular=regular, largest=largest)
    name = "<stdin>" if str(path) == STANDARD_INPUT else one_line(os.fspath(path))
    return imported(data, name, os.fspath(path), encoding=encoding, language=language)


def imported(
    data: bytes, name: str, path: str = "", *, encoding: str | None = None, language: str | None = None
) -> ImportedArticle:
    """Return the article in the bytes of a file. Raises InvalidInput with `name` as the file's name.

    Each importer is imported where it is used, because most articles are plain text.
    """
    if is_pdf(data):
        from deepseek_tui.article.importers.pdf import import_pdf

        return import_pdf(data, name)
    if is_zip(data):
        from deepseek_tui.article.importers.docx import import_docx

        return import_docx(data, name)
    if foreign := foreign_format(data):
        raise refusal(name, *foreign)
    text, notices = _decoded(data, name, encoding)
    if foreign := foreign_text(text):
        raise refusal(name, *foreign)
    found = _imported_text(text, name, path, language)
    return ImportedArticle(found.text, found.metadata, found.slides, (*notices, *found.notices))


def _decoded(data: bytes, name: str, encoding: str | None) -> tuple[str, tuple[str, ...]]:
    """Decode the bytes of a file, a web page in the encoding that it declares."""
    if encoding is None and data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        from deepseek_tui.article.importers.web_page import declared_encoding

        declared = declared_encoding(data)
        if declared and not declared.startswith("utf-"):
            return decode(data, name, declared)
    return decode(data, name, encoding)


def _imported_text(text: str, name: str, path: str, language: str | None) -> ImportedArticle:
    form = text_format(text, path)
    if form is TextFormat.JSON:
        from deepseek_tui.article.importers.timeline import import_timeline_json

        if timeline := import_timeline_json(text, name, language):
            return timeline
    if form is TextFormat.CSV:
        from deepseek_tui.article.importers.timeline import import_timeline_csv

        return import_timeline_csv(text, name, language)
    return _text_importer(form)(text, name)


def _text_importer(form: TextFormat) -> "Callable[[str, str], ImportedArticle]":
    if form is TextFormat.HTML:
        from deepseek_tui.article.importers.web_page import import_web_page

        return import_web_page
    if form is TextFormat.MARKDOWN:
        from deepseek_tui.article.importers.markdown import import_markdown

        return import_markdown
    from deepseek_tui.article.importers.plain_text import import_plain_text

    return import_plain_text
