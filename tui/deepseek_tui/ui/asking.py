"""Functions that show notifications and open dialogs."""

from collections.abc import Callable
from typing import Any, TypeVar

from textual.screen import Screen

from deepseek_tui.story.format.text import harmless

Answer = TypeVar("Answer")


def tell(screen: Screen[Any], text: str, timeout: float = 2, *, error: bool = False) -> None:
    """Show a notification as plain text, without parsing markup."""
    screen.notify(harmless(text), markup=False, timeout=timeout, severity="error" if error else "information")


def ask(screen: Screen[Any], dialog: Screen[Answer], answered: Callable[[Answer | None], object] | None = None) -> None:
    """Open a dialog, and remove the notifications that would cover it."""
    screen.app.clear_notifications()
    screen.app.push_screen(dialog, answered)  # type: ignore[arg-type]
