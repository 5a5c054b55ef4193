"""`export`: a story, a section or an item as Markdown."""

import argparse

from deepseek_tui.cli.output import REFUSED
from deepseek_tui.cli.stories import DEFAULT, add_context, add_language, context_of, language_of, settings_of, story_of


def add(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument(
        "what",
        nargs="?",
        default="all",
        metavar="SECTION|ID",
        help="overview, timeline, players, innovations, questions, claims, sources, terms, an item's id, or all (default)",
    )
    parser.add_argument("--format", choices=("markdown",), default="markdown", help="the format to write")
    add_context(parser)
    parser.add_argument("-o", "--output", metavar="FILE", help="write to this file instead of standard output")
    parser.add_argument("--force", action="store_true", help="overwrite the file if it exists")
    parser.add_argument("--story", default="deepseek", metavar="STORY", help=DEFAULT)
    add_language(parser)


def run(options: argparse.Namespace) -> int:
    """Write it; the exit status."""
    from deepseek_tui.export.command import run as export

    settings = settings_of()
    story = story_of(options.story) if settings is not None else None
    if settings is None or story is None:
        return REFUSED
    language, context = language_of(options.lang, story, settings), context_of(options.context, settings)
    return export(story, language, options.what, context=context, output=options.output, force=options.force)
