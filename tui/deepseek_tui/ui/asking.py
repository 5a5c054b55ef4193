"""Notifications and dialogs of a screen."""

from collections.abc import Callable
from typing import Any, TypeVar

from textual.screen import Screen

from deepseek_tui.story.format.text import harmless

Answer = TypeVar("Answer")


def tell(screen: Screen[Any], text: str, timeout: float = 2, *, error: bool = False) -> None:
    """Show a notification; its text is never parsed as markup."""
    screen.notify(harmless(text), markup=False, timeout=timeout, severity="error" if error else "information")


def ask(screen: Screen[Any], dialog: Screen[Answer], answered: Callable[[Answer | None], object] | None = None) -> None:
    """Open a dialog, and remove notifications, which would cover it."""
    screen.app.clear_notifications()
    screen.app.push_screen(dialog, answered)  # type: ignore[arg-type]
