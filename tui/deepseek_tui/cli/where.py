"""The `where` command, which lists the user's files of the program."""

import argparse

from deepseek_tui.cli.message_language import translate
from deepseek_tui.cli.output import print_json, print_text
from deepseek_tui.story.format.messages import Message


def add(parser: argparse.ArgumentParser) -> None:
    """Add the options of the `where` command to a parser."""
    parser.add_argument("--json", action="store_true", help=Message("print the files as a JSON list"))


def run(options: argparse.Namespace) -> int:
    """Print the paths of the user's files and return the exit status."""
    import os

    from deepseek_tui.story.loading.diagnostics import one_line
    from deepseek_tui.user_data.paths import user_files

    if options.json:
        return print_json(
            [
                {
                    "name": place.name,
                    "path": os.fsencode(place.path).decode("utf-8", "replace"),
                    "exists": os.path.lexists(place.path),
                    "purpose": place.purpose,
                }
                for place in user_files()
            ]
        )
    lines = []
    for place in user_files():
        state = translate(Message("there") if os.path.lexists(place.path) else Message("not there"))
        lines.append((place.name, state, one_line(str(place.path), 4096), translate(place.purpose)))
    width = max(11, *(len(state) + 3 for _, state, _, _ in lines))
    return print_text(
        "".join(f"{name:<10}{state:<{width}}{path}\n{'':<{10 + width}}{purpose}\n" for name, state, path, purpose in lines)
    )
