"""What the tests of the screen open: the bundled story, and the program on it."""

from collections.abc import AsyncIterator

import pytest
from textual.notifications import Notification

from bundled import bundled
from deepseek_tui.story.format.model import Story
from pilot.opened import Opened, open_app


@pytest.fixture(scope="session")
def story() -> Story:
    """The bundled story, loaded once."""
    return bundled()


@pytest.fixture(autouse=True)
def keep_notifications(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is told in passing is gone after seconds, which a slow machine may need for the next key."""
    monkeypatch.setattr(Notification, "has_expired", False)


@pytest.fixture
async def opened(story: Story) -> AsyncIterator[Opened]:
    """The program, open on the bundled story in English, in the middle layout."""
    async with open_app(story) as program:
        yield program
