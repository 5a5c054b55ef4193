"""The clipboard: the terminal's own (OSC 52), which works over SSH, and the desktop's where there is one."""

import os
import shutil
import subprocess
from collections.abc import Mapping

from textual.app import App

COMMANDS = (
    ("WAYLAND_DISPLAY", ("wl-copy",)),
    ("DISPLAY", ("xclip", "-selection", "clipboard")),
    ("DISPLAY", ("xsel", "--clipboard", "--input")),
    ("", ("pbcopy",)),
)
"""The desktop's commands that take a text, and the variable that says that their desktop is there."""


def desktop_command(environment: Mapping[str, str]) -> tuple[str, ...] | None:
    """The command that hands a text to the desktop's clipboard; none where there is no desktop, or no command."""
    for variable, command in COMMANDS:
        if (not variable or environment.get(variable)) and shutil.which(command[0]):
            return command
    return None


def copy(app: App[object], text: str) -> None:
    """Copy a text to the terminal's clipboard, and to the desktop's; what neither takes is not an error."""
    app.copy_to_clipboard(text)
    command = desktop_command(os.environ)
    if command is not None:
        app.run_worker(lambda: _hand_over(command, text), thread=True, exit_on_error=False)


def _hand_over(command: tuple[str, ...], text: str) -> None:
    quiet = subprocess.DEVNULL
    subprocess.run(command, input=text.encode(), check=False, timeout=5, stdout=quiet, stderr=quiet)  # noqa: S603 - one of ours
