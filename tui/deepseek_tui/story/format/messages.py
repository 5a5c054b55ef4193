"""Messages: English sentences that can be translated later."""

from collections.abc import Iterable
from functools import reduce


class Message(str):
    """An English sentence with the pattern and values that made it.

    Translations use the pattern as key. It is an ordinary string wherever the language does not matter, as in JSON
    output.
    """

    __slots__ = ("pattern", "values")

    pattern: str
    values: tuple[object, ...]

    def __new__(cls, pattern: str, *values: object) -> "Message":
        """Fill values into a pattern with `str.format` placeholders."""
        made = super().__new__(cls, pattern.format(*values) if values else pattern)
        made.pattern, made.values = pattern, values
        return made


def joined(pattern: str, words: Iterable[object]) -> object:
    """Join words with a pattern such as "{0} or {1}"."""
    return reduce(lambda before, after: Message(pattern, before, after), words)
