"""Seen: each story's file as it was when it was last read, so that coming back to another edition can say what changed."""

import hashlib
import os
import zlib
from contextlib import suppress
from pathlib import Path

from deepseek_tui.user_data.per_story_store import PerStoryStore, Save
from deepseek_tui.user_data.storage_errors import StorageError, StorageErrorKind

_MARK = b"deepseek-tui seen 1\n"
_HEAD = len(_MARK) + hashlib.sha256().digest_size
LARGEST = 256 * 2**20
"""The most bytes that a copy is unpacked to: the largest story that is read."""


class SnapshotStore:
    """Copies of story files, in a folder: compressed, each with its digest. `most` is how many are kept."""

    def __init__(self, folder: Path, save: Save, most: int = 200) -> None:
        self._shelf = PerStoryStore(folder, ".seen", save, StorageErrorKind.SEEN_DAMAGED, most)

    def last(self, story: str, place: str) -> bytes | None:
        """A story's file as last read, by its id and its place (see `shelf.place_of`); None without a whole copy."""
        file = self._shelf.file(story, place)
        try:
            data = file.read_bytes()
        except IsADirectoryError:
            self._shelf.set_aside(file)
            return None
        except (OSError, ValueError):
            return None
        unpacked = _unpacked(data)
        if unpacked is None:
            self._shelf.set_aside(file)
        return unpacked

    def keep(self, story: str, place: str, data: bytes) -> bool:
        """Keep a copy for the next time, written only where it differs; whether there is one now."""
        if self.has(story, place, data):
            with suppress(OSError):
                os.utime(self._shelf.file(story, place))  # it was read again: the oldest goes first where there are too many
            return True
        return self._shelf.put(story, place, _head(data) + zlib.compress(data, 1))

    def has(self, story: str, place: str, data: bytes) -> bool:
        """Whether the copy is one of these bytes, by its digest alone: nothing is unpacked."""
        with suppress(OSError), self._shelf.file(story, place).open("rb") as file:
            return file.read(_HEAD) == _head(data)
        return False

    def troubles(self) -> tuple[StorageError, ...]:
        """What was damaged, since this was last asked: each is told once."""
        return self._shelf.troubles()


def _head(data: bytes) -> bytes:
    """What a copy of these bytes begins with."""
    return _MARK + hashlib.sha256(data).digest()


def _unpacked(data: bytes) -> bytes | None:
    """What was packed, if it is what was packed."""
    if not data.startswith(_MARK):
        return None
    machine = zlib.decompressobj()
    try:
        unpacked = machine.decompress(data[_HEAD:], LARGEST)
    except zlib.error:
        return None
    return unpacked if hashlib.sha256(unpacked).digest() == data[len(_MARK) : _HEAD] else None
