"""`config`: a settings file to begin with, or what is wrong with the one that there is."""

import argparse

from deepseek_tui.cli.output import DONE, FOUND, REFUSED, print_text, say_problems
from deepseek_tui.cli.speech import said, spoken
from deepseek_tui.story.format.messages import Message


def add(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument(
        "--check",
        nargs="?",
        const="",
        metavar="FILE",
        help=Message("validate a settings file (default: yours) instead"),
    )


def run(options: argparse.Namespace) -> int:
    """Print it; the exit status."""
    from deepseek_tui.user_data.settings_template import default_text

    return print_text(default_text(spoken())) if options.check is None else _check(options.check)


def _check(named: str) -> int:
    """Print the mistakes of a settings file, as `check` does of a story."""
    from pathlib import Path

    from deepseek_tui.story.loading.diagnostics import InvalidInput
    from deepseek_tui.user_data.paths import settings_file
    from deepseek_tui.user_data.settings_file import load

    try:
        load(Path(named) if named else settings_file(), needed=bool(named))
    except InvalidInput as unusable:
        if unusable.unreadable:
            return say_problems(unusable)
        printed = print_text("".join(f"{problem.worded(said)}\n" for problem in unusable.problems))
        return REFUSED if printed else FOUND
    return DONE
