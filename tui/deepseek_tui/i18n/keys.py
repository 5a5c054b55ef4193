"""The words of the keys: what each command is called in the footer, and what it does in one sentence."""

from typing import NamedTuple


class KeyWords(NamedTuple):
    """Words by a command's id, and the names of keys that have one in the language."""

    short: dict[str, str]
    """A word or two, for the footer."""
    long: dict[str, str]
    """A sentence, for the help and the palette."""
    names: dict[str, str]
