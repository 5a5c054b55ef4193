"""Translation of the messages of the command line and of story loading.

A message is an English sentence. Its pattern is its id, and each language has a table from these patterns to its own.
"""

from collections.abc import Callable
from functools import partial

from deepseek_tui.i18n.languages import subject
from deepseek_tui.story.format.messages import Message

Patterns = dict[str, str]
"""The translation of each English pattern, with the same placeholders."""


def translated(words: str, language: str) -> str:
    """Return a message in another language.

    Nested messages are translated too. Plain strings stay unchanged.
    """
    if not isinstance(words, Message):
        return words
    patterns: Patterns = subject(language, "messages")
    pattern = patterns.get(words.pattern, words.pattern)
    values = (translated(value, language) if isinstance(value, Message) else value for value in words.values)
    return pattern.format(*values) if words.values else pattern


def translator(language: str) -> Callable[[str], str]:
    """Return a function that translates messages into a language."""
    return partial(translated, language=language)
