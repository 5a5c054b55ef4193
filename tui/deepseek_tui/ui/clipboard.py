"""Copying to the clipboards of the terminal and the desktop.

The terminal's clipboard is set with OSC 52, which works over SSH.
"""

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
"""Commands that copy standard input, each with the environment variable that it requires."""


def desktop_command(environment: Mapping[str, str]) -> tuple[str, ...] | None:
    """Return a command that copies to the desktop's clipboard, or None."""
    for variable, command in COMMANDS:
        if (not variable or environment.get(variable)) and shutil.which(command[0]):
            return command
    return None


def copy(app: App[object], text: str) -> None:
    """Copy a text to the clipboards of the terminal and the desktop.

    Failures are ignored.
    """
    app.copy_to_clipboard(text)
    command = desktop_command(os.environ)
    if command is not None:
        app.run_worker(lambda: _pipe(command, text), thread=True, exit_on_error=False)


def _pipe(command: tuple[str, ...], text: str) -> None:
    quiet = subprocess.DEVNULL
    subprocess.run(command, input=text.encode(), check=False, timeout=5, stdout=quiet, stderr=quiet)  # noqa: S603 - from COMMANDS
