"""The registry of writers: each format that a part of a story can be exported in.

A further format is one function that returns `Written`, and one entry here; the command, the dialog and the completion
of the command line follow.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from deepseek_tui.render.selection import Selection


class Written(NamedTuple):
    """A part of a story as one format writes it."""

    front: str
    """What stands before the text for programs, such as front matter; a preview begins behind it."""
    body: str

    @property
    def text(self) -> str:
        """The whole text."""
        return self.front + self.body


class Writer(NamedTuple):
    """One format: the ending of its files, and the function that writes it."""

    ending: str
    write: "Callable[[Selection], Written]"


def _markdown(selection: "Selection") -> Written:
    from deepseek_tui.render.markdown import write_markdown  # imported when something is written

    return Written(*write_markdown(selection))


WRITERS = {"markdown": Writer("md", _markdown)}
"""The writers by the names of their formats, as the command line takes them."""
DEFAULT_FORMAT = next(iter(WRITERS))
