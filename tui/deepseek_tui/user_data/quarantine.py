"""Quarantine of damaged files.

They are renamed within their folder, so that a new file can be created.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from itertools import count
from pathlib import Path

COMPANION_SUFFIXES = ("-wal", "-journal", "-shm")
"""The suffixes of the files that SQLite keeps beside a database."""


def quarantine(file: Path, reason: str, when: datetime) -> Path:
    """Rename a damaged file or folder, and return the new path.

    The companion files of a database are renamed too. The new name contains the reason and the time, and replaces no
    file. Raises OSError.
    """
    names = (f"{file.stem}.{reason}-{when:%Y%m%dT%H%M%SZ}{suffix}{file.suffix}" for suffix in _numbers())
    target = next(file.with_name(name) for name in names if _is_free(file.with_name(name)))
    # Companion files are renamed first, because SQLite would apply an old journal to a new database.
    for suffix in COMPANION_SUFFIXES:
        with suppress(FileNotFoundError):
            Path(f"{file}{suffix}").rename(f"{target}{suffix}")
    with suppress(FileNotFoundError):
        file.rename(target)
    return target


def _numbers() -> Iterator[str]:
    yield ""
    yield from (f"-{number}" for number in count(2))


def _is_free(target: Path) -> bool:
    return not any(os.path.lexists(f"{target}{suffix}") for suffix in ("", *COMPANION_SUFFIXES))
