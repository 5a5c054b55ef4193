"""`where`: which files of the reader's are read and written."""

import argparse

from deepseek_tui.cli.output import print_json, print_text


def add(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("--json", action="store_true", help="print the files as a JSON list")


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
        there = "there" if os.path.lexists(place.path) else "not there"
        lines.append(f"{place.name:<10}{there:<11}{one_line(str(place.path), 4096)}\n{'':<21}{place.purpose}\n")
    return print_text("".join(lines))
