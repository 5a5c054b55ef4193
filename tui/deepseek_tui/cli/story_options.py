"""Which story a command is about, and how it is told: in which language, with context or without."""

import argparse
import os
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from deepseek_tui.cli.output import notice, say_problems
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
    """`--lang`."""
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
    """`--context` and `--no-context`."""
    words = Message("show or hide the context from outside the article (default: as in the settings, else show it)")
    parser.add_argument("--context", action=argparse.BooleanOptionalAction, default=None, help=words)


def add_mine(parser: argparse.ArgumentParser) -> None:
    """`--no-mine`."""
    words = Message("leave out your bookmarks and notes (by default they are under their items and in the section mine)")
    parser.add_argument("--no-mine", dest="mine", action="store_false", help=words)


class OpenedStory(NamedTuple):
    """A story as it was read: the word that named it, the path of its file ("-" for standard input), and its bytes."""

    story: "Story"
    word: str
    path: str
    data: bytes


def story_of(word: str, commands: Iterable[str] = ()) -> "Story | None":
    """The story that a word means, or nothing once its problems are told."""
    opened = opened_from(word, commands)
    return opened.story if opened else None


def opened_from(
    word: str, commands: Iterable[str] = (), large: "Callable[[bytes, str], Story | None] | None" = None
) -> OpenedStory | None:
    """A story and its file, or nothing once its problems are told; a command that was misspelt is recognised.

    `large` is asked first to read a large one, by its bytes and its name; None is no answer.
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
    except InvalidInput as unusable:
        say_problems(unusable)
        command = nearest(word, commands)
        if unusable.unreadable and command:
            notice(Message("or, as a command, {}", command))
        return None


def settings_of() -> "Settings | None":
    """The reader's settings, or nothing once what is wrong with them is told."""
    from deepseek_tui.user_data.paths import settings_file
    from deepseek_tui.user_data.settings import DEFAULTS, is_missing

    file = settings_file()
    if is_missing(file):
        return DEFAULTS
    from deepseek_tui.story.loading.diagnostics import InvalidInput
    from deepseek_tui.user_data.settings_file import load  # with it comes what reads and checks TOML

    try:
        return load(file)
    except InvalidInput as unusable:
        say_problems(unusable)
        return None


def language_of(chosen: str | None, story: "Story", settings: "Settings | None" = None) -> str:
    """The language to speak: the one chosen, else the settings', else the environment's, else the story's."""
    from deepseek_tui.user_data.interface_language import interface_language

    if chosen is None and settings is not None:
        chosen = settings.language  # where it is "auto", that is no language, and counts as none
    return interface_language(chosen, os.environ, story.languages)


def context_of(chosen: bool | None, settings: "Settings") -> bool:
    """Whether context is shown: what was chosen, else what the settings have."""
    return settings.context if chosen is None else chosen


def mine_of(story: "Story", words: "NotebookWords", *, wanted: bool) -> "Annotations":
    """The reader's marks in a story, as a command prints them; what cannot be read of them is told."""
    from deepseek_tui.panes.annotations import NO_ANNOTATIONS

    if not wanted:
        return NO_ANNOTATIONS
    from deepseek_tui.story.format.text import harmless
    from deepseek_tui.user_data.paths import notebook_file
    from deepseek_tui.user_data.readonly_notebook import read_annotations

    file = notebook_file()
    mine, whole = read_annotations(file, story.id)
    if not whole:
        notice(words.unread.format(path=harmless(str(file))))
    return mine


def is_markdown(path: str) -> bool:
    """Whether a file is Markdown, by its name."""
    return path.endswith((".md", ".markdown"))
