"""The `completion` command, which prints a shell completion script."""

import argparse

from deepseek_tui.cli.output import print_text
from deepseek_tui.story.format.messages import Message

SHELLS = ("bash", "zsh", "fish")
PROGRAM = "deepseek-tui"


def add(parser: argparse.ArgumentParser) -> None:
    """Add the argument that names the shell to a parser."""
    parser.add_argument("shell", choices=SHELLS, help=Message("the shell"))


def run(options: argparse.Namespace) -> int:
    """Print the completion script and return the exit status."""
    return print_text(script(options.shell))


def script(shell: str) -> str:
    """Return the completion script for a shell.

    The script calls the program for every completion.
    """
    from argcomplete.shell_integration import shellcode

    return shellcode([PROGRAM], shell=shell, use_defaults=False).lstrip("\n")
