"""`show`: the same words as plain linear text, for screen readers, braille lines and pipes."""

import argparse
import os
import shutil
import sys
from typing import TYPE_CHECKING

from deepseek_tui.cli.output import REFUSED, notice, print_text, refuse, say_problems
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

if TYPE_CHECKING:
    from deepseek_tui.panes.render_context import RenderContext
    from deepseek_tui.render.linear import LinearLine, LinearText
    from deepseek_tui.render.selection import Selection

BOLD, PLAIN = "\x1b[1m", "\x1b[0m"


def add(parser: argparse.ArgumentParser) -> None:
    """Its options."""
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
    add_mine(parser)
    parser.add_argument("--story", default="deepseek", metavar="STORY", help=DEFAULT)
    add_language(parser)


def run(options: argparse.Namespace) -> int:
    """Print it; the exit status."""
    if options.width is not None and options.width < 0:
        return refuse(Message("--width takes a number of cells, or 0 for no wrapping"))
    if options.what == "mine" and not options.mine:
        return refuse(Message("--no-mine leaves the section mine empty"))
    settings = settings_of()
    story = story_of(options.story) if settings is not None else None
    if settings is None or story is None:
        return REFUSED
    from deepseek_tui.cli.local_copy import reprint_of
    from deepseek_tui.i18n.catalogue import words_in
    from deepseek_tui.panes.render_context import RenderContext
    from deepseek_tui.render.selection import Selection, UnknownSelectionError
    from deepseek_tui.story.loading.diagnostics import InvalidInput

    evidence = options.evidence or options.article is not None
    try:
        reprint = reprint_of(options.article, story) if evidence else None
    except InvalidInput as unusable:
        return say_problems(unusable)
    language, context = language_of(options.lang, story, settings), context_of(options.context, settings)
    mine = mine_of(story, words_in(language).notebook, wanted=options.mine)
    reading = RenderContext.of(story, language, context=context, reprint=reprint, mine=mine)
    try:
        part = Selection(reading, options.what)
    except UnknownSelectionError as error:
        return refuse(error.message(reading.words.export))
    text, said = _text(part, options.filter, evidence=evidence)
    if text is None:
        return refuse(said[0])
    _say_of_copy(reading)
    for sentence in said:
        notice(sentence)
    width, bold = shutil.get_terminal_size().columns if options.width is None else options.width, _in_bold()
    return print_text("".join(f"{_styled(line, bold)}\n" for line in text.lines(width)))


def _text(part: "Selection", filtered: str | None, *, evidence: bool) -> "tuple[LinearText | None, list[str]]":
    """The text of a part, or what a filter leaves of it; where that is nothing, why, and what would leave something.

    No text where the filter cannot be read; then the first sentence says why.
    """
    from deepseek_tui.render.linear import LinearText, linear

    if filtered is None:
        return linear(part, evidence=evidence), []
    from deepseek_tui.panes.search import Search
    from deepseek_tui.panes.search_results import why_nothing
    from deepseek_tui.story.analysis.query import parse
    from deepseek_tui.story.format.text import harmless

    query, search = parse(filtered), Search(part.reading)
    if not query:
        return None, [part.reading.words.linear.asks_nothing.format(harmless(filtered).replace("\n", " "))]
    is_loose = part.is_item and part.section is None  # in no pane's rows, but it can be found beside others
    if is_loose and all(hit.ref != part.name for hit in search.find(query)):
        text = LinearText(part.reading)
    else:
        text = linear(part, evidence=evidence, rows=lambda pane: search.rows(pane, query))
    if text.pieces:
        return text, []
    return None if query.unknown else text, [
        harmless(sentence).replace("\n", " ") for sentence in why_nothing(search, query)
    ]


def _say_of_copy(reading: "RenderContext") -> None:
    """What the reader's copy of the article is good for, where it is not the article itself."""
    from deepseek_tui.panes.blocks import Para
    from deepseek_tui.panes.evidence import copy_status

    for block in copy_status(reading):
        if isinstance(block, Para):
            notice("".join(span.text for span in block.spans))


def _styled(line: "LinearLine", bold: bool) -> str:
    return f"{BOLD}{line.text}{PLAIN}" if bold and line.heading else line.text


def _in_bold() -> bool:
    """Whether headings are bold: on a terminal that can, unless NO_COLOR asks for nothing but words."""
    terminal = sys.stdout is not None and not sys.stdout.closed and sys.stdout.isatty()
    return terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
