"""The `fingerprint` command, which prints or stores the fingerprints of an article."""

import argparse

from deepseek_tui.cli.article_options import add_encoding, told_article
from deepseek_tui.cli.message_language import message_language
from deepseek_tui.cli.output import DONE, print_json, print_problems, refuse
from deepseek_tui.i18n.catalogue import words_in
from deepseek_tui.story.format.messages import Message

STANDARD = "-"


def add(parser: argparse.ArgumentParser) -> None:
    """Add the options of the `fingerprint` command to a parser."""
    parser.add_argument(
        "article",
        metavar="ARTICLE",
        help=Message(
            "the article: plain text, Markdown, HTML, PDF, docx, or a timeline in JSON or CSV; - for standard input"
        ),
    )
    add_encoding(parser)
    parser.add_argument("--into", metavar="STORY", help=Message("write them into this story file instead of printing them"))


def run(options: argparse.Namespace) -> int:
    """Print the fingerprints of an article, or write them into a story.

    Return the exit status.
    """
    from deepseek_tui.article.fingerprints import article_fingerprints
    from deepseek_tui.story.loading.diagnostics import InvalidInput

    try:
        text = told_article(options.article, encoding=options.encoding).text
        paragraphs = article_fingerprints(text)
        if not paragraphs:
            return refuse(Message("the article is empty"))
        return print_json(paragraphs) if options.into is None else _write_into(options.into, text)
    except InvalidInput as error:
        return print_problems(error)


def _write_into(path: str, text: str) -> int:
    """Write the fingerprints of an article into a story file.

    The file is replaced atomically. A story that contains the text of its article receives the new text as well. Raises
    InvalidInput if the file cannot be read.
    """
    import orjson

    from deepseek_tui.article.fingerprints import article_fingerprints, paragraphs, sentences
    from deepseek_tui.story.loading.diagnostics import InvalidInput, one_line
    from deepseek_tui.story.loading.document import parsed, read
    from deepseek_tui.user_data.atomic_files import SaveError, save

    if path == STANDARD:
        return refuse(Message("--into needs a file"))
    document, problems = parsed(read(path, regular=True), one_line(path))
    if problems:
        raise InvalidInput(problems)
    article = document.get("article") if isinstance(document, dict) else None
    if not isinstance(article, dict):
        return refuse(Message('{} is no story with an "article" to put the fingerprints into', one_line(path)))
    known = article.get("paragraphs")
    has_text = isinstance(known, list) and any(isinstance(one, dict) and one.get("text") for one in known)
    article["paragraphs"] = [
        {**fingerprints, "text": sentences(paragraph)} if has_text else fingerprints
        for fingerprints, paragraph in zip(article_fingerprints(text), paragraphs(text), strict=True)
    ]
    try:
        save(path, orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE), overwrite=True)
    except SaveError as error:
        return refuse(error.message(words_in(message_language()).export))
    return DONE
