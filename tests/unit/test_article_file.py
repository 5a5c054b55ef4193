"""Files that are accepted or refused as the text of an article."""

from pathlib import Path

import pytest

from deepseek_tui.article.article_file import read_local_copy
from deepseek_tui.article.fingerprints import article_fingerprints
from deepseek_tui.article.importers.article_reader import read_article
from deepseek_tui.article.local_copy import Recognition
from deepseek_tui.story.format.model import Article
from deepseek_tui.story.loading.diagnostics import InvalidInput

TEXT = "The bridge was opened on 3 May.\n\nNobody had hoped for it."


def refusal(path: Path, **options: object) -> str:
    """Return the message about a file that cannot be read."""
    with pytest.raises(InvalidInput) as refused:
        read_article(str(path), **options)  # type: ignore[arg-type]
    return str(refused.value)


def test_markdown_file_is_read_without_its_markup(tmp_path: Path) -> None:
    file = tmp_path / "article.md"
    file.write_text("The **bridge** was\nopened on 3 May.", "utf-8")
    assert read_article(str(file)).text == "The bridge was opened on 3 May."


def test_file_is_compared_with_the_article_and_keeps_its_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text(TEXT, "utf-8")
    article = Article.model_validate({"language": "en", "paragraphs": article_fingerprints(TEXT)})
    copy = read_local_copy("article.txt", article)
    assert copy.recognition is Recognition.FULL
    assert copy.path == str(tmp_path / "article.txt")


def test_missing_file_and_folder_are_refused(tmp_path: Path) -> None:
    assert "there is no such file" in refusal(tmp_path / "none.txt")
    assert "it is a folder" in refusal(tmp_path)


def test_file_above_the_limit_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_bytes(b"a" * (2**20 + 1))
    assert "more than 1 MiB" in refusal(file, largest=2**20)
