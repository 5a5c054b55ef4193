"""The words of the help on one part of the screen: where the reader is, and what can be done there."""

from typing import NamedTuple


class HelpUse(NamedTuple):
    """Keys of a dialog, and what they do in it."""

    keys: tuple[str, ...]
    """By Textual's names."""
    words: str
    commands: tuple[str, ...] = ()
    """Commands of the dashboard whose keys do the same here; theirs are shown first."""


class HelpTopic(NamedTuple):
    """A part of the dashboard or a dialog: what it is called, and two or three sentences on it."""

    title: str
    words: str
    uses: tuple[HelpUse, ...] = ()
    """The keys of a dialog; a part of the dashboard has those of the one table."""


class HelpWords(NamedTuple):
    """Topics by the id of a part of the dashboard, or by the name that a dialog has for its own."""

    topics: dict[str, HelpTopic]
