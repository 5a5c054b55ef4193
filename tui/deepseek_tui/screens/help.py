"""The help: every key in words, from the one table, and how to read the signs."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from deepseek_tui.commands import help_lines
from deepseek_tui.panes.blocks import Block, Bullet, Field, Heading
from deepseek_tui.panes.parts import plain
from deepseek_tui.panes.reading import Reading
from deepseek_tui.widgets.bars import key_name
from deepseek_tui.widgets.page_view import PageView


def help_blocks(reading: Reading) -> tuple[Block, ...]:
    """What the help says."""
    words = reading.words
    keys = (
        Field(" ".join(key_name(key, words.keys) for key in line.keys), plain(words.keys.long[line.ids[0]]))
        for line in help_lines()
    )
    signs = (Bullet(plain(sign)) for sign in words.screen.help_signs)
    return (Heading(words.screen.help_keys), *keys, Heading(words.screen.help_reading), *signs)


class Help(ModalScreen[None]):
    """A page over the dashboard; closes with the keys that opened it, too."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,question_mark,f1,q,enter", "dismiss", show=False)]

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.reading = reading

    def compose(self) -> ComposeResult:
        """One page in a frame."""
        with Vertical(classes="dialog", id="help"):
            yield PageView(id="help-page")

    def on_mount(self) -> None:
        """Say it in the reader's language."""
        words, dialog = self.reading.words.screen, self.query_one("#help")
        dialog.border_title, dialog.border_subtitle = words.help_title, words.help_close
        self.query_one(PageView).show(self.reading, help_blocks(self.reading))
