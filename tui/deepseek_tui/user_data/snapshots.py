"""Snapshots of story files, with which another edition is compared.

A snapshot is the file as the program last read it.
"""

import hashlib
import os
import zlib
from contextlib import suppress
from pathlib import Path

from deepseek_tui.user_data.atomic_files import WriteFile
from deepseek_tui.user_data.per_story_store import PerStoryStore
from deepseek_tui.user_data.storage_errors import StorageError, StorageErrorKind

_MAGIC = b"deepseek-tui seen 1\n"
_HEADER_SIZE = len(_MAGIC) + hashlib.sha256().digest_size
MAX_SIZE = 256 * 2**20
"""The most bytes to which a snapshot is decompressed; no larger story can be loaded."""


class SnapshotStore:
    """Compressed copies of story files in a folder, each with a digest.

    `limit` is the number of copies kept.
    """

    def __init__(self, folder: Path, write: WriteFile, limit: int = 200) -> None:
        self._store = PerStoryStore(folder, ".seen", write, StorageErrorKind.SNAPSHOT_DAMAGED, limit)

    def read(self, story: str, origin: str) -> bytes | None:
        """Return a story's file as the program last read it.

        The result is None when there is no intact snapshot. The story has an id and an origin, see `story_origin`. A
        damaged snapshot is quarantined.
        """
        data = self._store.read(story, origin)
        if data is None:
            return None
        content = _decompress(data)
        if content is None:
            self._store.quarantine(story, origin)
        return content

    def save(self, story: str, origin: str, data: bytes) -> bool:
        """Save a snapshot unless the same one is stored.

        Return whether a snapshot is stored now.
        """
        if self.matches(story, origin, data):
            with suppress(OSError):
                # The time of last use is updated, since the least recently used snapshots are deleted first.
                os.utime(self._store.file(story, origin))
            return True
        return self._store.write(story, origin, _header(data) + zlib.compress(data, 1))

    def matches(self, story: str, origin: str, data: bytes) -> bool:
        """Return whether a snapshot has the given content.

        Digests are compared, without decompression.
        """
        with suppress(OSError), self._store.file(story, origin).open("rb") as file:
            return file.read(_HEADER_SIZE) == _header(data)
        return False

    def take_errors(self) -> tuple[StorageError, ...]:
        """Return the storage errors since the last call."""
        return self._store.take_errors()


def _header(data: bytes) -> bytes:
    return _MAGIC + hashlib.sha256(data).digest()


def _decompress(data: bytes) -> bytes | None:
    """Return the content of a compressed snapshot.

    The result is None when it does not match the stored digest.
    """
    if not data.startswith(_MAGIC):
        return None
    decompressor = zlib.decompressobj()
    try:
        content = decompressor.decompress(data[_HEADER_SIZE:], MAX_SIZE)
    except zlib.error:
        return None
    return content if hashlib.sha256(content).digest() == data[len(_MAGIC) : _HEADER_SIZE] else None
