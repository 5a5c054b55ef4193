"""`export`: a story, a section or an item as Markdown."""

import argparse

from deepseek_tui.cli.output import REFUSED, refuse, write_output
from deepseek_tui.cli.story_options import (
    DEFAULT,
    add_context,
    add_language,
    add_mine,
    add_selection,
    context_of,
    language_of,
    mine_of,
    settings_of,
    story_of,
)
from deepseek_tui.story.format.messages import Message

STANDARD = "-"


def add(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    add_selection(parser)
    from deepseek_tui.render.writers import DEFAULT_FORMAT, WRITERS

    parser.add_argument("--format", choices=tuple(WRITERS), default=DEFAULT_FORMAT, help=Message("the format to write"))
    add_context(parser)
    add_mine(parser)
    parser.add_argument(
        "-o", "--output", metavar="FILE", help=Message("write to this file or pipe instead of standard output")
    )
    parser.add_argument(
        "--force",
        action="store_true",
        help=Message("replace the file if it exists; its other hard links keep the old content"),
    )
    parser.add_argument("--story", default="deepseek", metavar="STORY", help=DEFAULT)
    add_language(parser)


def run(options: argparse.Namespace) -> int:
    """Write it; the exit status."""
    from deepseek_tui.i18n.catalogue import words_in
    from deepseek_tui.render.export import Export
    from deepseek_tui.render.selection import UnknownSelectionError
    from deepseek_tui.user_data.atomic_files import SaveError

    if options.what == "mine" and not options.mine:
        return refuse(Message("--no-mine leaves the section mine empty"))
    settings = settings_of()
    story = story_of(options.story) if settings is not None else None
    if settings is None or story is None:
        return REFUSED
    language, context = language_of(options.lang, story, settings), context_of(options.context, settings)
    words = words_in(language)
    try:
        mine = mine_of(story, words.notebook, wanted=options.mine)
        export = Export.of(story, language, options.what, format=options.format, context=context, mine=mine)
        output = STANDARD if options.output is None else options.output
        return write_output(output, export.data, force=options.force)
    except (UnknownSelectionError, SaveError) as error:
        return refuse(error.message(words.export))
