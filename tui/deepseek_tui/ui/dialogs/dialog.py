"""The base class of all dialogs."""

from pathlib import Path, PurePath
from typing import ClassVar, TypeVar

from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from deepseek_tui.ui import styles
from deepseek_tui.ui.latest_size import SUSPEND, LatestSize
from deepseek_tui.ui.widgets.line_view import LINE_CLASSES

Answer = TypeVar("Answer")

DIALOGS = Path(styles.__file__).with_name("dialogs.tcss")
"""The style sheet of every dialog."""


class Dialog(LatestSize, ModalScreen[Answer]):
    """Base class of dialogs: a modal screen with a help topic."""

    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = DIALOGS
    BINDINGS: ClassVar[list[BindingType]] = [SUSPEND, Binding("question_mark,f1", "help", show=False, id="help")]
    COMPONENT_CLASSES: ClassVar[set[str]] = LINE_CLASSES
    TOPIC: ClassVar[str]
    """The name of the dialog's help topic in `i18n.help`."""

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Close the dialog once.

        A second key press must not close the screen below.
        """
        return super().dismiss(result) if self.is_active else AwaitComplete()

    async def action_help(self) -> None:
        """Show the help on this dialog.

        Wait until it is open to receive keys.
        """
        await self.run_action(f"app.explain({self.TOPIC!r})")
