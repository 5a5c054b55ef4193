"""The log: where an error of the program's own happened, for whoever mends it; never a word of the reader's."""

import platform
import traceback
from datetime import datetime
from pathlib import Path

from deepseek_tui import __version__

LARGEST = 256 * 1024
"""How many bytes the log may have before it begins anew."""


def error_report(error: BaseException, now: datetime) -> str:
    """What the log keeps of an error: its kind, and the lines of the program that led there, the last one last.

    Its message is left out, and so are the values of variables: they may hold what the reader wrote.
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
    """Add an error to the log; whether that was possible."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        mode = "w" if file.exists() and file.stat().st_size > LARGEST else "a"
        with file.open(mode, encoding="utf-8", errors="backslashreplace") as log:
            log.write(error_report(error, datetime.now().astimezone()))
    except (OSError, ValueError):
        return False
    return True
