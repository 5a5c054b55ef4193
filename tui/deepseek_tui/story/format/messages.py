"""Messages: English sentences that can be put into another language of the interface."""

from collections.abc import Iterable
from functools import reduce


class Message(str):
    """An English sentence that keeps its pattern and the values in it; the pattern is its id in the other languages.

    It is an ordinary string wherever a language plays no part, as in the JSON that programs read.
    """

    pattern: str
    values: tuple[object, ...]

    def __new__(cls, pattern: str, *values: object) -> "Message":
        """Fill the values into the pattern, whose holes are those of `str.format`."""
        made = super().__new__(cls, pattern.format(*values) if values else pattern)
        made.pattern, made.values = pattern, values
        return made


def joined(pattern: str, words: Iterable[object]) -> object:
    """Join words, or messages, two at a time by a pattern such as "{0} or {1}"."""
    return reduce(lambda before, after: Message(pattern, before, after), words)
