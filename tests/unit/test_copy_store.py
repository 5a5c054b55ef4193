"""Storage of the reader's copies of articles: remembered files and pasted texts."""

import stat
from pathlib import Path

import pytest

from bundled import FERRY_ARTICLE, bundled, ferry_without_text
from deepseek_tui.article.local_copy import LocalCopy, Recognition
from deepseek_tui.story.format.model import Story
from deepseek_tui.user_data.atomic_files import SaveProblem
from deepseek_tui.user_data.copy_store import CopyStore

TEXT = FERRY_ARTICLE.read_text("utf-8")


@pytest.fixture(scope="module")
def ferry() -> Story:
    return Story.model_validate(ferry_without_text())


@pytest.fixture
def store(tmp_path: Path) -> CopyStore:
    return CopyStore(tmp_path / "state" / "copies.json", tmp_path / "articles")


def saved(folder: Path) -> list[Path]:
    """Return the files of pasted texts."""
    return sorted((folder / "articles").iterdir())


def test_chosen_file_is_remembered_for_its_story_alone(tmp_path: Path, store: CopyStore, ferry: Story) -> None:
    file = tmp_path / "mine.txt"
    file.write_text(TEXT, "utf-8")
    kept = store.keep(LocalCopy(TEXT, ferry.article, str(file)), ferry)
    assert (kept.is_remembered, kept.copy.path) == (True, str(file))
    loaded = store.load(ferry)
    assert loaded is not None
    assert (loaded.path, loaded.recognition) == (str(file), Recognition.FULL)
    assert store.load(bundled()) is None
    assert not (tmp_path / "articles").exists()


def test_pasted_text_is_saved_for_the_reader_alone_and_remembered(tmp_path: Path, store: CopyStore, ferry: Story) -> None:
    kept = store.keep(LocalCopy(TEXT, ferry.article), ferry)
    (file,) = saved(tmp_path)
    assert (kept.is_remembered, kept.copy.path) == (True, str(file))
    assert file.name.startswith("quiet-ferry-")
    assert file.read_text("utf-8") == TEXT
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    loaded = store.load(ferry)
    assert loaded is not None
    assert loaded.recognition is Recognition.FULL


def test_later_pasted_text_replaces_that_of_the_same_article_only(tmp_path: Path, store: CopyStore, ferry: Story) -> None:
    paragraphs = ferry.article.paragraphs
    other = ferry.model_copy(update={"article": ferry.article.model_copy(update={"paragraphs": paragraphs[:-1]})})
    for story, text in ((ferry, TEXT), (other, TEXT), (ferry, f"{TEXT}\n\nMore.")):
        assert store.keep(LocalCopy(text, story.article), story).is_remembered
    assert sorted(file.read_text("utf-8") for file in saved(tmp_path)) == sorted([TEXT, f"{TEXT}\n\nMore."])


def test_pasted_text_that_cannot_be_saved_stays_usable_and_is_not_remembered(tmp_path: Path, ferry: Story) -> None:
    (tmp_path / "articles").write_text("a file in place of a folder")
    store = CopyStore(tmp_path / "copies.json", tmp_path / "articles")
    kept = store.keep(LocalCopy(TEXT, ferry.article), ferry)
    assert not kept.is_remembered
    assert kept.error is not None
    assert kept.error.kind is SaveProblem.EXISTS
    assert kept.copy.recognition is Recognition.FULL
    assert store.load(ferry) is None


def test_remembered_file_that_is_gone_is_ignored(tmp_path: Path, store: CopyStore, ferry: Story) -> None:
    file = tmp_path / "mine.txt"
    file.write_text(TEXT, "utf-8")
    store.keep(LocalCopy(TEXT, ferry.article, str(file)), ferry)
    file.unlink()
    assert store.load(ferry) is None
