"""The keyboard: keys are answered in the order in which they were pressed, each by what the keys before it have opened."""

import asyncio
from collections import deque
from contextlib import suppress
from typing import Any

from textual.app import App, ScreenStackError
from textual.dom import DOMNode
from textual.events import Key, Paste
from textual.screen import Screen

Typed = Key | Paste

TIMES = 3
"""A key goes up from the part that has the focus to what answers it, then what it has changed there, as a message, and then
what follows from that."""


class KeyQueue:
    """Holds a key back until the one before it is answered.

    Textual sends a key to what has the focus when it arrives. Of keys that come in one burst, the second would be on its way
    before the first has opened the field that it is meant for: it would be lost, or be a command.
    """

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._held: deque[Typed] = deque()
        self._next: Typed | None = None
        """The key whose turn it is, on its way to the program again."""
        self._answer: asyncio.Task[None] | None = None
        """Waits until the key before is answered; none where it is."""

    def holds(self, typed: Typed) -> bool:
        """Whether a key has to wait: it comes again when it is its turn. Where it has not, others wait for it."""
        if typed is not self._next and (self._next is not None or self._answer is not None):
            self._held.append(typed)
            return True
        self._next = None
        screen = self._app.screen
        self._answer = asyncio.create_task(self._answered(screen, (screen.focused or screen).ancestors_with_self))
        return False

    async def _answered(self, screen: Screen[Any], way: list[DOMNode]) -> None:
        with suppress(ScreenStackError):  # that was the key to leave
            for node in way * TIMES:
                await _passed(node)
            await self._opened(screen)
        self._answer = None
        if self._held:
            self._next = self._held.popleft()
            self._app.post_message(self._next)

    async def _opened(self, screen: Screen[Any]) -> None:
        """Wait until what the key has opened can be typed into, and what it has shown can be scrolled."""
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
    """Wait until a part of the program has done all that it had been given to do."""
    passed = asyncio.Event()
    if node.call_later(passed.set):
        await _done(passed, node)


async def _done(event: asyncio.Event, node: DOMNode) -> None:
    """Wait for what a part of the program will tell, or for its end: what is closed meanwhile tells nothing any more."""
    while not event.is_set() and node.is_running:  # noqa: ASYNC110  the end is no event
        await asyncio.sleep(0)
