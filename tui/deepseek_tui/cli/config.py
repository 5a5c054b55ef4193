"""`config`: a settings file to begin with, or what is wrong with the one that there is."""

import argparse

from deepseek_tui.cli.message_language import message_language, translate
from deepseek_tui.cli.output import DONE, FOUND, REFUSED, print_problems, print_text
from deepseek_tui.story.format.messages import Message


def add(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument(
        "--check",
        nargs="?",
        const="",
        metavar="FILE",
        help=Message("say what is wrong with a settings file (default: yours) instead"),
    )


def run(options: argparse.Namespace) -> int:
    """Print it; the exit status."""
    from deepseek_tui.user_data.settings_template import default_text

    return print_text(default_text(message_language())) if options.check is None else _check_settings(options.check)


def _check_settings(named: str) -> int:
    """Print the mistakes of a settings file, as `check` does of a story."""
    from pathlib import Path

    from deepseek_tui.story.loading.diagnostics import InvalidInput
    from deepseek_tui.user_data.paths import settings_file
    from deepseek_tui.user_data.settings_file import load

    try:
        load(Path(named) if named else settings_file(), needed=bool(named))
    except InvalidInput as unusable:
        if unusable.unreadable:
            return print_problems(unusable)
        printed = print_text("".join(f"{problem.worded(translate)}\n" for problem in unusable.problems))
        return REFUSED if printed else FOUND
    return DONE
