"""Log of internal errors, without any text of the reader."""

import platform
import traceback
from datetime import datetime
from pathlib import Path

from deepseek_tui import __version__

MAX_SIZE = 256 * 1024
"""The size in bytes at which the log is started again."""


def error_report(error: BaseException, now: datetime) -> str:
    """Return the log entry of an error, without its messages.

    It has the types of the error and of its causes, and the stack frames. Messages and the values of variables are left
    out, because they may contain the reader's text.
    """
    lines = [
        f"{now:%Y-%m-%dT%H:%M:%S%z} deepseek-tui {__version__}, Python {platform.python_version()}, {platform.system()}"
    ]
    link: BaseException | None = error
    while link is not None:
        lines.append(f"{type(link).__module__}.{type(link).__qualname__}")
        lines += [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(link.__traceback__)]
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    return "\n".join((*lines, "", ""))


def append_error(error: BaseException, file: Path) -> bool:
    """Append an error to the log and return whether that was possible."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        mode = "w" if file.exists() and file.stat().st_size > MAX_SIZE else "a"
        with file.open(mode, encoding="utf-8", errors="backslashreplace") as log:
            log.write(error_report(error, datetime.now().astimezone()))
    except (OSError, ValueError):
        return False
    return True
