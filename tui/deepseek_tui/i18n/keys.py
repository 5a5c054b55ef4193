"""Definition of the names of commands and keys."""

from typing import NamedTuple


class KeyWords(NamedTuple):
    """The names of commands, by command id, and the names of keys."""

    short: dict[str, str]
    """The command's name in one or two words, for the footer."""
    long: dict[str, str]
    """The command's effect in a sentence, for the help and the palette."""
    names: dict[str, str]
