"""Which stories are large, and who reads them how."""

import json
from pathlib import Path

import pytest

from deepseek_tui.cli.story_options import opened_from
from deepseek_tui.story.format.model import Story
from deepseek_tui.story.loading import loader
from stories import minimal_story, write_story


class Large:
    """Reads large stories, and notes which."""

    def __init__(self, answer: Story | None) -> None:
        self.asked: list[str] = []
        self._answer = answer

    def __call__(self, data: bytes, name: str) -> Story | None:
        """What it makes of one."""
        assert json.loads(data) == minimal_story()
        self.asked.append(name)
        return self._answer


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A story's file."""
    return write_story(tmp_path, minimal_story())


def test_a_small_story_is_read_in_one_go(path: Path) -> None:
    large = Large(None)
    opened = opened_from(str(path), large=large)
    assert opened
    assert opened.story == loader.load(path)
    assert large.asked == []


def test_a_large_one_is_read_by_who_shows_how_far_it_is(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loader, "LARGE", path.stat().st_size)
    large = Large(loader.load(path))
    opened = opened_from(str(path), large=large)
    assert opened
    assert opened.story is large._answer
    assert large.asked == [str(path)]


def test_and_in_one_go_where_there_is_nobody_to_show_it_to(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loader, "LARGE", 1)
    opened = opened_from(str(path), large=Large(None))
    assert opened
    assert opened.story == loader.load(path)
