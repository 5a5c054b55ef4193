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
    """Typing a filter ended."""

    query: str
    given_up: bool = False
    """Whether to restore the previous filter."""


@dataclass
class FilterChanged(Message):
    """The filter of the displayed list changed."""


@dataclass
class AnnotationsChanged(Message):
    """The bookmarks or notes of the story changed."""

    annotations: Annotations


@dataclass
class NotebookChanged(Message):
    """The notebook's annotations changed, or it has an error to report."""


@dataclass
class StoryReloaded(Message):
    """A newer edition of the story was read from its file."""

    story: Story
    data: bytes
    """The contents of the file."""
    repaired: bool
    """Whether the file had an error before."""


@dataclass
class StatusChanged(Message):
    """The status in the title bar changed: an error, progress or unsaved annotations."""


@dataclass
class StoryChosen(Message):
    """The user chose another bundled story."""

    name: str
