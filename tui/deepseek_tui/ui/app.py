"""The Textual application that shows a story."""

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
"""The interpreter's thread switch interval in seconds.

Python's default of five milliseconds delays the thread that writes a drawn list to the terminal while the main thread
lays out the detail.
"""
FONT_FACE = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
"""The web font of Textual's screenshots, which a viewer would download."""


class DeepSeekApp(TerminalApp[None]):
    """The application that shows one story in the dashboard."""

    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = "styles/app.tcss"
    ENABLE_COMMAND_PALETTE = False  # Textual's palette is replaced by one in the interface language.
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
        locations: Locations | None = None,
        workspace: Workspace | None = None,
    ) -> None:
        no_colour = bool(os.environ.get("NO_COLOR"))
        super().__init__(ansi_color=True if no_colour else None)
        self.settings = settings
        self.keyboard = KeyQueue(self)
        self.broken: Exception | None = None
        """The unexpected exception that ended the program, if any."""
        self.dashboard = Dashboard(
            reading, locations=locations, workspace=workspace, keymap=settings.keymap, layout=settings.layout
        )
        self.set_keymap(settings.keymap.as_textual)
        for available in themes.THEMES.values():
            self.register_theme(available)
        self.theme = themes.TERMINAL.name if no_colour else theme or themes.DEFAULT
        if no_colour:
            self._filters: list[LineFilter] = [WithoutColour()]

    def on_mount(self) -> None:
        """Shorten the interpreter's thread switch interval, for faster drawing."""
        sys.setswitchinterval(SWITCH)

    async def on_event(self, event: Event) -> None:
        """Delay a key press until the previous key presses are handled."""
        if isinstance(event, Key | Paste) and not event.is_forwarded and self.keyboard.holds(event):
            return
        await super().on_event(event)

    def on_ready(self) -> None:
        """Resume garbage collection after the first frame.

        Warn about a limited character set.
        """
        garbage.resume()
        letters = getattr(self._driver, "character_set", "utf-8")
        if letters != "utf-8":
            self.notify(self.dashboard.reading.words.screen.few_letters.format(letters), markup=False, timeout=15)

    def refresh_css(self, animate: bool = True) -> None:
        """Apply the theme.

        Before the first screen is shown, only the theme's variables are set.
        """
        if self.dashboard.is_attached:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> Dashboard:
        """Return the dashboard as the first screen.

        Otherwise Textual would lay out an empty screen first.
        """
        self.dashboard.know_size(self.size)
        return self.dashboard

    @on(StoryChosen)
    def open_story(self, message: StoryChosen) -> None:
        """Open another story that comes with the program."""
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
        old, workspace = dashboard.reading, lifecycle.workspace and lifecycle.workspace.for_bundled_story(message.name, data)
        copy = workspace.copies.load(story) if workspace and workspace.copies else None
        reading = RenderContext.of(story, old.language, context=old.context, local_copy=copy)
        visit = workspace.last_visit(story.id) if workspace else None
        dashboard.open(reading, initial_location(reading, visit), workspace)

    def pop_screen(self) -> AwaitComplete:
        """Close a dialog, and clear one of Textual's caches.

        The cache would keep up to 1,024 removed widgets.
        """
        StylesCache.get_inner_outer.cache_clear()
        return super().pop_screen()

    def action_explain(self, topic: str) -> None:
        """Show the help text on a topic."""
        from deepseek_tui.ui.dialogs.help import Help

        self.clear_notifications()
        self.push_screen(Help(self.dashboard.reading, topic, self.settings.keymap))

    def _handle_exception(self, error: Exception) -> None:
        """Exit without Textual's traceback.

        It would print variables with the user's notes.
        """
        if self.is_headless:  # In tests, the exception is raised as usual.
            super()._handle_exception(error)
            return
        if self.broken is None:
            self.broken = error
            with suppress(Exception):
                self.dashboard.lifecycle.leave()
        self._return_code = 1
        self._close_messages_no_wait()

    def exit(self, *arguments: Any, **more: Any) -> None:
        """Save the user's files, and exit the application."""
        self.dashboard.lifecycle.leave()
        super().exit(*arguments, **more)

    def action_copy_or_hint(self) -> None:
        """Copy the selected text to the clipboard.

        Without a selection, show how to quit.
        """
        words = self.dashboard.reading.words.screen
        selection = self.screen.get_selected_text()
        if selection:
            self.copy_to_clipboard(selection)
            self.notify(words.copied, markup=False, timeout=2)
        else:
            key = key_name(self.settings.keymap.keys("quit")[0], self.dashboard.reading.words.keys)
            self.notify(words.quit_hint.format(key), markup=False, timeout=3)

    def export_screenshot(self, *, title: str | None = None, simplify: bool = False) -> str:
        """Return the screen as an SVG image without Textual's web font."""
        return FONT_FACE.sub("", super().export_screenshot(title=title, simplify=simplify))
