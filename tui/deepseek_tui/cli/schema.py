"""`schema`: the JSON Schema of a story file."""

import argparse

from deepseek_tui.cli.output import print_text


def add(parser: argparse.ArgumentParser) -> None:
    """Takes nothing."""


def run(_options: argparse.Namespace) -> int:
    """Print it; the exit status."""
    from deepseek_tui.story.format.schema import schema_text

    return print_text(schema_text())
