"""The `show` command, which prints a story as plain text.

The text is meant for screen readers, braille displays and pipes.
"""

import argparse
import os
import shutil
import sys
from typing import TYPE_CHECKING

from deepseek_tui.cli.output import REFUSED, notice, print_problems, print_text, refuse
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

if TYPE_CHECKING:
    from deepseek_tui.panes.render_context import RenderContext
    from deepseek_tui.render.linear import LinearLine, LinearText
    from deepseek_tui.render.selection import Selection

BOLD, PLAIN = "\x1b[1m", "\x1b[0m"


def add(parser: argparse.ArgumentParser) -> None:
    """Add the options of the `show` command to a parser."""
    add_selection(parser)
    parser.add_argument(
        "--filter",
        metavar="QUERY",
        help=Message('show only what matches: nvidia "a phrase" -without by:scmp p:6 kind:person'),
    )
    parser.add_argument("--evidence", action="store_true", help=Message("show under each item who says it, and where"))
    parser.add_argument(
        "--article",
        metavar="FILE",
        help=Message("your copy of the article: its passages are shown with the evidence; implies --evidence"),
    )
    parser.add_argument(
        "--width",
        type=int,
        metavar="CELLS",
        help=Message("wrap lines at this width; 0 does not wrap (default: the terminal's width, else 80)"),
    )
    add_context(parser)
    add_annotations(parser)
    parser.add_argument("--story", default="deepseek", metavar="STORY", help=DEFAULT)
    add_language(parser)


def run(options: argparse.Namespace) -> int:
    """Print the story as text and return the exit status."""
    if options.width is not None and options.width < 0:
        return refuse(Message("--width takes a number of cells, or 0 for no wrapping"))
    if options.what == "mine" and not options.mine:
        return refuse(Message("--no-mine leaves the section mine empty"))
    settings = load_settings()
    story = load_story(options.story) if settings is not None else None
    if settings is None or story is None:
        return REFUSED
    from deepseek_tui.cli.local_copy import load_local_copy
    from deepseek_tui.i18n.catalogue import words_in
    from deepseek_tui.panes.render_context import RenderContext
    from deepseek_tui.render.selection import Selection, UnknownSelectionError
    from deepseek_tui.story.loading.diagnostics import InvalidInput

    evidence = options.evidence or options.article is not None
    try:
        local_copy = load_local_copy(options.article, story) if evidence else None
    except InvalidInput as error:
        return print_problems(error)
    language, context = chosen_language(options.lang, story, settings), is_context_shown(options.context, settings)
    mine = load_annotations(story, words_in(language).notebook, wanted=options.mine)
    reading = RenderContext.of(story, language, context=context, local_copy=local_copy, mine=mine)
    try:
        part = Selection(reading, options.what)
    except UnknownSelectionError as error:
        return refuse(error.message(reading.words.export))
    text, messages = _filtered_text(part, options.filter, evidence=evidence)
    if text is None:
        return refuse(messages[0])
    _print_copy_status(reading)
    for sentence in messages:
        notice(sentence)
    width, bold = shutil.get_terminal_size().columns if options.width is None else options.width, _is_bold_supported()
    return print_text("".join(f"{_styled(line, bold)}\n" for line in text.lines(width)))


def _filtered_text(part: "Selection", filtered: str | None, *, evidence: bool) -> "tuple[LinearText | None, list[str]]":
    """Return the part of a section or item that matches a filter.

    Messages that explain an empty result are returned with it. The text is None if the filter is invalid; the first
    message then says why.
    """
    from deepseek_tui.render.linear import LinearText, linear

    if filtered is None:
        return linear(part, evidence=evidence), []
    from deepseek_tui.panes.search import Search
    from deepseek_tui.panes.search_results import explain_no_results
    from deepseek_tui.story.analysis.query import parse
    from deepseek_tui.story.format.text import harmless

    query, search = parse(filtered), Search(part.reading)
    if not query:
        return None, [part.reading.words.linear.asks_nothing.format(harmless(filtered).replace("\n", " "))]
    # An item without a row in any list is found through the page of another item.
    is_standalone = part.is_item and part.section is None
    if is_standalone and all(hit.ref != part.name for hit in search.find(query)):
        text = LinearText(part.reading)
    else:
        text = linear(part, evidence=evidence, rows=lambda pane: search.rows(pane, query))
    if text.pieces:
        return text, []
    return None if query.unknown else text, [
        harmless(sentence).replace("\n", " ") for sentence in explain_no_results(search, query)
    ]


def _print_copy_status(reading: "RenderContext") -> None:
    """Print a notice if the user's copy differs from the article."""
    from deepseek_tui.panes.blocks import Para
    from deepseek_tui.panes.evidence import copy_status

    for block in copy_status(reading):
        if isinstance(block, Para):
            notice("".join(span.text for span in block.spans))


def _styled(line: "LinearLine", bold: bool) -> str:
    return f"{BOLD}{line.text}{PLAIN}" if bold and line.heading else line.text


def _is_bold_supported() -> bool:
    """Return whether to print headings in bold.

    The terminal must support it, and NO_COLOR must not be set.
    """
    terminal = sys.stdout is not None and not sys.stdout.closed and sys.stdout.isatty()
    return terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
