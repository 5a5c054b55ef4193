"""The shape of the words of context-sensitive help."""

from typing import NamedTuple


class HelpUse(NamedTuple):
    """The keys of a dialog and their effect."""

    keys: tuple[str, ...]
    """The keys, by Textual's names."""
    words: str
    commands: tuple[str, ...] = ()
    """Dashboard commands whose keys have the same effect; their keys are shown first."""


class HelpTopic(NamedTuple):
    """The help on a part of the dashboard or a dialog: its name and a description."""

    title: str
    words: str
    uses: tuple[HelpUse, ...] = ()
    """The keys of a dialog; parts of the dashboard have those of the command table."""


class HelpWords(NamedTuple):
    """Help topics by the id of a dashboard part or the name of a dialog's topic."""

    topics: dict[str, HelpTopic]
