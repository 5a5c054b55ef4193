"""`check`: what is wrong with a story file, if anything is."""

import argparse
import os
from typing import TYPE_CHECKING

from deepseek_tui.cli.output import DONE, FOUND, REFUSED, print_json, print_text, refuse, say_problems
from deepseek_tui.cli.speech import said
from deepseek_tui.cli.story_options import STORY, is_markdown
from deepseek_tui.story.format.messages import Message

if TYPE_CHECKING:
    from deepseek_tui.story.loading.diagnostics import InvalidInput

STANDARD = "-"


def add(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("story", nargs="?", metavar="STORY", help=STORY)
    parser.add_argument(
        "--article",
        metavar="FILE",
        help=Message("your copy of the article, as text or Markdown, to check the story against"),
    )
    parser.add_argument("--json", action="store_true", help=Message("print the problems as a JSON list"))
    parser.add_argument("--strict", action="store_true", help=Message("exit with status 1 on warnings as well"))
    parser.add_argument(
        "--ignore", action="append", default=[], metavar="RULE", help=Message("a rule to ignore, or several: a,b")
    )
    parser.add_argument("--rules", action="store_true", help=Message("list the rules, and what each finds"))


def run(options: argparse.Namespace) -> int:
    """Say what is found; the exit status."""
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
            room = 1 + max(8, *(len(said(Message(rule.severity.value))) for rule in RULES))
            return print_text(
                "".join(
                    f"{rule.name:<24}{said(Message(rule.severity.value)):<{room}}{said(rule.definition)}\n" for rule in RULES
                )
            )
    if options.story is None:
        return refuse(Message("check needs a story: a path, - for standard input, or a bundled story's name"))
    if options.story == options.article == STANDARD:
        return refuse(Message("the story and the article cannot both come from standard input"))
    try:
        copy = None if options.article is None else _copy(options.article)
    except InvalidInput as unusable:
        return say_problems(unusable)
    try:
        return _lint(options, copy, ignored)
    except InvalidInput as unusable:
        if options.json:
            return _unless_broken(print_json([problem.as_json() for problem in unusable.problems]), unusable)
        if unusable.unreadable:
            return say_problems(unusable)
        return _unless_broken(print_text("".join(f"{problem.worded(said)}\n" for problem in unusable.problems)), unusable)


def _copy(path: str) -> str:
    """The words of the reader's copy of an article. Raises Unusable where it cannot be read."""
    from deepseek_tui.article.local_copy import plain_text
    from deepseek_tui.story.loading.diagnostics import one_line
    from deepseek_tui.story.loading.document import decoded, read

    return plain_text(decoded(read(path), one_line(path)), markdown=is_markdown(path))


def _lint(options: argparse.Namespace, copy: str | None, ignored: set[str]) -> int:
    """Say what the rules find in a sound story. Raises Unusable where it is none."""
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
    reprint = None if copy is None else LocalCopy(copy, story.article)
    found = lint(story, decoded(data, name), name, reprint, ignored)
    if options.json:
        printed = print_json([finding.as_json() for finding in found])
    else:
        printed = print_text("".join(f"{finding.worded(said)}\n" for finding in found))
    fails = any(options.strict or finding.severity is Severity.ERROR for finding in found)
    return printed or (FOUND if fails else DONE)


def _unless_broken(printed: int, unusable: "InvalidInput") -> int:
    """The status for a story with problems, where printing them went well."""
    return printed or (REFUSED if unusable.unreadable else FOUND)
