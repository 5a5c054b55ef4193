"""The application: one story on the terminal."""

import os
import re
import sys
from contextlib import suppress
from pathlib import PurePath
from typing import Any, ClassVar

from textual import on
from textual._styles_cache import StylesCache
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.events import Event, Key, Paste
from textual.filter import LineFilter

from deepseek_tui.i18n.messages import translator
from deepseek_tui.navigation.location import Locations
from deepseek_tui.panes.key_labels import key_name
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.loading import garbage
from deepseek_tui.ui.dashboard import Dashboard
from deepseek_tui.ui.key_queue import KeyQueue
from deepseek_tui.ui.messages import StoryChosen
from deepseek_tui.ui.styles import themes
from deepseek_tui.ui.styles.no_colour import WithoutColour
from deepseek_tui.ui.terminal_app import TerminalApp
from deepseek_tui.user_data.initial_location import initial_location
from deepseek_tui.user_data.settings import DEFAULTS, Settings
from deepseek_tui.user_data.workspace import Workspace

SWITCH = 0.0002
"""Seconds that the thread which writes to the terminal may have to wait for the one that lays out what comes next: as
Python has it, a list that is drawn already is held back for five milliseconds while its detail is made."""
FONT_FACE = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
"""A font that a picture would fetch from somebody else's machine."""


class DeepSeekApp(TerminalApp[None]):
    """Opens the dashboard on a story."""

    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = "styles/app.tcss"
    ENABLE_COMMAND_PALETTE = False  # the palette is ours: Textual's speaks English alone
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "copy_or_hint", show=False, priority=True),
        Binding("ctrl+q", "quit", show=False),
    ]

    def __init__(
        self,
        reading: RenderContext,
        *,
        theme: str = "",
        settings: Settings = DEFAULTS,
        places: Locations | None = None,
        desk: Workspace | None = None,
    ) -> None:
        no_colour = bool(os.environ.get("NO_COLOR"))
        super().__init__(ansi_color=True if no_colour else None)
        self.settings = settings
        self.keyboard = KeyQueue(self)
        self.broken: Exception | None = None
        """The error of the program's own that ended it."""
        self.dashboard = Dashboard(reading, places=places, desk=desk, keymap=settings.keymap, layout=settings.layout)
        self.set_keymap(settings.keymap.as_textual)
        for available in themes.THEMES.values():
            self.register_theme(available)
        self.theme = themes.TERMINAL.name if no_colour else theme or themes.DEFAULT
        if no_colour:
            self._filters: list[LineFilter] = [WithoutColour()]

    def on_mount(self) -> None:
        """Send what is drawn to the terminal at once."""
        sys.setswitchinterval(SWITCH)

    async def on_event(self, event: Event) -> None:
        """A key waits for those before it."""
        if isinstance(event, Key | Paste) and not event.is_forwarded and self.keyboard.holds(event):
            return
        await super().on_event(event)

    def on_ready(self) -> None:
        """The first frame is shown: there may be garbage from now on."""
        garbage.resume()
        letters = getattr(self._driver, "character_set", "utf-8")
        if letters != "utf-8":
            self.notify(self.dashboard.reading.words.screen.few_letters.format(letters), markup=False, timeout=15)

    def refresh_css(self, animate: bool = True) -> None:
        """Take up the theme. Before there is a screen the style sheets are still to be read, and once is enough."""
        if self.dashboard.is_attached:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> Dashboard:
        """The dashboard is the first screen: an empty one below it would be laid out and drawn for nothing."""
        self.dashboard.know_size(self.size)
        return self.dashboard

    @on(StoryChosen)
    def open_story(self, message: StoryChosen) -> None:
        """Open another of the bundled stories."""
        from deepseek_tui.story.loading.diagnostics import InvalidInput
        from deepseek_tui.story.loading.document import read
        from deepseek_tui.story.loading.library import find
        from deepseek_tui.story.loading.loader import from_bytes

        try:
            data = read(find(message.name))
            story = from_bytes(data, message.name)
        except InvalidInput as unusable:
            self.notify(
                unusable.problems[0].worded(translator(self.dashboard.reading.language)), markup=False, severity="error"
            )
            return
        dashboard, lifecycle = self.dashboard, self.dashboard.lifecycle
        lifecycle.save_visit()
        old, desk = dashboard.reading, lifecycle.desk and lifecycle.desk.for_bundled_story(message.name, data)
        reading = RenderContext.of(story, old.language, context=old.context)
        visit = desk.last_visit(story.id) if desk else None
        dashboard.open(reading, initial_location(reading, visit), desk)

    def pop_screen(self) -> AwaitComplete:
        """Close a dialog, and let go of its lines: in a cache of Textual 8.2 up to 1,024 widgets outlive their end."""
        StylesCache.get_inner_outer.cache_clear()
        return super().pop_screen()

    def action_explain(self, topic: str) -> None:
        """Explain where the reader is: a topic of `i18n.help`."""
        from deepseek_tui.ui.dialogs.help import Help

        self.clear_notifications()
        self.push_screen(Help(self.dashboard.reading, topic, self.settings.keymap))

    def _handle_exception(self, error: Exception) -> None:
        """An error of the program's own ends it; Textual would print it with the values of variables, notes among them."""
        if self.is_headless:  # a test sees it as it is
            super()._handle_exception(error)
            return
        if self.broken is None:
            self.broken = error
            with suppress(Exception):
                self.dashboard.lifecycle.leave()
        self._return_code = 1
        self._close_messages_no_wait()

    def exit(self, *arguments: Any, **more: Any) -> None:
        """Leave, where the reader is remembered."""
        self.dashboard.lifecycle.leave()
        super().exit(*arguments, **more)

    def action_copy_or_hint(self) -> None:
        """Copy the selection; where there is none, say how to quit."""
        words = self.dashboard.reading.words.screen
        selection = self.screen.get_selected_text()
        if selection:
            self.copy_to_clipboard(selection)
            self.notify(words.copied, markup=False, timeout=2)
        else:
            key = key_name(self.settings.keymap.keys("quit")[0], self.dashboard.reading.words.keys)
            self.notify(words.quit_hint.format(key), markup=False, timeout=3)

    def export_screenshot(self, *, title: str | None = None, simplify: bool = False) -> str:
        """The screen as an SVG that needs nothing from the network: any monospaced font will do."""
        return FONT_FACE.sub("", super().export_screenshot(title=title, simplify=simplify))
