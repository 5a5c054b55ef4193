"""Trouble: what went wrong with a file of the reader's and what became of it, as a value that a screen can say once."""

import errno
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from deepseek_tui.i18n.notebook import NotebookWords
from deepseek_tui.i18n.panes import counted
from deepseek_tui.story.format.text import harmless


class StorageErrorKind(StrEnum):
    """What is wrong with a file.

    The first three put a notebook aside, the fourth begins a new one, the last two put another file aside; the rest keep
    nothing in the notebook from now on.
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
    SEEN_DAMAGED = "seen-damaged"


_KINDS = {
    errno.EACCES: StorageErrorKind.READ_ONLY,
    errno.EPERM: StorageErrorKind.READ_ONLY,
    errno.EROFS: StorageErrorKind.READ_ONLY,
    errno.ENOSPC: StorageErrorKind.FULL,
    errno.EDQUOT: StorageErrorKind.FULL,
    errno.ENOENT: StorageErrorKind.NO_PLACE,
    errno.ENOTDIR: StorageErrorKind.NO_PLACE,
    errno.EEXIST: StorageErrorKind.NO_PLACE,  # a file where a folder should be
    errno.ELOOP: StorageErrorKind.NO_PLACE,
    errno.ENAMETOOLONG: StorageErrorKind.NO_PLACE,
    errno.ETIMEDOUT: StorageErrorKind.BUSY,
}


class StorageError(NamedTuple):
    """One file's trouble; `aside` is where it is kept now, `saved` how many of its marks the journal had."""

    kind: StorageErrorKind
    path: Path
    aside: Path | None = None
    saved: int = 0
    reason: str = ""
    journal: Path | None = None
    """Where the marks of a notebook that cannot be written are kept all the same."""

    def said(self, words: NotebookWords, language: str) -> str:
        """The sentence for it, harmless to a terminal, in the language of the words."""
        aside = harmless(str(self.aside or self.path))
        loss = words.kept_in_journal.format(journal=harmless(str(self.journal))) if self.journal else words.gone_at_exit
        told = words.trouble[self.kind.value].format(
            path=harmless(str(self.path)), aside=aside, reason=harmless(self.reason), loss=loss
        )
        return f"{told} {counted(words.saved, self.saved, language)}" if self.saved else told


def kind_of(error: OSError) -> StorageErrorKind:
    """Why the system does not let a file be written."""
    return _KINDS.get(error.errno or 0, StorageErrorKind.OTHER)
