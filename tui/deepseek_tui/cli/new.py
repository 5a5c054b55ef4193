"""The `new` command, which drafts a story from an article."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from deepseek_tui.cli.article_options import add_encoding, told_article
from deepseek_tui.cli.message_language import message_language
from deepseek_tui.cli.output import json_text, notice, print_problems, print_text, refuse, write_output
from deepseek_tui.cli.streams import descriptor_named, is_stream
from deepseek_tui.i18n.catalogue import words_in
from deepseek_tui.i18n.panes import counted
from deepseek_tui.story.format.messages import Message

if TYPE_CHECKING:
    from deepseek_tui.article.importers.imported import ImportedArticle

STANDARD = "-"

OTHER_LANGUAGES = {
    "ca": Message("Catalan"),
    "da": Message("Danish"),
    "de": Message("German"),
    "es": Message("Spanish"),
    "it": Message("Italian"),
    "nl": Message("Dutch"),
    "pl": Message("Polish"),
    "pt": Message("Portuguese"),
    "ro": Message("Romanian"),
    "sv": Message("Swedish"),
}
"""The languages that are recognised and refused."""


def add(parser: argparse.ArgumentParser) -> None:
    """Add the options of the `new` command to a parser."""
    parser.add_argument(
        "article",
        metavar="ARTICLE",
        help=Message(
            "the article: plain text, Markdown, HTML, PDF, docx, or a timeline in JSON or CSV; - for standard input"
        ),
    )
    parser.add_argument("-o", "--output", metavar="STORY", help=Message("the story file to write; - prints it"))
    parser.add_argument(
        "--json",
        action="store_true",
        help=Message("print every name, number, date and quotation found, and write no story"),
    )
    parser.add_argument(
        "--embed-text",
        action="store_true",
        help=Message("put the article's sentences into the story, if you have the right to publish them"),
    )
    parser.add_argument(
        "--lang", choices=("en", "fr"), help=Message("the article's language (default: detected from its common words)")
    )
    add_encoding(parser)
    parser.add_argument("--id", metavar="ID", help=Message("the story's id (default: the file's name)"))
    parser.add_argument(
        "--force",
        action="store_true",
        help=Message("replace the file if it exists; its other hard links keep the old content"),
    )


def run(options: argparse.Namespace) -> int:
    """Write the draft story and return the exit status."""
    from pathlib import Path

    from deepseek_tui.article.draft import slug
    from deepseek_tui.article.extraction.language import LANGUAGES, language_of
    from deepseek_tui.story.format.model import is_id
    from deepseek_tui.story.loading.diagnostics import InvalidInput

    if options.json == bool(options.output):
        return refuse(Message("give either -o STORY or --json"))
    file = options.article if options.json or _is_unnamed(options.output) else options.output
    name = options.id or ("" if _is_unnamed(file) else slug(Path(file).stem)) or "story"
    if not is_id(name):
        return refuse(Message("{0!a} is no id: small letters, digits and single hyphens make one", name))
    try:
        article = told_article(options.article, encoding=options.encoding, language=options.lang)
    except InvalidInput as error:
        return print_problems(error)
    if not article.text.strip():
        return refuse(Message("the article is empty"))
    language = options.lang or language_of(article.text)
    if language is not None and language not in LANGUAGES:
        return refuse(
            Message(
                "the article seems to be in {0}; stories are drafted from French and English ones (--lang if that is wrong)",
                OTHER_LANGUAGES[language],
            )
        )
    if language is None:
        return refuse(
            Message("the article is in neither French nor English, or too short to tell; give its language with --lang")
        )
    return _print_mentions(article.text, language) if options.json else _write_draft(article, language, name, options)


def _print_mentions(text: str, language: str) -> int:
    from deepseek_tui.article.extraction.mention_list import mention_list

    return print_text(json_text({"language": language, "mentions": mention_list(text, language)}))


def _write_draft(article: "ImportedArticle", language: str, name: str, options: argparse.Namespace) -> int:
    from datetime import datetime

    from deepseek_tui.article.draft import draft
    from deepseek_tui.article.imported_draft import add_imported
    from deepseek_tui.story.loading.diagnostics import one_line
    from deepseek_tui.user_data.atomic_files import SaveError

    today = datetime.now().astimezone().date().isoformat()
    story = draft(article.text, language=language, name=name, today=today, embed_text=options.embed_text)
    add_imported(story, article, today)
    text = json_text(story)
    if options.output == STANDARD:
        return print_text(text)
    if options.force and not is_stream(options.output) and _same_file(options.article, options.output):
        return refuse(Message("the story would overwrite the article"))
    try:
        with _derived_text(article, options):
            status = write_output(options.output, text.encode(), force=options.force)
    except SaveError as error:
        return refuse(error.message(words_in(message_language()).export))
    found = {kind: len(story[f"{kind}s"]) for kind in ("claim", "figure", "event", "player")}
    nouns = words_in(message_language()).changes.nouns
    counts = ", ".join(f"{count} {counted(nouns[f'{kind}s'], count, message_language())}" for kind, count in found.items())
    if not status:
        notice(
            Message("{0}: {1}; every object marked as draft is a guess, to be confirmed", one_line(options.output), counts)
        )
    return status


@contextmanager
def _derived_text(article: "ImportedArticle", options: argparse.Namespace) -> Iterator[None]:
    """Save the text of a timeline in a file beside the story.

    Remove the file if the story cannot be saved.
    """
    if not article.slides or _is_unnamed(options.output):
        yield
        return
    from pathlib import Path

    from deepseek_tui.story.loading.diagnostics import one_line
    from deepseek_tui.user_data.atomic_files import save

    story = Path(options.output)
    file = story.with_suffix(".txt")
    if file == story or _same_file(options.article, str(file)):
        file = story.with_name(f"{story.stem}-text.txt")
    data = f"{article.text}\n".encode()
    is_there = file.exists() and file.read_bytes() == data
    if not is_there:
        save(file, data, overwrite=options.force)
    try:
        yield
    except BaseException:
        if not is_there and not options.force:
            file.unlink(missing_ok=True)
        raise
    notice(Message("{0}: the dates and texts of the timeline, for `check --article`", one_line(str(file))))


def _is_unnamed(path: str) -> bool:
    """Return whether a path gives no name to a story.

    Standard streams and pipes give none.
    """
    return path == STANDARD or descriptor_named(path) is not None or is_stream(path)


def _same_file(one: str, other: str) -> bool:
    from pathlib import Path

    try:
        return Path(one).samefile(other)
    except (OSError, ValueError):
        return False
