"""The messages between the dashboard, the controllers and the application."""

from dataclasses import dataclass

from textual.message import Message

from deepseek_tui.panes.annotations import Annotations
from deepseek_tui.story.format.model import Story


@dataclass
class FilterTyped(Message):
    """Message: the user has changed the text in the filter field."""

    query: str


@dataclass
class FilterDone(Message):
    """Message: the user has finished or cancelled typing a filter."""

    query: str
    given_up: bool = False
    """Whether to restore the previous filter."""


@dataclass
class FilterChanged(Message):
    """Message: the filter of the displayed list has changed."""


@dataclass
class AnnotationsChanged(Message):
    """Message: the user's bookmarks or notes on the story have changed."""

    annotations: Annotations


@dataclass
class NotebookChanged(Message):
    """Message: annotations have changed, or an error is to be reported.

    It comes from the notebook.
    """


@dataclass
class StoryReloaded(Message):
    """Message: a newer edition of the story has been read."""

    story: Story
    data: bytes
    """The contents of the file."""
    repaired: bool
    """Whether the file had an error before."""


@dataclass
class StatusChanged(Message):
    """Message: the status in the title bar has changed.

    The status is an error or a progress, for example.
    """


@dataclass
class StoryChosen(Message):
    """Message: the user has chosen another bundled story."""

    name: str
