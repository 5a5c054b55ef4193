"""A shelf: a folder of the reader's with one small file for each story, of which only the latest are kept.

One file a story lets several dashboards write at once: the last to leave a story wins, and no other story knows of it.
"""

import hashlib
import os
import re
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from deepseek_tui.user_data.quarantine import quarantine
from deepseek_tui.user_data.storage_errors import StorageError, StorageErrorKind

Save = Callable[[Path, bytes], None]
"""Writes a file whole or not at all, over the one before; raises OSError, or an error of its own, where it cannot."""

_NOT_PLAIN = re.compile(r"[^a-z0-9]+")


def place_of(path: str) -> str:
    """What tells one copy of a story from another: the name it comes with, else where its file is in the end.

    Standard input is the place "-". A story that comes with the program keeps its place when the program moves.
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
    """Files of one kind in a folder, by the story's id and where its file is (or the name it comes with)."""

    def __init__(self, folder: Path, ending: str, save: Save, kind: StorageErrorKind, most: int = 200) -> None:
        self._folder, self._ending, self._save, self._kind, self._most = folder, ending, save, kind, most
        self._troubles: list[StorageError] = []

    def file(self, story: str, place: str) -> Path:
        """Where the file of a story is: its id as far as it is plain, and a part of a digest of both."""
        digest = hashlib.sha256(f"{story}\0{place}".encode("utf-8", "surrogatepass")).hexdigest()
        return self._folder / f"{_NOT_PLAIN.sub('-', story.lower())[:40].strip('-')}-{digest[:12]}{self._ending}"

    def put(self, story: str, place: str, data: bytes) -> bool:
        """Write the file of a story, and let the oldest of too many go; whether that was possible."""
        file = self.file(story, place)
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            if file.is_dir():
                self.set_aside(file)
            self._save(file, data)
        except Exception:  # noqa: BLE001 - losing it costs a place in a story, and no injected error may cost more
            return False
        self._tidy()
        return True

    def set_aside(self, file: Path) -> None:
        """Keep a damaged file under another name, and remember to say so."""
        with suppress(OSError):
            aside = quarantine(file, "damaged", datetime.now(UTC))
            self._troubles.append(StorageError(self._kind, file, aside))

    def troubles(self) -> tuple[StorageError, ...]:
        """What went wrong since this was last asked: each is told once."""
        found, self._troubles = tuple(self._troubles), []
        return found

    def _tidy(self) -> None:
        ours = re.compile(rf".*-[0-9a-f]{{12}}{re.escape(self._ending)}")
        with suppress(OSError):
            found = [
                (entry.stat().st_mtime_ns, entry.path) for entry in os.scandir(self._folder) if ours.fullmatch(entry.name)
            ]
            for _, path in sorted(found)[: -self._most]:
                with suppress(OSError):
                    Path(path).unlink()
