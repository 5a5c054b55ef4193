"""How a screen talks to the user: short messages, and dialogs over it."""

from collections.abc import Callable
from typing import Any, TypeVar

from textual.screen import Screen

from deepseek_tui.story.format.text import harmless

Answer = TypeVar("Answer")


def tell(screen: Screen[Any], text: str, timeout: float = 2, *, error: bool = False) -> None:
    """Show a short message. Its text is never read as markup."""
    screen.notify(harmless(text), markup=False, timeout=timeout, severity="error" if error else "information")


def ask(screen: Screen[Any], dialog: Screen[Answer], answered: Callable[[Answer | None], object] | None = None) -> None:
    """Open a dialog. Messages are removed, because they would cover it."""
    screen.app.clear_notifications()
    screen.app.push_screen(dialog, answered)  # type: ignore[arg-type]
