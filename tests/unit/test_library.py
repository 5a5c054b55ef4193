"""Bundled stories, and resolution of story names on the command line."""

from pathlib import Path

import pytest

from deepseek_tui.story.loading.diagnostics import InvalidInput
from deepseek_tui.story.loading.library import DEFAULT, bundled, find
from deepseek_tui.story.loading.loader import load


@pytest.mark.parametrize("name", bundled())
def test_every_bundled_story_is_valid(name: str) -> None:
    assert load(find(name)).id


def test_default_story_is_bundled_and_the_schema_is_not_listed_as_a_story() -> None:
    assert DEFAULT in bundled()
    assert "story.schema" not in bundled()


@pytest.mark.parametrize("word", ["-", "./deepseek", "a/b", "nowhere.json", "/nowhere/x"])
def test_story_argument_with_a_slash_or_json_ending_is_a_path(word: str) -> None:
    assert find(word) == word


def test_existing_file_takes_precedence_over_a_bundled_story_of_the_same_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert find("deepseek") != "deepseek"
    (tmp_path / "deepseek").write_text("{}")
    assert find("deepseek") == "deepseek"


@pytest.mark.parametrize("word", ["depseek", "DeepSeek", "deep-seek"])
def test_misspelt_story_name_is_rejected_with_the_similar_name(word: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        find(word)
    assert "did you mean deepseek?" in str(caught.value)
    assert caught.value.unreadable


@pytest.mark.parametrize("word", ["", "zzz", "a\x00b", "\x1b[31m", "x" * 5000, "\ud800"])
def test_unknown_story_name_is_rejected_with_the_available_names(word: str) -> None:
    with pytest.raises(InvalidInput, match="deepseek") as caught:
        find(word)
    assert "\x1b" not in str(caught.value)
    assert len(str(caught.value)) < 1000
