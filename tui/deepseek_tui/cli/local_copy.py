"""The reader's own copy of a story's article: the one named, else the one remembered from the last time."""

from contextlib import suppress
from typing import TYPE_CHECKING

from deepseek_tui.cli.story_options import is_markdown

if TYPE_CHECKING:
    from deepseek_tui.article.local_copy import LocalCopy
    from deepseek_tui.story.format.model import Story


def load_local_copy(named: str | None, story: "Story") -> "LocalCopy | None":
    """The reader's copy of the article: the one named, else the one remembered, which may be gone by now.

    Raises Unusable where the one named cannot be read.
    """
    from pathlib import Path

    from deepseek_tui.user_data.local_copies import local_copy_of, remember_local_copy
    from deepseek_tui.user_data.paths import copies_file

    path = named or local_copy_of(story.id, copies_file())
    if not path:
        return None
    from deepseek_tui.article.local_copy import LocalCopy, Recognition, plain_text
    from deepseek_tui.story.loading.diagnostics import InvalidInput, one_line
    from deepseek_tui.story.loading.document import decoded, read
    from deepseek_tui.user_data.atomic_files import SaveError, save

    try:
        text = decoded(read(path, regular=not named), one_line(path))
    except InvalidInput:
        if named:
            raise
        return None
    reprint = LocalCopy(plain_text(text, markdown=is_markdown(path)), story.article)
    if named and Path(named).is_file() and reprint.recognition is not Recognition.NONE:
        with suppress(SaveError):
            remember_local_copy(story.id, Path(path), copies_file(), lambda file, data: save(file, data, overwrite=True))
    return reprint
