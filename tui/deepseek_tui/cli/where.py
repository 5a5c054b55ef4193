"""`where`: which files of the reader's are read and written."""

import argparse

from deepseek_tui.cli.message_language import translate
from deepseek_tui.cli.output import print_json, print_text
from deepseek_tui.story.format.messages import Message


def add(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("--json", action="store_true", help=Message("print the files as a JSON list"))


def run(options: argparse.Namespace) -> int:
    """Print them; the exit status."""
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
        there = translate(Message("there") if os.path.lexists(place.path) else Message("not there"))
        lines.append((place.name, there, one_line(str(place.path), 4096), translate(place.purpose)))
    room = max(11, *(len(there) + 3 for _, there, _, _ in lines))
    return print_text(
        "".join(f"{name:<10}{there:<{room}}{path}\n{'':<{10 + room}}{purpose}\n" for name, there, path, purpose in lines)
    )
