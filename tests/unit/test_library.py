"""The bundled stories, and what a word on the command line means."""

from pathlib import Path

import pytest

from deepseek_tui.story.loading.diagnostics import InvalidInput
from deepseek_tui.story.loading.library import DEFAULT, bundled, find
from deepseek_tui.story.loading.loader import load


@pytest.mark.parametrize("name", bundled())
def test_every_bundled_story_can_be_used(name: str) -> None:
    assert load(find(name)).id


def test_the_schema_is_no_story_and_the_default_is_one() -> None:
    assert DEFAULT in bundled()
    assert "story.schema" not in bundled()


@pytest.mark.parametrize("word", ["-", "./deepseek", "a/b", "nowhere.json", "/nowhere/x"])
def test_what_looks_like_a_path_is_one(word: str) -> None:
    assert find(word) == word


def test_a_file_that_is_there_comes_before_a_bundled_story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert find("deepseek") != "deepseek"
    (tmp_path / "deepseek").write_text("{}")
    assert find("deepseek") == "deepseek"


@pytest.mark.parametrize("word", ["depseek", "DeepSeek", "deep-seek"])
def test_a_name_that_is_nearly_right_gets_the_right_one_as_a_hint(word: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        find(word)
    assert "did you mean deepseek?" in str(caught.value)
    assert caught.value.unreadable


@pytest.mark.parametrize("word", ["", "zzz", "a\x00b", "\x1b[31m", "x" * 5000, "\ud800"])
def test_any_other_word_is_refused_with_the_names_there_are(word: str) -> None:
    with pytest.raises(InvalidInput, match="deepseek") as caught:
        find(word)
    assert "\x1b" not in str(caught.value)
    assert len(str(caught.value)) < 1000
