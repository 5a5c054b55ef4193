"""Folder with one small file for each of the latest stories.

Several dashboards can write at once: the last one to close a story wins, and the files of other stories are not touched.
"""

import hashlib
import os
import re
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from deepseek_tui.user_data.atomic_files import WriteFile
from deepseek_tui.user_data.quarantine import quarantine
from deepseek_tui.user_data.storage_errors import StorageError, StorageErrorKind

_NOT_PLAIN = re.compile(r"[^a-z0-9]+")


def story_origin(path: str) -> str:
    """Return the origin of a story, to distinguish stories with equal ids.

    The origin is the name of a bundled story, "-" for standard input, otherwise the real path of the file. A bundled story
    keeps its origin when the program is installed elsewhere.
    """
    from deepseek_tui.story.loading.library import bundled

    if path == "-":
        return path
    try:
        real = os.path.realpath(path)
        return next((name for name, file in bundled().items() if os.path.realpath(file) == real), real)
    except (OSError, ValueError):
        return path


class PerStoryStore:
    """Files of one kind in a folder, one for each story.

    `write` writes a file; `kind` is the storage error of a damaged file; `limit` is the number of files kept.
    """

    def __init__(self, folder: Path, suffix: str, write: WriteFile, kind: StorageErrorKind, limit: int = 200) -> None:
        self._folder, self._suffix, self._write, self._kind, self._limit = folder, suffix, write, kind, limit
        self._errors: list[StorageError] = []

    def file(self, story: str, origin: str) -> Path:
        """Return the path of a story's file.

        Its name has the story id and a digest of id and origin.
        """
        digest = hashlib.sha256(f"{story}\0{origin}".encode("utf-8", "surrogatepass")).hexdigest()
        return self._folder / f"{_NOT_PLAIN.sub('-', story.lower())[:40].strip('-')}-{digest[:12]}{self._suffix}"

    def read(self, story: str, origin: str) -> bytes | None:
        """Return the content of a story's file, or None if unreadable.

        A folder of that name is quarantined.
        """
        file = self.file(story, origin)
        try:
            return file.read_bytes()
        except IsADirectoryError:
            self.quarantine(story, origin)
        except (OSError, ValueError):
            pass
        return None

    def write(self, story: str, origin: str, data: bytes) -> bool:
        """Write the file of a story and return whether that was possible.

        The oldest files above the limit are deleted.
        """
        file = self.file(story, origin)
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            if file.is_dir():
                self.quarantine(story, origin)
            self._write(file, data)
        except Exception:  # noqa: BLE001 - the file is a convenience, and no error of an injected function may end the program
            return False
        self._delete_oldest()
        return True

    def quarantine(self, story: str, origin: str) -> None:
        """Quarantine a damaged file and record the storage error."""
        file = self.file(story, origin)
        with suppress(OSError):
            quarantined = quarantine(file, "damaged", datetime.now(UTC))
            self._errors.append(StorageError(self._kind, file, quarantined))

    def take_errors(self) -> tuple[StorageError, ...]:
        """Return the storage errors since the last call."""
        found, self._errors = tuple(self._errors), []
        return found

    def _delete_oldest(self) -> None:
        own_name = re.compile(rf".*-[0-9a-f]{{12}}{re.escape(self._suffix)}")
        with suppress(OSError):
            found = [
                (entry.stat().st_mtime_ns, entry.path)
                for entry in os.scandir(self._folder)
                if own_name.fullmatch(entry.name)
            ]
            for _, path in sorted(found)[: -self._limit]:
                with suppress(OSError):
                    Path(path).unlink()
