"""Queue that handles key presses one after the other."""

import asyncio
from collections import deque
from contextlib import suppress
from typing import Any

from textual.app import App, ScreenStackError
from textual.dom import DOMNode
from textual.events import Key, Paste
from textual.screen import Screen

Typed = Key | Paste

PASSES = 3
"""The number of times that the program waits for all message queues after a key.

The first handles the key, the second the messages that it posts, and the third the messages that those post.
"""


class KeyQueue:
    """Delays each key press until the previous one is handled.

    Textual sends a key to the widget that has the focus on arrival. Of keys that arrive together, the second would be sent
    before the first has opened the dialog it is meant for, and would be lost or run another command.
    """

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._held: deque[Typed] = deque()
        self._next: Typed | None = None
        """The key that was posted to the application again, because its turn has come."""
        self._answer: asyncio.Task[None] | None = None
        """The task that waits until the previous key is handled, or None."""

    def holds(self, typed: Typed) -> bool:
        """Return whether a key press must wait for the previous one.

        If so, queue it and post it again later.
        """
        if typed is not self._next and (self._next is not None or self._answer is not None):
            self._held.append(typed)
            return True
        self._next = None
        screen = self._app.screen
        self._answer = asyncio.create_task(self._answered(screen, (screen.focused or screen).ancestors_with_self))
        return False

    async def _answered(self, screen: Screen[Any], path: list[DOMNode]) -> None:
        with suppress(ScreenStackError):  # The key press may have ended the application, so that there is no screen.
            for node in path * PASSES:
                await _passed(node)
            await self._opened(screen)
        self._answer = None
        if self._held:
            self._next = self._held.popleft()
            self._app.post_message(self._next)

    async def _opened(self, screen: Screen[Any]) -> None:
        """Wait until a newly opened dialog has the focus and a size."""
        while screen is not self._app.screen:
            screen = self._app.screen
            for node in (screen, self._app):
                await _passed(node)
        focused = screen.focused
        if focused is not None and not focused.region:
            drawn = asyncio.Event()
            screen.call_after_refresh(drawn.set)
            await _done(drawn, screen)


async def _passed(node: DOMNode) -> None:
    """Wait until a widget has handled all messages in its queue."""
    passed = asyncio.Event()
    if node.call_later(passed.set):
        await _done(passed, node)


async def _done(event: asyncio.Event, node: DOMNode) -> None:
    """Wait until an event is set, or the widget is closed.

    The event is an asyncio event that the widget sets.
    """
    while not event.is_set() and node.is_running:  # noqa: ASYNC110  closing sets no event
        await asyncio.sleep(0)
