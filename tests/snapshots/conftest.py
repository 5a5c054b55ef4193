"""Fixtures that make screen pictures reproducible: no blinking cursor and no fixed pauses."""

import asyncio

import pytest
from textual import pilot
from textual.widgets import TextArea


@pytest.fixture(autouse=True)
def no_idle_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """Remove the 20 ms pauses of Textual's test pilot, because `at_rest` already waits."""

    async def yield_once(min_sleep: float = 0, max_sleep: float = 0) -> None:
        await asyncio.sleep(0)

    monkeypatch.setattr(pilot, "wait_for_idle", yield_once)


@pytest.fixture(autouse=True)
def still_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the cursor of text areas never blink.

    Textual's cache of lines does not tell a cursor that blinking hides from one that does not blink: to stop a hidden
    one leaves the line as it was.
    """
    monkeypatch.setattr(TextArea.cursor_blink, "_default", False)
