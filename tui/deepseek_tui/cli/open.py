"""`open`: a story as a dashboard."""

import argparse
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from deepseek_tui.cli.output import DONE, REFUSED, refuse, say_problems
from deepseek_tui.cli.stories import (
    DEFAULT,
    add_context,
    add_language,
    context_of,
    is_markdown,
    language_of,
    settings_of,
    story_of,
)

if TYPE_CHECKING:
    from deepseek_tui.story.model import Story
    from deepseek_tui.story.reprint import Reprint

THEMES = ("dark", "light", "terminal")
STANDARD = "-"


def add(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("story", nargs="?", default="deepseek", metavar="STORY", help=DEFAULT)
    add_language(parser)
    parser.add_argument("--theme", default="", metavar="NAME", help=f"colours to begin with: {', '.join(THEMES)}")
    parser.add_argument(
        "--mouse",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="take the mouse, or leave it to the terminal (default: as the settings have it, else take it)",
    )
    parser.add_argument("--article", metavar="FILE", help="your copy of the article: its passages are shown as evidence")
    add_context(parser)


def run(options: argparse.Namespace) -> int:
    """Open it; the exit status."""
    if options.theme and options.theme not in THEMES:
        return refuse(f"there is no theme {options.theme!a}; there are {', '.join(THEMES)}")
    settings = settings_of()
    if settings is None:
        return REFUSED
    reads_input = options.story == STANDARD
    story = story_of(options.story, options.commands)
    if story is None:
        return REFUSED
    if not all(map(_is_terminal, (sys.stdout, sys.stderr) if reads_input else (sys.stdin, sys.stdout, sys.stderr))):
        return refuse("a dashboard needs a terminal; `deepseek-tui export` prints the same words without one")
    if reads_input and not _take_keys_from_terminal():
        return refuse("there is no terminal to take keys from while the story comes from standard input")
    from deepseek_tui.story.problem import Unusable

    try:
        reprint = _reprint(options.article, story)
    except Unusable as unusable:
        return say_problems(unusable)
    from deepseek_tui.app import DeepSeekApp

    language, context = language_of(options.lang, story, settings), context_of(options.context, settings)
    theme = options.theme or settings.theme
    app = DeepSeekApp(story, language=language, theme=theme, context=context, reprint=reprint, settings=settings)
    app.run(mouse=settings.mouse if options.mouse is None else options.mouse)
    return app.return_code or DONE


def _reprint(named: str | None, story: "Story") -> "Reprint | None":
    """The reader's copy of the article: the one named, else the one remembered, which may be gone by now.

    Raises Unusable where the one named cannot be read.
    """
    from pathlib import Path

    from deepseek_tui.reader.copies import remember, remembered
    from deepseek_tui.reader.folders import copies_file

    path = named or remembered(story.id, copies_file())
    if not path:
        return None
    from deepseek_tui.export.files import SaveError, save
    from deepseek_tui.story.document import decoded, read
    from deepseek_tui.story.problem import Unusable, clean
    from deepseek_tui.story.reprint import Recognition, Reprint, words_of

    try:
        text = decoded(read(path), clean(path))
    except Unusable:
        if named:
            raise
        return None
    reprint = Reprint(words_of(text, markdown=is_markdown(path)), story.article)
    if named and reprint.recognition is not Recognition.NONE:
        with suppress(SaveError):
            remember(story.id, Path(path), copies_file(), lambda file, data: save(file, data, overwrite=True))
    return reprint


def _is_terminal(stream: object) -> bool:
    isatty = getattr(stream, "isatty", None)
    return stream is not None and isatty is not None and not getattr(stream, "closed", False) and bool(isatty())


def _take_keys_from_terminal() -> bool:
    """Put the controlling terminal in the place of a standard input that was a story."""
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return False
    os.dup2(terminal, 0)
    os.close(terminal)
    return True
