"""Errors in the reader's files, each reported once in the interface."""

import errno
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from deepseek_tui.i18n.notebook import NotebookWords
from deepseek_tui.i18n.panes import counted
from deepseek_tui.story.format.text import harmless


class NotebookInUseError(Exception):
    """Raised when another program locks the notebook for too long.

    Nothing was changed.
    """


class StorageErrorKind(StrEnum):
    """Cause of an error in one of the reader's files.

    After DAMAGED, FOREIGN or NEWER the notebook is quarantined and a new one created; after MISSING a new one is created.
    VISIT_DAMAGED and SNAPSHOT_DAMAGED quarantine another file. After any other error the notebook is kept in memory.
    """

    DAMAGED = "damaged"
    FOREIGN = "foreign"
    NEWER = "newer"
    MISSING = "missing"
    READ_ONLY = "read-only"
    NO_PLACE = "no-place"
    FULL = "full"
    BUSY = "busy"
    OTHER = "other"
    VISIT_DAMAGED = "visit-damaged"
    SNAPSHOT_DAMAGED = "seen-damaged"


_KINDS = {
    errno.EACCES: StorageErrorKind.READ_ONLY,
    errno.EPERM: StorageErrorKind.READ_ONLY,
    errno.EROFS: StorageErrorKind.READ_ONLY,
    errno.ENOSPC: StorageErrorKind.FULL,
    errno.EDQUOT: StorageErrorKind.FULL,
    errno.ENOENT: StorageErrorKind.NO_PLACE,
    errno.ENOTDIR: StorageErrorKind.NO_PLACE,
    errno.EEXIST: StorageErrorKind.NO_PLACE,  # A file already has the name that the folder needs.
    errno.ELOOP: StorageErrorKind.NO_PLACE,
    errno.ENAMETOOLONG: StorageErrorKind.NO_PLACE,
    errno.ETIMEDOUT: StorageErrorKind.BUSY,
}


class StorageError(NamedTuple):
    """Error in one of the reader's files, as the interface reports it."""

    kind: StorageErrorKind
    path: Path
    quarantined: Path | None = None
    """The new path of a quarantined file, or empty."""
    restored: int = 0
    """The number of annotations restored from the journal."""
    reason: str = ""
    """The system's message for an error of kind OTHER."""
    journal: Path | None = None
    """The path of the journal, when new edits are kept there although the notebook cannot be written."""

    def message(self, words: NotebookWords, language: str) -> str:
        """Return the error message for the reader.

        Control characters are replaced.
        """
        quarantined = harmless(str(self.quarantined or self.path))
        loss = words.kept_in_journal.format(journal=harmless(str(self.journal))) if self.journal else words.gone_at_exit
        message = words.trouble[self.kind.value].format(
            path=harmless(str(self.path)), aside=quarantined, reason=harmless(self.reason), loss=loss
        )
        return f"{message} {counted(words.saved, self.restored, language)}" if self.restored else message


def storage_error_kind(error: OSError) -> StorageErrorKind:
    """Return the kind of an operating-system error in the reader's files."""
    return _KINDS.get(error.errno or 0, StorageErrorKind.OTHER)
