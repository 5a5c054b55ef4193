"""The `schema` command, which prints the JSON Schema of a story file."""

import argparse

from deepseek_tui.cli.output import print_text


def add(parser: argparse.ArgumentParser) -> None:
    """Add no options to the parser of the `schema` command."""


def run(_options: argparse.Namespace) -> int:
    """Print the JSON Schema of stories and return the exit status."""
    from deepseek_tui.story.format.schema import schema_text

    return print_text(schema_text())
