"""Bundled stories, and look-up of a story from the command line."""

import os
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

from deepseek_tui.story.format.messages import Message
from deepseek_tui.story.loading.diagnostics import Diagnostic, InvalidInput, nearest, one_line

PACKAGE = "deepseek_tui.content"
DEFAULT = "deepseek"
SCHEMA = "story.schema.json"


@cache
def bundled() -> dict[str, Path]:
    """Return the bundled stories by name, in alphabetical order."""
    found = {}
    for entry in sorted(files(PACKAGE).iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".json") and entry.name != SCHEMA:
            with as_file(entry) as path:
                found[entry.name.removesuffix(".json")] = path
    return found


def find(name_or_path: str = DEFAULT) -> str:
    """Return the path of a story given by name, path or "-".

    A word with a slash or the ending .json, or the name of an existing file, is a path. Raises InvalidInput with the most
    similar name for any other word.
    """
    if name_or_path == "-" or _is_path(name_or_path):
        return name_or_path
    stories = bundled()
    if name_or_path in stories:
        return str(stories[name_or_path])
    hint = nearest(name_or_path, stories) or Message("the stories here are: {}", ", ".join(stories))
    message = Message("there is no such file, and no story of this name comes with the program")
    raise InvalidInput([Diagnostic(one_line(name_or_path), 0, 0, "", message, hint)], unreadable=True)


def _is_path(word: str) -> bool:
    separators = {os.sep, os.altsep or os.sep}
    return any(mark in word for mark in separators) or word.endswith(".json") or _exists(word)


def _exists(word: str) -> bool:
    try:
        return word != "" and os.path.lexists(word)
    except ValueError:
        return False
