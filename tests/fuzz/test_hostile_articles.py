"""Hostile article files, which are imported or refused with a message."""

import random
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article_files import FILES, WORD, docx, docx_paragraph, pdf
from deepseek_tui.article.importers.article_reader import imported
from deepseek_tui.story.loading.diagnostics import InvalidInput
from fuzz.test_hostile_files import run

TEXTS = ["The harbour of Ansel is closed, the mayor said.", "“It is sad,” said Ida Roe. It cost 12 million crowns."] * 5
SAMPLES = {name: make(TEXTS) for name, make in FILES.items()}
MEGABYTES = 600
"""The maximum memory of a command that imports one of the files."""


def _lying_archive() -> bytes:
    """Return an archive that states a wrong size for a part.

    Its directory states one byte for a part of 256 megabytes.
    """
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as part:
        for _ in range(256):
            part.write(b" " * 2**20)
    size = (2**28).to_bytes(4, "little")
    return data.getvalue().replace(size, (1).to_bytes(4, "little"))


def _entities() -> bytes:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    return f'<!DOCTYPE d [<!ENTITY e0 "ha">{levels}]><w:document xmlns:w="{WORD}">&e11;</w:document>'.encode()


HOSTILE_ARTICLES: dict[str, Callable[[], bytes]] = {
    "an archive that unpacks to a quarter of a gigabyte": _lying_archive,
    "entities within entities": lambda: docx("", **{"word/document.xml": _entities().decode()}),
    "a document a hundred thousand levels deep": lambda: docx("<w:p>" * 100_000 + "</w:p>" * 100_000),
    "a document of twenty thousand paragraphs": lambda: docx(docx_paragraph("It is so.") * 20_000),
    "an archive of many names": lambda: docx("", **{f"word/{n}.xml": "" for n in range(20_000)}),
    "a page a hundred thousand levels deep": lambda: b"<html>" + b"<div>" * 100_000 + b"text",
    "a page of a hundred thousand tags that nothing closes": lambda: (
        b"<html><body>" + b"<p>It is so, he said.<b><i>" * 30_000
    ),
    "a page with linked data in a circle of lists": lambda: (
        b'<html><script type="application/ld+json">' + b"[" * 50_000 + b"</script><p>It is so.</p></html>"
    ),
    "a page of entities in the document type": lambda: b'<!DOCTYPE html [<!ENTITY a "ha">]><html><p>&a;</p></html>',
    "a PDF of half a million lines": lambda: pdf(["a\n" * 500_000]),
    "a PDF whose pages are in a circle": lambda: pdf(["It is so."]).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"),
    "a timeline of lists within lists": lambda: b'{"events": [' + b"[" * 100_000,
    "a timeline with a year of a million digits": lambda: b'{"events": [{"start_date": {"year": "' + b"9" * 10**6 + b'"}}]}',
    "a timeline of tags that nothing closes": lambda: (
        b'{"events": [{"text": {"headline": "' + b"<a " * 50_000 + b'", "text": "' + b"<!--" * 50_000 + b'>"}}]}'
    ),
    "a table of a million columns": lambda: b"Year,Headline" + b",x" * 1_000_000 + b"\n1815,It began\n",
    "a text of a hundred thousand hyphens at line ends": lambda: b"har-\nbour, har-\nbour " * 50_000,
    "a text of a hundred thousand page breaks": lambda: b"a\n\f" * 100_000,
    "a text of a hundred thousand lines": lambda: b"the same line\n" * 100_000,
    "Markdown of a hundred thousand brackets": lambda: b"# a\n\n**b**\n\n" + b"[" * 100_000 + b"](",
    "Markdown of a hundred thousand quotation marks": lambda: b"# a\n\n**b**\n\n" + b">" * 100_000 + b" a",
}
"""One file of each kind."""


@pytest.mark.parametrize("what", HOSTILE_ARTICLES)
def test_hostile_article_is_imported_or_refused_in_time(tmp_path: Path, what: str) -> None:
    file = tmp_path / "article"
    file.write_bytes(HOSTILE_ARTICLES[what]())
    status, output, said, memory = run(file, "fingerprint", seconds=120)
    assert status in (0, 2)
    assert "Traceback" not in said
    assert "internal error" not in said
    assert status == 0 or (output == "" and str(file) in said)
    assert memory < MEGABYTES


@pytest.mark.parametrize("name", SAMPLES)
@given(seed=st.integers(0, 2**32))
def test_damaged_article_is_imported_or_refused(name: str, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(SAMPLES[name])
    for _ in range(chance.randint(1, 8)):
        start = chance.randrange(len(data))
        data[start : start + chance.choice((0, 1, 4, 60))] = chance.choice(
            (b"", bytes([chance.randrange(256)]), b"<", b"\x00", b"&#1;", b"]]>", b'"', b"{", data[:50])
        )
    try:
        assert isinstance(imported(bytes(data), name, name).text, str)
    except InvalidInput as error:
        assert str(error).startswith(name)  # noqa: PT017  a refusal is one of two good ends
