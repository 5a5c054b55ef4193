"""Import of Word documents (Office Open XML), with the standard library."""

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree
from zipfile import BadZipFile, LargeZipFile, ZipFile

from deepseek_tui.article.importers.imported import ImportedArticle, article_text, left_out, metadata, refusal
from deepseek_tui.story.format.messages import Message

DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"
MAX_PART_BYTES = 32 * 2**20
"""The most bytes of an unpacked part of a document: about a million words."""
MAX_ENTRIES = 10_000
MAX_DEPTH = 400
"""The most levels of nested elements. Word allows about twenty nested tables."""
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT_WORD = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = frozenset(("del", "moveFrom", "instrText", "delText", "rPr", "pPr", "sectPr", "txbxContent", "sdtPr"))
"""Elements without text of the article: deletions, field codes, properties, and text boxes beside it."""
_LEFT_OUT = {
    "tbl": Message("tables"),
    "drawing": Message("pictures"),
    "pict": Message("pictures"),
    "footnoteReference": Message("footnotes"),
    "endnoteReference": Message("footnotes"),
}
_CHARACTERS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_HEADING = re.compile(r"heading \d|title|subtitle|caption|toc .*|header|footer", re.IGNORECASE)
"""Names of styles that are not prose. Word writes built-in names in English, whatever its language."""


class _UnsafeXMLError(Exception):
    """Raised for a document type declaration or too many levels of elements.

    No Word document has such a declaration.
    """


class _CarefulBuilder(ElementTree.TreeBuilder):
    """Builds an XML tree, and refuses declarations of entities and deep nesting."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0

    def doctype(self, name: str, pubid: str, system: str) -> None:
        """Raise _UnsafeXMLError for a document type declaration."""
        raise _UnsafeXMLError

    def start(self, tag: str, attrs: dict[str, str], /) -> ElementTree.Element:
        """Add an element's start; raise _UnsafeXMLError if nested too deeply."""
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise _UnsafeXMLError
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> ElementTree.Element:
        """Add the end of an XML element."""
        self._depth -= 1
        return super().end(tag)


def import_docx(data: bytes, name: str) -> ImportedArticle:
    """Return the paragraphs of a Word document in its body text.

    Raises InvalidInput if the file is no such document, is damaged, or would take too much memory.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            _check_entries(archive.namelist(), name)
            document = _part(archive, DOCUMENT, name)
            styles = _part(archive, STYLES, name) if STYLES in archive.namelist() else None
    except (
        BadZipFile,
        LargeZipFile,
        NotImplementedError,
        EOFError,
        OSError,
        RuntimeError,
        ValueError,
        OverflowError,
    ) as error:
        raise _damaged(name) from error
    except Exception as error:
        if type(error).__module__ not in ("zlib", "_lzma", "lzma"):  # zlib.error and LZMAError derive from Exception itself.
            raise
        raise _damaged(name) from error
    return _article(document, styles, name)


def _damaged(name: str) -> Exception:
    return refusal(name, Message("the document is damaged: its archive cannot be unpacked"), Message("save it again"))


def _check_entries(entries: list[str], name: str) -> None:
    """Raise InvalidInput if a ZIP archive is no Word document."""
    if DOCUMENT not in entries:
        raise refusal(name, _other_archive(entries), Message("save it as docx or plain text"))
    if len(entries) > MAX_ENTRIES:
        raise refusal(name, Message("the archive holds more than any document"))


def _other_archive(names: list[str]) -> str:
    """Return a description of a ZIP archive that is no Word document."""
    kinds = {
        "content.xml": Message("it is a document in OpenDocument format"),
        "xl/workbook.xml": Message("it is an Excel workbook"),
        "ppt/presentation.xml": Message("it is a PowerPoint presentation"),
        "META-INF/container.xml": Message("it is an e-book (EPUB)"),
    }
    return next((kind for part, kind in kinds.items() if part in names), Message("it is a ZIP archive without a document"))


def _part(archive: ZipFile, part: str, name: str) -> ElementTree.Element:
    with archive.open(part) as file:
        data = file.read(MAX_PART_BYTES + 1)  # The unpacked size that the archive states may be wrong.
    if len(data) > MAX_PART_BYTES:
        raise refusal(name, Message("unpacked, the document has more than {} MiB", MAX_PART_BYTES // 2**20))
    parser = ElementTree.XMLParser(target=_CarefulBuilder())  # noqa: S314  the builder refuses entities and deep nesting
    try:
        parser.feed(data)
        root: ElementTree.Element = parser.close()
    except (ElementTree.ParseError, _UnsafeXMLError, LookupError, ValueError) as error:
        raise refusal(name, Message("the document is damaged: its XML cannot be read"), Message("save it again")) from error
    return root


def _article(document: ElementTree.Element, styles: ElementTree.Element | None, name: str) -> ImportedArticle:
    headings = _heading_styles(styles)
    paragraphs: list[str] = []
    counts: Counter[str] = Counter()
    title = ""
    body = next((element for element in document if _local(element) == "body"), None)
    for paragraph in _paragraphs(body, counts) if body is not None else ():
        text = "".join(_words(paragraph, counts)).strip()
        style = headings.get(_style(paragraph))
        if style is None:
            paragraphs.extend(re.split(r"\n\s*\n", text))
        elif text:
            counts[Message("headings")] += 1
            title = title or (text if style in ("title", "heading 1") else "")
    return ImportedArticle(article_text(paragraphs), metadata(title=title), notices=left_out(name, counts))


def _local(element: ElementTree.Element) -> str:
    """Return a WordprocessingML element's local name; "" for other elements."""
    for namespace in (_WORD, _STRICT_WORD):
        if element.tag.startswith(namespace):
            return element.tag.removeprefix(namespace)
    return ""


def _value(element: ElementTree.Element, attribute: str = "val") -> str:
    return element.get(_WORD + attribute) or element.get(_STRICT_WORD + attribute) or ""


def _heading_styles(styles: ElementTree.Element | None) -> dict[str, str]:
    """Return the names, in lower case, of heading and other non-prose styles, by id."""
    found: dict[str, str] = {}
    for style in styles if styles is not None else ():
        names = [_value(element).lower() for element in style if _local(element) == "name"]
        if _local(style) == "style" and names and _HEADING.fullmatch(names[0]):
            found[_value(style, "styleId")] = names[0]
    return found


def _style(paragraph: ElementTree.Element) -> str:
    properties = next((element for element in paragraph if _local(element) == "pPr"), None)
    return (
        next((_value(element) for element in properties if _local(element) == "pStyle"), "")
        if properties is not None
        else ""
    )


def _paragraphs(element: ElementTree.Element, counts: Counter[str]) -> Iterator[ElementTree.Element]:
    """Yield the paragraphs in an element, without those in tables."""
    for child in element:
        kind = _local(child)
        if kind == "p":
            yield child
        elif kind in _LEFT_OUT:
            counts[_LEFT_OUT[kind]] += 1
        elif kind not in _SKIPPED and child.tag != _FALLBACK:
            yield from _paragraphs(child, counts)


def _words(element: ElementTree.Element, counts: Counter[str]) -> Iterator[str]:
    """Yield the pieces of text in a paragraph."""
    for child in element:
        kind = _local(child)
        if kind == "t":
            yield child.text or ""
        elif kind in _CHARACTERS:
            yield _CHARACTERS[kind]
        elif kind in _LEFT_OUT:
            counts[_LEFT_OUT[kind]] += 1
        elif kind not in _SKIPPED and child.tag != _FALLBACK and not (kind == "r" and _is_hidden(child)):
            yield from _words(child, counts)


def _is_hidden(run: ElementTree.Element) -> bool:
    """Return whether a run (text with uniform formatting) is hidden."""
    properties = next((element for element in run if _local(element) == "rPr"), None)
    marks = [element for element in properties if _local(element) == "vanish"] if properties is not None else []
    return any(_value(mark) not in ("0", "false", "off") for mark in marks)
