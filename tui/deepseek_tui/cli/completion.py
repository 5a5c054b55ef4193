"""The `completion` command, which prints a shell completion script."""

import argparse

from deepseek_tui.cli.output import print_text
from deepseek_tui.story.format.messages import Message

SHELLS = ("bash", "zsh", "fish")
PROGRAM = "deepseek-tui"


def add(parser: argparse.ArgumentParser) -> None:
    """Add the argument that names the shell."""
    parser.add_argument("shell", choices=SHELLS, help=Message("the shell"))


def run(options: argparse.Namespace) -> int:
    """Print the script and return the exit status."""
    return print_text(script(options.shell))


def script(shell: str) -> str:
    """Return the script for a shell, which calls the program for every candidate."""
    from argcomplete.shell_integration import shellcode

    return shellcode([PROGRAM], shell=shell, use_defaults=False).lstrip("\n")
