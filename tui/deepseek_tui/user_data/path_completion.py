"""Paths that a user types, and their completion as in a shell."""

import os
import shlex
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from deepseek_tui.story.format.escaping import is_one_harmless_line

MOST_ENTRIES = 10_000
"""The most entries of a folder that are searched, so that a completion takes a limited time."""


class Completion(NamedTuple):
    """The completion of a typed path."""

    text: str
    """The typed path, completed as far as it is unambiguous."""
    names: tuple[str, ...]
    """The names that begin with the typed path; a folder ends with a slash."""


def typed_path(typed: str, folder: Path) -> Path:
    """Return the path that a user means, relative to a folder.

    A path may begin with ~. It may be quoted for a shell, as terminals write the path of a file that is dropped on them.
    """
    path = _expanded(typed.strip(), folder)
    with suppress(ValueError):  # The quotation marks are not balanced, so they belong to the name.
        words = shlex.split(typed)
        if len(words) == 1 and not os.path.lexists(path):
            return _expanded(words[0], folder)
    return path


def complete_path(typed: str, folder: Path) -> Completion:
    """Complete a typed path with the files and folders on the disk.

    A hidden name is offered only if its dot is typed. Names that could mislead a terminal are left out.
    """
    if typed == "~":
        return Completion("~/", ())
    before, slash, begin = typed.rpartition("/")
    parent = _expanded(before + slash, folder) if slash else folder
    names = (name for name in _names(parent) if name.startswith(begin) and (begin or not name.startswith(".")))
    found = tuple(sorted(names))
    return Completion(before + slash + (_common_beginning(found) or begin), found)


def _common_beginning(names: Sequence[str]) -> str:
    """Return the longest beginning that all sorted names have in common."""
    if not names:
        return ""
    first, last = names[0], names[-1]
    differing = (place for place, (one, other) in enumerate(zip(first, last, strict=False)) if one != other)
    return first[: next(differing, min(len(first), len(last)))]


def _expanded(typed: str, folder: Path) -> Path:
    path = Path(typed)
    with suppress(RuntimeError):  # There is no such user, so the name is used as it is.
        path = path.expanduser()
    return folder / path


def _names(folder: Path) -> Iterator[str]:
    """Yield the names in a folder.

    Yield nothing if it cannot be read.
    """
    with suppress(OSError, ValueError), os.scandir(folder) as entries:
        for _, entry in zip(range(MOST_ENTRIES), entries, strict=False):
            if is_one_harmless_line(entry.name):
                yield f"{entry.name}/" if _is_folder(entry) else entry.name


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
