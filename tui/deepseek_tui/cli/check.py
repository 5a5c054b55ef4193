"""The `check` command, which validates and lints a story file."""

import argparse
import os
from typing import TYPE_CHECKING

from deepseek_tui.cli.article_options import add_encoding
from deepseek_tui.cli.message_language import translate
from deepseek_tui.cli.output import DONE, FOUND, REFUSED, print_json, print_problems, print_text, refuse
from deepseek_tui.cli.story_options import STORY
from deepseek_tui.story.format.messages import Message

if TYPE_CHECKING:
    from deepseek_tui.story.loading.diagnostics import InvalidInput

STANDARD = "-"


def add(parser: argparse.ArgumentParser) -> None:
    """Add the options of the `check` command to a parser."""
    parser.add_argument("story", nargs="?", metavar="STORY", help=STORY)
    parser.add_argument(
        "--article",
        metavar="FILE",
        help=Message("your copy of the article, to check the story against: text, Markdown, HTML, PDF, docx or a timeline"),
    )
    add_encoding(parser)
    parser.add_argument("--json", action="store_true", help=Message("print the problems as a JSON list"))
    parser.add_argument("--strict", action="store_true", help=Message("exit with status 1 on warnings as well"))
    parser.add_argument(
        "--ignore", action="append", default=[], metavar="RULE", help=Message("a rule to ignore, or several: a,b")
    )
    parser.add_argument("--rules", action="store_true", help=Message("list the rules, and what each finds"))


def run(options: argparse.Namespace) -> int:
    """Print the problems of a story file and return the exit status."""
    from deepseek_tui.story.loading.diagnostics import InvalidInput, nearest

    ignored = {name.strip() for names in options.ignore for name in names.split(",")} - {""}
    if options.rules or ignored:
        from deepseek_tui.article.lint.rules import RULES

        known = {rule.name for rule in RULES}
        if ignored - known:
            name = min(ignored - known)
            return refuse(
                Message("there is no rule {0!a}; {1}", name, nearest(name, known) or Message("`check --rules` lists them"))
            )
        if options.rules:
            width = 1 + max(8, *(len(translate(Message(rule.severity.value))) for rule in RULES))
            return print_text(
                "".join(
                    f"{rule.name:<24}{translate(Message(rule.severity.value)):<{width}}{translate(rule.definition)}\n"
                    for rule in RULES
                )
            )
    if options.story is None:
        return refuse(Message("check needs a story: a path, - for standard input, or a bundled story's name"))
    if options.story == options.article == STANDARD:
        return refuse(Message("the story and the article cannot both come from standard input"))
    try:
        copy = None if options.article is None else _read_copy(options.article, options.encoding)
    except InvalidInput as error:
        return print_problems(error)
    try:
        return _lint(options, copy, ignored)
    except InvalidInput as error:
        if options.json:
            return _status_of_invalid_story(print_json([problem.as_json() for problem in error.problems]), error)
        if error.unreadable:
            return print_problems(error)
        return _status_of_invalid_story(
            print_text("".join(f"{problem.worded(translate)}\n" for problem in error.problems)), error
        )


def _read_copy(path: str, encoding: str | None) -> str:
    """Return the text of the user's copy of the article.

    Raises InvalidInput if it is unreadable.
    """
    from deepseek_tui.article.importers.article_reader import read_article

    return read_article(path, encoding=encoding).text


def _lint(options: argparse.Namespace, copy: str | None, ignored: set[str]) -> int:
    """Print the lint findings of a valid story.

    Raises InvalidInput for an invalid one.
    """
    from deepseek_tui.article.lint.finding import Severity
    from deepseek_tui.article.lint.rules import lint
    from deepseek_tui.article.local_copy import LocalCopy
    from deepseek_tui.story.loading.diagnostics import one_line
    from deepseek_tui.story.loading.document import decoded, read
    from deepseek_tui.story.loading.library import find
    from deepseek_tui.story.loading.loader import from_bytes

    path = find(options.story)
    name = "<stdin>" if str(path) == STANDARD else one_line(os.fspath(path))
    data = read(path)
    story = from_bytes(data, name)
    local_copy = None if copy is None else LocalCopy(copy, story.article)
    found = lint(story, decoded(data, name), name, local_copy, ignored)
    if options.json:
        printed = print_json([finding.as_json() for finding in found])
    else:
        printed = print_text("".join(f"{finding.worded(translate)}\n" for finding in found))
    fails = any(options.strict or finding.severity is Severity.ERROR for finding in found)
    return printed or (FOUND if fails else DONE)


def _status_of_invalid_story(printed: int, error: "InvalidInput") -> int:
    """Return the exit status for an invalid story.

    If printing failed with another status, that one is returned.
    """
    return printed or (REFUSED if error.unreadable else FOUND)
