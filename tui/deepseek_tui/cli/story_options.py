"""Options and loading of a story, shared by several commands."""

import argparse
import os
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from deepseek_tui.cli.output import notice, print_problems
from deepseek_tui.i18n.languages import LANGUAGES
from deepseek_tui.story.format.messages import Message

if TYPE_CHECKING:
    from deepseek_tui.i18n.notebook import NotebookWords
    from deepseek_tui.panes.annotations import Annotations
    from deepseek_tui.story.format.model import Story
    from deepseek_tui.user_data.settings import Settings

STORY = Message("a path, - for standard input, or the name of a story that comes with the program")
DEFAULT = Message("{} (default: deepseek)", STORY)


def add_language(parser: argparse.ArgumentParser) -> None:
    """Add the option `--lang` to a parser."""
    parser.add_argument(
        "--lang",
        choices=tuple(LANGUAGES),
        help=Message("the language (default: that of the settings, else of the system, else of the story)"),
    )


def add_selection(parser: argparse.ArgumentParser) -> None:
    """Add the argument that names a section or an item."""
    from deepseek_tui.story.format.sections import ALL, Section

    words = Message("{0}, an item's id, or {1} (default)", ", ".join(Section), ALL)
    parser.add_argument("what", nargs="?", default=ALL, metavar="SECTION|ID", help=words)


def add_context(parser: argparse.ArgumentParser) -> None:
    """Add the options `--context` and `--no-context` to a parser."""
    words = Message("show or hide the context from outside the article (default: as in the settings, else show it)")
    parser.add_argument("--context", action=argparse.BooleanOptionalAction, default=None, help=words)


def add_annotations(parser: argparse.ArgumentParser) -> None:
    """Add the option `--no-mine`, which leaves out bookmarks and notes."""
    words = Message("leave out your bookmarks and notes (by default they are under their items and in the section mine)")
    parser.add_argument("--no-mine", dest="mine", action="store_false", help=words)


class OpenedStory(NamedTuple):
    """A loaded story with its path, its bytes and its command-line argument.

    The path is "-" for standard input.
    """

    story: "Story"
    word: str
    path: str
    data: bytes


def load_story(word: str, commands: Iterable[str] = ()) -> "Story | None":
    """Return the story named by an argument.

    If it cannot be loaded, print why and return None.
    """
    opened = open_story(word, commands)
    return opened.story if opened else None


def open_story(
    word: str, commands: Iterable[str] = (), large: "Callable[[bytes, str], Story | None] | None" = None
) -> OpenedStory | None:
    """Return a story together with its file.

    If it cannot be loaded, print why and return None. A misspelt name of one of the `commands` gets a suggestion.
    `large` is called first to load a large file, with its bytes and name; if it returns None, the file is loaded
    directly.
    """
    from deepseek_tui.story.loading.diagnostics import InvalidInput, nearest, one_line
    from deepseek_tui.story.loading.document import read
    from deepseek_tui.story.loading.library import find
    from deepseek_tui.story.loading.loader import LARGE, from_bytes

    try:
        path = find(word)
        data = read(path)
        name = "<stdin>" if path == "-" else one_line(path)
        story = large(data, name) if large and len(data) >= LARGE else None
        return OpenedStory(story or from_bytes(data, name), word, path, data)
    except InvalidInput as error:
        print_problems(error)
        command = nearest(word, commands)
        if error.unreadable and command:
            notice(Message("or, as a command, {}", command))
        return None


def load_settings() -> "Settings | None":
    """Return the user's settings.

    If the settings file has problems, print them and return None.
    """
    from deepseek_tui.user_data.paths import settings_file
    from deepseek_tui.user_data.settings import DEFAULTS, is_missing

    file = settings_file()
    if is_missing(file):
        return DEFAULTS
    from deepseek_tui.story.loading.diagnostics import InvalidInput
    from deepseek_tui.user_data.settings_file import load  # The module imports pydantic.

    try:
        return load(file)
    except InvalidInput as error:
        print_problems(error)
        return None


def chosen_language(chosen: str | None, story: "Story", settings: "Settings | None" = None) -> str:
    """Return the interface language for a story.

    It is that of the option, else of the settings, the environment or the story.
    """
    from deepseek_tui.user_data.interface_language import interface_language

    if chosen is None and settings is not None:
        chosen = settings.language  # The setting "auto" is not a language code, so it is ignored later.
    return interface_language(chosen, os.environ, story.languages)


def is_context_shown(chosen: bool | None, settings: "Settings") -> bool:
    """Return whether to show context notes, by option or by setting."""
    return settings.context if chosen is None else chosen


def load_annotations(story: "Story", words: "NotebookWords", *, wanted: bool) -> "Annotations":
    """Return the user's bookmarks and notes in a story.

    Print a notice if some of them cannot be read.
    """
    from deepseek_tui.panes.annotations import NO_ANNOTATIONS

    if not wanted:
        return NO_ANNOTATIONS
    from deepseek_tui.story.format.text import harmless
    from deepseek_tui.user_data.paths import notebook_file
    from deepseek_tui.user_data.readonly_notebook import read_annotations

    file = notebook_file()
    annotations, is_complete = read_annotations(file, story.id)
    if not is_complete:
        notice(words.unread.format(path=harmless(str(file))))
    return annotations
