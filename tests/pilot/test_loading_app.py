"""Tests of the application that shows the loading progress."""

from collections.abc import AsyncIterator, Callable, Generator
from contextlib import asynccontextmanager

import orjson
import pytest
from textual.pilot import Pilot

from benchmarks.generated import generated
from deepseek_tui.i18n.catalogue import words_in
from deepseek_tui.i18n.loading import LoadingWords
from deepseek_tui.story.format.model import Story
from deepseek_tui.story.loading import chunks
from deepseek_tui.story.loading.incremental import load_incrementally
from deepseek_tui.story.loading.loader import from_bytes
from deepseek_tui.ui.loading_app import LoadingApp

Steps = Generator[float, None, Story | None]

ENGLISH, FRENCH = (words_in(language).loading for language in ("en", "fr"))


class Reading:
    """Loading steps that the test controls."""

    def __init__(self, story: Story | None = None) -> None:
        self.share, self.done, self.steps_taken = 0.42, False, 0
        self._story = story

    def steps(self) -> Steps:
        """Yield the loading steps."""
        while not self.done:
            self.steps_taken += 1
            yield self.share
        return self._story


@asynccontextmanager
async def waiting(
    steps: Steps, words: LoadingWords = ENGLISH, width: int = 60
) -> AsyncIterator[tuple[LoadingApp, Callable[[str], object], Pilot[Story | None]]]:
    """Open the application, and yield it with a function that waits for text, and its pilot."""
    app = LoadingApp("story.json", steps, words)
    async with app.run_test(size=(width, 10)) as pilot:

        async def until(words: str) -> None:
            seen = ""
            for _ in range(500):
                seen = "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips())
                if words in seen:
                    return
                await pilot._wait_for_screen()
            raise AssertionError(seen)

        yield app, until, pilot


@pytest.mark.parametrize(
    ("words", "said", "hint"),
    [
        (words_in("en").loading, "Reading story.json: 42%", "Esc or q cancels"),
        (words_in("fr").loading, "Lecture de story.json\u00a0: 42\u00a0%", "annuler"),
    ],
    ids=["en", "fr"],
)
async def test_loading_progress_and_the_cancel_key_are_shown(words: LoadingWords, said: str, hint: str) -> None:
    reading = Reading()
    async with waiting(reading.steps(), words) as (_, until, _pilot):
        await until(said)
        await until(hint)
        reading.share = 0.777
        await until("77")
        reading.done = True


@pytest.mark.parametrize("key", ["escape", "q", "ctrl+c", "ctrl+q"])
async def test_cancel_key_stops_loading(key: str) -> None:
    reading = Reading(from_bytes(orjson.dumps(generated(3)), ""))
    async with waiting(reading.steps()) as (app, until, pilot):
        await until("42")
        await pilot.press(key)
    assert app.given_up == 130
    assert app.return_value is None
    assert not reading.done


async def test_other_keys_do_not_cancel_loading_and_a_resize_redraws_the_screen() -> None:
    reading = Reading()
    async with waiting(reading.steps()) as (app, until, pilot):
        await until("42")
        before = reading.steps_taken
        await pilot.press("j", "enter")
        await pilot.resize_terminal(20, 5)
        await until("Reading story.json:\n")
        await until(" 42%")
        assert reading.steps_taken > before
        reading.done = True
    assert app.given_up == 0


async def test_loading_application_returns_the_loaded_story(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunks, "SIZE", 2000)
    data = orjson.dumps(generated(50))
    async with waiting(load_incrementally(data)) as (app, _, pilot):
        while app.is_running:
            await pilot._wait_for_screen()
    assert app.return_value == from_bytes(data, "")
    assert app.given_up == 0


async def test_loading_application_returns_none_for_an_invalid_story() -> None:
    async with waiting(load_incrementally(b"{}")) as (app, _, pilot):
        while app.is_running:
            await pilot._wait_for_screen()
    assert app.return_value is None
    assert app.given_up == 0
    assert app.broken is None


async def test_unexpected_error_while_loading_is_stored() -> None:
    def steps() -> Steps:
        yield 0.1
        raise ZeroDivisionError

    async with waiting(steps()) as (app, _, pilot):
        while app.is_running:
            await pilot._wait_for_screen()
    assert isinstance(app.broken, ZeroDivisionError)
