"""`completion`: the script that teaches a shell to complete this program's words."""

import argparse

from deepseek_tui.cli.output import print_text
from deepseek_tui.story.format.messages import Message

SHELLS = ("bash", "zsh", "fish")
PROGRAM = "deepseek-tui"


def add(parser: argparse.ArgumentParser) -> None:
    """Takes the name of a shell."""
    parser.add_argument("shell", choices=SHELLS, help=Message("the shell"))


def run(options: argparse.Namespace) -> int:
    """Print the script; the exit status."""
    return print_text(script(options.shell))


def script(shell: str) -> str:
    """The script for a shell: the program is asked for every word, so that the script never goes stale."""
    from argcomplete.shell_integration import shellcode

    return shellcode([PROGRAM], shell=shell, use_defaults=False).lstrip("\n")
