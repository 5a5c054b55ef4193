"""Opening a story from the command line, small or large."""

import json
from pathlib import Path

import pytest

from deepseek_tui.cli.story_options import open_story
from deepseek_tui.story.format.model import Story
from deepseek_tui.story.loading import loader
from stories import minimal_story, write_story


class Large:
    """Test loader of large stories that records the names of their files."""

    def __init__(self, answer: Story | None) -> None:
        self.asked: list[str] = []
        self._answer = answer

    def __call__(self, data: bytes, name: str) -> Story | None:
        """Return the prepared story."""
        assert json.loads(data) == minimal_story()
        self.asked.append(name)
        return self._answer


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of a story file."""
    return write_story(tmp_path, minimal_story())


def test_small_story_is_loaded_without_the_loading_screen(path: Path) -> None:
    large = Large(None)
    opened = open_story(str(path), large=large)
    assert opened
    assert opened.story == loader.load(path)
    assert large.asked == []


def test_large_story_is_loaded_by_the_given_loading_function(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loader, "LARGE", path.stat().st_size)
    large = Large(loader.load(path))
    opened = open_story(str(path), large=large)
    assert opened
    assert opened.story is large._answer
    assert large.asked == [str(path)]


def test_large_story_is_loaded_directly_if_the_loading_function_returns_none(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loader, "LARGE", 1)
    opened = open_story(str(path), large=Large(None))
    assert opened
    assert opened.story == loader.load(path)
