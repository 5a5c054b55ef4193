"""The dashboard: everything that can be done with a story on the terminal, on the keys of the one table."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from deepseek_tui.commands import ACTIONS, PANE_MOVES
from deepseek_tui.ui.screens.living import Living


class Dashboard(Living):
    """Binds the keys.

    The view shows (`view`); the actions are by subject: going about (`travel`), asking (`asking`),
    marking (`marking`), and what happens around the story while it is open (`living`).
    """

    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [  # noqa: RUF012  declared so by Textual
        (0, "-narrow"),
        (80, "-medium"),
        (150, "-wide"),
    ]
    VERTICAL_BREAKPOINTS: list[tuple[int, str]] | None = [  # noqa: RUF012  declared so by Textual
        (0, "-short"),
        (16, "-tall"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(command.keys), command.action, show=False, id=command.id, priority="other_part" in command.action)
        for command in (*PANE_MOVES, *ACTIONS)
    ]
    AUTO_FOCUS: ClassVar[str | None] = "#list"
