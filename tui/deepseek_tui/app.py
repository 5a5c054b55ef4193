"""The application: one story on the terminal."""

import os
import re
from pathlib import PurePath
from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.filter import LineFilter

from deepseek_tui.i18n.catalogue import words_in
from deepseek_tui.panes.reading import Reading
from deepseek_tui.reader.settings import Settings
from deepseek_tui.screens.dashboard import Dashboard
from deepseek_tui.story.model import Story
from deepseek_tui.story.reprint import Reprint
from deepseek_tui.story.text import say
from deepseek_tui.styles import themes
from deepseek_tui.styles.no_colour import WithoutColour
from deepseek_tui.widgets.bars import key_name

FONT_FACE = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
"""A font that a picture would fetch from somebody else's machine."""


class DeepSeekApp(App[None]):
    """Opens the dashboard on a story."""

    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = "styles/app.tcss"
    ENABLE_COMMAND_PALETTE = False  # the palette is ours: Textual's speaks English alone
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "copy_or_hint", show=False, priority=True),
        Binding("ctrl+q", "quit", show=False),
    ]

    def __init__(
        self,
        story: Story,
        *,
        language: str,
        theme: str = "",
        context: bool = True,
        reprint: Reprint | None = None,
        settings: Settings = Settings(),  # noqa: B008  frozen
    ) -> None:
        no_colour = bool(os.environ.get("NO_COLOR"))
        super().__init__(ansi_color=True if no_colour else None)
        self.story = story
        self.language = language
        self.context = context
        self.reprint = reprint
        self.settings = settings
        self.set_keymap(settings.keymap.as_textual)
        for available in themes.THEMES.values():
            self.register_theme(available)
        self.theme = themes.TERMINAL.name if no_colour else theme or themes.DEFAULT
        if no_colour:
            self._filters: list[LineFilter] = [WithoutColour()]

    def on_mount(self) -> None:
        """Open the dashboard."""
        self.title = say(self.story.title, self.language)
        self.push_screen(self._dashboard())

    def _dashboard(self) -> Dashboard:
        dashboard = Dashboard(Reading.of(self.story, self.language, context=self.context, reprint=self.reprint))
        layout = self.settings.layout
        dashboard.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (layout.medium, "-medium"), (layout.wide, "-wide")]
        dashboard.keymap = self.settings.keymap
        return dashboard

    def on_asking_story_chosen(self, message: Dashboard.StoryChosen) -> None:
        """Open another of the stories that come with the program."""
        from deepseek_tui.story.library import find
        from deepseek_tui.story.loader import load
        from deepseek_tui.story.problem import Unusable

        try:
            self.story = load(find(message.name))
        except Unusable as unusable:
            self.notify(str(unusable.problems[0]), markup=False, severity="error")
            return
        self.reprint = None  # it was of another article
        self.title = say(self.story.title, self.language)
        self.switch_screen(self._dashboard())

    def action_explain(self, topic: str) -> None:
        """Explain where the reader is: a topic of `i18n.topics`."""
        from deepseek_tui.screens.help import Help

        dashboard = next(screen for screen in self.screen_stack if isinstance(screen, Dashboard))
        self.clear_notifications()
        self.push_screen(Help(dashboard.reading, topic, self.settings.keymap))

    def on_asking_language_changed(self, message: Dashboard.LanguageChanged) -> None:
        """Speak the reader's language, too."""
        self.language = message.language
        self.title = say(self.story.title, self.language)

    def action_copy_or_hint(self) -> None:
        """Copy the selection; where there is none, say how to quit."""
        words = words_in(self.language).screen
        selection = self.screen.get_selected_text()
        if selection:
            self.copy_to_clipboard(selection)
            self.notify(words.copied, markup=False, timeout=2)
        else:
            key = key_name(self.settings.keymap.keys("quit")[0], words_in(self.language).keys)
            self.notify(words.quit_hint.format(key), markup=False, timeout=3)

    def export_screenshot(self, *, title: str | None = None, simplify: bool = False) -> str:
        """The screen as an SVG that needs nothing from the network: any monospaced font will do."""
        return FONT_FACE.sub("", super().export_screenshot(title=title, simplify=simplify))
