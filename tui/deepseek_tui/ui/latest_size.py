"""Mix-in that makes a screen ignore outdated terminal sizes."""

from typing import TYPE_CHECKING, Any, Protocol

from textual.binding import Binding
from textual.events import Resize

if TYPE_CHECKING:
    from textual.app import App

SUSPEND = Binding("ctrl+z", "app.suspend_process", show=False)
"""Key binding that suspends the program, unless a text area uses the key for undo.

Dialogs have it too, because they hide the keys of the application.
"""


class _OnScreen(Protocol):
    @property
    def app(self) -> "App[Any]": ...


class LatestSize:
    """Mix-in that makes a screen ignore outdated terminal sizes.

    Textual 8.2 lays a screen out for the size in a Resize message and then posts that size to the screen again. It merges
    Resize messages that are next to each other in the queue, but not those with another message in between, such as the one
    that `call_after_refresh` posts. Two queued sizes would then replace each other without end, and without giving the event
    loop a turn. A stale size needs no layout: the application posts the latest one to its screens in any case.
    """

    async def _on_resize(self: _OnScreen, event: Resize) -> None:
        """Stop a resize event with an outdated size before Textual handles it."""
        if event.size != self.app.size:
            event.stop()
            event.prevent_default()
