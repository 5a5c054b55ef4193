"""Pictures are taken at rest, with still cursors, without the fixed pauses of Textual's pilot."""

import asyncio

import pytest
from textual import pilot
from textual.widgets import TextArea


@pytest.fixture(autouse=True)
def no_idle_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """Replace the pauses of 20 ms by which the pilot guesses that the app is at rest: `at_rest` has made sure of it."""

    async def yield_once(min_sleep: float = 0, max_sleep: float = 0) -> None:
        await asyncio.sleep(0)

    monkeypatch.setattr(pilot, "wait_for_idle", yield_once)


@pytest.fixture(autouse=True)
def still_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make text areas with a cursor that never blinks.

    Textual's cache of lines does not tell a cursor that blinking hides from one that does not blink: to stop a hidden
    one leaves the line as it was.
    """
    monkeypatch.setattr(TextArea.cursor_blink, "_default", False)
