"""The words of waiting for a large story; read only where there is one to wait for."""

from typing import NamedTuple


class LoadingWords(NamedTuple):
    """What is said meanwhile; `{name}` is the file's, `{share}` how much is read, of a hundred."""

    reading: str
    give_up: str
    again: str
    """Said above the story that is open while a newer edition of it is read; `{share}` is filled in."""
