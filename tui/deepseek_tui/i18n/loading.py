"""The shape of the words of loading a large story, imported only when needed."""

from typing import NamedTuple


class LoadingWords(NamedTuple):
    """The words of loading; `{name}` is the file name and `{share}` the percentage read."""

    reading: str
    give_up: str
    again: str
    """The progress of loading a newer edition, in the header; `{share}` is filled in."""
