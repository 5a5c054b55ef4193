"""Files of an article for tests, in every format that is imported."""

import html
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterable

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CONTENT_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
STYLES = (
    f'<w:styles xmlns:w="{WORD}"><w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Corps"><w:name w:val="Body Text"/></w:style></w:styles>'
)
LINKED_DATA = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "Organization", "name": "Wendle Post"},
        {
            "@type": ["NewsArticle"],
            "headline": "A ferry without a diesel engine",
            "author": [{"@type": "Person", "name": "Ida Roe"}, {"@type": "Person", "name": "Tom Alder"}],
            "publisher": {"@type": "Organization", "name": "Wendle Post"},
            "datePublished": "2024-03-15T06:00:00+01:00",
            "mainEntityOfPage": {"@id": "https://example.org/ferry"},
        },
    ],
}


def web_page(paragraphs: Iterable[str], *, head: str = "", aside: str = "") -> str:
    """Return a news page with an article.

    Around the article it has a menu, a script, a caption, advertising and comments.
    """
    body = "\n".join(f"<p>{html.escape(paragraph, quote=False)}</p>" for paragraph in paragraphs)
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>A ferry | Wendle Post</title>{head}'
        f'<script type="application/ld+json">{json.dumps(LINKED_DATA)}</script>'
        "<style>p {margin: 0 0 12px}</style><script>var visits = 4700;</script></head><body>"
        '<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>'
        "<article><h1>A ferry without a diesel engine</h1>"
        '<figure><img src="ferry.jpg" alt=""><figcaption>Photograph: 12 people on a pier</figcaption></figure>'
        f"{body}{aside}</article>"
        '<footer><a href="/terms">Terms</a> 1999</footer></body></html>'
    )


def docx(body: str, styles: str = STYLES, **parts: str) -> bytes:
    """Return a Word document with the given XML in its body."""
    data = io.BytesIO()
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in {
            "[Content_Types].xml": CONTENT_TYPES,
            "word/document.xml": document,
            "word/styles.xml": styles,
            **parts,
        }.items():
            archive.writestr(name, text)
    return data.getvalue()


def docx_paragraph(text: str, style: str = "") -> str:
    """Return a paragraph of a Word document.

    It is cut into runs, as Word does after a correction.
    """
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    half = len(text) // 2
    runs = "".join(
        f'<w:r><w:t xml:space="preserve">{html.escape(piece, quote=False)}</w:t></w:r>'
        for piece in (text[:half], text[half:])
    )
    return f"<w:p>{properties}{runs}</w:p>"


def printed_pages(paragraphs: Iterable[str], *, width: int = 74, page: int = 12, cut: bool = True) -> str:
    """Return the text of an article as printed on pages.

    It has cut words, indented paragraphs, page heads, page numbers and page breaks.
    """
    lines: list[str] = []
    for paragraph in paragraphs:
        lines += _broken(paragraph, width, cut=cut)
    pages = [lines[start : start + page] for start in range(0, len(lines), page)]
    return "".join(
        f"Wendle Post{' ' * 40}15 March 2024, page {number}\n\n" + "\n".join(body) + f"\n\n{' ' * 36}{number}\n\f"
        for number, body in enumerate(pages, 1)
    )


def _broken(paragraph: str, width: int, *, cut: bool) -> list[str]:
    """Break a paragraph into lines.

    A long word is cut after its first three letters or more.
    """
    lines, line = [], "    "
    for word in paragraph.split(" "):
        room = width - len(line) - 1
        if len(word) <= room or not line.strip():
            line += word if line.endswith("  ") or not line else f" {word}"
        elif cut and room >= 5 and re.fullmatch(r"[a-zé]{8,}", word):
            lines.append(f"{line} {word[: room - 1][: len(word) - 3]}-")
            line = word[len(word[: room - 1][: len(word) - 3]) :]
        else:
            lines.append(line)
            line = word
    return [*lines, line]


def two_columns(paragraphs: Iterable[str], *, width: int = 40) -> str:
    """Return the text of one page of two columns, under a headline."""
    lines = [line for paragraph in paragraphs for line in _broken(paragraph, width, cut=True)]
    half = (len(lines) + 1) // 2
    right = [*lines[half:], ""]
    rows = [f"{line:<{width + 3}}{other}".rstrip() for line, other in zip(lines[:half], right, strict=False)]
    return "\n".join(rows) + f"\n\n{' ' * width}1\n\f"


def pdf(pages: Iterable[str]) -> bytes:
    """Return a PDF of pages of text.

    Each line is in Courier at its place, with the characters of Windows-1252.
    """
    contents = []
    for page in pages:
        lines = (re.sub(r"([()\\\\])", r"\\\1", line) for line in page.split("\n"))
        contents.append("BT /F1 9 Tf 11 TL 40 800 Td " + " ".join(f"({line}) Tj T*" for line in lines) + " ET")
    kids = " ".join(f"{number} 0 R" for number in range(4, 4 + 2 * len(contents), 2))
    objects = [
        "<</Type /Catalog /Pages 2 0 R>>",
        f"<</Type /Pages /Count {len(contents)} /Kids [{kids}]>>",
        "<</Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding>>",
    ]
    for number, content in enumerate(contents):
        resources = "/Resources <</Font <</F1 3 0 R>>>> /MediaBox [0 0 595 842]"
        objects.append(f"<</Type /Page /Parent 2 0 R {resources} /Contents {5 + 2 * number} 0 R>>")
        objects.append(f"<</Length {len(content.encode('windows-1252'))}>>\nstream\n{content}\nendstream")
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("windows-1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}trailer <</Size {len(places) + 1} /Root 1 0 R>>\n"
    return data + f"{end}startxref\n{len(data)}\n%%EOF\n".encode()


def markdown(paragraphs: Iterable[str]) -> str:
    """Return an article as Markdown with many kinds of markup.

    It has front matter, emphasis, links, a footnote, a table and hard line breaks.
    """
    texts = list(paragraphs)
    first = texts[0].replace(" ", "\n", 3).replace("ferry", "**ferry**", 1) + "[^1]"
    second = texts[1].replace("battery", "[battery](https://example.org/battery)", 1)
    return "\n\n".join(
        [
            '---\ntitle: "A ferry without a diesel engine"\nauthor: Ida Roe\ndate: 2024-03-15\ntags: [ferries, 2024]\n---',
            "# A ferry without a diesel engine",
            first,
            "| battery | size |\n|---|---|\n| ashore | 999 kWh |",
            second,
            *texts[2:],
            "[^1]: Minutes of the council, page 12.",
        ]
    )


FILES: dict[str, Callable[[list[str]], bytes]] = {
    "story.html": lambda texts: web_page(texts).encode(),
    "story.docx": lambda texts: docx(
        docx_paragraph("A ferry without a diesel engine", "Titre1")
        + "".join(docx_paragraph(text, "Corps") for text in texts)
    ),
    "story.md": lambda texts: markdown(texts).encode(),
    "utf-16.txt": lambda texts: "\n\n".join(texts).encode("utf-16"),
    "windows-1252.txt": lambda texts: "\r\n\r\n".join(texts).encode("windows-1252"),
    "printed.txt": lambda texts: printed_pages(texts).encode(),
    "columns.txt": lambda texts: two_columns(texts).encode(),
    "story.pdf": lambda texts: pdf(printed_pages(texts).split("\f")[:-1]),
    "separators.txt": lambda texts: "\u2029".join(texts).encode(),
}
"""Functions that make the bytes of a file from the paragraphs of an article, by file name."""
