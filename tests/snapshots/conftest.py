"""Pictures are taken at rest, without the fixed pauses of Textual's pilot."""

import asyncio

import pytest
from textual import pilot


@pytest.fixture(autouse=True)
def no_idle_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """Replace the pauses of 20 ms by which the pilot guesses that the app is at rest: `at_rest` has made sure of it."""

    async def yield_once(min_sleep: float = 0, max_sleep: float = 0) -> None:
        await asyncio.sleep(0)

    monkeypatch.setattr(pilot, "wait_for_idle", yield_once)
