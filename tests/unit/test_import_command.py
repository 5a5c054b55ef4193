"""Commands that read an article, with files of every format."""

import json
from pathlib import Path

import pytest

from article_files import FILES, web_page
from deepseek_tui.article.fingerprints import paragraphs
from deepseek_tui.cli import main as cli

ROOT = Path(__file__).parents[2]
TEXTS = paragraphs((ROOT / "content/quiet-ferry.txt").read_text("utf-8"))
TIMELINE = {
    "events": [
        {"start_date": {"year": "1815"}, "text": {"headline": "The first pier", "text": "It was built in two years."}},
        {"start_date": {"year": "1904"}, "text": {"headline": "The storm", "text": "It took away the pier."}},
    ]
}


@pytest.fixture
def timeline(tmp_path: Path) -> Path:
    file = tmp_path / "timeline.json"
    file.write_text(json.dumps(TIMELINE))
    return file


@pytest.mark.parametrize("name", FILES)
def test_file_from_which_a_draft_was_made_is_accepted_as_the_copy_of_its_article(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file, story = tmp_path / name, tmp_path / "draft.json"
    file.write_bytes(FILES[name](TEXTS))
    assert cli.main(["new", str(file), "-o", str(story)]) == 0
    assert cli.main(["check", str(story), "--article", str(file)]) == 0
    capsys.readouterr()
    assert cli.main(["show", "claims", "--story", str(story), "--evidence", "--article", str(file)]) == 0
    assert cli.main(["fingerprint", str(file), "--into", str(story)]) == 0
    assert cli.main(["check", "quiet-ferry", "--article", str(file)]) == 0


def test_metadata_of_a_page_is_marked_as_a_guess_in_the_draft(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    page = tmp_path / "page.html"
    page.write_text(web_page(TEXTS), "utf-8")
    assert cli.main(["new", str(page), "-o", "-"]) == 0
    article = json.loads(capsysbinary.readouterr().out)["article"]
    assert (article["title"], article["author"], article["published"]) == (
        "A ferry without a diesel engine",
        "Ida Roe, Tom Alder",
        "2024-03-15",
    )
    assert article["draft"] is True
    assert article["guess"] == {"en": "taken from the file: title, publisher, author, address, date of publication"}


def test_import_reports_the_encoding_and_what_is_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "article.txt"
    file.write_bytes(FILES["windows-1252.txt"](TEXTS))
    assert cli.main(["new", str(file), "-o", str(tmp_path / "story.json")]) == 0
    assert f"{file}: read as Windows-1252; --encoding NAME reads it otherwise" in capsys.readouterr().err


def test_text_of_an_imported_timeline_is_written_beside_the_story(timeline: Path, tmp_path: Path) -> None:
    story = tmp_path / "piers.json"
    assert cli.main(["new", str(timeline), "-o", str(story)]) == 0
    text = tmp_path / "piers.txt"
    assert text.read_text().startswith("1815: The first pier\n\nIt was built in two years.\n\n1904: The storm")
    for copy in (text, timeline):
        assert cli.main(["check", str(story), "--article", str(copy)]) == 0


def test_other_text_file_beside_the_story_is_not_overwritten(
    timeline: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "piers.txt").write_text("mine")
    assert cli.main(["new", str(timeline), "-o", str(tmp_path / "piers.json")]) == 2
    assert (tmp_path / "piers.txt").read_text() == "mine"
    assert not (tmp_path / "piers.json").exists()
    assert "piers.txt" in capsys.readouterr().err


def test_no_text_file_is_left_when_the_story_cannot_be_written(timeline: Path, tmp_path: Path) -> None:
    (tmp_path / "piers.json").write_text("{}")
    assert cli.main(["new", str(timeline), "-o", str(tmp_path / "piers.json")]) == 2
    assert not (tmp_path / "piers.txt").exists()


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_importing_a_timeline_does_not_overwrite_the_timeline_file_with_its_text(tmp_path: Path, force: list[str]) -> None:
    source, story = tmp_path / "piers.txt", tmp_path / "piers.json"
    source.write_text(json.dumps(TIMELINE))
    assert cli.main(["new", str(source), "-o", str(story), *force]) == 0
    assert source.read_text() == json.dumps(TIMELINE)
    assert (tmp_path / "piers-text.txt").exists()


@pytest.mark.parametrize("command", ["new", "check", "fingerprint"])
def test_refusal_of_an_article_file_names_its_format(
    tmp_path: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "article.txt"
    file.write_bytes(b"{\\rtf1 The town agreed.}")
    words = {"new": ["-o", "-", str(file)], "check": ["quiet-ferry", "--article", str(file)], "fingerprint": [str(file)]}
    assert cli.main([command, *words[command]]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert f"{file}: it is a document in Rich Text Format (.rtf)" in captured.err
