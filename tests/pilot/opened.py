"""Test driver that runs the program without a terminal, sends input and reads the screen."""

import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from textual.events import MouseScrollDown, MouseScrollUp
from textual.pilot import Pilot
from textual.widget import Widget

from deepseek_tui.navigation.location import Locations
from deepseek_tui.panes.blocks import Document
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
    """An open program with methods to send input and to read the screen."""

    app: DeepSeekApp
    pilot: Pilot[None]
    is_drawn: bool = False
    """Whether the test has drawn the screen at least once."""

    @property
    def dashboard(self) -> Dashboard:
        """The main screen with the story, even when a dialog is open."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, Dashboard))

    @property
    def document(self) -> Document | None:
        """The document in the detail panel; None before the first drawing."""
        item = self.dashboard.navigator.item
        return item.document if item else None

    @property
    def section(self) -> Section:
        """The section of the story in the open pane."""
        return self.dashboard.navigator.locations.section

    @property
    def key(self) -> str:
        """The id of the current item of the list."""
        return self.dashboard.panels.items.key

    @property
    def focused(self) -> str:
        """The id of the focused widget; empty if no widget has the focus."""
        widget = self.app.screen.focused
        return "" if widget is None else widget.id or ""

    @property
    def dialog(self) -> str:
        """The class name of the open dialog; empty if no dialog is open."""
        screen = self.app.screen
        return "" if isinstance(screen, Dashboard) else type(screen).__name__

    @property
    def lines(self) -> list[str]:
        """The text lines of the active screen, which is the dialog if one is open."""
        self.is_drawn = True
        return [strip.text for strip in self.app.screen._compositor.render_strips()]

    @property
    def seen(self) -> str:
        """The text of the active screen, line by line."""
        return "\n".join(self.lines)

    @property
    def notifications(self) -> list[str]:
        """The messages of the visible notifications."""
        return [str(notification.message) for notification in self.app._notifications]

    @property
    def shown(self) -> tuple[str, ...]:
        """The ids of the visible panels of the dashboard."""
        panels = self.dashboard.panels
        return tuple(str(part.id) for part in (panels.items, panels.detail, panels.side) if part.display)

    async def rest(self) -> None:
        """Wait until the program has processed all messages."""
        await at_rest(self.app, draw=False)

    async def draw(self) -> None:
        """Draw the screen, for tests of the work done while drawing.

        The properties `lines` and `seen` need no drawn frame.
        """
        await at_rest(self.app)

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait until a thread or a timer makes a condition true."""
        await until(self.app, condition, draw=False)

    async def press(self, *keys: str) -> None:
        """Press keys one after another, waiting until each is processed."""
        await at_rest(self.app, draw=False)
        for key in keys:
            send(self.app, key)
            await at_rest(self.app, draw=False)

    async def rush(self, *keys: str) -> None:
        """Press several keys at once, without waiting for the program in between."""
        send(self.app, *keys)
        await self.rest()

    async def type(self, words: str) -> None:
        """Type text into the focused field."""
        await self.rush(*words)

    async def resize(self, size: Size) -> None:
        """Resize the simulated terminal."""
        await self.pilot.resize_terminal(*size)
        await self.rest()

    async def click(self, widget: Widget, x: int = 0, y: int = 0) -> None:
        """Click at a position in a widget."""
        await self.pilot.click(widget, offset=(x, y))
        await self.rest()

    async def click_words(self, words: str, y: int) -> None:
        """Click on the given words in a line (negative: from the bottom) of the screen."""
        y %= len(self.lines)
        x = self.lines[y].index(words) + len(words) // 2
        await self.pilot.click(offset=(x, y))
        await self.rest()

    async def drag(self, widget: Widget, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Drag the mouse from one position in a widget to another."""
        await self.pilot.mouse_down(widget, offset=start)
        await self.pilot.hover(widget, offset=end)
        await self.pilot.mouse_up(widget, offset=end)
        await self.rest()

    async def wheel(self, widget: Widget, *, down: bool = True) -> None:
        """Turn the mouse wheel over a widget by one step."""
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
    workspace: Workspace | None = None,
    locations: Locations | None = None,
) -> AsyncIterator[Opened]:
    """Open the program with a story, and close the program at the end."""
    reading = RenderContext.of(story, language, context=context)
    app = DeepSeekApp(reading, theme=theme, settings=settings, workspace=workspace, locations=locations)
    try:
        async with app.run_test(size=size) as pilot:
            opened = Opened(app, pilot)
            await opened.rest()
            yield opened
            if not opened.is_drawn and not app._exit:
                await opened.draw()  # Even a test that never reads the screen fails if it cannot be drawn.
    finally:
        if workspace is not None:
            workspace.close_and_wait(PATIENCE)


def page(view: LineView) -> str:
    """Return the complete text of a scrollable view, with single spaces."""
    return re.sub(" +", " ", " ".join(view.line(y).plain[view.line(y).indent :] for y in range(view.count)))
