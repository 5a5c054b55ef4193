"""Functions that wait until the application is idle: messages processed and changes drawn.

Textual's own `Pilot.pause` takes a process that used no CPU time for idle, which on a busy machine is wrong.
"""

import asyncio
import time
from collections import deque
from collections.abc import Callable
from typing import Any

from rich.console import RenderableType
from textual import app as app_module
from textual import pilot
from textual._compositor import Compositor
from textual.app import App
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.events import Key
from textual.screen import Screen

from deepseek_tui.commands import CHARACTERS, key_of
from deepseek_tui.ui.widgets.page_view import PageView

FRAME = 1 / 120
"""Seconds between two checks for the work of timers and threads; Textual also delays a resize by this time."""
PATIENCE = 120.0
"""Seconds after which a wait fails."""


every_frame = False
"""Whether every frame is drawn, for tests that count frames, or only the last one before idle."""
_at_rest = False
"""Whether the frame that is being drawn is the last one before idle."""
_render_update = Compositor.render_update


def _render_last_frame(
    self: Compositor, full: bool = False, screen_stack: list[Screen] | None = None, simplify: bool = False
) -> RenderableType | None:
    """Draw only the last frame before the application is idle; skip earlier frames.

    Drawing takes more than half of the time of a screen test, and no test uses the frames in between.
    """
    if _at_rest or full or every_frame:
        return _render_update(self, full, screen_stack, simplify)
    return None


Compositor.render_update = _render_last_frame  # type: ignore[method-assign]

_parsed: dict[tuple[object, ...], list[RuleSet]] = {}
"""The rules of every style sheet parsed by an app of this process."""
_parse_rules = Stylesheet._parse_rules


def _parse_rules_once(self: Stylesheet, *source: Any, **options: Any) -> list[RuleSet]:
    """Cache parsed style sheets, so that apps with the same theme share the rules."""
    key = (*source, *options.values(), *sorted(self._variables.items()))
    if key not in _parsed:
        _parsed[key] = _parse_rules(self, *source, **options)
    return _parsed[key]


Stylesheet._parse_rules = _parse_rules_once  # type: ignore[method-assign]


async def _yield_once(min_sleep: float = 0, max_sleep: float = 0) -> None:
    """Replace the pauses of Textual's test pilot, up to a second long, because the tests wait for a condition."""
    await asyncio.sleep(0)


for module in (app_module, pilot):
    module.wait_for_idle = _yield_once  # type: ignore[attr-defined]


async def at_rest(app: App[Any], *, draw: bool = True) -> None:
    """Wait until the application is idle, and draw the last frame.

    `draw=False` only lays out the text of the frame, for tests that read the state, or the screen by `Opened.lines`.
    """
    await _nothing_due(app)
    while _draw(app) if draw else _lay_out(app):
        await _nothing_due(app)


def _lay_out(app: App[Any]) -> bool:
    """Lay out the visible pages for the current width, as drawing does; return False if nothing changed."""
    if not app.screen_stack:
        return False
    pages = [page for page in app.screen._compositor.visible_widgets if isinstance(page, PageView)]
    before = [page.virtual_size for page in pages]
    with app._context():
        for page in pages:
            page.lay_out()
    return before != [page.virtual_size for page in pages]


def _draw(app: App[Any]) -> bool:
    """Draw the changes since the last frame; return False if nothing changed."""
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
    """Wait until no message, callback, thread or frame is pending."""
    ready: deque[object] = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    end = time.monotonic() + PATIENCE
    while app._exception is None:
        assert time.monotonic() < end, "the app is not idle"
        writing = _is_writing(app)  # This is read first, because a finished thread has already queued its messages.
        await asyncio.sleep(0)
        if ready:  # The event loop still has callbacks to run.
            continue
        if writing or app._resize_timer is not None:
            await asyncio.sleep(FRAME)
            continue
        due = [screen for screen in app._screen_stack if screen._update_timer._active.is_set()]
        if not due:
            return
        with app._context():  # The context makes `app` the active app even if the test opened another app later.
            for screen in due:
                screen._on_timer_update()
    raise app._exception


def _is_writing(app: App[Any]) -> bool:
    """Return whether the notebook thread is saving annotations."""
    lifecycle = getattr(getattr(app, "dashboard", None), "lifecycle", None)
    workspace = lifecycle.workspace if lifecycle is not None else None
    return workspace is not None and workspace.is_notebook_open and workspace.notebook.is_busy


async def until(app: App[Any], happened: Callable[[], bool], *, draw: bool = True) -> None:
    """Wait until a condition that depends on a thread or timer is true. Raises AssertionError."""
    end = time.monotonic() + PATIENCE
    await at_rest(app, draw=False)
    while not happened():
        assert time.monotonic() < end, "the condition was never true"
        await asyncio.sleep(FRAME)
        await at_rest(app, draw=False)
    await at_rest(app, draw=draw)


def send(app: App[Any], *keys: str) -> None:
    """Send key presses to the application, by name or character, without waiting."""
    for key in keys:
        name = key_of(key) if len(key) == 1 else key
        app.post_message(Key(name, CHARACTERS.get(name, key if len(key) == 1 else None)))
