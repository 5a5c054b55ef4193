"""`open`: a story as a dashboard."""

import argparse
import os
import sys

from deepseek_tui.cli.copies import reprint_of
from deepseek_tui.cli.output import DONE, REFUSED, refuse, say_problems
from deepseek_tui.cli.stories import (
    DEFAULT,
    add_context,
    add_language,
    context_of,
    language_of,
    settings_of,
    story_of,
)

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
        return refuse("a dashboard needs a terminal; `deepseek-tui show` prints the same words without one")
    if reads_input and not _take_keys_from_terminal():
        return refuse("there is no terminal to take keys from while the story comes from standard input")
    from deepseek_tui.story.problem import Unusable

    try:
        reprint = reprint_of(options.article, story)
    except Unusable as unusable:
        return say_problems(unusable)
    from deepseek_tui.app import DeepSeekApp

    language, context = language_of(options.lang, story, settings), context_of(options.context, settings)
    theme = options.theme or settings.theme
    app = DeepSeekApp(story, language=language, theme=theme, context=context, reprint=reprint, settings=settings)
    app.run(mouse=settings.mouse if options.mouse is None else options.mouse)
    return app.return_code or DONE


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
