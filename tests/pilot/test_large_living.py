"""A large story follows its file as a small one does, and can be used while a newer edition of it is read."""

import asyncio
from collections.abc import Generator
from pathlib import Path

import pytest

from deepseek_tui.panes.pane import Section
from deepseek_tui.story.format.model import Story
from deepseek_tui.story.loading import chunks, incremental, loader
from deepseek_tui.ui.controllers import changes, live_reload
from pilot.desks import desk_of_file, document_of, read_back, rewrite, text_of, write
from pilot.opened import Opened, open_app
from pilot.test_living import look, open_file
from stories import minimal_story, write_story


@pytest.fixture(autouse=True)
def everything_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every story is large, and every piece of one is small."""
    monkeypatch.setattr(loader, "LARGE", 1)
    monkeypatch.setattr(changes, "LARGE", 1)
    monkeypatch.setattr(live_reload, "LARGE", 1)
    monkeypatch.setattr(chunks, "SIZE", 300)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A story's file."""
    return write_story(tmp_path, minimal_story())


async def read(opened: Opened) -> None:
    """Look as often as it takes, and wait until what was seen is read."""
    await look(opened)
    await opened.app.workers.wait_for_complete()
    await opened.press()


def held_back(monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """A reading takes its first step, and the next ones once this has happened."""
    further = asyncio.Event()

    async def held(_: float) -> None:
        await further.wait()

    monkeypatch.setattr(incremental, "sleep", held)
    return further


async def test_an_edit_is_read_in_place_and_said(path: Path) -> None:
    async with open_file(path) as opened:
        await opened.press("6", "j")
        document = document_of(path)
        document["claims"][1]["text"]["en"] = "Jane Doe praised it highly"
        rewrite(path, document)
        await read(opened)
        assert opened.key == document["claims"][1]["id"]
        assert "Jane Doe praised it highly" in opened.seen
        assert "Story reloaded" in opened.told[-1]
        assert "edition:" not in opened.lines[0]


async def test_a_fault_is_told_with_its_place_and_leaves_the_story_as_it_was(path: Path) -> None:
    async with open_file(path) as opened:
        before = opened.dashboard.reading.story
        good = text_of(path)
        write(path, good.replace('"format"', '"formt"', 1))
        await read(opened)
        assert 'the key "format" is missing' in opened.told[-1]
        assert "story.json:1:1" in opened.told[-1]
        assert opened.dashboard.reading.story is before
        write(path, good)
        await read(opened)
        assert opened.dashboard.lifecycle.live_reload.error == ""


async def test_keys_are_answered_while_it_is_read_and_how_far_it_is_stands_above(
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
        assert "reading the new edition: 42 %" in opened.lines[0]
        assert "The story of Acme" in opened.lines[0]
        await opened.press("2", "j")
        assert opened.section is Section.TIMELINE
        await look(opened)  # one reading at a time
        finish.append(read_back(path))
        further.set()
        await read(opened)
        assert "Another title" in opened.lines[0]
        assert "42 %" not in opened.lines[0]
        assert opened.section is Section.TIMELINE


async def test_who_quits_meanwhile_is_not_kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
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


async def test_what_changed_since_the_last_time_is_said_when_it_opens(path: Path) -> None:
    async with open_file(path) as opened:
        await opened.app.workers.wait_for_complete()
    document = document_of(path)
    document["terms"][0]["definition"]["en"] = "Another definition"
    rewrite(path, document)
    async with open_app(read_back(path), desk=desk_of_file(path.parent, path)) as opened:
        await opened.app.workers.wait_for_complete()
        await opened.press()
        assert any("1 term reworded" in told for told in opened.told), opened.told
