"""The `export` command, which writes a part of a story as Markdown."""

import argparse

from deepseek_tui.cli.output import REFUSED, refuse, write_output
from deepseek_tui.cli.story_options import (
    DEFAULT,
    add_annotations,
    add_context,
    add_language,
    add_selection,
    chosen_language,
    is_context_shown,
    load_annotations,
    load_settings,
    load_story,
)
from deepseek_tui.story.format.messages import Message

STANDARD = "-"


def add(parser: argparse.ArgumentParser) -> None:
    """Add the options of the `export` command to a parser."""
    add_selection(parser)
    from deepseek_tui.render.writers import DEFAULT_FORMAT, WRITERS

    parser.add_argument("--format", choices=tuple(WRITERS), default=DEFAULT_FORMAT, help=Message("the format to write"))
    add_context(parser)
    add_annotations(parser)
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
    """Write the exported document and return the exit status."""
    from deepseek_tui.i18n.catalogue import words_in
    from deepseek_tui.render.export import Export
    from deepseek_tui.render.selection import UnknownSelectionError
    from deepseek_tui.user_data.atomic_files import SaveError

    if options.what == "mine" and not options.mine:
        return refuse(Message("--no-mine leaves the section mine empty"))
    settings = load_settings()
    story = load_story(options.story) if settings is not None else None
    if settings is None or story is None:
        return REFUSED
    language, context = chosen_language(options.lang, story, settings), is_context_shown(options.context, settings)
    words = words_in(language)
    try:
        mine = load_annotations(story, words.notebook, wanted=options.mine)
        export = Export.of(story, language, options.what, format=options.format, context=context, mine=mine)
        output = STANDARD if options.output is None else options.output
        return write_output(output, export.data, force=options.force)
    except (UnknownSelectionError, SaveError) as error:
        return refuse(error.message(words.export))
