"""Test fixtures that load the bundled story and open the program with that story."""

from collections.abc import AsyncIterator

import pytest
from textual.notifications import Notification

from bundled import bundled
from deepseek_tui.story.format.model import Story
from pilot.opened import Opened, open_app


@pytest.fixture(scope="session")
def story() -> Story:
    """Return the bundled story, loaded once."""
    return bundled()


@pytest.fixture(autouse=True)
def keep_notifications(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep notifications visible, which would expire too early on a slow machine."""
    monkeypatch.setattr(Notification, "has_expired", False)


@pytest.fixture
async def opened(story: Story) -> AsyncIterator[Opened]:
    """Open the program with the bundled story, in English and in the medium layout."""
    async with open_app(story) as program:
        yield program
