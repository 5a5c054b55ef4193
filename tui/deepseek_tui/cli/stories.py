"""Which story a command is about, and in which language it speaks."""

import argparse
import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from deepseek_tui.cli.output import say_problems, tell

if TYPE_CHECKING:
    from deepseek_tui.story.model import Story

LANGUAGES = ("fr", "en")
STORY = "a path, - for standard input, or the name of a story that comes with the program"
DEFAULT = f"{STORY} (default: deepseek)"


def add_language(parser: argparse.ArgumentParser) -> None:
    """`--lang`."""
    parser.add_argument("--lang", choices=LANGUAGES, help="the language (default: the environment's, else the story's)")


def story_of(word: str, commands: Iterable[str] = ()) -> "Story | None":
    """The story that a word means, or nothing once its problems are told; a command that was misspelt is recognised."""
    from deepseek_tui.story.library import find
    from deepseek_tui.story.loader import load
    from deepseek_tui.story.problem import Unusable, nearest

    try:
        return load(find(word))
    except Unusable as unusable:
        say_problems(unusable)
        command = nearest(word, commands)
        if unusable.unreadable and command:
            tell(f"deepseek-tui: or, as a command, {command}")
        return None


def language_of(chosen: str | None, story: "Story") -> str:
    """The language to speak."""
    from deepseek_tui.reader.language import interface_language

    return interface_language(chosen, os.environ, story.languages)


def is_markdown(path: str) -> bool:
    """Whether a file is Markdown, by its name."""
    return path.endswith((".md", ".markdown"))
