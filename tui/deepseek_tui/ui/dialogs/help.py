"""The help dialog, which explains panels, dialogs and keys."""

from collections.abc import Iterable
from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from deepseek_tui.commands import DEFAULT_KEYMAP, Keymap, help_entries
from deepseek_tui.i18n.keys import KeyWords
from deepseek_tui.panes.blocks import Block, Bullet, Field, Heading, Para
from deepseek_tui.panes.common_blocks import plain
from deepseek_tui.panes.key_labels import key_name
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.ui.dialogs.dialog import DIALOGS
from deepseek_tui.ui.latest_size import SUSPEND, LatestSize
from deepseek_tui.ui.widgets.line_view import LINE_CLASSES
from deepseek_tui.ui.widgets.page_view import PageView


def help_blocks(reading: RenderContext, topic: str, keymap: Keymap) -> tuple[Block, ...]:
    """Return the help text on a topic with its keys.

    For panels, also return all keys and symbols.
    """
    words = reading.words
    about = words.help.topics.get(topic, words.help.topics["list"])
    beginning = (Heading(about.title), Para(plain(about.words)), Heading(words.screen.help_keys))
    if about.uses:
        used = (((*(key for id in use.commands for key in keymap.keys(id)), *use.keys), use.words) for use in about.uses)
        return (*beginning, *(Field(_names(keys, words.keys), plain(does)) for keys, does in used))
    keys = (Field(_names(line.keys, words.keys), plain(words.keys.long[line.ids[0]])) for line in help_entries(keymap))
    signs = (Bullet(plain(sign)) for sign in words.screen.help_signs)
    return (*beginning, *keys, Heading(words.screen.help_reading), *signs)


def _names(keys: Iterable[str], words: KeyWords) -> str:
    return " ".join(key_name(key, words) for key in keys)


class Help(LatestSize, ModalScreen[None]):
    """Dialog that shows the help on a topic, over another screen."""

    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = DIALOGS
    COMPONENT_CLASSES: ClassVar[set[str]] = LINE_CLASSES
    BINDINGS: ClassVar[list[BindingType]] = [
        SUSPEND,
        Binding("escape,enter", "dismiss", show=False),
        Binding("question_mark,f1", "dismiss", show=False, id="help"),
        Binding("q", "dismiss", show=False, id="quit"),
    ]

    def __init__(self, reading: RenderContext, topic: str = "list", keymap: Keymap = DEFAULT_KEYMAP) -> None:
        super().__init__()
        self.reading = reading
        self._blocks = help_blocks(reading, topic, keymap)

    def compose(self) -> ComposeResult:
        """Create the framed page of the dialog."""
        with Vertical(classes="dialog", id="help"):
            yield PageView(id="help-page")

    def on_mount(self) -> None:
        """Set the dialog's titles and show the help text."""
        words, dialog = self.reading.words.screen, self.query_one("#help")
        dialog.border_title, dialog.border_subtitle = words.help_title, words.help_close
        self.query_one(PageView).show(self.reading, self._blocks)
