"""The options of the `export` command, apart from the command: the command line reads them and stays light."""

import argparse


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options that are the export's own; which story, and in which language, is every command's."""
    parser.add_argument(
        "what",
        nargs="?",
        default="all",
        metavar="SECTION|ID",
        help="overview, timeline, players, innovations, questions, claims, sources, terms, an item's id, or all (default)",
    )
    parser.add_argument("--format", choices=("markdown",), default="markdown", help="the format to write")
    parser.add_argument(
        "--no-context", dest="context", action="store_false", help="leave out the context from outside the article"
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write to this file instead of standard output")
    parser.add_argument("--force", action="store_true", help="overwrite the file if it exists")
