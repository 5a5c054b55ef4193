"""Loading of the user's copy of a story's article."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deepseek_tui.article.local_copy import LocalCopy
    from deepseek_tui.story.format.model import Story
    from deepseek_tui.user_data.copy_store import CopyStore


def copy_store() -> "CopyStore":
    """Return the store of the user's copies of articles."""
    from deepseek_tui.user_data.copy_store import CopyStore
    from deepseek_tui.user_data.paths import articles_folder, copies_file

    return CopyStore(copies_file(), articles_folder())


def load_local_copy(given: str | None, story: "Story") -> "LocalCopy | None":
    """Return the user's copy of the article, or None.

    It is read from the given path, or else from the path used last. A recognised copy is remembered. A remembered copy
    that cannot be read is ignored. Raises InvalidInput if the given path cannot be read.
    """
    if not given:
        return copy_store().load(story)
    from deepseek_tui.article.article_file import read_local_copy

    local_copy = read_local_copy(given, story.article)
    if local_copy.path and local_copy.is_recognised:
        copy_store().keep(local_copy, story)
    return local_copy
