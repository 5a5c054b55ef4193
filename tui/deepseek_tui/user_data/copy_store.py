"""Storage of the reader's copies of articles.

Of files it remembers the path, and of pasted texts the text.
"""

from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from deepseek_tui.story.format.model import Story
from deepseek_tui.user_data.atomic_files import SaveError, save
from deepseek_tui.user_data.local_copies import local_copy_of, remember_local_copy

if TYPE_CHECKING:  # Most stories have no copy, and the dashboard starts faster without the import.
    from deepseek_tui.article.local_copy import LocalCopy


class KeptCopy(NamedTuple):
    """Local copy of an article, and whether it could be remembered."""

    copy: "LocalCopy"
    is_remembered: bool
    error: SaveError | None = None
    """The reason why a pasted text could not be saved."""


class CopyStore:
    """Store that remembers the local copy of each story's article.

    `paths_file` is the JSON file of paths; `folder` holds the pasted texts, which only the reader may read.
    """

    def __init__(self, paths_file: Path, folder: Path) -> None:
        self._paths_file, self._folder = paths_file, folder

    def load(self, story: Story) -> "LocalCopy | None":
        """Return the remembered copy of a story's article.

        The result is None if there is none that can be read.
        """
        path = local_copy_of(story.id, self._paths_file)
        if not path:
            return None
        from deepseek_tui.article.article_file import read_local_copy
        from deepseek_tui.story.loading.diagnostics import InvalidInput

        with suppress(InvalidInput):
            return read_local_copy(path, story.article, regular=True)
        return None

    def keep(self, copy: "LocalCopy", story: Story) -> KeptCopy:
        """Remember a recognised copy of a story's article.

        If its text was pasted, save it first. The text replaces an earlier one that was pasted for the same article.
        """
        if not copy.path:
            try:
                copy = copy.saved_as(str(self._save(copy.text, story)))
            except SaveError as error:
                return KeptCopy(copy, is_remembered=False, error=error)
        return KeptCopy(copy, remember_local_copy(story.id, Path(copy.path), self._paths_file, _replace))

    def _save(self, text: str, story: Story) -> Path:
        """Save a pasted text, and return its path.

        Raises SaveError.
        """
        known = "".join(paragraph.fingerprint for paragraph in story.article.paragraphs)
        file = self._folder / f"{story.id}-{sha256(known.encode()).hexdigest()[:12]}.txt"
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise SaveError.of(error, self._folder) from error
        save(file, text.encode("utf-8", "replace"), overwrite=True, private=True)
        return file


def _replace(file: Path, data: bytes) -> None:
    save(file, data, overwrite=True)
