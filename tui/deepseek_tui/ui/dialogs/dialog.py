"""A dialog: a screen over the dashboard that can explain itself."""

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
    """Answers to the keys of the help as the dashboard does; in a field that is typed into, to those that type nothing."""

    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = DIALOGS
    BINDINGS: ClassVar[list[BindingType]] = [SUSPEND, Binding("question_mark,f1", "help", show=False, id="help")]
    COMPONENT_CLASSES: ClassVar[set[str]] = LINE_CLASSES
    TOPIC: ClassVar[str]
    """What its help is about: the name of a topic of `i18n.help`."""

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Answer, once: what was pressed before the answer was heeded would close whatever is below."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    async def action_help(self) -> None:
        """Explain this dialog; at once, and not by a message, or a key that is typed after it would come before it."""
        await self.run_action(f"app.explain({self.TOPIC!r})")
