"""Registry of export formats and the functions that write them.

A new format is one function that returns `Written` and one entry here; the command, the dialog and the completion
of the command line follow.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from deepseek_tui.render.selection import Selection


class Written(NamedTuple):
    """A part of a story rendered in one format."""

    front: str
    """The front matter for programs, which a preview leaves out."""
    body: str

    @property
    def text(self) -> str:
        """The whole text, including the front matter."""
        return self.front + self.body


class Writer(NamedTuple):
    """Export format: its file extension and its writing function."""

    ending: str
    write: "Callable[[Selection], Written]"


def _markdown(selection: "Selection") -> Written:
    from deepseek_tui.render.markdown import write_markdown  # The import is delayed so that the program starts faster.

    return Written(*write_markdown(selection))


WRITERS = {"markdown": Writer("md", _markdown)}
"""The writers by the format names of the command line."""
DEFAULT_FORMAT = next(iter(WRITERS))
