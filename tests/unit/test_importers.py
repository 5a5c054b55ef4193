"""Import of articles from every supported format.

Formats are recognised by content, and all of them give the same sentences.
"""

import contextlib
import json
import socket
import sys
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter

from article_files import FILES, STYLES, WORD, docx, docx_paragraph, markdown, pdf, web_page
from deepseek_tui.article.fingerprints import article_fingerprints, paragraphs
from deepseek_tui.article.importers import docx as docx_importer
from deepseek_tui.article.importers.article_reader import imported
from deepseek_tui.article.importers.imported import ImportedArticle
from deepseek_tui.story.loading.diagnostics import InvalidInput

ROOT = Path(__file__).parents[2]
FERRY = (ROOT / "content/quiet-ferry.txt").read_text("utf-8")
TEXTS = paragraphs(FERRY)
FRENCH = [
    "Le maire de Varcy a déclaré que l’école n’ouvrirait pas à la rentrée, faute d’enseignants. La décision surprend.",
    "« Nous n’avons rien reçu », a dit Hélène Dourel, l’architecte. Le chantier a coûté 4,2 millions d’euros, déjà payés.",
    "Peut-être faudra-t-il attendre le printemps. Les quatre-vingts élèves iront, d’ici là, dans la commune voisine.",
    "Le préfet n’a pas répondu aux questions du conseil municipal. « C’est regrettable », juge l’opposition.",
    "Ailleurs dans le département, trois autres établissements attendent toujours l’avis de la commission de sécurité.",
]


def refused(data: bytes, name: str = "article", **options: str) -> str:
    """Return the message with which a file is refused."""
    with pytest.raises(InvalidInput) as caught:
        imported(data, name, name, **options)
    return str(caught.value)


def read(text: str, name: str = "article.txt") -> ImportedArticle:
    return imported(text.encode(), name, name)


@pytest.mark.parametrize("name", FILES)
def test_every_format_of_one_article_has_the_same_fingerprints(name: str) -> None:
    found = imported(FILES[name](TEXTS), name, name)
    assert article_fingerprints(found.text) == article_fingerprints(FERRY)


@pytest.mark.parametrize("name", FILES)
def test_every_format_of_a_french_article_has_the_same_fingerprints(name: str) -> None:
    found = imported(FILES[name](FRENCH), name, name)
    assert article_fingerprints(found.text) == article_fingerprints("\n\n".join(FRENCH))


@pytest.mark.parametrize("name", FILES)
def test_format_is_recognised_without_the_file_name(name: str) -> None:
    assert imported(FILES[name](TEXTS), "<stdin>", "-").text == imported(FILES[name](TEXTS), name, name).text


# The following tests are about web pages.


def test_page_metadata_comes_from_linked_data() -> None:
    about = read(web_page(TEXTS)).metadata
    assert about._asdict() == {
        "title": "A ferry without a diesel engine",
        "publisher": "Wendle Post",
        "author": "Ida Roe, Tom Alder",
        "url": "https://example.org/ferry",
        "published": "2024-03-15",
    }


def test_page_metadata_comes_from_meta_elements_where_linked_data_is_invalid() -> None:
    head = (
        '<meta property="og:title" content="The quiet ferry"><meta property="og:site_name" content="Ansel Courier">'
        '<meta property="article:published_time" content="2024-13-45"><meta property="og:url" content="javascript:alert(1)">'
    )
    page = web_page(TEXTS, head=head).replace('"@graph"', '"@graph')
    about = read(page).metadata
    assert (about.title, about.publisher, about.author, about.url, about.published) == (
        "The quiet ferry",
        "Ansel Courier",
        "",
        "",
        "",
    )


def test_menus_scripts_captions_and_tables_of_a_page_are_left_out() -> None:
    table = "<table><tr><td>Diesel</td><td>310 litres</td></tr></table>"
    article = read(web_page(TEXTS, aside=table))
    assert [word for word in ("4700", "Sport", "Photograph", "1999", "margin") if word in article.text] == []
    assert article.text.count("310 litres") == FERRY.count("310 litres")


@pytest.mark.parametrize(
    "line",
    ["Advertisement", "Publicité", "Read more: A bridge for Ansel", "À lire aussi : Un pont pour Ansel", "Lire aussi »"],
)
def test_advertising_and_references_between_paragraphs_of_a_page_are_left_out(line: str) -> None:
    article = read(web_page([*TEXTS[:3], line, *TEXTS[3:]]))
    assert article_fingerprints(article.text) == article_fingerprints(FERRY)
    assert any("advertising and references (1)" in notice for notice in article.notices)


@pytest.mark.parametrize(
    "sentence", ["Related trades have lost workers since 1999.", "Read more slowly, she told the children."]
)
def test_sentence_that_begins_like_a_reference_to_another_article_is_kept(sentence: str) -> None:
    assert sentence in read(web_page([*TEXTS, sentence, TEXTS[0]])).text


def test_line_breaks_in_pairs_separate_the_paragraphs_of_a_page() -> None:
    page = web_page([]).replace("</article>", f"<div>{'<br><br/>'.join(TEXTS)}</div></article>")
    assert article_fingerprints(read(page).text) == article_fingerprints(FERRY)


def test_page_with_a_declared_encoding_is_read_in_that_encoding() -> None:
    page = web_page(FRENCH).replace('charset="utf-8"', 'charset="ISO-8859-1"')
    assert FRENCH[1] in imported(page.encode("windows-1252"), "page.html").text


def test_reading_a_page_opens_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    doctype = '<!DOCTYPE html SYSTEM "http://example.org/page.dtd">'
    head = '<base href="http://example.org/"><link rel="stylesheet" href="style.css">'
    page = web_page(TEXTS, head=head).replace("<!DOCTYPE html>", doctype)
    assert FERRY.split()[5] in read(page).text


def test_page_is_refused_with_the_name_of_the_optional_extra_if_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "readability", None)
    message = refused(web_page(TEXTS).encode(), "page.txt")
    assert message.startswith("page.txt: it is a web page (HTML)")
    assert "deepseek-tui[web]" in message


def test_page_without_an_article_is_refused() -> None:
    assert "no article" in refused(b"<html><body><script>1200</script></body></html>")


@pytest.mark.parametrize("page", [b"<html>" + b"<div>" * 100_000, b"<html><body>" + b"<p>a" * 500_000], ids=["deep", "many"])
def test_huge_or_deep_page_is_read_or_refused(page: bytes) -> None:
    with contextlib.suppress(InvalidInput):
        assert imported(page, "page").text


# The following tests are about Word documents.


def test_headings_tables_deletions_and_hidden_text_of_a_document_are_left_out() -> None:
    deletion = "<w:del><w:r><w:delText> not</w:delText></w:r></w:del>"
    deleted = f"<w:p><w:r><w:t>It is</w:t></w:r>{deletion}<w:r><w:t> so.</w:t></w:r></w:p>"
    hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Secret 77</w:t></w:r><w:r><w:t>Seen.</w:t></w:r></w:p>"
    table = f"<w:tbl><w:tr><w:tc>{docx_paragraph('99 crates')}</w:tc></w:tr></w:tbl>"
    note = '<w:p><w:r><w:t>It has a note.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    article = imported(docx(docx_paragraph("The harbour", "Titre1") + deleted + hidden + table + note), "a.docx")
    assert article.text == "It is so.\n\nSeen.\n\nIt has a note."
    assert article.metadata.title == "The harbour"
    assert article.notices == ("a.docx: left out: headings (1), tables (1), footnotes (1)",)


def test_two_line_breaks_separate_the_paragraphs_of_a_document() -> None:
    body = "<w:p><w:r><w:t>One</w:t><w:br/><w:t>line.</w:t><w:br/><w:br/><w:t>Two.</w:t></w:r></w:p>"
    assert imported(docx(body), "a.docx").text == "One line.\n\nTwo."


def test_document_in_the_strict_variant_is_read() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = docx_paragraph("The town agreed.")
    document = f'<w:document xmlns:w="{strict}"><w:body>{body}</w:body></w:document>'
    data = docx("", STYLES.replace(WORD, strict), **{"word/document.xml": document})
    assert imported(data, "a.docx").text == "The town agreed."


def test_document_with_entity_declarations_is_refused() -> None:
    bomb = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>' + f'<w:document xmlns:w="{WORD}">&b;</w:document>'
    assert "XML cannot be read" in refused(docx("", **{"word/document.xml": bomb}))


def test_document_that_unpacks_to_too_many_bytes_is_refused() -> None:
    size = docx_importer.MAX_PART_BYTES + 1
    assert "MiB" in refused(docx("", **{"word/document.xml": " " * size}))


def test_deeply_nested_document_is_refused() -> None:
    assert "XML cannot be read" in refused(docx("<w:p>" * 5000 + "</w:p>" * 5000))


@pytest.mark.parametrize("length", [4, 30, 200, 400])
def test_truncated_document_is_refused_as_damaged(length: int) -> None:
    assert "damaged" in refused(docx(docx_paragraph("The town agreed."))[:length])


def test_archive_of_another_kind_is_refused_by_its_kind() -> None:
    data = docx("").replace(b"word/document.xml", b"xl/workbook.xml.x")
    assert "ZIP archive" in refused(data)
    assert "OpenDocument" in refused(docx("", **{"content.xml": "<x/>"}).replace(b"word/document.xml", b"word/documenx.xml"))


# The following tests are about Markdown.


def test_front_matter_markup_and_tables_of_markdown_are_left_out() -> None:
    article = read(markdown(TEXTS), "a.md")
    assert [word for word in ("tags", "[^1]", "Minutes", "999", "**", "https") if word in article.text] == []
    assert article.metadata.title == "A ferry without a diesel engine"
    assert article.metadata.author == "Ida Roe"
    assert article.metadata.published == "2024-03-15"
    assert article.notices == ("a.md: left out: headings (1), tables (1), footnotes (1)",)


def test_plain_text_with_one_sign_of_markdown_stays_plain_text() -> None:
    text = "# 1 in the league\n\nThe town has 3 * 4 clubs, and 2 * 5 of them play."
    assert read(text).text == text


# The following tests are about PDF files.


def test_pdf_is_refused_with_two_alternatives_if_the_optional_extra_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    message = refused(FILES["story.pdf"](TEXTS), "a.txt")
    assert message.startswith("a.txt: it is a PDF (")
    assert "deepseek-tui[pdf]" in message
    assert "pdftotext -layout" in message


def test_damaged_pdf_is_refused_without_a_warning_on_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    assert "the PDF is damaged" in refused(b"%PDF-1.7\n\x00\xff")
    assert capfd.readouterr() == ("", "")


def test_encrypted_pdf_is_refused() -> None:
    writer = PdfWriter(BytesIO(FILES["story.pdf"](TEXTS)))
    writer.encrypt("secret", algorithm="RC4-128")
    data = BytesIO()
    writer.write(data)
    assert "the PDF is encrypted" in refused(data.getvalue())


def test_pdf_without_text_is_refused() -> None:
    assert "its pages are pictures" in refused(pdf(["", ""]))


def test_pdf_of_too_many_pages_is_refused() -> None:
    assert "more than 300 pages" in refused(pdf(["It is so."] * 301))


# The following tests are about encodings.


def test_encoding_other_than_utf_8_is_reported() -> None:
    assert imported(FRENCH[1].encode("windows-1252"), "a.txt").notices == (
        "a.txt: read as Windows-1252; --encoding NAME reads it otherwise",
    )
    assert "UTF-16" in imported(FRENCH[1].encode("utf-16"), "a.txt").notices[0]
    assert imported(FRENCH[1].encode("utf-16-le"), "a.txt").text == FRENCH[1]
    assert imported(FRENCH[1].encode("utf-8-sig"), "a.txt") == ImportedArticle(FRENCH[1])


def test_text_with_bytes_invalid_in_windows_1252_is_refused_unless_its_encoding_is_given() -> None:
    data = FRENCH[1].encode("mac-roman")
    assert "not UTF-8" in refused(data)
    assert imported(data, "a.txt", encoding="mac-roman").text == FRENCH[1]


def test_unknown_or_wrong_encoding_is_refused() -> None:
    assert "there is no encoding 'klingon'" in refused(b"text", encoding="klingon")
    assert "there is no encoding 'hex'" in refused(b"text", encoding="hex")
    assert "not ASCII: byte 0xc3 at offset" in refused(FRENCH[0].encode(), encoding="ascii")


# The following tests check that the importers refuse unusable files.


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "Office 97"),
        (b"{\\rtf1\\ansi The town agreed.}", "Rich Text Format"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "it is a picture"),
        (b"\x1f\x8b\x08\x00", "it is a compressed file"),
        (b"The town\x00agreed.", "it is not a text"),
        (b"\x7fELF\x02\x01\x00\x00\xff\xfe\x81", "it is not a text"),
        (b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n", "it is a web archive"),
        (b'<?xml version="1.0"?><rss><channel/></rss>', "it is XML, but no web page"),
        (b'{"a": 1}', "it is JSON, but no timeline"),
        (b'{"format": "deepseek-tui/story", "version": 1}', "it is a story already"),
        (b'{"a": ', "not JSON"),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else None,
)
def test_message_about_a_refused_file_names_the_format(data: bytes, reason: str) -> None:
    assert reason in refused(data, "a.txt")


def test_text_that_begins_with_a_bracket_is_read_as_plain_text() -> None:
    for text in ("[Update] The harbour is open again, the mayor said.", "[" * 100_000):
        assert read(text).text == text


def test_error_in_json_is_reported_with_its_position() -> None:
    assert refused(b'{"events": [\n  {"a" 1}\n]}', "t.json").startswith("t.json:2:8: not JSON")


def test_metadata_that_a_story_cannot_hold_is_left_out() -> None:
    page = web_page(TEXTS).replace(json.dumps("https://example.org/ferry"), '"https://example.org/a b<c>"')
    page = page.replace("2024-03-15T06:00:00+01:00", "yesterday").replace("Wendle Post", "W" * 900)
    about = read(page).metadata
    assert (about.url, about.published, about.publisher) == ("", "", "")
