"""Aside: a file that cannot be used is kept under a name that says so, beside the one that takes its place."""

import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from itertools import count
from pathlib import Path

COMPANIONS = ("-wal", "-journal", "-shm")
"""The endings of what SQLite keeps beside a database, which belongs to that one alone."""


def quarantine(file: Path, why: str, when: datetime) -> Path:
    """Move a file, or whatever stands in its place, to a free name in its folder, and its companions with it; the new path.

    Raises OSError where nothing may be moved there.
    """
    names = (f"{file.stem}.{why}-{when:%Y%m%dT%H%M%SZ}{again}{file.suffix}" for again in _endings())
    target = next(file.with_name(name) for name in names if _is_free(file.with_name(name)))
    # A journal beside a new database would be played into it: the companions go first.
    for tail in COMPANIONS:
        with suppress(FileNotFoundError):
            Path(f"{file}{tail}").rename(f"{target}{tail}")
    with suppress(FileNotFoundError):
        file.rename(target)
    return target


def _endings() -> Iterator[str]:
    yield ""
    yield from (f"-{number}" for number in count(2))


def _is_free(target: Path) -> bool:
    return not any(os.path.lexists(f"{target}{tail}") for tail in ("", *COMPANIONS))
