"""Rest: the program has answered every message and drawn all that it had to, however slow the machine is.

Textual's own pause takes a process that used no time for a moment to be idle; one that was given none looks the same.
"""

import asyncio
import time
from collections import deque
from collections.abc import Callable
from typing import Any

from rich.console import RenderableType
from textual._compositor import Compositor
from textual.app import App
from textual.events import Key
from textual.screen import Screen

from deepseek_tui.commands import CHARACTERS, key_of

FRAME = 1 / 120
"""Seconds between two looks at what only time or a thread brings; Textual tells of another size so long after it."""
PATIENCE = 120.0
"""Seconds until a wait gives up: something hangs."""


every_frame = False
"""Whether every frame is drawn, or only the last before rest; a test that counts frames sets it."""
_at_rest = False
"""Whether the frame that is drawn now is the last before rest."""
_render_update = Compositor.render_update


def _render_last_frame(
    self: Compositor, full: bool = False, screen_stack: list[Screen] | None = None, simplify: bool = False
) -> RenderableType | None:
    """Draw nothing while the app is not at rest; the regions that changed stay marked until it is.

    Drawing takes more than half of the time of a test of the screen, and no test sees the frames in between.
    """
    if _at_rest or full or every_frame:
        return _render_update(self, full, screen_stack, simplify)
    return None


Compositor.render_update = _render_last_frame  # type: ignore[method-assign]


async def at_rest(app: App[Any], *, draw: bool = True) -> None:
    """Wait until nothing happens before a key, a timer or a thread brings it; then draw the frame that is due.

    Between keys whose screens nobody looks at, `draw=False` leaves the frame to the next rest.
    """
    await _nothing_due(app)
    while draw and _draw(app):
        await _nothing_due(app)


def _draw(app: App[Any]) -> bool:
    """Draw what changed since the last frame; False where nothing did."""
    global _at_rest  # noqa: PLW0603
    if not app.screen_stack or not app.screen._compositor._dirty_regions:
        return False
    _at_rest = True
    try:
        with app._context():
            app.screen._compositor_refresh()
    finally:
        _at_rest = False
    return True


async def _nothing_due(app: App[Any]) -> None:
    """Wait until no message, callback, thread or frame is outstanding."""
    ready: deque[object] = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    end = time.monotonic() + PATIENCE
    while app._exception is None:
        assert time.monotonic() < end, "it never comes to rest"
        writing = _is_writing(app)  # asked first: what the thread has to tell is in the queue when it has done
        await asyncio.sleep(0)
        if ready:  # somebody has something to do
            continue
        if writing or app._resize_timer is not None:
            await asyncio.sleep(FRAME)
            continue
        due = [screen for screen in app._screen_stack if screen._update_timer._active.is_set()]
        if not due:
            return
        with app._context():  # a test may have opened another app since, whose screen would count as the current one
            for screen in due:
                screen._on_timer_update()
    raise app._exception


def _is_writing(app: App[Any]) -> bool:
    """Return whether the thread that keeps the notebook has something to do, and can do it."""
    lifecycle = getattr(getattr(app, "dashboard", None), "lifecycle", None)
    workspace = lifecycle.workspace if lifecycle is not None else None
    return workspace is not None and workspace.is_notebook_open and workspace.notebook.is_busy


async def until(app: App[Any], happened: Callable[[], bool]) -> None:
    """Wait until something has happened that a thread or a timer brings; AssertionError where it never does."""
    end = time.monotonic() + PATIENCE
    await at_rest(app, draw=False)
    while not happened():
        assert time.monotonic() < end, "it never happened"
        await asyncio.sleep(FRAME)
        await at_rest(app, draw=False)
    await at_rest(app)


def send(app: App[Any], *keys: str) -> None:
    """Press keys, by their names or as they are typed, without waiting for an answer."""
    for key in keys:
        name = key_of(key) if len(key) == 1 else key
        app.post_message(Key(name, CHARACTERS.get(name, key if len(key) == 1 else None)))
