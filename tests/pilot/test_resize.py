"""Tests of queued terminal sizes."""

import pytest
from textual.events import Resize
from textual.geometry import Size
from textual.screen import Screen

from deepseek_tui.story.format.model import Story
from pilot.opened import MEDIUM, open_app

OLDER, LATEST = Size(160, 50), Size(60, 12)
FEW = 20
"""A number of layouts that two terminal sizes never need."""


@pytest.fixture
def _no_endless_layout(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail on endless layouts, which block the event loop and so any timeout."""
    layout, counted = Screen._refresh_layout, 0

    def counting(self: Screen[object], size: Size | None = None, scroll: bool = False) -> None:
        nonlocal counted
        counted += size in (OLDER, LATEST)
        assert counted < FEW, "the screen is laid out without end"
        layout(self, size, scroll)

    monkeypatch.setattr(Screen, "_refresh_layout", counting)


@pytest.mark.usefixtures("_no_endless_layout")
@pytest.mark.parametrize("dialog", ["", "v", "f", "d", "question_mark"])
async def test_screen_has_the_latest_size_when_two_resize_messages_are_queued(story: Story, dialog: str) -> None:
    async with open_app(story, size=MEDIUM) as opened:
        if dialog:
            await opened.press("4", dialog)
            assert opened.dialog
        screen = opened.app.screen
        opened.app._size = LATEST  # The application has already processed both resize messages, the screen has not.
        for size in (OLDER, LATEST):
            screen.post_message(Resize(size, size))
            # A message in between prevents Textual from merging the two resize messages.
            screen.call_after_refresh(lambda: None)
        await opened.rest()
        assert screen._compositor.size == LATEST
        assert len(opened.lines) == LATEST.height
        if not dialog:
            assert screen.has_class("-narrow", "-short")
            assert not screen.has_class("-wide")
