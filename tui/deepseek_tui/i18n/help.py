"""Definition of the help texts on parts of the dashboard and dialogs."""

from typing import NamedTuple


class HelpUse(NamedTuple):
    """Keys of a dialog, with a description of their effect."""

    keys: tuple[str, ...]
    """The keys, by the names that Textual uses."""
    words: str
    commands: tuple[str, ...] = ()
    """Dashboard commands whose keys have the same effect; their keys are shown first."""


class HelpTopic(NamedTuple):
    """Help on a part of the dashboard or a dialog."""

    title: str
    words: str
    uses: tuple[HelpUse, ...] = ()
    """The keys of a dialog; for parts of the dashboard, the table of commands has the keys."""


class HelpWords(NamedTuple):
    """All help topics, by the id of a part or a dialog."""

    topics: dict[str, HelpTopic]
