"""Tests of the live reload of a large story."""

import asyncio
from collections.abc import Generator
from pathlib import Path

import pytest

from deepseek_tui.panes.pane import Section
from deepseek_tui.story.format.model import Story
from deepseek_tui.story.loading import chunks, incremental, loader
from deepseek_tui.ui.controllers import changes, live_reload
from pilot.opened import Opened, open_app
from pilot.test_live_reload import look, open_file
from pilot.workspaces import document_of, read_back, rewrite, text_of, workspace_of_file, write
from stories import minimal_story, write_story


@pytest.fixture(autouse=True)
def everything_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Treat every story as large, and load it in small chunks."""
    monkeypatch.setattr(loader, "LARGE", 1)
    monkeypatch.setattr(changes, "LARGE", 1)
    monkeypatch.setattr(live_reload, "LARGE", 1)
    monkeypatch.setattr(chunks, "SIZE", 300)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Write a story to a file and return its path."""
    return write_story(tmp_path, minimal_story())


async def read(opened: Opened) -> None:
    """Check the file for a change, and wait until the changed story is loaded."""
    await look(opened)
    await opened.app.workers.wait_for_complete()
    await opened.press()


def held_back(monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """Stop loading after the first step, until the returned event is set."""
    further = asyncio.Event()

    async def held(_: float) -> None:
        await further.wait()

    monkeypatch.setattr(incremental, "sleep", held)
    return further


async def test_edited_large_story_is_reloaded_at_the_same_item_with_a_notification(path: Path) -> None:
    async with open_file(path) as opened:
        await opened.press("6", "j")
        document = document_of(path)
        document["claims"][1]["text"]["en"] = "Jane Doe praised it highly"
        rewrite(path, document)
        await read(opened)
        assert opened.key == document["claims"][1]["id"]
        assert "Jane Doe praised it highly" in opened.seen
        assert "Story reloaded" in opened.notifications[-1]
        assert "edition:" not in opened.lines[0]


async def test_invalid_edit_is_reported_with_position_and_the_old_story_stays_open(path: Path) -> None:
    async with open_file(path) as opened:
        before = opened.dashboard.reading.story
        good = text_of(path)
        write(path, good.replace('"format"', '"formt"', 1))
        await read(opened)
        assert 'the key "format" is missing' in opened.notifications[-1]
        assert "story.json:1:1" in opened.notifications[-1]
        assert opened.dashboard.reading.story is before
        write(path, good)
        await read(opened)
        assert opened.dashboard.lifecycle.live_reload.error == ""


async def test_keys_work_and_progress_is_shown_during_the_reload_of_a_large_story(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish: list[Story] = []

    def slowly(_: bytes) -> Generator[float, None, Story | None]:
        yield 0.42
        return finish[0]

    async with open_file(path) as opened:
        await opened.app.workers.wait_for_complete()
        monkeypatch.setattr(incremental, "load_incrementally", slowly)
        further = held_back(monkeypatch)
        rewrite(path, document_of(path) | {"title": "Another title"})
        await look(opened)
        assert "reading the new edition: 42%" in opened.lines[0]
        assert "The story of Acme" in opened.lines[0]
        await opened.press("2", "j")
        assert opened.section is Section.TIMELINE
        await look(opened)  # A second check does not start while the file is still being read.
        finish.append(read_back(path))
        further.set()
        await read(opened)
        assert "Another title" in opened.lines[0]
        assert "42%" not in opened.lines[0]
        assert opened.section is Section.TIMELINE


async def test_quitting_during_a_reload_does_not_wait_for_its_end(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forever(_: bytes) -> Generator[float, None, Story | None]:
        while True:
            yield 0.1

    async with open_file(path) as opened:
        await opened.app.workers.wait_for_complete()
        monkeypatch.setattr(incremental, "load_incrementally", forever)
        held_back(monkeypatch)
        rewrite(path, document_of(path) | {"title": "Another title"})
        await look(opened)
        assert opened.dashboard.lifecycle.live_reload.progress
        await opened.press("q")
    assert opened.app.return_code == 0


async def test_changes_of_a_large_story_since_the_last_visit_are_reported_at_start(path: Path) -> None:
    async with open_file(path) as opened:
        await opened.app.workers.wait_for_complete()
    document = document_of(path)
    document["terms"][0]["definition"]["en"] = "Another definition"
    rewrite(path, document)
    async with open_app(read_back(path), workspace=workspace_of_file(path.parent, path)) as opened:
        await opened.app.workers.wait_for_complete()
        await opened.press()
        assert any("1 term reworded" in told for told in opened.notifications), opened.notifications
