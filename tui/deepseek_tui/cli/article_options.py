"""Reading of an article by a command, and the options for it."""

import argparse
from typing import TYPE_CHECKING

from deepseek_tui.cli.output import notice
from deepseek_tui.story.format.messages import Message

if TYPE_CHECKING:
    from deepseek_tui.article.importers.imported import ImportedArticle


def add_encoding(parser: argparse.ArgumentParser) -> None:
    """Add the option `--encoding` to a parser."""
    words = Message("the encoding of the article (default: UTF-8, UTF-16 or Windows-1252, whichever fits)")
    parser.add_argument("--encoding", metavar="NAME", help=words)


def told_article(path: str, *, encoding: str | None = None, language: str | None = None) -> "ImportedArticle":
    """Return the article in a file.

    Print what was assumed and left out. Raises InvalidInput.
    """
    from deepseek_tui.article.importers.article_reader import read_article

    article = read_article(path, encoding=encoding, language=language)
    for message in article.notices:
        notice(message)
    return article
