"""The messages between the dashboard, its controllers and the application."""

from dataclasses import dataclass

from textual.message import Message

from deepseek_tui.panes.annotations import Annotations
from deepseek_tui.story.format.model import Story


@dataclass
class FilterTyped(Message):
    """A letter of a filter was typed or removed."""

    query: str


@dataclass
class FilterDone(Message):
    """The field of the filter was left."""

    query: str
    given_up: bool = False
    """Whether the filter is to be as it was before."""


@dataclass
class FilterChanged(Message):
    """The filter of the list that is shown is another one."""


@dataclass
class AnnotationsChanged(Message):
    """The bookmarks or notes of the story are other ones."""

    mine: Annotations


@dataclass
class NotebookChanged(Message):
    """The notebook has other annotations to show, or something to report."""


@dataclass
class StoryReloaded(Message):
    """A newer edition of the story was read from its file."""

    story: Story
    data: bytes
    """The file."""
    repaired: bool
    """Whether the file had an error before."""


@dataclass
class StatusChanged(Message):
    """What the title bar says about the user's files is something else: an error, progress, or what is not saved."""


@dataclass
class StoryChosen(Message):
    """Another of the bundled stories was chosen."""

    name: str
