"""The program opened without a terminal: keys and clicks in, and what a person would see of it out."""

import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from textual.events import MouseScrollDown, MouseScrollUp
from textual.pilot import Pilot
from textual.widget import Widget

from deepseek_tui.navigation.location import Locations
from deepseek_tui.panes.pane import Section
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.format.model import Story
from deepseek_tui.ui.app import DeepSeekApp
from deepseek_tui.ui.dashboard import Dashboard
from deepseek_tui.ui.widgets.line_view import LineView
from deepseek_tui.user_data.settings import Settings
from deepseek_tui.user_data.workspace import Workspace
from rest import PATIENCE, at_rest, send, until

Size = tuple[int, int]
NARROW, MEDIUM, WIDE = (60, 20), (100, 30), (160, 30)
"""One size of each layout."""


@dataclass
class Opened:
    """An open program."""

    app: DeepSeekApp
    pilot: Pilot[None]

    @property
    def dashboard(self) -> Dashboard:
        """The screen at the bottom of the stack that shows the story, whatever dialog is over it."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, Dashboard))

    @property
    def section(self) -> Section:
        """The pane that is open."""
        return self.dashboard.places.section

    @property
    def key(self) -> str:
        """The id of the current item."""
        return self.dashboard.items.key

    @property
    def focused(self) -> str:
        """The id of the widget that answers to keys; empty where none does."""
        widget = self.app.screen.focused
        return "" if widget is None else widget.id or ""

    @property
    def dialog(self) -> str:
        """The name of the screen over the dashboard; empty where there is none."""
        screen = self.app.screen
        return "" if isinstance(screen, Dashboard) else type(screen).__name__

    @property
    def lines(self) -> list[str]:
        """What stands on the screen, line by line; of a dialog, what it draws itself."""
        return [strip.text for strip in self.app.screen._compositor.render_strips()]

    @property
    def seen(self) -> str:
        """What stands on the screen."""
        return "\n".join(self.lines)

    @property
    def told(self) -> list[str]:
        """What the program told the reader in passing."""
        return [str(notification.message) for notification in self.app._notifications]

    @property
    def shown(self) -> tuple[str, ...]:
        """The parts that are on the screen."""
        dashboard = self.dashboard
        return tuple(str(part.id) for part in (dashboard.items, dashboard.detail, dashboard.side) if part.display)

    async def rest(self) -> None:
        """Wait until everything that was done is answered and drawn."""
        await at_rest(self.app)

    async def until(self, happened: Callable[[], bool]) -> None:
        """Wait until something has happened that a thread or a timer brings."""
        await until(self.app, happened)

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other, each when all before it has been answered; the last answer is drawn."""
        await at_rest(self.app, draw=not keys)
        for index, key in enumerate(keys, 1):
            send(self.app, key)
            await at_rest(self.app, draw=index == len(keys))

    async def rush(self, *keys: str) -> None:
        """Press keys without waiting for an answer in between."""
        send(self.app, *keys)
        await self.rest()

    async def type(self, words: str) -> None:
        """Type words into the field that has the focus."""
        await self.rush(*words)

    async def resize(self, size: Size) -> None:
        """Give the terminal another size."""
        await self.pilot.resize_terminal(*size)
        await self.rest()

    async def click(self, widget: Widget, x: int = 0, y: int = 0) -> None:
        """Click into a widget."""
        await self.pilot.click(widget, offset=(x, y))
        await self.rest()

    async def click_words(self, words: str, y: int) -> None:
        """Click on the middle of words that stand on a line of the screen; from below where it is negative."""
        y %= len(self.lines)
        x = self.lines[y].index(words) + len(words) // 2
        await self.pilot.click(offset=(x, y))
        await self.rest()

    async def drag(self, widget: Widget, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press the mouse's button at one place of a widget and let go at another."""
        await self.pilot.mouse_down(widget, offset=start)
        await self.pilot.hover(widget, offset=end)
        await self.pilot.mouse_up(widget, offset=end)
        await self.rest()

    async def wheel(self, widget: Widget, *, down: bool = True) -> None:
        """Turn the wheel over a widget by one notch."""
        await self.pilot._post_mouse_events([MouseScrollDown if down else MouseScrollUp], widget, (2, 2))
        await self.rest()


@asynccontextmanager
async def open_app(
    story: Story,
    language: str = "en",
    size: Size = MEDIUM,
    theme: str = "",
    *,
    context: bool = True,
    settings: Settings = Settings(),  # noqa: B008  frozen
    desk: Workspace | None = None,
    places: Locations | None = None,
) -> AsyncIterator[Opened]:
    """Open a story, and close it at the end."""
    reading = RenderContext.of(story, language, context=context)
    app = DeepSeekApp(reading, theme=theme, settings=settings, desk=desk, places=places)
    try:
        async with app.run_test(size=size) as pilot:
            opened = Opened(app, pilot)
            await opened.rest()
            yield opened
    finally:
        if desk is not None:
            desk.unsaved(PATIENCE)


def page(view: LineView) -> str:
    """All the words of a view, seen or not, with one space for every stretch of spaces."""
    return re.sub(" +", " ", " ".join(view.line(y).plain[view.line(y).indent :] for y in range(view.count)))
