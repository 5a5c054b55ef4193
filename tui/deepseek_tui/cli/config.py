"""The `config` command, which prints or checks settings."""

import argparse

from deepseek_tui.cli.message_language import message_language, translate
from deepseek_tui.cli.output import DONE, FOUND, REFUSED, print_problems, print_text
from deepseek_tui.story.format.messages import Message


def add(parser: argparse.ArgumentParser) -> None:
    """Add the options of the `config` command to a parser."""
    parser.add_argument(
        "--check",
        nargs="?",
        const="",
        metavar="FILE",
        help=Message("validate a settings file (default: yours) instead"),
    )


def run(options: argparse.Namespace) -> int:
    """Print a settings template, or the problems of a settings file.

    Return the exit status.
    """
    from deepseek_tui.user_data.settings_template import default_text

    return print_text(default_text(message_language())) if options.check is None else _check_settings(options.check)


def _check_settings(path: str) -> int:
    """Print the problems of a settings file and return the exit status."""
    from pathlib import Path

    from deepseek_tui.story.loading.diagnostics import InvalidInput
    from deepseek_tui.user_data.paths import settings_file
    from deepseek_tui.user_data.settings_file import load

    try:
        load(Path(path) if path else settings_file(), needed=bool(path))
    except InvalidInput as error:
        if error.unreadable:
            return print_problems(error)
        printed = print_text("".join(f"{problem.worded(translate)}\n" for problem in error.problems))
        return REFUSED if printed else FOUND
    return DONE
