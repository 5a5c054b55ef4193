"""Checks of environment variables whose invalid values crash Textual at startup."""

import os
from collections.abc import Mapping

from deepseek_tui.story.format.messages import Message

COLOUR_SYSTEMS = ("auto", "standard", "256", "truecolor", "windows")
"""Colour systems that Rich supports."""


def environment_fault(environment: Mapping[str, str]) -> str:
    """Return a message about an invalid environment variable.

    The message is empty if all variables are valid.
    """
    colours = environment.get("TEXTUAL_COLOR_SYSTEM", COLOUR_SYSTEMS[0])
    if colours not in COLOUR_SYSTEMS:
        return Message("{0} is {1!a}; it can be {2}", "TEXTUAL_COLOR_SYSTEM", colours, ", ".join(COLOUR_SYSTEMS))
    return _log_fault(environment.get("TEXTUAL_LOG", "")) or _driver_fault(environment.get("TEXTUAL_DRIVER"))


def _log_fault(path: str) -> str:
    """Return a message if the file in TEXTUAL_LOG cannot be written.

    Textual 8.2 does not handle that error.
    """
    if not path:
        return ""
    try:
        # The file is opened without blocking, because opening a FIFO without a reader would wait.
        log = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NONBLOCK", 0), 0o666)
        try:
            os.write(log, b"\n")
        finally:
            os.close(log)
    except OSError as error:
        return Message("{0} names {1!a}, which cannot be written: {2}", "TEXTUAL_LOG", path, error.strerror or error)
    return ""


def _driver_fault(name: str | None) -> str:
    """Return a message if the class in TEXTUAL_DRIVER cannot be imported.

    Textual 8.2 does not handle that error.
    """
    if name is None:
        return ""
    from importlib import import_module

    from textual.driver import Driver

    module, _, symbol = name.partition(":")
    try:
        found = getattr(import_module(module), symbol)
    except Exception as error:  # noqa: BLE001 - an imported module may raise any exception
        return Message("{0} names {1!a}, which cannot be imported ({2})", "TEXTUAL_DRIVER", name, type(error).__name__)
    if not isinstance(found, type) or not issubclass(found, Driver):
        return Message("{0} names {1!a}, which is not a driver of Textual", "TEXTUAL_DRIVER", name)
    return ""
