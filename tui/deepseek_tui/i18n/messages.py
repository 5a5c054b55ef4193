"""Translation of the messages of the command line and of story loading.

A message is an English sentence, which is its id: a language brings a table of patterns, from the English to its own.
"""

from collections.abc import Callable
from functools import partial

from deepseek_tui.i18n.languages import subject
from deepseek_tui.story.format.messages import Message

Patterns = dict[str, str]
"""The translation of each English pattern, with the same fields."""


def translated(words: str, language: str) -> str:
    """Return a message translated with its nested messages; plain strings stay unchanged."""
    if not isinstance(words, Message):
        return words
    patterns: Patterns = subject(language, "messages")
    pattern = patterns.get(words.pattern, words.pattern)
    values = (translated(value, language) if isinstance(value, Message) else value for value in words.values)
    return pattern.format(*values) if words.values else pattern


def translator(language: str) -> Callable[[str], str]:
    """Return a function that translates messages into a language."""
    return partial(translated, language=language)
