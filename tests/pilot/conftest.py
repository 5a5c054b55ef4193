"""Fixtures: the bundled story, and the program opened on it."""

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
    """Keep notifications, which would disappear before the next key on a slow machine."""
    monkeypatch.setattr(Notification, "has_expired", False)


@pytest.fixture
async def opened(story: Story) -> AsyncIterator[Opened]:
    """Open the program on the bundled story in English in the medium layout."""
    async with open_app(story) as program:
        yield program
