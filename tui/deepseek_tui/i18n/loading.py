"""Definition of the interface texts shown while a large story is loading."""

from typing import NamedTuple


class LoadingWords(NamedTuple):
    """Texts shown while a story is loading.

    `{name}` is the file name and `{share}` the percentage read.
    """

    reading: str
    give_up: str
    again: str
    """The progress of loading a newer edition, shown in the header; `{share}` is the percentage read."""
